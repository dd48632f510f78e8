/** What a comparison looks like beyond the report's own rules. Signs and lines say what colours say. */
export const diffRules = `
.v-compared { container-type: inline-size; }
.v-report.v-compared, .v-report:has(> .v-compared) { max-width: 68rem; }
.v-report .v-tallies { list-style: none; padding: 0; margin: 0 0 1rem; display: flex; flex-wrap: wrap; gap: .4rem .5rem; }
.v-tallies li { background: var(--v-wash); border: 1px solid var(--v-line); border-radius: 1em; padding: .1em .8em; font-size: .92rem; }
.v-file { margin-top: 3.5rem; }
.v-diff-item { border-top: 1px solid var(--v-line); padding: .9rem 0; }
.v-report .v-diff-title { display: flex; gap: .9rem; align-items: baseline; margin: 0; max-width: none; }
.v-diff-title .v-id { flex: none; min-width: 4.4rem; font-size: .84rem; }
.v-diff-title .v-text { font-weight: 500; }
.v-diff-title .v-state { margin-left: auto; }
.v-state { flex: none; white-space: nowrap; font-size: .84rem; border-radius: 1em; padding: .08em .7em; box-shadow: inset 0 0 0 1px var(--v-line); color: var(--v-soft); }
.v-state-new { background: var(--v-low); color: var(--v-low-ink); box-shadow: none; }
.v-state-gone { background: var(--v-high); color: var(--v-high-ink); box-shadow: none; }
.v-diff-sign { font-weight: 700; font-family: ui-monospace, Consolas, monospace; }
.v-change { margin-top: .6rem; }
.v-report .v-change-name { color: var(--v-soft); font-size: .88rem; margin: 0 0 .25rem; max-width: none; }
.v-report .v-line { max-width: none; }
.v-line .v-arrow { margin: 0 .5em; }
.v-ins { background: var(--v-low); color: var(--v-low-ink); text-decoration: underline; text-decoration-thickness: 1px; text-underline-offset: .2em; border-radius: 2px; padding: 0 .1em; }
.v-del { background: var(--v-high); color: var(--v-high-ink); text-decoration: line-through; border-radius: 2px; padding: 0 .1em; }
.v-sides { display: grid; grid-template-columns: repeat(2, minmax(0, 1fr)); gap: .8rem 1.4rem; }
.v-side { border-left: 3px solid var(--v-line); padding: .1rem 0 .1rem .9rem; font-size: .96rem; }
.v-side-before { border-left: 3px dashed var(--v-high-ink); }
.v-side-after { border-left-color: var(--v-low-ink); }
.v-report .v-side-name { color: var(--v-soft); font-size: .82rem; margin: 0 0 .2rem; }
.v-diff-risk .v-levels { margin: .6rem 0 0; display: grid; gap: .3rem; }
.v-report .v-diff-findings { list-style: none; padding: 0; margin: .4rem 0 0; display: grid; gap: .35rem; }
.v-diff-findings li { padding-left: 1.4rem; text-indent: -1.4rem; font-size: .94rem; max-width: 46rem; }
.v-diff-findings li > p { max-width: none; }
@container (max-width: 44rem) { .v-sides { grid-template-columns: minmax(0, 1fr); } .v-report .v-diff-title { flex-wrap: wrap; } .v-diff-title .v-text { flex-basis: 60%; } }
@media print { .v-ins, .v-del { -webkit-print-color-adjust: exact; print-color-adjust: exact; } .v-diff-title { break-after: avoid; } }`;
