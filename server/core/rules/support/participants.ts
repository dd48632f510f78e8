/** Who took part in an assessment, as far as its words tell. */
import type { RuleContext } from '../model.ts';

/** The question about who took part; undefined where the template has none. */
export function participantsAt({ assessment }: Pick<RuleContext, 'assessment'>): string | undefined {
  return [...assessment.index.questions.values()].find(({ question }) => question.role === 'deltakere')?.question.id;
}

const SEVERAL = /(?<![a-zA-ZÀ-ɏ])(to|tre|fire|fem|flere|fleire|alle|\d+|gruppe[a-zæøå]*|team[a-zæøå]*|ansatte|tilsette|ledergruppen|leiargruppa|arbeidsgruppe[a-zæøå]*)(?![a-zA-ZÀ-ɏ])/i;

/**
 * The roles that are counted up: split at commas, semicolons, lines and «og», but not at the hyphen of «personvern- og
 * informasjonskoordinatoren». Words that mean several count as two, so that only what is surely one is taken for one.
 */
export function rolesIn(words: string): string[] {
  const parts = words.replace(/-\s+og\s+/g, '-').split(/[,;\n/&+]|(?<![a-zA-ZÀ-ɏ])(?:og|samt|sammen med|med)(?![a-zA-ZÀ-ɏ])/i).map((part) => part.trim()).filter((part) => /[a-zA-ZÀ-ɏ]{2}/.test(part));
  return parts.length === 1 && SEVERAL.test(parts[0]!) ? [parts[0]!, parts[0]!] : parts;
}
