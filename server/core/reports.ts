// What dist/report.cjs holds: the report and the comparison of reports, loaded at first use (scripts/build.mjs).
export * from './report/index.ts';
export * from './diff/index.ts';
