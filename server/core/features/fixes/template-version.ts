/**
 * Brings a file up to date with the newest version of its template: answers go along to their questions' new numbers,
 * new questions come in to be answered, and nothing that anybody has written is taken away. What the template asks no
 * longer stays where it is.
 */
import { analyse, type Analysis } from '../../analysis.ts';
import { isAsked } from '../../assessment/progress.ts';
import { entryOf, isBlank, type Entry, type SyntaxNode } from '../../syntax/nodes.ts';
import type { Template } from '../../templates/model.ts';
import { changeBetween } from '../../templates/versions.ts';
import { asScalar } from '../completion-write.ts';
import type { TextEdit } from '../model.ts';
import { insertAnswers } from './answers.ts';
import { applyEdits } from './apply.ts';
import { setField } from './head.ts';
import { columnOf, spaces } from './write.ts';

/** The newest version of the file's template, where the file answers an earlier one. */
export function newestOf({ assessment: { template }, context: { library } }: Analysis): Template | undefined {
  return library.earlier?.some(({ id, version }) => id === template.id && version === template.version) ? library.templates.find(({ id, kind }) => id === template.id && kind === template.kind) : undefined;
}

/** All edits, against the file as it stands; none where it is up to date. */
export function updateTemplate(analysis: Analysis): TextEdit[] {
  const newest = newestOf(analysis);
  if (!newest) return [];
  const { assessment, context, text } = analysis;
  const { renamed, added, changed, to } = changeBetween(assessment.template, newest);
  const moving = [...renamedKeys(analysis, renamed), ...renamedPlaces(analysis, renamed), ...setVersion(analysis, to)];
  const now = analyse(applyEdits(text, moving), `x.${assessment.kind}.yaml`, { ...context, surroundings: undefined });
  if (!now) return moving;
  const ids = added.filter((question) => isAsked(now.assessment, question) && isBegun(now, question.id)).map(({ id }) => id);
  const later = [...insertAnswers(now, ids), ...notes(now, changed.map(({ id }) => id), to)];
  return [...moving, ...later.map((edit) => ({ ...edit, range: { start: before(moving, edit.range.start), end: before(moving, edit.range.end) } }))];
}

/** Says which version the file answers, in the quotes that stand there. */
export function setVersion(analysis: Analysis, version: string): TextEdit[] {
  const entry = analysis.assessment.head.get('malversjon');
  if (!entry || isBlank(entry.value)) return setField(analysis, 'malversjon', `'${version}'`);
  const quote = analysis.text[entry.value.range.start] === '"' ? '"' : "'";
  return entry.value.kind === 'scalar' && entry.value.style !== 'block' ? [{ range: entry.value.range, newText: `${quote}${version}${quote}` }] : [];
}

/** Keys under `svar`; those of an anchor stand once, whoever refers to it. */
function renamedKeys({ assessment, text }: Analysis, renamed: ReadonlyMap<string, string>): TextEdit[] {
  const given = assessment.head.get('svar')?.value;
  return (given?.kind === 'map' ? given.entries : []).flatMap(({ key, keyRange }) => {
    const id = renamed.get(key);
    return id === undefined ? [] : [{ range: keyRange, newText: likeWritten(text.slice(keyRange.start, keyRange.end), id) }];
  });
}

/** Where a suppression or a redaction names a question (`på`), with the field behind it. */
function renamedPlaces({ assessment, text }: Analysis, renamed: ReadonlyMap<string, string>): TextEdit[] {
  const edits: TextEdit[] = [];
  const visit = (node: SyntaxNode | undefined): void => {
    for (const row of node?.kind === 'sequence' ? node.items : []) {
      const place = entryOf(row, 'på')?.value;
      if (place?.kind !== 'scalar' || place.value === null) continue;
      const [id = '', ...rest] = String(place.value).split('/');
      const now = renamed.get(id);
      if (now !== undefined) edits.push({ range: place.range, newText: likeWritten(text.slice(place.range.start, place.range.end), [now, ...rest].join('/')) });
    }
  };
  for (const key of ['undertrykk', 'sladd']) visit(assessment.head.get(key)?.value);
  return edits;
}

/** A scalar in the quotes of the one whose place it takes. */
function likeWritten(written: string, value: string): string {
  return written.startsWith('"') ? JSON.stringify(value) : written.startsWith("'") ? `'${value.replaceAll("'", "''")}'` : asScalar(value);
}

/** A comment above each answer whose question reads otherwise now. */
function notes(analysis: Analysis, ids: readonly string[], version: string): TextEdit[] {
  const given = analysis.assessment.head.get('svar')?.value;
  if (given?.kind !== 'map' || given.flow) return [];
  const note = `# ${analysis.context.texts('version.changed-note', { versjon: version })}`;
  return given.entries.filter(({ key, value }) => ids.includes(key) && !isBlank(value)).flatMap((entry: Entry) => {
    const column = columnOf(analysis, entry.keyRange.start);
    const start = analysis.lines.start(analysis.lines.lineAt(entry.keyRange.start));
    // Anything before the key on its line is not ours to move.
    if (analysis.text.slice(start, entry.keyRange.start).trim()) return [];
    return [{ range: { start, end: start }, newText: `${spaces(column)}${note}${analysis.lines.newline}` }];
  });
}

/** Whether anything of the question's part has been answered: what nobody has begun waits for its own time. */
function isBegun({ assessment }: Analysis, id: string): boolean {
  const part = assessment.index.questions.get(id)?.part;
  return [...assessment.answers.keys()].some((answered) => assessment.index.questions.get(answered)?.part === part);
}

/** Where a place of the text after the edits was before them. */
function before(edits: readonly TextEdit[], offset: number): number {
  let moved = 0;
  for (const { range, newText } of [...edits].sort((a, b) => a.range.start - b.range.start || a.range.end - b.range.end)) {
    const start = range.start + moved;
    if (offset < start + newText.length || (newText.length === 0 && offset <= start)) return offset <= start ? offset - moved : range.end;
    moved += newText.length - (range.end - range.start);
  }
  return offset - moved;
}
