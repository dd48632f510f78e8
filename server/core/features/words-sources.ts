/** What hover and pages say about acts, guides and terms, as Markdown. */
import type { Context, Library } from '../library.ts';
import { isPastReview, yearsOld } from '../sources/age.ts';
import type { Excerpt, Law, LawSection, Repeal, Source, Term } from '../sources/model.ts';
import { pageUri } from '../sources/references.ts';
import { dayOf, escaped, shortened } from './words.ts';

/** «[barnevernsloven § 13-2](page)», «[art. 6](page)»: a link to the page of an article, an act or a section. */
export function sourceLink(reference: string): string {
  return `[${escaped(reference)}](${pageUri(reference.startsWith('art. ') ? 'artikkel' : 'lov', reference)})`;
}

/** A section with its act, or the act alone: heading, what it is about, what is repealed or uncertain, and where it stands. */
export function lawBlocks(context: Context, law: Law, section: LawSection | undefined, reference: string): string[] {
  const { texts } = context;
  const repeal = section?.repealed ?? law.repealed;
  const blocks = [`**${escaped(section?.reference ?? reference)}** ${escaped(section?.title ?? law.title)}`];
  // That it no longer counts is what the reader has to know first.
  if (repeal) blocks.push(repealLine(context, repeal));
  if (section) blocks.push(escaped(section.explanation));
  else {
    blocks.push(escaped(law.explanation));
    if (reference !== law.name) blocks.push(texts('hover.law-unexplained'));
  }
  const uncertain = section?.uncertain ?? law.uncertain;
  if (uncertain) blocks.push(`*${escaped(texts('hover.law-uncertain', { usikker: uncertain }))}*`);
  return blocks;
}

/** «[Lovdata](…) · kontrollert 22.11.2026», and that a review is due where it is. */
export function lawNotes(context: Context, law: Law): string {
  const { texts, today } = context;
  const notes = [law.link ? `[Lovdata](${law.link})` : '', texts('hover.checked', { dato: dayOf(law.checked, texts) }), isPastReview(law, today) ? texts('source.due') : ''];
  return notes.filter(Boolean).join(' · ');
}

function repealLine({ texts, today }: Context, { on, replacedBy, note }: Repeal): string {
  const when = on === undefined ? texts('hover.repealed') : texts(on <= today ? 'hover.repealed-on' : 'hover.repealed-later', { dato: dayOf(on, texts) });
  const parts = [when];
  if (replacedBy.length) parts.push(texts('hover.replaced-by', { henvisninger: texts.and(replacedBy.map(sourceLink)) }));
  if (note) parts.push(escaped(note));
  return parts.join(' ');
}

/** A block quote of a guide: its words, who says so, and how old that is where it matters. */
export function excerptQuote(context: Context, excerpt: Excerpt, max = 300): string {
  const source = context.library.sources.find((each) => each.id === excerpt.source);
  const place = source ? `[${escaped(`${source.publisher}: ${source.title}`)}](${pageUri('utdrag', excerpt.id)})` : '';
  const notes = [place, ...(source ? ageNotes(context, source) : [])].filter(Boolean);
  return [`> ${escaped(shortened(excerpt.text, max, ' […]'))}`, '>', `> — ${notes.join(' · ')}`].join('\n');
}

/** When a source is from; past its review date also how old it is. */
function ageNotes({ texts, today }: Context, source: Source): string[] {
  const notes = [source.dating ? source.dating.replace(/\.$/, '') : source.dated ? texts('source.dated', { dato: dayOf(source.dated, texts) }) : ''];
  const years = yearsOld(source, today);
  if (isPastReview(source, today)) notes.push(years ? texts('source.age', { år: years }) : texts('source.due'));
  return notes.filter(Boolean).map(escaped);
}

/** The excerpt that is worth a hover: a guide's before the template's own guidance, and the shortest that says something. */
export function bestExcerpt(library: Library, excerpts: readonly Excerpt[]): Excerpt | undefined {
  const known = excerpts.filter((excerpt) => library.sources.some((source) => source.id === excerpt.source));
  const guides = known.filter((excerpt) => excerpt.source !== 'S4');
  return guides.find((excerpt) => excerpt.text.length <= 300) ?? guides[0] ?? known[0];
}

/** «**profilering**: Å la et system … ([art. 4 nr. 4](page))». */
export function termLine(term: Term): string {
  return `**${escaped(term.word)}**: ${escaped(term.definition)}${term.article ? ` (${sourceLink(term.article)})` : ''}`;
}
