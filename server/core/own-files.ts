// What dist/own.cjs holds: a municipality's own templates and rules, read and helped with. The programs load it when
// there is one, never before (scripts/build.mjs); types are taken from where they stand.
export { ownCompletions } from './features/template-files/completion.ts';
export { ownHover } from './features/template-files/hover.ts';
export { ownLinks } from './features/template-files/links.ts';
export { ownOutline } from './features/template-files/outline.ts';
export { ownFindings } from './own/findings.ts';
export { loadOwn, readAlone, unused } from './own/load.ts';
