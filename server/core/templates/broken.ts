/**
 * Municipalities' templates that are there and cannot be used for their errors. A library with such (own/library.ts) has
 * them beside what every library has, so that a file that names one is told of the errors and not of another name.
 */
export interface WithBroken {
  /** The name of the file that each stands in, by the template's name. */
  broken?: ReadonlyMap<string, string>;
}

/** The file of the template, by its name alone; undefined where there is no such template, or nothing is wrong with it. */
export const fileOfBroken = (library: object, template: string): string | undefined => (library as WithBroken).broken?.get(template);
