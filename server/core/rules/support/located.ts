/** The schema's errors with their places in the file: what stands there, and which question or field it answers. */
import { isWrapper } from '../../assessment/read.ts';
import { join } from '../../assessment/normalise.ts';
import { entryOf, type Entry, type Range, type SyntaxNode } from '../../syntax/nodes.ts';
import type { Question } from '../../templates/model.ts';
import type { SchemaError } from '../../library.ts';
import type { RuleContext } from '../model.ts';
import { brokenLines } from './broken.ts';

/** What kind of map or value a place is: the file itself, `svar`, an answer's wrapper, or a value or group. */
export type Container = 'file' | 'answers' | 'wrapper' | 'value';

export interface Located {
  keyword: string;
  params: Record<string, unknown>;
  path: string;
  node: SyntaxNode;
  /** The key that is one too many, for `additionalProperties`. */
  extra?: Entry;
  question: Question | undefined;
  container: Container;
  /** Under `svar`, where an answer may be split into verdict and explanation. */
  isAnswer: boolean;
}

const known = new WeakMap<SchemaError[], Located[]>();

/** All errors that an author can act on, each once; those on a line that YAML itself could not read are left out. */
export function located(context: RuleContext): Located[] {
  const done = known.get(context.schemaErrors);
  if (done) return done;
  const isBroken = brokenLines(context.text, context.tree);
  const result: Located[] = [];
  const seen = new Set<string>();
  for (const error of context.schemaErrors) {
    if (error.keyword === 'if') continue;
    const place = locate(error, context);
    if (!place) continue;
    const range: Range = place.extra?.keyRange ?? place.node.range;
    const once = `${error.instancePath} ${place.extra?.key ?? ''} ${String(error.params['missingProperty'] ?? '')}`;
    if (seen.has(once) || isBroken(range)) continue;
    seen.add(once);
    result.push(place);
  }
  known.set(context.schemaErrors, result);
  return result;
}

function locate(error: SchemaError, { assessment }: RuleContext): Located | undefined {
  let node: SyntaxNode | undefined = assessment.root;
  let question: Question | undefined;
  let path = '';
  let container: Container = 'file';
  let isAnswer = false;
  for (const segment of pointer(error.instancePath)) {
    if (node?.kind === 'sequence') {
      node = node.items[Number(segment)];
      path = join(path, segment);
      continue;
    }
    const entry: Entry | undefined = entryOf(node, segment);
    if (!entry) return undefined;
    node = entry.value;
    if (container === 'file') {
      question = assessment.index.head.get(segment);
      path = segment;
      container = question?.kind.type === 'answers' ? 'answers' : 'value';
    } else if (container === 'answers') {
      question = assessment.index.questions.get(segment)?.question;
      path = segment;
      isAnswer = true;
      container = question && isWrapper(question, node) ? 'wrapper' : 'value';
    } else if (container === 'wrapper') {
      if (segment !== 'svar') {
        path = join(path, segment);
        question = undefined;
      }
      container = 'value';
    } else {
      path = join(path, segment);
      question = question?.kind.type === 'group' ? (question.kind.fields.find((field) => field.id === segment) ?? question) : question;
    }
  }
  if (!node) return undefined;
  const extra = typeof error.params['additionalProperty'] === 'string' ? entryOf(node, error.params['additionalProperty']) : undefined;
  return { keyword: error.keyword, params: error.params, path, node, question, container, isAnswer, ...(extra ? { extra } : {}) };
}

/** The steps of a JSON pointer. */
function pointer(path: string): string[] {
  return path.split('/').slice(1).map((step) => step.replaceAll('~1', '/').replaceAll('~0', '~'));
}
