import type { TextDocument } from 'vscode-languageserver-textdocument';
import { analyse, type Analysis } from '../core/analysis.ts';
import type { Context, Library } from '../core/library.ts';
import { parse, type SyntaxTree } from '../core/syntax/parse.ts';
import type { Texts } from '../core/texts/texts.ts';

/** What an open document holds, and how to read it. */
export interface Reading {
  library: Library;
  texts: Texts;
  /** Today as YYYY-MM-DD, asked for at each request: the core has no clock. */
  today(): string;
  /** Replaced in tests that count how often a version is parsed. */
  parseText?: typeof parse;
}

interface State {
  version: number;
  today: string;
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

  /** What the core is given beside a document, today. */
  context(): Context {
    const { library, texts, today } = this.reading;
    return { library, texts, today: today() };
  }

  /** The analysis of the document as it stands now; undefined when it is not one of ours. */
  of(document: TextDocument): Analysis | undefined {
    const context = this.context();
    const { today } = context;
    const known = this.states.get(document);
    if (known?.version === document.version && known.today === today) return known.analysis;
    const state: State = { version: document.version, today, tree: known?.version === document.version ? known.tree : undefined, analysis: undefined };
    this.states.set(document, state);
    if (!isYaml(document)) return undefined;
    const { parseText = parse } = this.reading;
    // A new day changes the findings, not the tree.
    state.analysis = analyse(document.getText(), fileNameOf(document.uri), context, (text) => (state.tree ??= parseText(text)));
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
