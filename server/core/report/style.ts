/**
 * The report's look, for the standalone document and (with VS Code's colours over it) for the preview. Everything is
 * coloured by the variables at the top. Narrow windows are cared for at the bottom, paper in print.ts.
 */
import { print } from './print.ts';

const colours = `
:root {
  --v-paper: #ffffff; --v-ink: #1d2733; --v-soft: #55616f; --v-line: #dfe4ea; --v-wash: #f5f7f9; --v-accent: #1f5a7a;
  --v-yes: #dcebf3; --v-yes-ink: #17506d; --v-no: #e9ebee; --v-no-ink: #3d4754; --v-partly: #ebe5f4; --v-partly-ink: #533b7a;
  --v-open: #fff4dc; --v-open-ink: #7a4b00; --v-open-line: #e8b64c;
  --v-low: #dcefe2; --v-low-ink: #1c5a36; --v-middle: #fbeecb; --v-middle-ink: #6d4a00; --v-high: #f8dcd7; --v-high-ink: #8a2415;
  --v-error: #b3261e; --v-warning: #9a6700; --v-information: #3c6a93;
}
@media screen and (prefers-color-scheme: dark) {
  :root {
    --v-paper: #14191f; --v-ink: #e3e8ee; --v-soft: #9daab8; --v-line: #2c3640; --v-wash: #1b222a; --v-accent: #86bfdd;
    --v-yes: #1d3a4a; --v-yes-ink: #a9d6ee; --v-no: #2b333c; --v-no-ink: #c3ccd6; --v-partly: #342a48; --v-partly-ink: #cfbdf0;
    --v-open: #3a2d10; --v-open-ink: #f4cf83; --v-open-line: #9a7322;
    --v-low: #1c3a2a; --v-low-ink: #a5dcbc; --v-middle: #413410; --v-middle-ink: #f0d68c; --v-high: #4a221c; --v-high-ink: #f6b5a9;
    --v-error: #ff8f85; --v-warning: #e8b64c; --v-information: #86b7e0;
  }
}`;

const page = `
*, ::before, ::after { box-sizing: border-box; }
html { -webkit-text-size-adjust: 100%; }
body { margin: 0; background: var(--v-paper); }
.v-report { max-width: 54rem; margin: 0 auto; padding: 3.5rem 2rem 5rem; color: var(--v-ink); font: 400 1rem/1.6 "Segoe UI", system-ui, -apple-system, "Helvetica Neue", Roboto, "Liberation Sans", Arial, sans-serif; font-variant-numeric: lining-nums; overflow-wrap: break-word; }
.v-report p { margin: 0 0 .6em; max-width: 42rem; }
.v-report p:last-child { margin-bottom: 0; }
.v-report h1, .v-report h2, .v-report h3, .v-report h4, .v-report h5 { line-height: 1.25; font-weight: 600; text-wrap: balance; margin: 0; }
.v-report h1 { font-size: 2.25rem; letter-spacing: -.015em; margin: .35rem 0 1.5rem; }
.v-report h2 { font-size: 1.5rem; letter-spacing: -.01em; margin-bottom: .9rem; }
.v-report h3 { font-size: 1.125rem; margin: 2rem 0 .5rem; }
.v-report h4, .v-report h5 { font-size: 1rem; margin: 1.5rem 0 .4rem; }
.v-report a { color: var(--v-accent); text-decoration-thickness: 1px; text-underline-offset: .18em; }
.v-report ul, .v-report ol { margin: .3em 0 .6em; padding-left: 1.3em; }
.v-report code { font: .9em ui-monospace, "Cascadia Code", Consolas, monospace; background: var(--v-wash); padding: .1em .3em; border-radius: 3px; }
.v-report pre { background: var(--v-wash); padding: .8em 1em; border-radius: 6px; overflow-x: auto; }
.v-report blockquote { margin: .5em 0; padding-left: 1em; border-left: 3px solid var(--v-line); color: var(--v-soft); }
.v-section { margin-top: 3.5rem; }
.v-section > h2, .v-section > summary { padding-top: 1.1rem; border-top: 2px solid var(--v-accent); }
.v-quiet, .v-absent { color: var(--v-soft); font-size: .9rem; }
.v-id { font-variant-numeric: tabular-nums; color: var(--v-soft); font-weight: 500; }
.v-id strong { font-weight: inherit; }
.v-section-title .v-id { margin-right: .35em; }`;

