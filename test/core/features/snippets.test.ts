import { describe, expect, it } from 'vitest';
import { completions } from '../../../server/core/features/completion.ts';
import { library } from '../../../server/core/product.ts';
import { toJson } from '../../../server/core/syntax/nodes.ts';
import { analyseText, TODAY } from '../fixtures.ts';
import { chosen, filled, marked } from './marked.ts';

const FRAME = 'vurdering: dpia\nmal: e-helse-2018\ntittel: Prøve\nbehandlingsansvarlig: Virksomheten\nstatus: utkast\n';
const RULE = library.rules.find((rule) => rule.group !== 'form')?.code ?? 'manglende-svar';
/** What somebody would write at a stop of this line. */
const written = (line: string): string => {
  const key = /^[\s-]*([^\s:]+):/.exec(line)?.[1] ?? '';
  if (['dato', 'frist', 'oppstart', 'neste-gjennomgang'].includes(key)) return TODAY;
  return { kriterier: '[4, 7]', funn: RULE, på: 'I.1', '${1}': 'II.4.4' }[key] ?? 'Noe som er skrevet';
};
const indented = (text: string, by: number): string => text.replace(/^(?=.)/gm, ' '.repeat(by));

/** The snippet where it belongs: a file of its own, a head key, a row of its list, an answer. */
function inPlace(body: string, scope: string): string {
  // A choice begins with «fyll ut», so that nothing is answered unseen: somebody then chooses.
  const text = filled(body.replace(/^\$\{1\}:/, 'II.4.2:'), written).replaceAll(/(sannsynlighet|konsekvens): «fyll ut»/g, '$1: 1').replaceAll('status: «fyll ut»', 'status: planlagt').replaceAll(': «fyll ut»', ': nei');
  if (scope === 'file') return text;
  if (scope === 'answers') return `${FRAME}svar:\n${indented(text.replace('II.4.2:', text.includes('ikke relevant') ? 'III.1.3:' : 'II.4.2:'), 2)}\n`;
  if (text.startsWith('- scenario')) return `${FRAME}risikoer:\n${indented(text, 2)}\n`;
  if (text.startsWith('- funn')) return `${FRAME}undertrykk:\n${indented(text, 2)}\n`;
  if (text.startsWith('- tiltak')) return `${FRAME}risikoer:\n  - scenario: Noe\n    kilde: Noen\n    konsekvens-for-registrerte: Noe\n    sannsynlighet: 1\n    konsekvens: 1\n    tiltak:\n${indented(text, 6)}\n    restrisiko: {sannsynlighet: 1, konsekvens: 1}\n`;
  return `${FRAME}${text}\n`;
}

describe.each(library.snippets.map((snippet) => [snippet.name, snippet] as const))('%s', (_, snippet) => {
  it('is readable and in form where it belongs', () => {
    const analysis = analyseText(inPlace(snippet.body, snippet.scope));
    expect(analysis.tree.problems).toEqual([]);
    // The schema says what the form rules report.
    expect(library.validate('e-helse-2018', toJson(analysis.tree.root!))).toEqual([]);
    // The frame has nothing to suppress.
    const forms = new Set(library.rules.filter((rule) => rule.group === 'form' && rule.code !== 'ubrukt-undertrykkelse').map((rule) => rule.code));
    expect(analysis.findings().filter((finding) => forms.has(finding.code)).map((finding) => `${finding.code} ${finding.path}`)).toEqual([]);
  });
});

describe('offered by completion', () => {
  const at = (text: string) => {
    const { analysis, offset } = marked(text);
    const items = completions(analysis, offset).filter((item) => item.kind === 'snippet');
    return { labels: items.map((item) => item.label), choose: (label: string) => chosen(analysis, items.find((item) => item.label === label)!, written) };
  };
  it('a new file, while there is none', () => {
    expect(at('¦').labels[0]).toBe('ny dpia');
    expect(at('¦').choose('ny dpia')).toMatch(/^vurdering: dpia\nmal: e-helse-2018\n/);
    expect(at(`${FRAME}svar:\n  I.1: ja\n¦`).labels).not.toContain('ny dpia');
  });
  it('a new file below its first lines leaves those out', () => {
    const text = at('vurdering: dpia\nmal: e-helse-2018\n¦\n').choose('ny dpia');
    expect(text.match(/vurdering:/g)).toHaveLength(1);
    expect(text).toContain('tittel: ');
    expect(text).toContain('# Numrene på kriteriene');
  });
  it('the outcomes of a decision, until there is one', () => {
    expect(at(`${FRAME}¦\n`).labels).toEqual(expect.arrayContaining(['beslutning godkjent', 'beslutning betinget', 'beslutning ikke godkjent', 'personvernombud', 'forhåndsdrøftelse']));
    expect(at(`${FRAME}beslutning:\n  utfall: godkjent\n¦\n`).labels).not.toContain('beslutning godkjent');
  });
  it('rows in their lists, answers among the answers', () => {
    expect(at(`${FRAME}risikoer:\n  ¦\n`).labels).toEqual(['risiko']);
    expect(at(`${FRAME}risikoer:\n  - ¦\n`).choose('risiko')).toContain('  - scenario: Noe som er skrevet\n    kilde: Noe som er skrevet\n');
    expect(at(`${FRAME}undertrykk:\n  - ¦\n`).choose('undertrykk')).toContain(`  - funn: ${RULE}\n    på: I.1\n`);
    expect(at(`${FRAME}svar:\n  ¦\n`).labels).toEqual(['med forklaring', 'ikke relevant']);
  });
});
