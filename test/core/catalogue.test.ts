import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { catalogueProblems, catalogueTable, readCatalogue, type Catalogue, type Known } from '../../scripts/generate/catalogue.ts';
import { compile } from '../../scripts/generate/compile.ts';
import { root } from './fixtures.ts';

const declared = compile();
const catalogue = readCatalogue();
const articles = new Set(declared.articles.map((article) => article.reference));
const known: Known = { rules: declared.rules, templates: declared.templates, isArticle: (reference) => articles.has(reference) };

describe('the catalogue', () => {
  it('accounts for every row', () => {
    expect(catalogueProblems(catalogue, known)).toEqual([]);
    expect(catalogue.rows.map((row) => row.nr)).toEqual(Array.from({ length: 178 }, (_, i) => 1 + i));
  });

  it('is what docs/regler.md shows, each row beginning with its number', () => {
    const table = readFileSync(path.join(root, 'docs/regler.md'), 'utf8');
    expect(table).toBe(catalogueTable(catalogue, declared.rules));
    for (const row of catalogue.rows) expect(table).toContain(`\n| ${row.nr} | `);
    for (const rule of declared.rules) expect(table).toContain(`\`${rule.code}\``);
  });

  it('notices a row that lacks, a rule that does not exist, and a claim that the row does not know', () => {
    const row = catalogue.rows.find((each) => each.nr === 123)!;
    const changed = (rows: Catalogue['rows']): string[] => catalogueProblems({ ...catalogue, rows }, known);
    const others = catalogue.rows.filter((each) => each !== row);
    expect(changed(others)).toEqual(['rad 123 mangler', 'regelen «profilering-selvmotsagt» sier at den svarer for rad 123, men raden nevner den ikke']);
    expect(changed([...others, { ...row, where: [...row.where, 'finnes-ikke'] }])).toEqual(['rad 123: «finnes-ikke» er verken en regel, et spørsmål eller en artikkel']);
    expect(changed([...others, { ...row, where: ['evig-lagring'] }])).toEqual([
      'rad 123: regelen «evig-lagring» har ikke raden blant sine rader',
      'regelen «profilering-selvmotsagt» sier at den svarer for rad 123, men raden nevner den ikke',
    ]);
    expect(changed([...others, { ...row, ending: 'ingen', where: [], reason: '' }])).toContain('rad 123: grunn mangler: en rad som ikke blir til noe, skal si hvorfor');
  });
});
