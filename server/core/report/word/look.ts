/** How the Word document looks: its styles by name, so that a reader can change them all in one place, and its colours. */
import { AlignmentType, BorderStyle, LevelFormat, LineRuleType, ShadingType, type ILevelsOptions, type INumberingOptions, type IRunOptions, type IShadingAttributesProperties, type IStylesOptions } from 'docx';
import type { Language } from '../../texts/language.ts';

export const COLOUR = { ink: '1D2733', soft: '55616F', line: 'C9D1DA', accent: '1F5A7A', wash: 'F5F7F9', paper: 'FFFFFF', black: '000000', error: 'B3261E', warning: '8A5C00', information: '3C6A93' };

/** Twips: A4 with margins, and the column that questions' numbers stand in. */
export const PAGE = { width: 11_906, height: 16_838, margin: 1134, text: 11_906 - 2 * 1134, numbers: 1020 };

const FONT = 'Calibri';
const heading = (size: number, before: number): { run: IRunOptions; paragraph: object } => ({
  run: { size, bold: true, color: COLOUR.accent, font: FONT },
  paragraph: { spacing: { before, after: 100 }, keepNext: true, keepLines: true },
});

const TAGS: { [language in Language]: string } = { nb: 'nb-NO', nn: 'nn-NO', en: 'en-GB' };

/** Styles of our own, by what they are for. */
export const STYLE = { quiet: 'VurdertQuiet', ask: 'VurdertAsk', contents: 'VurdertContents', cell: 'VurdertCell', head: 'VurdertHead', code: 'VurdertCode', alert: 'VurdertAlert' } as const;

/** @param language as the document's words are tagged with, for spelling and reading aloud */
export const stylesIn = (language: Language): IStylesOptions => ({
  default: {
    document: { run: { font: FONT, size: 21, color: COLOUR.ink, language: { value: TAGS[language], eastAsia: TAGS[language], bidirectional: TAGS[language] } }, paragraph: { spacing: { after: 110, line: 269, lineRule: LineRuleType.AUTO } } },
    title: { run: { size: 48, bold: true, color: COLOUR.ink, font: FONT }, paragraph: { spacing: { before: 120, after: 280 } } },
    heading1: heading(32, 420), heading2: heading(26, 300), heading3: heading(23, 240), heading4: heading(21, 200),
    hyperlink: { run: { color: COLOUR.accent, underline: { type: 'single' } } },
  },
  paragraphStyles: [
    { id: STYLE.quiet, name: 'Vurdert dempet', basedOn: 'Normal', run: { color: COLOUR.soft, size: 19 } },
    { id: STYLE.ask, name: 'Vurdert spørsmål', basedOn: 'Normal', next: 'Normal', run: { color: COLOUR.soft }, paragraph: { keepNext: true, keepLines: true, spacing: { before: 180, after: 60 }, indent: { left: PAGE.numbers, hanging: PAGE.numbers } } },
    { id: 'TOC1', name: 'toc 1', basedOn: 'Normal', next: 'Normal', run: { bold: true, size: 20 }, paragraph: { spacing: { before: 50, after: 10, line: 245, lineRule: LineRuleType.AUTO } } },
    { id: 'TOC2', name: 'toc 2', basedOn: 'Normal', next: 'Normal', run: { color: COLOUR.soft, size: 20 }, paragraph: { spacing: { after: 10, line: 245, lineRule: LineRuleType.AUTO }, indent: { left: 300 } } },
    { id: STYLE.contents, name: 'Vurdert innhold', basedOn: 'Normal', run: { size: 28, bold: true, color: COLOUR.accent }, paragraph: { spacing: { before: 480, after: 120 }, keepNext: true } },
    { id: STYLE.cell, name: 'Vurdert celle', basedOn: 'Normal', run: { size: 19 }, paragraph: { spacing: { before: 30, after: 30, line: 250, lineRule: LineRuleType.AUTO } } },
    { id: STYLE.head, name: 'Vurdert kolonnehode', basedOn: STYLE.cell, run: { color: COLOUR.soft, bold: true, size: 18 }, paragraph: { keepNext: true } },
    { id: STYLE.code, name: 'Vurdert kode', basedOn: 'Normal', run: { font: 'Consolas', size: 18 } },
    { id: STYLE.alert, name: 'Vurdert varsel', basedOn: 'Normal', run: { bold: true, color: COLOUR.error }, paragraph: { spacing: { before: 160, after: 160 }, border: { left: { style: BorderStyle.SINGLE, size: 24, space: 8, color: COLOUR.error } }, indent: { left: 200 } } },
  ],
});

