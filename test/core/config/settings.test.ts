/** The user's settings of the rules (`vurdert.regler`): what is wrong in them. */
import { expect, it } from 'vitest';
import { readConfiguration } from '../../../server/core/config/read.ts';
import { settingsProblems } from '../../../server/core/config/settings.ts';
import { library } from '../../../server/core/product.ts';
import { bokmål } from '../../../server/core/texts/texts.ts';

const problems = (value: unknown, own: typeof library.rules = []): string[] => settingsProblems(value, { library, texts: bokmål }, own);

it('says where each mistake is, in the words of the configuration', () => {
  expect(problems({ plassholder: { utkast: 'advarssel' }, 'ja-utloser-dpia': 'av', 'dpia-manglar': 'feil' })).toEqual([
    'vurdert.regler › plassholder › utkast: «advarssel» kan ikke stå her. Skriv «av», «informasjon», «advarsel» eller «feil».',
    expect.stringMatching(/^vurdert\.regler › ja-utloser-dpia: .*«advarsel»/),
    'vurdert.regler › dpia-manglar: Ingen regel har koden «dpia-manglar». Mente du «dpia-mangler»?',
  ]);
  expect(problems(['ubesvarte'])).toEqual([expect.stringMatching(/^vurdert\.regler: /)]);
});

it('is silent of what is right, of nothing, and of rules that the workspace brings along', () => {
  for (const value of [undefined, null, {}, { ubesvarte: 'av', plassholder: { besluttet: 'feil' } }]) expect(problems(value)).toEqual([]);
  const own = [{ ...library.rules[0]!, code: 'var-egen', group: 'mangel' as const, gate: false }];
  expect(problems({ 'var-egen': 'av' }, own)).toEqual([]);
  expect(problems({ 'var-egen': 'av' })).toHaveLength(1);
});

it('a configuration whose patterns lead out is read as if it had none', () => {
  const { configuration } = readConfiguration("mapper: ['../x', /etc]\nutelat: ['../**', arkiv]\nmaler: [../ute, maler]\n");
  expect([configuration.folders, configuration.excluded, configuration.templates]).toEqual([[], ['arkiv'], ['maler']]);
});
