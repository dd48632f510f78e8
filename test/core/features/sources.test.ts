import { describe, expect, it } from 'vitest';
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
const definitionAt = (line: string): ReturnType<typeof definition> => {
  const { analysis, offset } = marked(prose(line));
  return definition(analysis, offset);
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
    const open = [{ uri: 'file:///a.dpia.yaml', name: 'a', analysis }, { uri: 'file:///b.dpia.yaml', name: 'b', analysis: other }];
    return findReferencesAt(analysis, offset, open).map((each) => `${each.name}: ${each.analysis.text.slice(each.range.start, each.range.end)}`);
  };
  it('are those to the same source and to what lies below it, in all open files', () => {
    expect(find('Etter art. 3¦5 og art. 36.')).toEqual(['a: art. 35', 'b: artikkel 35 nr. 3 bokstav a']);
    expect(find('Etter art. 1¦5.')).toEqual(['a: art. 15', 'b: art. 12–22']);
    expect(find('Ingenting¦ her.')).toEqual([]);
  });
});

describe('pages', () => {
  const open = [{ uri: 'file:///mappe/prøve.dpia.yaml', name: 'prøve.dpia.yaml', analysis: analyseText(prose('Etter barnevernsloven § 13-2.')) }];
  it('of a section: our words, what rests on it and where it is used', () => {
    const page = lawPage(context, 'barnevernsloven § 13-2', open)!;
    expect(page).toMatch(/^# barnevernsloven § 13-2 Meldeplikt til barnevernet\n/);
    expect(page).toContain('[IV.2.3.5b](vurdert:/sporsmal/IV.2.3.5b.md)');
    expect(page).toContain('(file:///mappe/pr%C3%B8ve.dpia.yaml#L8) linje 8: forklaring: Etter barnevernsloven § 13-2.');
    expect(page).toContain('Bare vurderinger som er åpne i redigeringsprogrammet, er lest.');
    expect(lawPage(context, 'barnevernsloven § 13-2')).not.toContain('åpne');
  });
  it('of a repealed act: what replaced it', () => {
    expect(lawPage(context, 'barnevernloven')).toContain('**Opphevet 1.1.2023.** Nå: [barnevernsloven](vurdert:/lov/barnevernsloven.md)');
  });
  it('of everything in the list to search in', () => {
    const items = sourceList(context);
    expect(new Set(items.map(({ page }) => page.kind))).toEqual(new Set(['artikkel', 'lov', 'ord', 'sporsmal', 'regel', 'utdrag']));
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
