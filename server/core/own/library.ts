/** The library with a municipality's templates and rules in it. */
import type { Library } from '../library.ts';
import type { Rule } from '../rules/model.ts';
import type { WithBroken } from '../templates/broken.ts';
import type { Template } from '../templates/model.ts';
import { validateFile, type FileSchema } from '../templates/validate.ts';
import { fileSchemaOf } from './shape.ts';

export interface OwnContent {
  templates: Template[];
  earlier: Template[];
  rules: Rule[];
  /** Templates that cannot be used, with their files' names. */
  broken: ReadonlyMap<string, string>;
}

/** Its own come behind the product's. A rule for a template is for those that extend it too. */
export function withOwn(base: Library, { templates, earlier, rules, broken }: OwnContent): Library {
  if (!templates.length && !rules.length && !broken.size) return base;
  const extending = new Map<string, string[]>();
  for (const { id, bases = [] } of [...templates, ...earlier]) for (const each of bases) extending.set(each, [...(extending.get(each) ?? []), id]);
  const widened = (rule: Rule): Rule => {
    const more = rule.templates.flatMap((id) => extending.get(id) ?? []);
    // Not copied value by value: a rule's words are read when somebody asks for them.
    return more.length ? (Object.defineProperties({}, { ...Object.getOwnPropertyDescriptors(rule), templates: { value: [...new Set([...rule.templates, ...more])], enumerable: true } }) as Rule) : rule;
  };
  const own = [...templates, ...earlier];
  const schemas = new Map<Template, FileSchema>();
  const versionOf = (id: string, version: string | undefined): Template | undefined => own.find((each) => each.id === id && each.version === version) ?? templates.find((each) => each.id === id);
  return Object.defineProperties({}, {
    ...Object.getOwnPropertyDescriptors(base),
    ...Object.getOwnPropertyDescriptors({
      templates: [...base.templates, ...templates],
      earlier: [...(base.earlier ?? []), ...earlier],
      rules: [...base.rules, ...rules].map(widened),
      broken,
      validate(id, value, version) {
        const template = versionOf(id, version);
        if (!template) return base.validate(id, value, version);
        let schema = schemas.get(template);
        if (!schema) schemas.set(template, (schema = fileSchemaOf(template)));
        return validateFile(schema, value);
      },
    } satisfies Partial<Library> & WithBroken),
  }) as Library;
}
