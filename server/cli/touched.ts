/** Which assessments a changed configuration, template or rule may say something else of. */
import { isOf } from '../core/templates/model.ts';
import type { Digest } from '../core/across/model.ts';
import type { Library } from '../core/library.ts';
import { ownKindByName } from '../core/recognise.ts';
import { entryOf, toJson } from '../core/syntax/nodes.ts';
import { parse } from '../core/syntax/parse.ts';
import { strings, text } from '../core/templates/load.ts';

/**
 * @param name the changed file's name
 * @param versions its text as it was and as it is, where it was and is
 * @param library with the own templates as they are
 * @returns whether an assessment is concerned: of a template those on it and on what extends it, of a rule those on the
 *   templates that it is for. Where that cannot be told (a configuration, a template that is gone, a rule for all), every one
 */
export function touchedBy(name: string, versions: readonly string[], library: Library): (digest: Digest) => boolean {
  const kind = ownKindByName(name);
  const ids = new Set<string>();
  for (const each of kind ? versions : []) {
    const { root } = parse(each);
    const value = entryOf(root, kind === 'template' ? 'mal' : 'maler')?.value;
    const named = value && (kind === 'template' ? [text(toJson(value))] : strings(toJson(value)));
    if (!named?.length) return () => true;
    for (const id of named) ids.add(id);
  }
  const templates = new Map(library.templates.map((template) => [template.id, template]));
  // The record's template says what is taken over from all the others.
  if (!ids.size || [...ids].some((id) => (templates.get(id)?.kind ?? 'behandlingsoversikt') === 'behandlingsoversikt')) return () => true;
  return ({ template }) => {
    const known = templates.get(template);
    return !known || [...ids].some((id) => isOf(known, id));
  };
}
