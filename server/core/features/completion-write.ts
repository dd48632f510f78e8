/**
 * How a key is written out with what belongs behind it, as a snippet. Lines after the first are indented relative to
 * the current line's own indentation, as VS Code adjusts them (insertTextMode adjustIndentation); behind a `- ` the
 * key hangs deeper than the line, and `hang` adds those columns.
 */
import { PLACEHOLDER } from '../assessment/normalise.ts';
import { instancesOf, optionsOf } from '../assessment/options.ts';
import type { Assessment } from '../assessment/model.ts';
import type { Question } from '../templates/model.ts';

export interface Written {
  insert: string;
  /** A value follows that completion can help with. */
  continues: boolean;
}

/** Text as snippet text: `$`, `}` and `\` escaped. */
export function literal(text: string): string {
  return text.replace(/[\\$}]/g, '\\$&');
}

/** A key or value that YAML would read as something else is quoted. */
export function asScalar(text: string): string {
  return text === '' || /^[\s\-?:,[\]{}#&*!|>'"%@`]|:(\s|$)|\s#|^\s|\s$|^(true|false|null|~|yes|no|[-+.\d][-+.\deExo_]*)$/i.test(text) ? `'${text.replace(/'/g, "''")}'` : text;
}

/** The whole entry: key, colon, and the frame of the value where it is more than a word. */
export function entry(assessment: Assessment, question: Question, hang: number, answer = false): Written {
  const writer = new Writer(assessment);
  const key = literal(asScalar(question.id));
  const { kind } = question;
  const pad = ' '.repeat(hang + 2);
  if (answer && kind.type === 'yes-no' && question.explainAt.length === (kind.partial ? 3 : 2)) {
    return { insert: `${key}:\n${pad}svar: ${writer.value(question)}\n${pad}forklaring: ${writer.stop()}`, continues: false };
  }
  if (kind.type === 'answers') return { insert: `${key}:\n${pad}$0`, continues: true };
  if (kind.type === 'group') return { insert: `${key}:${writer.group(question, hang)}`, continues: false };
  if (kind.type === 'prose') return { insert: `${key}: |\n${pad}$0`, continues: false };
  if (kind.type === 'some-of') return { insert: `${key}: [$0]`, continues: true };
  return { insert: `${key}: $0`, continues: !['text', 'person', 'number', 'file'].includes(kind.type) || question.id === 'mal' || question.id === 'funn' };
}

/** A new row of a repeated group: `- scenario: …` with the fields that are required. */
export function row(assessment: Assessment, question: Question, hang: number, dashed: boolean): string {
  return new Writer(assessment).row(question, hang, dashed);
}

/** The group of one instance («for hver»): `navn:` with its fields. */
export function instance(assessment: Assessment, question: Question, name: string, hang: number): string {
  return `${literal(asScalar(name))}:${new Writer(assessment).fields(question, hang + 2)}`;
}

/** Counts tab stops while it writes. */
class Writer {
  private count = 0;
  constructor(private readonly assessment: Assessment) {}

  stop(): string {
    return `$${++this.count}`;
  }

  /** The value of a field that fits on its line. */
  value(question: Question): string {
    const { kind } = question;
    if (kind.type === 'yes-no') return this.choice(['ja', 'nei', ...(kind.partial ? ['delvis'] : [])]);
    if (kind.type === 'one-of') return this.choice((optionsOf(this.assessment, question) ?? []).map((option) => asScalar(option.value)));
    if (kind.type === 'level') return this.choice((this.assessment.template.risk.scales[kind.scale] ?? []).map((step) => String(step.value)));
    if (kind.type === 'some-of') return `[${this.stop()}]`;
    return this.stop();
  }

  /** What nobody has answered stands first: an editor writes the first choice before anyone has chosen. */
  private choice(values: string[]): string {
    return values.length ? `\${${++this.count}|${[PLACEHOLDER, ...values].map((value) => value.replace(/[\\$},|]/g, '\\$&')).join(',')}|}` : this.stop();
  }

  group(question: Question, hang: number): string {
    if (question.kind.type !== 'group') return ` ${this.value(question)}`;
    if (question.kind.forEach) {
      const instances = instancesOf(this.assessment, question) ?? [];
      const pad = ' '.repeat(hang + 2);
      if (!instances.length) return `\n${pad}${this.stop()}`;
      return instances.map(({ value }) => `\n${pad}${literal(asScalar(value))}:${this.fields(question, hang + 4)}`).join('');
    }
    return question.kind.repeated ? `\n${' '.repeat(hang + 2)}${this.row(question, hang + 2, true)}` : this.fields(question, hang + 2);
  }

  /** The first line stands where the cursor is; the others at `hang` plus the width of the dash. */
  row(question: Question, hang: number, dashed: boolean): string {
    const column = hang + (dashed ? 2 : 0);
    return `${dashed ? '- ' : ''}${this.fields(question, column).trimStart()}`;
  }

  /** The required fields, or all where none is required, each on a line of its own at this column. */
  fields(question: Question, column: number): string {
    if (question.kind.type !== 'group') return '';
    const required = question.kind.fields.filter((field) => field.required);
    const shown = required.length ? required : question.kind.fields;
    return shown.map((field) => `\n${' '.repeat(column)}${literal(asScalar(field.id))}:${this.group(field, column)}`).join('');
  }
}
