// The types of the npm package: server/api's own declarations in one file, which stands alone.
import { readFileSync } from 'node:fs';
import path from 'node:path';
import ts from 'typescript';

/**
 * server/api/index.ts as declarations, with those it takes from beside it written out. Throws where the code leaves a
 * type to be inferred, or where something beyond that folder would be needed.
 *
 * @param {string} root
 */
export function declarations(root) {
  const declared = (file) => {
    const fileName = path.join(root, 'server/api', file);
    const { outputText, diagnostics } = ts.transpileDeclaration(readFileSync(fileName, 'utf8'), { fileName, compilerOptions: { isolatedDeclarations: true, declaration: true, target: ts.ScriptTarget.ES2022, module: ts.ModuleKind.ESNext, removeComments: false } });
    if (diagnostics?.length) throw new Error(ts.formatDiagnostics(diagnostics, { getCanonicalFileName: (name) => name, getCurrentDirectory: () => root, getNewLine: () => '\n' }));
    return outputText;
  };
  const [, problem] = /(export declare class VurdertError[\s\S]*?\n\})/.exec(declared('error.ts')) ?? [];
  const index = declared('index.ts').replace(/^(?:import|export) .*from '\.[^']*';\n/gm, '');
  const whole = [declared('types.ts'), problem, index].join('\n').replace(/^export \{\};\n/gm, '');
  if (!problem || /^(?:import|export .* from)\b/m.test(whole)) throw new Error('server/api: the published types do not stand alone');
  return whole;
}
