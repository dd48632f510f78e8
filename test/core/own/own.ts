/** A municipality's own templates and rules, for tests. */
import { readdirSync } from 'node:fs';
import path from 'node:path';
import type { Context } from '../../../server/core/library.ts';
import { loadOwn, type OwnLoaded, type OwnText } from '../../../server/core/own/load.ts';
import { library } from '../../../server/core/product.ts';
import { parse } from '../../../server/core/syntax/parse.ts';
import { bokmål } from '../../../server/core/texts/texts.ts';
import { contextWith, read, root } from '../fixtures.ts';

export const FIXTURES = 'test/fixtures/own';
export const named = (folder: string): string[] => readdirSync(path.join(root, folder)).filter((name) => name.endsWith('.yaml')).sort();
export const textsOf = (folder: string, names: readonly string[] = named(folder)): OwnText[] => names.map((name) => ({ address: `file:///kommune/maler/${name}`, text: read(path.join(folder, name)) }));

/** Loads texts as a configuration that names them all would. */
export function load(files: readonly OwnText[]): OwnLoaded {
  const isRule = ({ address }: OwnText): boolean => address.includes('.regel.');
  return loadOwn(library, { templates: files.filter((file) => !isRule(file)), rules: files.filter(isRule) }, { parse, texts: bokmål });
}

/** The municipality of the fixtures, without mistakes. */
export const kommune = (): OwnLoaded => load(textsOf(FIXTURES));
export const contextOf = (loaded: OwnLoaded): Context => contextWith(loaded.library);
