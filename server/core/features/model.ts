/**
 * What the features give back: plain data with offsets, for whichever face asks (LSP, CLI, tests). Every feature is
 * one file with one function `(analysis, place) → data`, pure and total: a half-typed file gives fewer answers,
 * never an error.
 */
import type { PageKind } from '../sources/references.ts';
import type { Range } from '../syntax/nodes.ts';
import type { Finding } from '../findings.ts';

export interface Hover {
  markdown: string;
  range: Range;
}

export interface Completion {
  label: string;
  kind: 'key' | 'question' | 'value' | 'article' | 'snippet' | 'code' | 'file';
  /** Beside the label: the question's text, what a value means. */
  detail?: string;
  documentation?: string;
  /**
   * What replaces `range`. With `snippet`, $1 … are tab stops and `$`, `}` and `\` are escaped. Lines after the first
   * are indented relative to the current line's own indentation (LSP: insertTextMode adjustIndentation).
   */
  insert: string;
  snippet: boolean;
  range: Range;
  /** Items are shown in this order, not by the alphabet. */
  order: number;
  /** What typing is matched against, where it is more than the label. */
  filter?: string;
  /** Open completion again after inserting: the key is written, now its value. */
  continues?: boolean;
}

export interface OutlineNode {
  name: string;
  detail: string;
  kind: 'file' | 'part' | 'section' | 'question' | 'field';
  range: Range;
  selection: Range;
  children: OutlineNode[];
}

export interface Fold {
  startLine: number;
  endLine: number;
  kind?: 'comment' | 'region';
}

export interface InlayHint {
  offset: number;
  label: string;
  tooltip: string;
}

export interface Lens {
  range: Range;
  title: string;
  command?: Command;
}

/** A command by its meaning; the LSP face maps it. Without one a lens is a plain line. */
export interface Command {
  name: 'show-report' | 'show-rule' | 'show-finding' | 'insert-answers' | 'make-from' | 'make-row' | 'update-template';
  /** What it is given beside the file. */
  arguments: unknown[];
  /** The file that it is about, where that is another one: its address. A range among the arguments is then in lines. */
  address?: string;
}

export interface Link {
  range: Range;
  /** A file beside this one (relative path), a web address, or a page of ours. */
  target: { file: string } | { url: string } | { page: Page };
  tooltip: string;
}

/** A page that the product brings along, opened as a read-only document: a rule's, an article's. */
export interface Page {
  kind: PageKind;
  /** The rule's code, the canonical reference of an article, act or section, the id of a question or excerpt, or the term. */
  name: string;
}

export interface TextEdit {
  range: Range;
  newText: string;
}

export interface Fix {
  title: string;
  edits: TextEdit[];
  /** What does it instead of edits, where it takes more than this file. */
  command?: Command;
  /** The finding that it clears; undefined for source actions. */
  finding?: Finding;
  /** The one that most people want. */
  preferred: boolean;
}
