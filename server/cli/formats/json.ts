import { assessmentsIn, countsOf, type CheckedFile, type Results } from './model.ts';

/** All that is known, for other programs. */
export function json(results: Results): string {
  const { known, ...counts } = countsOf(results);
  return `${JSON.stringify({
    version: results.version, files: results.files.map(fileAsJson),
    problems: results.problems.map(({ file, reason, message }) => ({ file: file.path, reason, message })),
    summary: { files: assessmentsIn(results.files), ...counts, ...(results.hasBaseline ? { baseline: known } : {}) },
  }, undefined, 2)}\n`;
}

function fileAsJson({ path, kind, template, status, results }: CheckedFile): unknown {
  return {
    file: path, kind, template, status,
    findings: results.map(({ code, severity, message, at, start, end, related, fingerprint }) => ({
      code, severity, message, path: at, start, end,
      related: related.map((each) => ({ ...(each.file ? { file: each.file.path } : {}), path: each.at, message: each.message, start: each.start })),
      fingerprint,
    })),
  };
}
