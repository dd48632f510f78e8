/**
 * The catalogue of rules found in the sources (schemas/katalog.yaml): checks that every row is
 * accounted for, that rows and rules name each other, and makes docs/regler.md of it.
 */
import { indexOf, questionsNamed, type Question, type Template } from '../../server/core/templates/model.ts';
import { severityAt, type Rule, type Severity } from '../../server/core/rules/model.ts';
import type { DeclaredRule } from './compile.ts';
import { readYaml } from './read.ts';



export type Ending = 'regel' | 'sporsmal' | 'vilkår' | 'hover' | 'ingen';
const ENDINGS: readonly Ending[] = ['regel', 'sporsmal', 'vilkår', 'hover', 'ingen'];
const FIRST = 1;
const LAST = 178;

export interface CatalogueRow {
  /** The catalogue's number; undefined for a duty beyond its rows. */
  nr?: number;
  /** The document that it was found in. */
  source: string;
  rule: string;
  trigger: string;
  demand: string;
  /** The proposed letter; '' where there is none. */
  letter: string;
  quotation: string;
  ending: Ending;
  /** Rule codes, question ids, head keys and articles. */
  where: string[];
  reason: string;
}

export interface Catalogue {
  rows: CatalogueRow[];
  /** Duties that the rows do not hold. */
  beyond: CatalogueRow[];
}

/** What the catalogue may name. */
export interface Known {
  rules: DeclaredRule[];
  templates: Template[];
  isArticle(reference: string): boolean;
}

const text = (value: unknown): string => (value === undefined || value === null ? '' : String(value).trim());

/** The catalogue as written in a file. */
export function readCatalogue(file = 'schemas/katalog.yaml'): Catalogue {
  const written = readYaml(file);
  const row = (each: Record<string, unknown>): CatalogueRow => ({
    ...(each['nr'] === undefined ? {} : { nr: Number(each['nr']) }),
    source: text(each['kilde']), rule: text(each['regel'] ?? each['plikt']), trigger: text(each['utloser']), demand: text(each['krav']),
    letter: text(each['alvorlighet']), quotation: text(each['sitat']),
    ending: text(each['ender-som']) as Ending, where: Array.isArray(each['hvor']) ? each['hvor'].map(text) : [], reason: text(each['grunn']),
  });
  return { rows: (written['rader'] ?? []).map(row), beyond: (written['utenfor'] ?? []).map(row) };
}

const LETTERS: Record<Severity, string> = { error: 'E', warning: 'W', information: 'I' };

/** What is wrong between the catalogue and what is declared, as sentences; empty when they agree. */
export function catalogueProblems({ rows, beyond }: Catalogue, known: Known): string[] {
  const problems: string[] = [];
  const byCode = new Map(known.rules.map((rule) => [rule.code, rule]));
  const seen = new Map<number, CatalogueRow>();
  for (const row of [...rows, ...beyond]) {
    const name = row.nr === undefined ? `«${row.rule}»` : `rad ${row.nr}`;
    if (row.nr !== undefined) {
      if (seen.has(row.nr)) problems.push(`${name} står to ganger`);
      seen.set(row.nr, row);
    }
    problems.push(...rowProblems(row, byCode, known).map((problem) => `${name}: ${problem}`));
  }
  for (let nr = FIRST; nr <= LAST; nr++) if (!seen.has(nr)) problems.push(`rad ${nr} mangler`);
  for (const rule of known.rules) for (const nr of rule.rows) {
    if (nr >= FIRST && nr <= LAST && !seen.get(nr)?.where.includes(rule.code)) problems.push(`regelen «${rule.code}» sier at den svarer for rad ${nr}, men raden nevner den ikke`);
  }
  return problems;
}

function rowProblems(row: CatalogueRow, byCode: Map<string, DeclaredRule>, known: Known): string[] {
  const problems: string[] = [];
  const { nr, ending, where, reason } = row;
  if (!ENDINGS.includes(ending)) return [`ender-som er «${ending}»; skriv ${ENDINGS.join(', ')}`];
  if (!where.length && ending !== 'ingen') problems.push('hvor mangler');
  if (ending === 'ingen' && !reason) problems.push('grunn mangler: en rad som ikke blir til noe, skal si hvorfor');
  const rules = where.flatMap((place) => byCode.get(place) ?? []);
  const questionsAt = (place: string): Question[] => [...questionsNamed(known.templates, place).map(({ question }) => question), ...known.templates.flatMap((template) => indexOf(template).head.get(place) ?? [])];
  const questions = where.flatMap(questionsAt);
  for (const place of where) if (!byCode.has(place) && !known.isArticle(place) && !questionsAt(place).length) problems.push(`«${place}» er verken en regel, et spørsmål eller en artikkel`);
  if (ending === 'regel' && !rules.length) problems.push('ingen av stedene er en regel');
  if (ending === 'sporsmal' && !questions.length) problems.push('ingen av stedene er et spørsmål');
  if (ending === 'vilkår' && !(questions.length && questions.every((question) => question.condition))) problems.push('spørsmålene har ikke vilkår');
  if (nr === undefined) return problems;
  for (const rule of rules) if (!rule.rows.includes(nr)) problems.push(`regelen «${rule.code}» har ikke raden blant sine rader`);
  if (row.letter && !reason && rules.some((rule) => LETTERS[rule.severity] !== row.letter)) problems.push('grunn mangler: alvorligheten avviker fra forslaget');
  return problems;
}

