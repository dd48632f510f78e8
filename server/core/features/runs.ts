/** The answers of a file, gathered by part and section as they stand: outline, folding and selection follow them. */
import type { Assessment } from '../assessment/model.ts';
import type { Entry, Range } from '../syntax/nodes.ts';
import type { Part, PlacedQuestion, Section } from '../templates/model.ts';

export interface SectionRun {
  section: Section;
  range: Range;
  answers: { entry: Entry; placed: PlacedQuestion | undefined }[];
}

/**
 * Answers of one part that stand together. In a file in the template's order each part has one run; where answers
 * stand out of order a part has several, so that ranges never overlap. Keys that no question has join the run they
 * stand in.
 */
export interface PartRun {
  part: Part | undefined;
  range: Range;
  sections: SectionRun[];
  /** The part has had a run before this one. */
  continued: boolean;
}

/** From the key to the value's end. */
export function rangeOfEntry(entry: Entry): Range {
  return { start: entry.keyRange.start, end: Math.max(entry.keyRange.end, entry.value.range.end) };
}

export function partRuns(assessment: Assessment): PartRun[] {
  const given = assessment.head.get('svar')?.value;
  const runs: PartRun[] = [];
  const seen = new Set<Part>();
  for (const entry of given?.kind === 'map' ? given.entries : []) {
    const placed = assessment.index.questions.get(entry.key);
    const range = rangeOfEntry(entry);
    // An alias repeats the anchor's entries at the anchor's places, elsewhere in the file.
    if (range.start < given!.range.start || range.end > given!.range.end || (runs.at(-1)?.range.end ?? 0) > range.start) continue;
    let run = runs.at(-1);
    if (!run || (placed && run.part && run.part !== placed.part)) {
      run = { part: placed?.part, range: { ...range }, sections: [], continued: placed ? seen.has(placed.part) : false };
      runs.push(run);
    } else if (placed && !run.part) run.part = placed.part;
    if (placed) seen.add(placed.part);
    run.range.end = range.end;
    let section = run.sections.at(-1);
    if (!section || (placed && section.section !== placed.section)) {
      const of = placed?.section ?? section?.section;
      if (!of) {
        section = { section: { id: '', title: '', items: [], sections: [], notes: [] }, range: { ...range }, answers: [] };
      } else section = { section: of, range: { ...range }, answers: [] };
      run.sections.push(section);
    }
    section.range.end = range.end;
    section.answers.push({ entry, placed });
  }
  return runs;
}
