import { describe, expect, it } from 'vitest';
import { hover } from '../../../server/core/features/hover.ts';
import { library } from '../../../server/core/product.ts';
import type { Rule } from '../../../server/core/rules/model.ts';
import { analyseText, contextWith, read } from '../fixtures.ts';
import { marked, withAnswers } from './marked.ts';

const at = (text: string, own = library): string | undefined => {
  const { analysis, offset } = marked(text, contextWith(own));
  return hover(analysis, offset)?.markdown;
};

describe('hovering over a question', () => {
  it('shows the question, what is asked for and what it rests on', () => {
    const text = at(withAnswers('II.4¦.4: nei'))!;
    expect(text.split('\n')[0]).toBe('**II.4.4 Skal opplysningene brukes til å profilere den registrerte?**');
    expect(text).toContain('Svar: ja, nei eller delvis. Forklar når svaret er ja eller delvis.');
    expect(text).toContain('> «profilering» enhver form for automatisert behandling av personopplysninger');
    expect(text).toContain('[personvernforordningen art. 4 nr. 4](vurdert:/artikkel/art.%204%20nr.%204.md)');
    expect(text).toContain('[Lovdata](https://lovdata.no/');
    expect(text).toContain('kontrollert 22.11.2026');
    expect(text).toContain('*DEL II: Formålsbeskrivelser*');
  });
  it('says when it is asked', () => {
    expect(at(withAnswers('III.2.1: ja', 'III.2.4¦: ja'))).toContain('Besvares når III.2.1 er ja eller delvis.');
    expect(at(withAnswers('III.2.1: nei', 'III.2.4¦: ja'))).toContain('Gjelder ikke slik filen er besvart nå. Besvares når III.2.1 er ja eller delvis.');
  });
  it('begins with the lead that the question continues', () => {
    expect(at(withAnswers('V.1.3a¦: nei'))).toMatch(/^\*\*V\.1\.3a Dataminimering\. Kan formålet oppnås ved for eksempel: å begrense/);
  });
  it('lists the guidance, points and examples', () => {
    expect(at(withAnswers('II.4.p1¦: Noe'))).toContain('Det må presiseres:\n- Formålet med hele løsningen\n');
    expect(at(withAnswers('VI.2.1¦: Noe'))).toContain('Eksempler:\n- Garantier:');
  });
  it('links to the rules that look at the answer', () => {
    const rule = { code: 'prove', title: 'Profilering er ikke vurdert', group: 'motsigelse', rows: [], severity: 'error', gate: false, always: false, yields: false, templates: [], kinds: [], articles: [], related: ['II.4.5'], reads: [], at: 'II.4.4', messages: { '': 'Prøve' }, why: 'Fordi', todo: 'Gjør' } as Rule;
    const own = { ...library, rules: [rule] };
    const link = '«[Profilering er ikke vurdert](vurdert:/regel/prove.md)»';
    expect(at(withAnswers('II.4.4¦: ja'), own)).toContain(link);
    expect(at(withAnswers('II.4.5¦: ja'), own)).toContain(link);
    expect(at(withAnswers('II.4.3¦: ja'), own)).not.toContain('Profilering er ikke');
    const silenced = 'vurdering: dpia\nundertrykk:\n  - funn: pro¦ve\n    begrunnelse: Sett på\n';
    expect(at(silenced, own)).toBe('**[Profilering er ikke vurdert](vurdert:/regel/prove.md)**\n\nFordi\n\n**Gjør:** Gjør');
  });
  it('on the answer, shows the question in short', () => {
    expect(at(withAnswers('II.4.4: ne¦i'))).toBe('**II.4.4 Skal opplysningene brukes til å profilere den registrerte?**\n\nSvar: ja, nei eller delvis. Forklar når svaret er ja eller delvis.');
    expect(at(withAnswers('II.4.4:', '  svar: ja', '  fork¦laring: Noe'))).toContain('Forklar når svaret er ja eller delvis.');
  });
  it('is never longer than a screen, and holds no command', () => {
    for (const sample of ['samples/visma-familia.dpia.yaml', 'samples/paamelding-kulturskole.dpia.yaml']) {
      const analysis = analyseText(read(sample));
      const keys = [...analysis.assessment.answers.values()].map((answer) => answer.keyRange.start).concat([...analysis.assessment.head.values()].map((entry) => entry.keyRange.start));
      for (const key of keys) {
        const text = hover(analysis, key + 1)!.markdown;
        expect(text.split('\n').length, text).toBeLessThanOrEqual(32);
        expect(text).not.toContain('command:');
      }
    }
  });
});

