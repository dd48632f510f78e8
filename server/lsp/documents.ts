import type { TextDocument } from 'vscode-languageserver-textdocument';
import { analyse, type Analysis } from '../core/analysis.ts';
import type { Surroundings } from '../core/across/model.ts';
import type { Configuration } from '../core/config/model.ts';
import { libraryIn, type Context, type Library } from '../core/library.ts';
import { parse, type SyntaxTree } from '../core/syntax/parse.ts';
import { addressOfUri, uriOfAddress } from '../workspace/uris.ts';
import type { Language } from '../core/texts/language.ts';
import type { Texts } from '../core/texts/texts.ts';

/** What an open document holds, and how to read it. */
export interface Reading {
  library: Library;
  texts: Texts;
  /** The language of what is said; `configured` is the repository's. That of the texts where it is left out. */
  language?(configured?: Language): Language;
  /** Today as YYYY-MM-DD, asked for at each request: the core has no clock. */
  today(): string;
  /** The other files around a document, and a number that changes when what they say to it does. */
  around?(uri: string): { surroundings: Surroundings; version: number } | undefined;
  /** What the repository's configuration makes of a file's library, and what is in force for it. */
  configured?(address: string): { library: Library; configuration: Configuration | undefined };
  /** Told of a document that is no assessment. */
  isNone?(uri: string): void;
  /** Replaced in tests that count how often a version is parsed. */
  parseText?: typeof parse;
}

interface State {
  version: number;
  today: string;
  surroundings: number | undefined;
  library: Library;
  configuration: Configuration | undefined;
  tree: SyntaxTree | undefined;
  analysis: Analysis | undefined;
}

/**
 * The analyses of open documents: one for each version, made when somebody first asks, so that typing costs nothing
 * but the newest version's one parse, whatever features ask for it.
 */
export class Analyses {
  /** Weak: a document that is closed takes its analysis with it. */
  private readonly states = new WeakMap<TextDocument, State>();
  constructor(private readonly reading: Reading) {}

  /** What the core is given beside a document, today; for a file at an address, as its configuration has it. */
  context(address?: string): Context {
    const { library, texts, today, configured } = this.reading;
    const own = address === undefined ? undefined : configured?.(address);
    const language = this.reading.language?.(own?.configuration?.language) ?? texts.language;
    return { library: libraryIn(own?.library ?? library, language), texts: texts.in(language), today: today(), ...(own?.configuration ? { configuration: own.configuration } : {}) };
  }

  /** The same with the files around an address, where they are known: for a file that is not open. */
  contextAt(address: string): Context {
    const { surroundings } = this.reading.around?.(uriOfAddress(address)) ?? {};
    return surroundings ? { ...this.context(address), surroundings: { address, workspace: surroundings.workspace } } : this.context(address);
  }

  /** The analysis of the document as it stands now; undefined when it is not one of ours. */
  of(document: TextDocument): Analysis | undefined {
    const context = this.context(addressOfUri(document.uri));
    const { today, library, configuration } = context;
    const around = this.reading.around?.(document.uri);
    const known = this.states.get(document);
    if (known?.version === document.version && known.today === today && known.surroundings === around?.version && known.library === library && known.configuration === configuration) return known.analysis;
    const state: State = { version: document.version, today, surroundings: around?.version, library, configuration, tree: known?.version === document.version ? known.tree : undefined, analysis: undefined };
    this.states.set(document, state);
    if (!isYaml(document)) return undefined;
    const { parseText = parse } = this.reading;
    // A new day, what other files say or another configuration changes the findings, not the tree.
    state.analysis = analyse(document.getText(), fileNameOf(document.uri), around ? { ...context, surroundings: around.surroundings } : context, (text) => (state.tree ??= parseText(text)));
    if (!state.analysis) this.reading.isNone?.(document.uri);
    return state.analysis;
  }
}

function isYaml(document: TextDocument): boolean {
  return /yaml/i.test(document.languageId) || /\.ya?ml$/i.test(fileNameOf(document.uri));
}

/** The last part of a URI's path, decoded. */
export function fileNameOf(uri: string): string {
  const name = uri.replace(/[?#].*$/, '').split('/').at(-1) ?? '';
  try {
    return decodeURIComponent(name);
  } catch {
    return name;
  }
}
