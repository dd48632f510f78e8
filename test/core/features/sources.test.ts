import { describe, expect, it } from 'vitest';
import { citingFile } from '../../../server/core/features/citations.ts';
import { definition } from '../../../server/core/features/definition.ts';
import { findReferencesAt } from '../../../server/core/features/find-references.ts';
import { completions } from '../../../server/core/features/completion.ts';
import { documentLinks } from '../../../server/core/features/links.ts';
import { lawPage, pageText } from '../../../server/core/features/pages.ts';
import { sourceList } from '../../../server/core/features/source-list.ts';
import { analyseText, contextWith } from '../fixtures.ts';
import { marked, withAnswers } from './marked.ts';

const context = contextWith();
const prose = (line: string): string => withAnswers('III.1.1:', '  svar: ja', `  forklaring: ${line}`);
const definitionAt = (line: string) => {
  const { analysis, offset } = marked(prose(line));
  const found = definition(analysis, offset);
  return found && 'page' in found ? found : undefined;
};

describe('definition', () => {
  it('of an article, an act and its section is the page', () => {
    expect(definitionAt('Etter art. 6¦ nr. 1 bokstav e')?.page).toEqual({ kind: 'artikkel', name: 'art. 6 nr. 1 bokstav e' });
    expect(definitionAt('Etter barnevernsloven § 13¦-2')?.page).toEqual({ kind: 'lov', name: 'barnevernsloven § 13-2' });
    expect(definitionAt('Etter barneverns¦loven')?.page).toEqual({ kind: 'lov', name: 'barnevernsloven' });
    expect(definitionAt('Etter avtalen¦')).toBeUndefined();
  });
});

describe('references', () => {
  const other = analyseText(prose('Se art. 12–22 og artikkel 35 nr. 3 bokstav a.'));
  const find = (line: string): string[] => {
    const { analysis, offset } = marked(prose(line));
    const files = [citingFile('file:///a.dpia.yaml', 'a', analysis), citingFile('file:///b.dpia.yaml', 'b', other)];
    const texts = new Map([['a', analysis.text], ['b', other.text]]);
    return (findReferencesAt(analysis, offset, () => files) ?? []).map(({ file, range }) => `${file.name}: ${texts.get(file.name)!.slice(range.start, range.end)}`);
  };
  it('are those to the same source and to what lies below it, in all files', () => {
    expect(find('Etter art. 3¦5 og art. 36.')).toEqual(['a: art. 35', 'b: artikkel 35 nr. 3 bokstav a']);
    expect(find('Etter art. 1¦5.')).toEqual(['a: art. 15', 'b: art. 12–22']);
    expect(find('Ingenting¦ her.')).toEqual([]);
  });
});

describe('pages', () => {
  const open = [citingFile('file:///mappe/prøve.dpia.yaml', 'prøve.dpia.yaml', analyseText(prose('Etter barnevernsloven § 13-2.')))];
  it('of a section: our words, what rests on it and where it is used', () => {
    const page = lawPage(context, 'barnevernsloven § 13-2', open)!;
    expect(page).toMatch(/^# barnevernsloven § 13-2 Meldeplikt til barnevernet\n/);
    expect(page).toContain('[IV.2.3.5b](vurdert:/sporsmal/IV.2.3.5b.md)');
    expect(page).toContain('- prøve.dpia.yaml, linje 8: forklaring: Etter barnevernsloven § 13-2.');
    const closed = lawPage(context, 'barnevernsloven § 13-2', open.map(({ lineText: _, ...file }) => file))!;
    expect(closed).toContain('linje 8: III.1.1: barnevernsloven § 13-2');
    expect(lawPage(context, 'barnevernsloven § 13-2')).not.toContain('prøve.dpia.yaml');
  });
  it('of a repealed act: what replaced it', () => {
    expect(lawPage(context, 'barnevernloven')).toContain('**Opphevet 1.1.2023.** Nå: [barnevernsloven](vurdert:/lov/barnevernsloven.md)');
  });
  it('of everything in the list to search in', () => {
    const items = sourceList(context);
    expect(new Set(items.map(({ page }) => page.kind))).toEqual(new Set(['artikkel', 'lov', 'ord', 'sporsmal', 'regel', 'utdrag', 'fakta']));
    for (const { page, label } of items) {
      expect(label).not.toBe('');
      expect(pageText(context, page), page.name).toMatch(/^# /);
    }
  });
});

it('links to sections, not to every act that is named', () => {
  const links = documentLinks(analyseText(prose('Barnevernsloven og straffeloven § 196.')));
  expect(links.map(({ target }) => target)).toEqual([{ page: { kind: 'lov', name: 'straffeloven § 196' } }]);
});

it('completes the sections of an act', () => {
  const { analysis, offset } = marked(prose('Etter barnevernsloven § 1¦'));
  expect(completions(analysis, offset).map(({ label }) => label)).toEqual(['barnevernsloven § 13-2']);
});
