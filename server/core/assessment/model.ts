/** A file read with its template: typed, with gaps, every value with its range. */
import type { Entry, Json, MapNode, Range, SyntaxNode } from '../syntax/nodes.ts';
import type { AssessmentKind, Question, Status, Template, TemplateIndex } from '../templates/model.ts';
import type { Facts } from '../rules/model.ts';

/**
 * blank: the key stands there with nothing behind it. placeholder: «fyll ut» still stands. template-text: the
 * template's own words left standing. invalid: not an answer of the question's kind.
 */
export type AnswerState = 'blank' | 'placeholder' | 'template-text' | 'invalid' | 'irrelevant' | 'answered';

export interface Words {
  text: string;
  range: Range;
}

export interface Answer {
  question: Question;
  /** «II.4.2», or the head path for the questions that are answered there («personvernombud/råd»). */
  path: string;
  keyRange: Range;
  /** The whole value, wrapper and all. */
  node: SyntaxNode;
  /** The answer itself: the value under `svar` where there is a wrapper. */
  valueNode: SyntaxNode;
  state: AnswerState;
  /** Normalised: `ja`, `nei`, `delvis`, `ikke relevant`, an option, text, a list, a group. Undefined while there is no answer. */
  value: Json | undefined;
  /** What is written where `value` was normalised from something else (`JA`). */
  writtenAs?: string;
  explanation?: Words;
  reason?: Words;
}

export interface Assessment {
  kind: AssessmentKind;
  template: Template;
  index: TemplateIndex;
  status: Status;
  root: MapNode | undefined;
  /** Answers by question id, in the file's order. Head fields that answer a question are among them. */
  answers: Map<string, Answer>;
  /** The head's entries by key. */
  head: Map<string, Entry>;
  facts: Facts;
  /** Whether the template asks this question of this file. */
  applies(question: Question): boolean;
}

/** How far an assessment has come, over the questions that apply. */
export interface Progress {
  asked: number;
  answered: number;
}