const front = `
.v-front { border-bottom: 1px solid var(--v-line); padding-bottom: 1.75rem; }
.v-home { font-size: .9rem; margin-bottom: .9rem; }
.v-kicker { display: flex; flex-wrap: wrap; align-items: center; gap: .25rem .75rem; }
.v-kind { font-weight: 600; letter-spacing: .06em; color: var(--v-accent); }
.v-report .v-facts { list-style: none; padding: 0; margin: .3rem 0 .6rem; display: grid; gap: .35rem; }
.v-fact { display: grid; grid-template-columns: 11rem minmax(0, 1fr); column-gap: 1rem; }
.v-fact > p { display: contents; }
.v-name { color: var(--v-soft); font-size: .9rem; line-height: 1.78; }
.v-name strong { font-weight: 400; }
.v-report .v-alert { margin: 1.2rem 0 0; padding: .6rem 1rem; max-width: none; border-left: 4px solid var(--v-error); background: var(--v-wash); color: var(--v-error); }
.v-cards { display: grid; grid-template-columns: repeat(4, minmax(0, 1fr)); gap: .8rem; margin: 0 0 1rem; }
.v-card { background: var(--v-wash); border: 1px solid var(--v-line); border-radius: 8px; padding: .85rem 1rem; min-height: 6rem; }
.v-card p { display: flex; flex-direction: column; gap: .45rem; height: 100%; }
.v-card-name { font-size: .82rem; color: var(--v-soft); }
.v-card-name strong { font-weight: 500; }
.v-card-value { display: flex; flex-wrap: wrap; align-items: baseline; gap: .2rem .4rem; }
.v-card .v-outcome { white-space: normal; border-radius: .7em; font-size: .88rem; padding: .12em .6em; }
.v-card-note { font-size: .8rem; color: var(--v-soft); line-height: 1.35; }
.v-big { font-size: 1.7rem; font-weight: 600; line-height: 1.1; font-variant-numeric: tabular-nums; }
.v-of, .v-arrow { color: var(--v-soft); }
.v-tally { display: block; width: 100%; font-size: .92rem; line-height: 1.35; }
.v-tally::before { content: ""; display: inline-block; width: .55em; height: .55em; border-radius: 50%; background: currentColor; margin-right: .5em; }
.v-report .v-contents { list-style: none; padding: 0; margin: 0; }
.v-part-row { display: grid; grid-template-columns: minmax(0, 1fr) 11rem 9rem; gap: 1rem; align-items: center; padding: .42rem 0; border-bottom: 1px solid var(--v-line); }
.v-part-row a { color: inherit; text-decoration: none; }
.v-part-row a:hover { color: var(--v-accent); text-decoration: underline; }
.v-count { color: var(--v-soft); font-size: .85rem; font-variant-numeric: tabular-nums; white-space: nowrap; }
.v-part-row .v-count { text-align: right; }
.v-strip { display: flex; gap: 1px; height: .5rem; border-radius: 3px; overflow: hidden; }
.v-step { flex: 1 1 0; background: var(--v-open-line); }
.v-step.v-done { background: var(--v-accent); opacity: .75; }
.v-report .v-part-progress { display: grid; grid-template-columns: minmax(0, 1fr) auto; gap: 1rem; align-items: center; max-width: none; margin-bottom: 1.4rem; }
.v-missing-list ul { list-style: none; padding: 0; display: grid; gap: .3rem; font-size: .94rem; }
.v-missing-list li { padding-left: 5rem; text-indent: -5rem; }
.v-missing-list strong { text-indent: 0; display: inline-block; min-width: 5rem; font-weight: 600; }`;

