/** The product's own library: what the build compiled from schemas/, rules/ and snippets/. */
import { acrossChecks, checks } from '../generated/checks.ts';
import { data } from '../generated/data.js';
import { readDifference as readEnglish } from '../generated/en.js';
import { readDifference as readNynorsk } from '../generated/nn.js';
import { files } from '../generated/validators.js';
import { readWords } from '../generated/words.js';
import { merged, type Difference } from './difference.ts';
import type { Library } from './library.ts';
import { unpackQuestion, unpackRule, unpackTemplate } from './packed.ts';
import { indexOf } from './templates/model.ts';
import { holds } from './templates/holds.ts';
import { validateFile } from './templates/validate.ts';
import type { Language } from './texts/language.ts';

/** The words of the sources and rules, and the snippets: no finding waits for them, so they are read when somebody first asks. */
const ownWords = once(readWords);

export const library: Library = libraryOf('nb', data, ownWords);

/** In other languages, what differs stands in a bundle of its own: bokmål pays nothing for them. */
const translated: { readonly [language in Language]: () => Library } = {
  nb: () => library,
  nn: once(() => translatedBy('nn', readNynorsk())),
  en: once(() => translatedBy('en', readEnglish())),
};

function translatedBy(language: Language, difference: { data?: Difference; words?: Difference }): Library {
  const made = libraryOf(language, merged(data, difference.data), once(() => merged(ownWords(), difference.words)));
  for (const template of made.templates) {
    const original = indexOf(library.templates.find(({ id }) => id === template.id)!);
    for (const { question } of indexOf(template).questions.values()) question.inBokmål = original.questions.get(question.id)!.question;
  }
  return made;
}

function libraryOf(language: Language, own: typeof data, read: typeof readWords): Library {
  const head = own.head.map(unpackQuestion);
  const words = once(() => {
    const { articles, ...rest } = read();
    return { ...rest, articles: new Map(articles.map((article) => [article.reference, article])) };
  });
  return {
    language,
    in: (other) => translated[other](),
    templates: own.templates.map((template) => unpackTemplate(template, head)),
    head: { fields: head, ...own.shared },
    rules: own.rules.map((stored) => {
      const rule = unpackRule(stored, (code) => words().rules[code]!);
      const [check, across] = [checks[rule.code], acrossChecks[rule.code]];
      return Object.assign(rule, check && { check }, across && { across });
    }),
    get articles() {
      return words().articles;
    },
    get excerpts() {
      return words().excerpts;
    },
    get terms() {
      return words().terms;
    },
    laws: new Map(own.laws.map((law) => [law.name, law])),
    sections: new Map(own.sections.map((section) => [section.reference, section])),
    structure: own.structure,
    sources: own.sources,
    datedFacts: own.datedFacts,
    get snippets() {
      return words().snippets;
    },
    validate(templateId, value) {
      const schema = files[templateId];
      return schema ? validateFile(schema, value) : [];
    },
    holds,
  };
}

function once<T extends object>(make: () => T): () => T {
  let made: T | undefined;
  return () => (made ??= make());
}