describe('hovering over the head', () => {
  it('explains a key and its fields', () => {
    expect(at('vurdering: dpia\nsta¦tus: utkast\n')).toContain('Statusen avgjør hvor strengt funnene vises');
    expect(at('vurdering: dpia\npersonvernombud:\n  rå¦d: Noe\n')).toContain('**råd Vurdering fra personvernombudet**');
    expect(at('vurdering: dpia\nsv¦ar:\n  I.1: ja\n')).toContain('1 av ');
  });
  it('reads out a criterion', () => {
    expect(at('vurdering: dpia\nkriterier: [3¦, 7]\n')).toBe('**Kriterium 3**\n\nSystematisk overvåking av registrerte.');
  });
  it('reads out a level and the risk that it gives', () => {
    const risk = (line: string): string => `vurdering: dpia\nrisikoer:\n  - scenario: Noe\n    sannsynlighet: 3\n    konsekvens: 4\n    restrisiko: {sannsynlighet: 1, konsekvens: 4}\n`.replace(line.replace('¦', ''), line);
    expect(at(risk('konsekvens: 4¦\n'))).toBe('**konsekvens Hvor alvorlig det er**\n\n4: Alvorlig: varig eller vesentlig skade på rettigheter, økonomi, helse eller omdømme\n\nRisiko 12: **høy** (sannsynlighet 3 × konsekvens 4).');
    expect(at(risk('{sannsynlighet: 1¦,'))).toContain('Restrisiko 4: **lav** (sannsynlighet 1 × konsekvens 4).');
  });
});

describe('hovering over a reference in a text', () => {
  const prose = (line: string): string => withAnswers('III.1.1:', '  svar: ja', `  forklaring: ${line}`);
  it.each([
    ['Barnevernloven, samt personvernforordningen artikkel 6 c¦, e og 9 a, b', 'art. 6 nr. 1 bokstav c'],
    ['Barnevernloven, samt personvernforordningen artikkel 6 c, e og 9 a, b¦', 'art. 9 nr. 2 bokstav b'],
    ['Se art. 3¦5 nr. 1 her', 'art. 35 nr. 1'],
    ['Se art. 36 nr. 4¦', 'art. 36'],
  ])('%s', (line, reference) => expect(at(prose(line))).toMatch(new RegExp(`^\\*\\*${reference.replaceAll('.', '\\.')} `)));
  it('lists the articles of a span', () => {
    expect(at(prose('Se art. 12–2¦2'))).toMatch(/^\*\*art\. 12–22\*\*\n\n- art\. 12 /);
  });
  it('works in a block text, not in a comment', () => {
    expect(at(withAnswers('II.1.p1: | # art. 9', '  Først.', '  Så art. 3¦5.'))).toMatch(/^\*\*art\. 35 /);
    expect(at(withAnswers('II.1.p1: Noe # se art. 3¦5'))).toBeUndefined();
  });
});

describe('hovering over law, guides and terms', () => {
  const prose = (line: string): string => withAnswers('III.1.1:', '  svar: ja', `  forklaring: ${line}`);
  it('explains a section in our own words', () => {
    const text = at(prose('Meldeplikt etter barnevernsloven § 13¦-2.'))!;
    expect(text).toMatch(/^\*\*barnevernsloven § 13-2\*\* Meldeplikt til barnevernet\n/);
    expect(text).toContain('[Lovdata](https://lovdata.no/dokument/NL/lov/2021-06-18-97) · kontrollert 22.11.2026');
    expect(text).not.toMatch(/^>/m);
  });
  it('says first that a section is repealed, and what replaced it', () => {
    const text = at(prose('Etter barnevernloven § 4-2¦4.'))!;
    expect(text.split('\n\n')[1]).toMatch(/^\*\*Opphevet 1\.1\.2023\.\*\* Nå: \[barnevernsloven § 6-2\]\(vurdert:\/lov\//);
  });
  it('explains an act where the section is unknown to us', () => {
    expect(at(prose('Etter straffeloven § 9¦9.'))).toContain('Vurdert har ingen forklaring til denne paragrafen.');
  });
  it('quotes one guide on a question, with its age where it is old', () => {
    const old = { ...library, excerpts: library.excerpts.filter(({ source }) => source === 'S3') };
    const question = old.excerpts.flatMap((excerpt) => excerpt.questions)[0]!.question;
    const text = at(withAnswers(`${question}¦: nei`), old)!;
    expect(text).toContain('Sist faglig oppdatert: 11. januar 2019 · 7 år gammel');
  });
  it('explains a term in a key, and in prose only when asked to', () => {
    expect(at('vurdering: dpia\nbehandlings¦ansvarlig: Kommunen\n')).toContain('**behandlingsansvarlig**: Den som bestemmer');
    const { analysis, offset } = marked(prose('Det skjer ingen profi¦lering her.'));
    expect(hover(analysis, offset)!.markdown).not.toContain('**profilering**');
    expect(hover(analysis, offset, { termsInText: true })!.markdown).toMatch(/^\*\*profilering\*\*: /);
  });
});

it('has an answer, or none, at every place of a half-typed file', () => {
  const analysis = analyseText(read('samples/halvskrevet.dpia.yaml'));
  for (let offset = 0; offset <= analysis.text.length; offset++) expect(() => hover(analysis, offset)).not.toThrow();
});