const WORDS: Record<Severity, string> = { error: 'feil', warning: 'advarsel', information: 'informasjon' };
const PROPOSED: Record<string, string> = { E: 'feil', W: 'advarsel', I: 'informasjon' };
const ENDING_WORDS: Record<Ending, string> = { regel: 'regel', sporsmal: 'spørsmål', vilkår: 'vilkår', hover: 'hover', ingen: 'ingen' };
const GROUPS: { group: Rule['group']; title: string }[] = [
  { group: 'behov', title: 'Behov for DPIA' },
  { group: 'port', title: 'Porter' },
  { group: 'motsigelse', title: 'Motsigelser og innhold' },
  { group: 'mangel', title: 'Mangler' },
  { group: 'kvalitet', title: 'Kvalitet' },
  { group: 'form', title: 'Form' },
];

/** docs/regler.md: the rows with how each ends, and every rule with its severity at each status. */
export function catalogueTable({ rows, beyond }: Catalogue, rules: DeclaredRule[]): string {
  const codes = new Set(rules.map((rule) => rule.code));
  const place = (each: string): string => (codes.has(each) ? `[${each}](#${each})` : each);
  const cells = (row: CatalogueRow): string[] => [ENDING_WORDS[row.ending], row.where.map(place).join(', '), row.reason];
  const lines = [
    '# Reglene',
    '',
    '<!-- Laget av scripts/generate.ts av schemas/katalog.yaml og server/core/rules/. Endres ikke for hånd. -->',
    '',
    `Radene ${FIRST}–${LAST} i katalogen er reglene, pliktene og kontrollene som er funnet i kildene: S0 og S1 er Oslo kommunes veiledere, S2 er KS, S3 Helsedirektoratet og S4 DPIA-malen fra Direktoratet for e-helse (2018). Hver rad ender som en regel, et spørsmål i en mal, et vilkår for et spørsmål, en hovertekst eller ingenting, og da står grunnen. Kolonnen «Forslag» er katalogens forslag til alvorlighet.`,
    '',
    ...table(['Nr.', 'Kilde', 'Rad', 'Utløses av', 'Krav', 'Forslag', 'Ender som', 'Hvor', 'Merknad'],
      rows.map((row) => [String(row.nr), row.source, row.rule, row.trigger, row.demand, PROPOSED[row.letter] ?? row.letter, ...cells(row)])),
    '',
    '## Plikter utenfor radene',
    '',
    ...table(['Plikt', 'Ender som', 'Hvor', 'Merknad'], beyond.map((row) => [row.rule, ...cells(row)])),
    '',
    '## Alle reglene',
    '',
    'Alvorligheten følger statusen: et utkast viser mangler som informasjon, en vurdering til behandling høyst som advarsel. Porter, og et ja som tilsier DPIA, er aldri mindre enn en advarsel.',
  ];
  for (const { group, title } of GROUPS) {
    const own = rules.filter((rule) => rule.group === group).sort((a, b) => (a.code < b.code ? -1 : 1));
    if (!own.length) continue;
    lines.push('', `### ${title}`, '', ...table(['Kode', 'Regel', 'Utkast', 'Til vurdering', 'Besluttet', 'Artikler', 'Rader'], own.map((rule) => [
      `<a id="${rule.code}"></a>\`${rule.code}\``, rule.title,
      WORDS[severityAt(rule, 'utkast')], WORDS[severityAt(rule, 'til-vurdering')], WORDS[severityAt(rule, 'besluttet')],
      rule.articles.join(', '), rule.rows.join(', '),
    ])));
  }
  return `${lines.join('\n')}\n`;
}

function table(head: string[], rows: string[][]): string[] {
  const line = (cells: string[]): string => `| ${cells.map((cell) => cell.replaceAll('|', '\\|').replace(/\s+/g, ' ')).join(' | ')} |`;
  return [line(head), `|${head.map(() => '---').join('|')}|`, ...rows.map(line)];
}
