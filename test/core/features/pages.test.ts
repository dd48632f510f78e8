import { describe, expect, it } from 'vitest';
import { CONFIG_CODES } from '../../../server/core/config/check.ts';
import { lookUp } from '../../../server/core/features/look-up.ts';
import { OWN_CODES } from '../../../server/core/templates/problems.ts';
import { bokmål } from '../../../server/core/texts/texts.ts';
import { articlePage, questionPage, rulePage } from '../../../server/core/features/pages.ts';
import { library } from '../../../server/core/product.ts';
import type { Rule } from '../../../server/core/rules/model.ts';
import { sourceList } from '../../../server/core/features/source-list.ts';
import { rulesAbout } from '../../../server/core/features/words.ts';
import { indexOf, nameOfQuestion } from '../../../server/core/templates/model.ts';
import { pageOf } from '../../../server/lsp/protocol.ts';
import { contextWith } from '../fixtures.ts';

const rule: Rule = {
  code: 'godkjent-uten-rad', title: 'Godkjent uten råd fra personvernombudet', rows: [150, 151], group: 'port', severity: 'error', gate: true, always: false, yields: false, templates: [], kinds: [], articles: ['art. 35 nr. 2'],
  at: 'beslutning/utfall', related: ['personvernombud'], reads: [], messages: { '': 'Beslutningen er «{utfall}», men *rådet* mangler.' }, why: 'Ombudet skal rådspørres.', todo: 'Hent rådet inn.',
};
const form: Rule = { ...rule, code: 'ukjent-nokkel', group: 'form', always: true, articles: [], rows: [] };
const context = contextWith({ ...library, rules: [rule, form] });

describe('pages', () => {
  it('of a rule: what, why, what to do, quotation, severity, rows and how to suppress', () => {
    const page = rulePage(context, 'godkjent-uten-rad')!;
    expect(page).toMatch(/^# Godkjent uten råd fra personvernombudet\n/);
    expect(page).toContain('Beslutningen er «…», men \\*rådet\\* mangler.');
    expect(page).toContain('## Hvorfor\n\nOmbudet skal rådspørres.\n\n## Hva du gjør\n\nHent rådet inn.');
    expect(page).toContain('kontrollert 22.11.2026');
    expect(page).toContain('- Utkast: advarsel\n- Til vurdering: advarsel\n- Besluttet: feil');
    expect(page).toContain('150, 151');
    expect(page).toContain('undertrykk:\n  - funn: godkjent-uten-rad\n    på: beslutning/utfall\n    begrunnelse: Hvorfor funnet skal være stille');
  });
  it('of a form rule: it cannot be suppressed', () => {
    const page = rulePage(context, 'ukjent-nokkel')!;
    expect(page).toContain('- Uansett status: feil');
    expect(page).toContain('kan ikke undertrykkes');
    expect(page).not.toContain('```');
  });
  it('of every rule that the product has', () => {
    for (const each of library.rules) expect(rulePage(contextWith(), each.code)).toContain(each.code);
    expect(rulePage(contextWith(), 'finnes-ikke')).toBeUndefined();
  });
  it('of every finding in a configuration, and in own templates and rules, in every language', () => {
    for (const code of [...CONFIG_CODES, ...OWN_CODES]) {
      const pages = (['nb', 'nn', 'en'] as const).map((language) => rulePage({ ...contextWith(), texts: bokmål.in(language) }, code)!);
      for (const page of pages) expect(page).toMatch(new RegExp(`^# \\S.*\\n\\n\\S+: \`${code}\`\\n\\n## `));
      expect(new Set(pages).size, code).toBe(3);
    }
    expect(rulePage(contextWith(), 'egen-id')).toContain('docs/egne-maler.md');
    expect(lookUp(contextWith(), 'egen-frm')).toEqual({ near: expect.arrayContaining(['egen-form']) });
  });
  it('of an article: the words, our explanation, its relatives and who uses it', () => {
    const page = articlePage(context, 'art. 35 nr. 2')!;
    expect(page).toMatch(/^# art\. 35 nr\. 2 /);
    expect(page).toContain(library.articles.get('art. 35 nr. 2')!.quotation);
    expect(page).toContain('[Godkjent uten råd fra personvernombudet](vurdert:/regel/godkjent-uten-rad.md)');
    expect(page).toContain('[VII.p1](vurdert:/sporsmal/VII.p1.md) Vurdering fra personvernombudet');
  });
  it('of a span: each article; of what is unknown: none', () => {
    expect(articlePage(context, 'art. 44–46')!.match(/^# /gm)).toHaveLength(3);
    expect(articlePage(context, 'art. 99')).toBeUndefined();
    expect(articlePage(context, '../../etc')).toBeUndefined();
  });
  it('of a question', () => {
    const page = questionPage(context, 'II.4.4')!;
    expect(page).toMatch(/^# II\.4\.4 Skal opplysningene brukes til å profilere den registrerte\?\n/);
    expect(page).toContain('«profilering» enhver form for automatisert behandling');
    expect(questionPage(context, 'VII.p1')).toContain('Besvares under «personvernombud → råd».');
    expect(questionPage(context, 'X.1')).toBeUndefined();
  });
  it('of questions that share an id: a list, and each under the name of its template', () => {
    const page = questionPage(context, 'A.1')!;
    expect(page).toMatch(/^# A\.1\n/);
    expect(page).toContain('- [plattform-2026/A.1](vurdert:/sporsmal/plattform-2026/A.1.md) Hvilken tjeneste gjelder det?');
    expect(questionPage(context, 'plattform-2026/A.1')).toMatch(/^# A\.1 Hvilken tjeneste gjelder det\?\n/);
    expect(questionPage(context, 'plattform/A.1')).toBe(questionPage(context, 'plattform-2026/A.1'));
    expect(questionPage(context, 'e-helse-2018/A.1')).toBeUndefined();
    expect(pageOf('vurdert:/sporsmal/plattform-2026/A.1.md')).toEqual({ kind: 'sporsmal', name: 'plattform-2026/A.1' });
    expect(pageOf('vurdert:/sporsmal/plattform-2026%2FA.1.md')).toEqual({ kind: 'sporsmal', name: 'plattform-2026/A.1' });
  });
  it('every link to a question leads to one question', () => {
    const names = sourceList(contextWith()).filter(({ page }) => page.kind === 'sporsmal').map(({ page }) => page.name);
    expect(new Set(names).size).toBe(names.length);
    for (const template of library.templates) for (const id of indexOf(template).questions.keys()) expect(names).toContain(nameOfQuestion(library.templates, template, id));
    for (const reference of library.articles.keys()) {
      for (const [, name] of articlePage(contextWith(), reference)!.matchAll(/\(vurdert:\/sporsmal\/([^)]*)\.md\)/g)) expect(names).toContain(decodeURIComponent(name!));
    }
  });
  it('a rule is about a question in the kinds that it is for', () => {
    const own = { ...rule, at: 'A.1', related: [] };
    const [plattform, plm] = (['plattform', 'plm'] as const).map((kind) => library.templates.find((template) => template.kind === kind)!);
    expect(rulesAbout({ ...library, rules: [{ ...own, kinds: ['plattform'] }] }, plattform!, 'A.1')).toHaveLength(1);
    expect(rulesAbout({ ...library, rules: [{ ...own, kinds: ['plattform'] }] }, plm!, 'A.1')).toEqual([]);
    expect(rulesAbout({ ...library, rules: [{ ...own, templates: ['plm-2026'] }] }, plattform!, 'A.1')).toEqual([]);
  });
});
