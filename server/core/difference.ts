/**
 * How another language is stored: what differs from bokmål, as a tree of the same keys (a list's places are its keys).
 * What has no translation is then bokmål, whatever lacks.
 */
import type { Json } from './syntax/nodes.ts';

/** A map holds differences further in; anything else stands in the place of what is there. */
export type Difference = Json | undefined;

/** What turns `base` into `other`; undefined where they are the same. */
export function differenceOf(base: Json | undefined, other: Json | undefined): Difference {
  if (!isTree(base) || !isTree(other) || Array.isArray(base) !== Array.isArray(other) || (Array.isArray(base) && base.length !== (other as Json[]).length)) {
    return JSON.stringify(base) === JSON.stringify(other) ? undefined : other;
  }
  const found = Object.entries(other).flatMap(([key, inner]) => {
    const difference = differenceOf((base as { [key: string]: Json })[key], inner as Json);
    return difference === undefined ? [] : [[key, difference] as const];
  });
  return found.length ? Object.fromEntries(found) : undefined;
}

/** `base` with the difference in it. Shares what is the same; changes neither. */
export function merged<T>(base: T, difference: Difference): T {
  if (difference === undefined) return base;
  if (!isTree(base as Json) || !isTree(difference) || Array.isArray(difference)) return difference as T;
  const result = (Array.isArray(base) ? [...base] : { ...base }) as { [key: string]: Json };
  for (const [key, inner] of Object.entries(difference)) result[key] = merged(result[key], inner) as Json;
  return result as T;
}

const isTree = (value: Json | undefined): value is { [key: string]: Json } | Json[] => typeof value === 'object' && value !== null;
