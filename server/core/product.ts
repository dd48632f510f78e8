/** The product's own library: what the build compiled from schemas/, rules/ and snippets/. */
import { acrossChecks, checks } from '../generated/checks.ts';
import { data } from '../generated/data.js';
import { files } from '../generated/validators.js';
import { readWords } from '../generated/words.js';
import type { Library } from './library.ts';
import { unpackQuestion, unpackRule, unpackTemplate } from './packed.ts';
import { holds } from './templates/holds.ts';
import { validateFile } from './templates/validate.ts';

const head = data.head.map(unpackQuestion);
/** The words of the sources and rules: no finding waits for them, so they are read when somebody first asks. */
const words = once(() => {
  const { articles, ...rest } = readWords();
  return { ...rest, articles: new Map(articles.map((article) => [article.reference, article])) };
});

export const library: Library = {
  templates: data.templates.map((template) => unpackTemplate(template, head)),
  rules: data.rules.map((stored) => {
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
  laws: new Map(data.laws.map((law) => [law.name, law])),
  sections: new Map(data.sections.map((section) => [section.reference, section])),
  structure: data.structure,
  sources: data.sources,
  datedFacts: data.datedFacts,
  snippets: data.snippets,
  validate(templateId, value) {
    const schema = files[templateId];
    return schema ? validateFile(schema, value) : [];
  },
  holds,
};

function once<T extends object>(make: () => T): () => T {
  let made: T | undefined;
  return () => (made ??= make());
}