const answers = `
.v-badge { display: inline-block; padding: .08em .6em; border-radius: 1em; font-size: .84rem; line-height: 1.5; white-space: nowrap; background: var(--v-no); color: var(--v-no-ink); }
.v-badge strong { font-weight: 600; }
.v-yes { background: var(--v-yes); color: var(--v-yes-ink); }
.v-partly { background: var(--v-partly); color: var(--v-partly-ink); }
.v-irrelevant { background: none; box-shadow: inset 0 0 0 1px var(--v-line); color: var(--v-soft); }
.v-missing { background: var(--v-open); color: var(--v-open-ink); box-shadow: inset 0 0 0 1px var(--v-open-line); }
.v-status { font-weight: 500; }
.v-status-besluttet { background: var(--v-yes); color: var(--v-yes-ink); }
.v-status-til-vurdering { background: var(--v-partly); color: var(--v-partly-ink); }
.v-status-done, .v-approved { background: var(--v-low); color: var(--v-low-ink); }
.v-status-begun, .v-conditional { background: var(--v-middle); color: var(--v-middle-ink); }
.v-rejected { background: var(--v-high); color: var(--v-high-ink); }
.v-outcome { font-size: .95rem; padding: .15em .8em; }
.v-q { position: relative; padding: .8rem 0 .85rem 5.25rem; border-top: 1px solid var(--v-line); }
.v-report .v-ask { display: flex; align-items: baseline; gap: 1.25rem; max-width: none; margin: 0; }
.v-ask .v-id { position: absolute; left: 0; width: 4.9rem; font-size: .84rem; line-height: 1.75; white-space: nowrap; }
.v-ask .v-text { flex: 1; max-width: 38rem; color: var(--v-soft); font-size: .94rem; line-height: 1.5; }
.v-ask .v-text strong { font-weight: 500; }
.v-ask .v-badge { min-width: 3.4rem; margin-left: auto; text-align: center; }
.v-answer { margin-top: .4rem; max-width: 40rem; }
.v-open { background: linear-gradient(90deg, var(--v-open), transparent 70%); box-shadow: -3px 0 0 var(--v-open-line); }
.v-q.v-open { margin-left: -.75rem; padding-left: 6rem; }
.v-q.v-open .v-id { left: .75rem; }
.v-head > .v-open { padding: .6rem 1rem; margin-top: .5rem; }
.v-lead { border-top: 1px solid var(--v-line); padding: .8rem 0 .5rem 5.25rem; position: relative; font-weight: 500; font-size: .94rem; }
.v-lead .v-id { position: absolute; left: 0; font-size: .84rem; }
.v-report .v-left-out { border-top: 1px solid var(--v-line); padding: .7rem 0 .7rem 5.25rem; margin: 0; max-width: none; }
.v-criteria { margin: 0 0 1.4rem; }
.v-report .v-criteria-list { list-style: none; padding: 0; margin: .6rem 0 0; font-size: .92rem; }
.v-criterion { position: relative; padding: .18rem 0 .18rem 3.4rem; color: var(--v-soft); }
.v-criterion .v-tick { position: absolute; left: 0; }
.v-criterion .v-id { position: absolute; left: 1.7rem; }
.v-ticked, .v-ticked .v-id { color: var(--v-ink); }
.v-ticked .v-tick { color: var(--v-accent); }
.v-statement { border-left: 3px solid var(--v-accent); padding: .2rem 0 .2rem 1.2rem; margin: .8rem 0; }
.v-statement .v-facts { margin-top: .9rem; }
.v-row { padding: .8rem 0; }
.v-head > .v-statement { margin: .6rem 0 .2rem; }
.v-report .v-marks { list-style: none; padding: 0; margin: .55rem 0 0; display: grid; gap: .3rem; max-width: 40rem; }
.v-mark { position: relative; padding-left: 1.15rem; font-size: .87rem; line-height: 1.45; color: var(--v-soft); }
.v-mark::before { content: ""; position: absolute; left: .1rem; top: .42em; width: .55em; height: .55em; background: currentColor; border-radius: 50%; }
.v-mark.v-error::before { border-radius: 1px; }
.v-mark.v-warning::before { border-radius: 0; clip-path: polygon(50% 0, 100% 100%, 0 100%); }
.v-mark::before, .v-mark .v-severity, .v-tally::before { color: var(--v-information); }
.v-mark.v-error::before, .v-error .v-severity, .v-tally.v-error::before { color: var(--v-error); }
.v-mark.v-warning::before, .v-warning .v-severity, .v-tally.v-warning::before { color: var(--v-warning); }
.v-severity strong { font-weight: 600; }
.v-aside { margin: .8rem 0; }
.v-date { white-space: nowrap; }`;

