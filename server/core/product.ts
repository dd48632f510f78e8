/** The product's own library: what the build compiled from schemas/, rules/ and snippets/. */
import { acrossChecks, checks } from '../generated/checks.ts';
import { data } from '../generated/data.js';
import { conditions, files } from '../generated/validators.js';
import type { Library } from './library.ts';
import { unpackQuestion, unpackRule, unpackTemplate } from './packed.ts';
import { validateFile } from './templates/validate.ts';

const head = data.head.map(unpackQuestion);

export const library: Library = {
  templates: data.templates.map((template) => unpackTemplate(template, head)),
  rules: data.rules.map(unpackRule).map((rule) => ({ ...rule, ...(checks[rule.code] ? { check: checks[rule.code]! } : {}), ...(acrossChecks[rule.code] ? { across: acrossChecks[rule.code]! } : {}) })),
  articles: new Map(data.articles.map((article) => [article.reference, article])),
  laws: new Map(data.laws.map((law) => [law.name, law])),
  sections: new Map(data.sections.map((section) => [section.reference, section])),
  structure: data.structure,
  sources: data.sources,
  excerpts: data.excerpts,
  terms: data.terms,
  datedFacts: data.datedFacts,
  snippets: data.snippets,
  validate(templateId, value) {
    const schema = files[templateId];
    return schema ? validateFile(schema, value) : [];
  },
  holds(condition, facts) {
    const validator = conditions[JSON.stringify(condition)];
    if (!validator) throw new Error(`condition was not compiled: ${JSON.stringify(condition)}`);
    return validator(facts);
  },
};
