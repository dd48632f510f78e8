/** Every written form in test/fixtures/henvisninger.yaml means what stands there, wherever in a text it is. */
import { describe, expect, it } from 'vitest';
import { readYaml } from '../../../scripts/generate/read.ts';
import { readStructure } from '../../../scripts/generate/structure.ts';
import { findReferences, type Known } from '../../../server/core/sources/references.ts';
import { LAWS } from './laws.ts';

const table = readYaml('test/fixtures/henvisninger.yaml') as { [group: string]: { [text: string]: string[] } };
const known: Known = { laws: LAWS, structure: readStructure([]) };
const references = (text: string): string[] => findReferences(text, known).map(({ reference }) => reference);

describe.each(Object.entries(table))('%s', (_, forms) => {
  it.each(Object.entries(forms))('%s', (text, expected) => {
    expect(references(text)).toEqual(expected);
  });
  it.each(Object.entries(forms))('the same within a sentence, its letters taken apart: %s', (text, expected) => {
    const sentence = `Vi må også følge reglene: ${text}`.normalize('NFD');
    const found = findReferences(sentence, known);
    expect(found.map(({ reference }) => reference)).toEqual(expected);
    // Each stands where it says, in the text as it was.
    for (const { range, start } of found) {
      expect(sentence.slice(range.start, range.end)).toBe(sentence.slice(range.start, range.end).trim());
      expect(start).toBeGreaterThanOrEqual(range.start);
      expect(range.end).toBeGreaterThan(start);
      expect(sentence.slice(range.start, range.end).normalize('NFC')).toMatch(/^[\p{L}\d(§]/u);
    }
  });
});

it('the table is long enough to mean something', () => {
  expect(Object.values(table).flatMap((forms) => Object.keys(forms)).length).toBeGreaterThanOrEqual(120);
});