const risks = `
.v-matrices { display: grid; grid-template-columns: repeat(2, minmax(0, 1fr)); gap: 2rem; margin-top: 1rem; }
.v-report .v-grid { border-collapse: separate; border-spacing: 2px; width: 100%; table-layout: fixed; font-size: .82rem; }
.v-grid th { font-weight: 500; color: var(--v-soft); padding: .1rem; text-align: center; white-space: nowrap; }
.v-grid td { height: 2.6rem; padding: .15rem; text-align: center; border-radius: 4px; line-height: 1.2; }
.v-low { background: var(--v-low); color: var(--v-low-ink); }
.v-middle { background: var(--v-middle); color: var(--v-middle-ink); }
.v-high { background: var(--v-high); color: var(--v-high-ink); }
.v-dot { display: inline-block; font-weight: 600; font-size: .78rem; padding: .1em .4em; border-radius: 1em; background: var(--v-paper); box-shadow: inset 0 0 0 1px currentColor; }
.v-report .v-axes { font-size: .78rem; color: var(--v-soft); margin-top: .3rem; }
.v-chip { display: inline-block; padding: .08em .6em; border-radius: 4px; font-size: .86rem; line-height: 1.5; white-space: nowrap; font-variant-numeric: tabular-nums; }
.v-chip strong { font-weight: 600; }
.v-unscored { box-shadow: inset 0 0 0 1px var(--v-open-line); background: var(--v-open); color: var(--v-open-ink); }
.v-scroll { overflow-x: auto; margin: .8rem 0; }
.v-scroll:focus-visible, .v-figure:focus-visible { outline: 2px solid var(--v-accent); outline-offset: 3px; }
.v-report .v-table, .v-answer table, .v-statement table { border-collapse: collapse; width: 100%; font-size: .92rem; line-height: 1.45; }
.v-table th, .v-answer th, .v-statement th { text-align: left; font-weight: 500; font-size: .84rem; color: var(--v-soft); border-bottom: 1px solid var(--v-soft); padding: .3rem .9rem .3rem 0; vertical-align: bottom; }
.v-table td, .v-answer td, .v-statement td { border-bottom: 1px solid var(--v-line); padding: .45rem .9rem .45rem 0; vertical-align: top; }
.v-report:has(> .v-site) { max-width: 78rem; }
.v-site .v-files { display: block; font-weight: 400; }
.v-site .v-outcome { font-size: .84rem; padding: .08em .6em; }
.v-site .v-levels, .v-site .v-tally { white-space: nowrap; }
.v-report .v-site .v-table tbody th { font-size: inherit; font-weight: 600; color: inherit; border-bottom: 1px solid var(--v-line); padding: .45rem .9rem .45rem 0; vertical-align: top; }
.v-table tr > :last-child { padding-right: 0; }
.v-risk { margin-top: 1.6rem; padding: 1.1rem 1.25rem; border: 1px solid var(--v-line); border-radius: 8px; }
.v-risk-head { display: grid; grid-template-columns: 2.2rem minmax(0, 1fr) auto; gap: .8rem; align-items: baseline; margin-bottom: .7rem; }
.v-risk-title { font-weight: 600; line-height: 1.4; }
.v-report .v-levels { display: flex; gap: .4rem; align-items: baseline; margin: 0; }
.v-risk .v-scroll { margin-bottom: 0; }`;

