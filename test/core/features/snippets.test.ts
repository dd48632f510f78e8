import { describe, expect, it } from 'vitest';
import { completions } from '../../../server/core/features/completion.ts';
import { templateFor, type Snippet } from '../../../server/core/library.ts';
import { library } from '../../../server/core/product.ts';
import { ASSESSMENT_KINDS } from '../../../server/core/recognise.ts';
import { indexOf, type AssessmentKind, type Question, type Template } from '../../../server/core/templates/model.ts';
import { toJson } from '../../../server/core/syntax/nodes.ts';
import { analyseText, TODAY } from '../fixtures.ts';
import { chosen, filled, marked } from './marked.ts';

const FRAME = 'vurdering: dpia\nmal: e-helse-2018\ntittel: Prøve\nbehandlingsansvarlig: Virksomheten\nstatus: utkast\n';
const RULE = library.rules.find((rule) => rule.group !== 'form')?.code ?? 'manglende-svar';
/** What somebody would write at a stop of this line. */
const written = (line: string): string => {
  const key = /^[\s-]*([^\s:]+):/.exec(line)?.[1] ?? '';
  if (['dato', 'frist', 'oppstart', 'neste-gjennomgang', 'ført', 'B.3'].includes(key)) return TODAY;
  return { kriterier: '[4, 7]', funn: RULE, på: 'I.1', 'B.4': '13', hjemmel: 'folkehelseloven § 4', id: 'fritidsklubben', ip: './prove.ip.yaml', vurdering: './prove.plm.yaml', '${1}': 'II.4.4' }[key] ?? 'Noe som er skrevet';
};
const indented = (text: string, by: number): string => text.replace(/^(?=.)/gm, ' '.repeat(by));

/** A question of the template that the snippet's own key could be. */
function fitting(template: Template, body: string): string {
  const questions = [...indexOf(template).questions.values()].map(({ question }) => question);
  return questions.find(({ kind, mayBeIrrelevant }) => (body.includes('ikke relevant') ? mayBeIrrelevant
    : body.includes('risiko:') ? kind.type === 'group' && kind.fields[0]?.id === 'risiko'
      : kind.type === 'yes-no' && kind.partial))!.id;
}

/** The snippet where it belongs in a file of the kind: a file of its own, a head key, a row of its list, answers. */
function inPlace({ body, scope }: Snippet, kind: AssessmentKind): string {
  const template = templateFor(library, kind, undefined)!;
  const head = template.head.filter(({ required }) => required).map(({ id }) => `${id}: ${{ vurdering: kind, mal: template.id, status: 'utkast' }[id] ?? 'Prøve'}\n`).join('');
  // A choice begins with «fyll ut», so that nothing is answered unseen: somebody then chooses the next.
  const text = filled(body.replace(/^\$\{1\}:/, () => `${fitting(template, body)}:`).replace(/\|«fyll ut»,/g, '|'), (line) => (/^\s*på:/.test(line) ? [...indexOf(template).questions.keys()][0]! : written(line)));
  if (scope === 'file') return text;
  if (scope === 'answers') return `${head}svar:\n${indented(text, 2)}\n`;
  if (text.startsWith('- tiltak')) return `${head}risikoer:\n  - scenario: Noe\n    kilde: Noen\n    konsekvens-for-registrerte: Noe\n    sannsynlighet: 1\n    konsekvens: 1\n    tiltak:\n${indented(text, 6)}\n    restrisiko: {sannsynlighet: 1, konsekvens: 1}\n`;
  if (text.startsWith('- forbedring')) return `${head}beslutning:\n  utfall: betinget\n  forbedringer:\n${indented(text, 4)}\n`;
  const first = /^- ([^:]+):/.exec(text)?.[1];
  if (first === undefined) return `${head}${text}\n`;
  const isRows = (question: Question): boolean => question.kind.type === 'group' && question.kind.repeated && question.kind.fields[0]?.id === first;
  const list = template.head.find(isRows);
  return list ? `${head}${list.id}:\n${indented(text, 2)}\n` : `${head}svar:\n  ${[...indexOf(template).questions.values()].find(({ question }) => isRows(question))!.question.id}:\n${indented(text, 4)}\n`;
}

const cases = library.snippets.flatMap((snippet) => (snippet.kinds.length ? snippet.kinds : ASSESSMENT_KINDS).map((kind) => [snippet.name, kind, snippet] as const));
describe.each(cases)('%s in %s', (_, kind, snippet) => {
  it('is readable and in form where it belongs', () => {
    const analysis = analyseText(inPlace(snippet, kind));
    expect(analysis.assessment.kind).toBe(kind);
    expect(analysis.tree.problems).toEqual([]);
    // The schema says what the form rules report.
    expect(library.validate(analysis.assessment.template.id, toJson(analysis.tree.root!))).toEqual([]);
    // The frame has nothing to suppress.
    const forms = new Set(library.rules.filter((rule) => rule.group === 'form' && rule.code !== 'ubrukt-undertrykkelse').map((rule) => rule.code));
    expect(analysis.findings().filter((finding) => forms.has(finding.code)).map((finding) => `${finding.code} ${finding.path}`)).toEqual([]);
  });
});

describe('every kind has a frame of its own', () => {
  it.each(ASSESSMENT_KINDS.map((kind) => [kind]))('%s', (kind) => {
    expect(library.snippets.filter(({ scope, kinds }) => scope === 'file' && kinds.includes(kind))).toHaveLength(1);
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
  it('in files of other kinds, what belongs there', () => {
    const labels = (text: string) => {
      const { analysis, offset } = marked(text);
      return completions(analysis, offset).filter((item) => item.kind === 'snippet').map((item) => item.label);
    };
    const head = (kind: string, mal: string) => `vurdering: ${kind}\nmal: ${mal}\ntittel: Prøve\nbehandlingsansvarlig: Virksomheten\n`;
    expect(labels('vurdering: plattform\n¦')).toContain('ny plattformvurdering');
    expect(labels('vurdering: plattform\n¦')).not.toContain('ny dpia');
    expect(labels(`${head('ip', 'ip-2026')}status: utkast\n¦\nsvar:\n`)).not.toContain('beslutning godkjent');
    expect(labels(`${head('plattform', 'plattform-2026')}svar:\n  ¦\n`)).toEqual(expect.arrayContaining(['strategi deling', 'strategi toveis', 'strategi gaming', 'strategi feltarbeid', 'med forklaring']));
    expect(labels(`${head('plattform', 'plattform-2026')}svar:\n  D.1:\n    - ¦\n`)).toEqual(['formål']);
    expect(labels(`${head('behandlingsoversikt', 'behandlingsoversikt-2026')}svar:\n  behandlinger:\n    - ¦\n`)).toEqual(['behandling']);
  });
  it('a block of answers without those that are there', () => {
    const { analysis, offset } = marked('vurdering: plattform\nmal: plattform-2026\nsvar:\n  C.1: [deling]\n  C.2: Deler program\n  ¦\n');
    const item = completions(analysis, offset).find(({ label }) => label === 'strategi deling')!;
    expect(item.insert).toMatch(/^C\.3: nei\nC\.4: nei/);
  });
});
