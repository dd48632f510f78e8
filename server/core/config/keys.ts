/**
 * The keys of vurdert.config.yaml: what may stand under each, with its words. Reading, checking, completion, hover and
 * the JSON Schema all go by this table.
 */
import { LANGUAGES } from '../texts/language.ts';
import type { TextKey } from '../texts/texts.ts';
import { LEVELS } from './model.ts';

export type Shape =
  | { type: 'text' }
  | { type: 'number'; least: number; most: number }
  | { type: 'choice'; values: readonly string[]; words: (value: string) => TextKey }
  /** `of` says what each item is: words, a pattern of files, or the path of a file or folder. */
  | { type: 'list'; of: 'text' | 'pattern' | 'path'; least?: number; most?: number }
  | { type: 'map'; fields: readonly Field[] }
  /** Levels by rule code, each one level or one for each status. */
  | { type: 'rules' };

export interface Field {
  key: string;
  shape: Shape;
  /** What it is, in a sentence or two. */
  words: TextKey;
  /** How it may look, as YAML. */
  example: string;
}

const LEVEL: Shape = { type: 'choice', values: LEVELS, words: (value) => `config.level.${value}` as TextKey };

/** What stands under a rule's code, where it is not one level for all. */
export const STATUS_FIELDS: readonly Field[] = [
  { key: 'utkast', shape: LEVEL, words: 'config.key.utkast', example: 'utkast: av' },
  { key: 'til-vurdering', shape: LEVEL, words: 'config.key.til-vurdering', example: 'til-vurdering: advarsel' },
  { key: 'besluttet', shape: LEVEL, words: 'config.key.besluttet', example: 'besluttet: feil' },
];
export const LEVEL_SHAPE = LEVEL;

/** A scale with fewer steps tells nothing apart; one with more has no room in the matrix. */
const STEPS = { least: 3, most: 6 };

export const FIELDS: readonly Field[] = [
  { key: 'mapper', shape: { type: 'list', of: 'pattern' }, words: 'config.key.mapper', example: 'mapper: [vurderinger/**]' },
  { key: 'utelat', shape: { type: 'list', of: 'pattern' }, words: 'config.key.utelat', example: "utelat: [arkiv, '**/kladd']" },
  { key: 'regler', shape: { type: 'rules' }, words: 'config.key.regler', example: 'regler:\n  deltakere-faerre-enn-to: av\n  ubesvarte: {utkast: av, til-vurdering: feil}' },
  { key: 'maler', shape: { type: 'list', of: 'path' }, words: 'config.key.maler', example: 'maler: [maler]' },
  { key: 'regelfiler', shape: { type: 'list', of: 'path' }, words: 'config.key.regelfiler', example: 'regelfiler: [regler]' },
  {
    key: 'virksomhet', words: 'config.key.virksomhet', example: 'virksomhet:\n  navn: Solvik kommune\n  personvernombud: Personvernombudet, personvernombud@solvik.example',
    shape: {
      type: 'map', fields: [
        { key: 'navn', shape: { type: 'text' }, words: 'config.key.navn', example: 'navn: Solvik kommune' },
        { key: 'organisasjonsnummer', shape: { type: 'text' }, words: 'config.key.organisasjonsnummer', example: "organisasjonsnummer: '999 999 999'" },
        { key: 'personvernombud', shape: { type: 'text' }, words: 'config.key.personvernombud', example: 'personvernombud: Personvernombudet, personvernombud@solvik.example' },
        { key: 'kontakt', shape: { type: 'text' }, words: 'config.key.kontakt', example: 'kontakt: personvern@solvik.example' },
      ],
    },
  },
  {
    key: 'risikoskala', words: 'config.key.risikoskala', example: 'risikoskala:\n  sannsynlighet: [Lite sannsynlig, Mindre sannsynlig, Sannsynlig, Svært sannsynlig]\n  konsekvens: [Ufarlig, Liten, Alvorlig, Svært alvorlig]\n  middels: 4\n  høy: 9',
    shape: {
      type: 'map', fields: [
        { key: 'sannsynlighet', shape: { type: 'list', of: 'text', ...STEPS }, words: 'config.key.sannsynlighet', example: 'sannsynlighet: [Lite sannsynlig, Mindre sannsynlig, Sannsynlig, Svært sannsynlig]' },
        { key: 'konsekvens', shape: { type: 'list', of: 'text', ...STEPS }, words: 'config.key.konsekvens', example: 'konsekvens: [Ufarlig, Liten, Alvorlig, Svært alvorlig]' },
        { key: 'middels', shape: { type: 'number', least: 2, most: 36 }, words: 'config.key.middels', example: 'middels: 4' },
        { key: 'høy', shape: { type: 'number', least: 3, most: 36 }, words: 'config.key.høy', example: 'høy: 9' },
      ],
    },
  },
  { key: 'roller', shape: { type: 'list', of: 'text' }, words: 'config.key.roller', example: 'roller: [personvernombudet, systemeier]' },
  { key: 'språk', shape: { type: 'choice', values: LANGUAGES, words: (value) => `config.language.${value}` as TextKey }, words: 'config.key.språk', example: 'språk: nn' },
];

/** Keys that begin so are the municipality's own, for its own programs: they may hold anything. */
export const isOwnKey = (key: string): boolean => /^x-/.test(key);

/** What is expected at a path (rows of a list left out); undefined where nothing is known. */
export function fieldAt(path: readonly string[]): Field | undefined {
  const [first, ...rest] = path;
  const field = FIELDS.find(({ key }) => key === first);
  if (!field || !rest.length) return field;
  if (field.shape.type === 'map') return rest.length === 1 ? field.shape.fields.find(({ key }) => key === rest[0]) : undefined;
  if (field.shape.type === 'rules' && rest.length === 2) return STATUS_FIELDS.find(({ key }) => key === rest[1]);
  return undefined;
}
