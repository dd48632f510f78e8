/** The product's own library: what the build compiled from schemas/, rules/ and snippets/. */
import { acrossChecks, checks } from '../generated/checks.ts';
import { data } from '../generated/data.js';
import { conditions, files } from '../generated/validators.js';
import type { Library } from './library.ts';

export const library: Library = {
  templates: data.templates,
  rules: data.rules.map((rule) => ({ ...rule, ...(checks[rule.code] ? { check: checks[rule.code]! } : {}), ...(acrossChecks[rule.code] ? { across: acrossChecks[rule.code]! } : {}) })),
  articles: new Map(data.articles.map((article) => [article.reference, article])),
  laws: new Map(data.laws.map((law) => [law.name, law])),
  sections: new Map(data.sections.map((section) => [section.reference, section])),
  structure: data.structure,
  sources: data.sources,
  excerpts: data.excerpts,
  terms: data.terms,
  snippets: data.snippets,
  validate(templateId, value) {
    const validator = files[templateId];
    if (!validator) return [];
    return validator(value) ? [] : (validator.errors ?? []);
  },
  holds(condition, facts) {
    const validator = conditions[JSON.stringify(condition)];
    if (!validator) throw new Error(`condition was not compiled: ${JSON.stringify(condition)}`);
    return validator(facts);
  },
};
