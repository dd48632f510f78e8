/** What pages and hovers say about a dated fact, as Markdown. */
import type { Context } from '../library.ts';
import { isPastReview } from '../sources/age.ts';
import { countriesOf, factNamed } from '../sources/facts.ts';
import type { DatedFact } from '../sources/model.ts';
import { pageUri } from '../sources/references.ts';
import { sourceLink } from './words-sources.ts';
import { dayOf, escaped } from './words.ts';

/** A fact's page by its id, or by the name of the country or platform that it is about. */
export function factPage(context: Context, name: string): string | undefined {
  const { library, texts } = context;
  const fact = factNamed(library.datedFacts, name);
  if (!fact) return undefined;
  const { claim, scope, background, uncertain, source, doubtSource, dated, value, articles } = fact;
  const blocks = [`# ${escaped(claim)}`, texts(uncertain ? 'fact.uncertain' : 'fact.confirmed', { grunn: escaped(uncertain ?? '') })];
  if (scope) blocks.push(texts('fact.scope', { omfang: escaped(scope) }));
  if (value.kind === 'adequacy' && value.until) blocks.push(texts('fact.until', { dato: dayOf(value.until, texts) }));
  if (background) blocks.push(escaped(background));
  const countries = countriesOf(value).map((each) => each.name);
  if (countries.length > 1) blocks.push(texts('fact.countries', { land: escaped(texts.and(countries)) }));
  blocks.push(`## ${texts('fact.source')}`, `[${escaped(`${source.publisher}: ${source.title}`)}](${source.link})`, [dated ? texts('source.dated', { dato: dayOf(dated, texts) }) : texts('source.undated'), ...checkNotes(context, fact)].join(' · '), texts('fact.copy', { dato: dayOf(fact.reviewBy, texts) }));
  if (doubtSource) blocks.push(texts('fact.doubt-source', { kilde: `[${escaped(`${doubtSource.publisher}: ${doubtSource.title}`)}](${doubtSource.link})` }));
  if (articles.length) blocks.push(`## ${texts('page.related')}`, articles.map((reference) => `- ${sourceLink(reference)}`).join('\n'));
  return `${blocks.join('\n\n')}\n`;
}

/** A fact in one line for a hover: what it says, whether that is sure, who says so, and when it was checked. */
export function factLine(context: Context, fact: DatedFact): string {
  const { texts } = context;
  const notes = [`[${escaped(fact.source.publisher)}](${pageUri('fakta', fact.id)})`, ...(fact.uncertain ? [`*${texts('fact.uncertain-short')}*`] : []), ...checkNotes(context, fact)];
  return `**${texts('fact.name')}:** ${escaped(fact.claim)} (${notes.join(' · ')})`;
}

function checkNotes({ texts, today }: Context, fact: DatedFact): string[] {
  return [texts('hover.checked', { dato: dayOf(fact.checked, texts) }), ...(isPastReview(fact, today) ? [texts('source.due')] : [])];
}