const level = (n: number, format: ILevelsOptions['format'], text: string, start: number): ILevelsOptions => ({
  level: n, format: format ?? LevelFormat.BULLET, text, alignment: AlignmentType.LEFT, start, style: { paragraph: { indent: { left: 360 * (n + 1), hanging: 300 } } },
});
const LEVELS = [0, 1, 2, 3, 4, 5, 6, 7, 8];
export const BULLETS = 'punkter';
export const numbersFrom = (start: number): string => `tall-${start}`;

/** @param starts the numbers that the ordered lists begin with */
export function numbering(starts: Iterable<number>): INumberingOptions {
  return {
    config: [
      { reference: BULLETS, levels: LEVELS.map((n) => level(n, LevelFormat.BULLET, n % 2 ? '–' : '•', 1)) },
      ...[...starts].map((start) => ({ reference: numbersFrom(start), levels: LEVELS.map((n) => level(n, LevelFormat.DECIMAL, `%${n + 1}.`, n ? 1 : start)) })),
    ],
  };
}

const fill = (colour: string): IShadingAttributesProperties => ({ type: ShadingType.CLEAR, color: 'auto', fill: colour });
const FILLS: { [name: string]: [string, string] } = {
  'v-redacted': [COLOUR.black, COLOUR.paper], 'v-edition': [COLOUR.ink, COLOUR.paper],
  'v-missing': ['FFF4DC', '7A4B00'], 'v-unscored': ['FFF4DC', '7A4B00'], 'v-yes': ['DCEBF3', '17506D'], 'v-partly': ['EBE5F4', '533B7A'], 'v-to-redact': ['EBE5F4', '533B7A'],
  'v-low': ['DCEFE2', '1C5A36'], 'v-approved': ['DCEFE2', '1C5A36'], 'v-status-done': ['DCEFE2', '1C5A36'], 'v-middle': ['FBEECB', '6D4A00'], 'v-conditional': ['FBEECB', '6D4A00'], 'v-status-begun': ['FBEECB', '6D4A00'],
  'v-high': ['F8DCD7', '8A2415'], 'v-rejected': ['F8DCD7', '8A2415'], 'v-status-besluttet': ['DCEBF3', '17506D'], 'v-status-til-vurdering': ['EBE5F4', '533B7A'], 'v-badge': ['E9EBEE', '3D4754'],
};

/** The fill of what has one of the report's classes; of several the one that says most. */
export function fillOf(classes: readonly string[]): { shading: IShadingAttributesProperties; color: string } | undefined {
  const found = Object.keys(FILLS).find((name) => classes.includes(name));
  return found ? { shading: fill(FILLS[found]![0]), color: FILLS[found]![1] } : undefined;
}

/** What the report's classes say of words. */
export function runOf(classes: readonly string[]): IRunOptions {
  const has = (...names: string[]): boolean => names.some((name) => classes.includes(name));
  const filled = fillOf(classes);
  if (filled) return filled;
  if (has('v-big')) return { size: 36, bold: true };
  if (has('v-kind')) return { color: COLOUR.accent, bold: true };
  if (has('v-error')) return { color: COLOUR.error };
  if (has('v-warning')) return { color: COLOUR.warning };
  if (has('v-information')) return { color: COLOUR.information };
  return has('v-id', 'v-name', 'v-note', 'v-count', 'v-of', 'v-card-note', 'v-absent', 'v-card-name') ? { color: COLOUR.soft } : {};
}