const pictures = `
.v-figure { margin: 1rem 0; overflow-x: auto; }
.v-picture { display: block; width: 100%; height: auto; font: inherit; }
.v-picture text { fill: var(--v-ink); font-size: 13px; }
.v-risk-matrix { max-width: 30rem; }
.v-field.v-low { fill: var(--v-low); } .v-field.v-middle { fill: var(--v-middle); } .v-field.v-high { fill: var(--v-high); }
.v-axis-line { stroke: var(--v-soft); }
.v-picture .v-tick-label, .v-picture .v-axis-label, .v-picture .v-key { fill: var(--v-soft); }
.v-mark-before { fill: var(--v-paper); stroke: var(--v-ink); stroke-width: 1.5; }
.v-mark-after { fill: var(--v-ink); }
.v-picture .v-mark-label { font-size: 11px; font-weight: 600; }
.v-picture .v-inverse { fill: var(--v-paper); }
.v-arrow-line { stroke: var(--v-ink); stroke-width: 1.5; } .v-arrow-head { fill: var(--v-ink); }
.v-process-picture { min-width: 44rem; }
.v-way { stroke: var(--v-line); stroke-width: 3; } .v-walked { stroke: var(--v-accent); }
.v-stop { fill: var(--v-wash); stroke: var(--v-soft); stroke-width: 1.5; }
.v-stop-done { fill: var(--v-accent); stroke: var(--v-accent); } .v-stop-now { fill: var(--v-paper); stroke: var(--v-accent); stroke-width: 3; } .v-stop-stopped { fill: var(--v-error); stroke: var(--v-error); }
.v-sign { fill: none; stroke: var(--v-paper); stroke-width: 2.5; stroke-linecap: round; stroke-linejoin: round; } .v-sign-dot { fill: var(--v-accent); }
.v-picture .v-here { font-weight: 600; }
.v-picture .v-stop-state { fill: var(--v-soft); font-size: 12px; }
.v-flow-picture { max-width: 46rem; min-width: 30rem; }
.v-node { fill: var(--v-wash); stroke: var(--v-soft); } .v-picture .v-node-name { font-size: 13px; font-weight: 500; }
.v-flow-number { fill: var(--v-paper); stroke: var(--v-ink); } .v-flow-number.v-abroad { fill: var(--v-middle); stroke: var(--v-middle-ink); }
.v-arrow-line.v-abroad { stroke: var(--v-middle-ink); stroke-dasharray: 5 3; } .v-arrow-head.v-abroad { fill: var(--v-middle-ink); }
.v-wheel { max-width: 22rem; }
.v-slice { fill: var(--v-open); stroke: var(--v-open-line); } .v-slice-done { fill: var(--v-yes); stroke: var(--v-yes-ink); }
.v-picture .v-slice-name { font-weight: 600; } .v-picture .v-slice-state { fill: var(--v-soft); font-size: 12px; }
.v-hub { fill: var(--v-wash); stroke: var(--v-line); } .v-picture .v-hub-name { font-size: 11px; fill: var(--v-soft); }
.v-behind { margin: .4rem 0 1rem; font-size: .92rem; } .v-behind summary { color: var(--v-soft); cursor: pointer; } .v-behind summary p { display: inline; }`;

const elsewhere = `
.v-redacted { padding: 0.05em 0.4em; border-radius: 2px; background: var(--v-ink); color: var(--v-paper); font-size: 0.85em; -webkit-print-color-adjust: exact; print-color-adjust: exact; }
.v-to-redact { border-bottom: 2px dotted var(--v-partly-ink); background: var(--v-partly); }
.v-to-redact .v-ground { color: var(--v-partly-ink); font-size: 0.85em; }
.v-badge.v-to-redact { border-bottom: 0; color: var(--v-partly-ink); font-weight: 400; }
.v-badge.v-edition { background: var(--v-ink); color: var(--v-paper); }
@media (max-width: 46rem) {
  .v-report { padding: 1.5rem 1.1rem 3rem; }
  .v-report h1 { font-size: 1.7rem; }
  .v-cards, .v-matrices { grid-template-columns: repeat(2, minmax(0, 1fr)); gap: .7rem; }
  .v-part-row { grid-template-columns: minmax(0, 1fr) auto; gap: .2rem 1rem; }
  .v-part-row .v-strip { grid-row: 2; grid-column: 1 / -1; }
  .v-q, .v-lead, .v-report .v-left-out { padding-left: 0; }
  .v-q.v-open { padding-left: .75rem; }
  .v-ask .v-id, .v-lead .v-id { position: static; width: auto; }
  .v-report .v-ask { flex-wrap: wrap; gap: .2rem .7rem; }
  .v-ask .v-text { flex-basis: 60%; }
  .v-fact { grid-template-columns: 10.5rem minmax(0, 1fr); }
  .v-risk-head { grid-template-columns: 2rem minmax(0, 1fr); }
  .v-report .v-levels { grid-column: 2; }
}
@media (max-width: 28rem) {
  .v-matrices, .v-fact { grid-template-columns: minmax(0, 1fr); }
}`;

const tidy = (css: string): string => css.trim().replace(/\n\s*/g, '\n');
/** The rules without the colours: what the preview takes. */
export const reportRules = tidy([page, front, answers, risks, pictures, elsewhere, print].join('\n'));
/** All of it, for the standalone document. */
export const reportStyle = `${tidy(colours)}\n${reportRules}`;
