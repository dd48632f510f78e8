/** What hover, pages and completion say about questions and articles, as Markdown. */
import { FROM_CRITERIA } from '../assessment/options.ts';
import type { Context, Library } from '../library.ts';
import type { Rule } from '../rules/model.ts';
import { appliesTo } from '../rules/run.ts';
import type { Article } from '../sources/model.ts';
import { pageUri } from '../sources/references.ts';
import { factsOf } from '../templates/conditions.ts';
import { nameOfQuestion, type Question, type Template } from '../templates/model.ts';
import type { Texts } from '../texts/texts.ts';
import { glossed } from '../texts/values.ts';

/** Text as Markdown that shows just that text. Line breaks become spaces. */
export function escaped(text: string): string {
  return text.replace(/\s+/g, ' ').trim().replace(/[\\`*_{}[\]<>#|~]/g, '\\$&').replace(/&/g, '&amp;').replace(/^([-+=]|\d+[.)])(?=\s|$)/, '\\$1');
}

/** The text cut at a word, with «…», to at most `max` characters. */
export function shortened(text: string, max: number, mark = '…'): string {
  const line = text.replace(/\s+/g, ' ').trim();
  if (line.length <= max) return line;
  const cut = line.slice(0, max - mark.length + 1).replace(/\s+\S*$/, '');
  return `${(cut.length > max / 2 ? cut : line.slice(0, max - mark.length)).replace(/[\s,;:–-]+$/, '')}${mark}`;
}

/** 2026-11-22 → 22.11.2026, as the language writes it; anything else as it is. */
export function dayOf(date: string, texts: Texts): string {
  const parts = /^(\d{4})-(\d{2})-(\d{2})$/.exec(date);
  return parts ? texts('date.numbers', { dag: Number(parts[3]), måned: Number(parts[2]), år: parts[1]! }) : date;
}

/** The kind of answer in words: «ja, nei eller delvis», «en dato (ÅÅÅÅ-MM-DD)». Plain text. */
function answerInWords(texts: Texts, question: Question, template: Template): string {
  const { kind } = question;
  const withMeaning = (value: string): string => glossed(value, texts);
  const fields = kind.type === 'group' ? texts.and(kind.fields.map((field) => field.id)) : '';
  switch (kind.type) {
    case 'yes-no': return texts('hover.answer-yes-no', { svar: texts.or((kind.partial ? ['ja', 'nei', 'delvis'] : ['ja', 'nei']).map(withMeaning)) });
    case 'one-of': case 'some-of': {
      const several = kind.type === 'some-of';
      if (kind.optionsFrom) {
        const hvor = kind.optionsFrom === FROM_CRITERIA ? texts('hover.criteria-source') : texts('hover.answers-to', { hvor: kind.optionsFrom.replace('/', ', ') });
        return texts(several ? 'hover.answer-several-from' : 'hover.answer-one-from', { hvor });
      }
      const options = kind.options.map((option) => withMeaning(option.value));
      return texts(several ? 'hover.answer-several' : 'hover.answer-one', { valg: texts.or(options.slice(0, 12)) });
    }
    case 'level': {
      const steps = template.risk.scales[kind.scale] ?? [];
      return texts('hover.answer-level', { fra: steps[0]?.value ?? 1, til: steps.at(-1)?.value ?? 5 });
    }
    case 'group':
      if (kind.forEach) return texts('hover.answer-for-each', { hva: kind.forEach, felter: fields });
      return texts(kind.repeated ? 'hover.answer-rows' : 'hover.answer-group', { felter: fields });
    case 'answers': return texts('hover.answer-answers');
    case 'text': return texts('hover.answer-text');
    case 'prose': return texts('hover.answer-prose');
    case 'date': return texts('hover.answer-date');
    case 'number': return texts('hover.answer-number');
    case 'person': return texts('hover.answer-person');
    case 'file': return texts('hover.answer-file');
    case 'reference': return texts('hover.answer-reference');
  }
}

/** «Svar: ja, nei eller delvis. Forklar når svaret er ja eller delvis. …» as one line of Markdown. */
export function answerLine(texts: Texts, question: Question, template: Template): string {
  const parts = [escaped(texts('hover.answers', { svar: answerInWords(texts, question, template) }))];
  if (question.explainAt.length) parts.push(texts('hover.explain-at', { svar: texts.or(question.explainAt.map((value) => glossed(value, texts))) }));
  if (question.mayBeIrrelevant) parts.push(texts('hover.irrelevant'));
  if (question.voluntary) parts.push(texts('hover.voluntary'));
  if (question.required) parts.push(texts('hover.required'));
  return parts.join(' ');
}

/** A block quote of an article: its words (cut at a word past `max` characters), its place, link and date. */
export function quoted(context: Context, article: Article, max = 260): string[] {
  const { texts, library } = context;
  const law = library.sources.find((source) => source.id === 'GDPR');
  const place = `[${escaped(texts('hover.law', { sted: article.reference }))}](${pageUri('artikkel', article.reference)})`;
  const notes = [place, law?.links['lovdata'] ? `[Lovdata](${law.links['lovdata']})` : '', law ? texts('hover.checked', { dato: dayOf(law.checked, texts) }) : ''].filter(Boolean);
  return [`> ${escaped(shortened(article.quotation, max, ' […]'))}`, '>', `> — ${notes.join(' · ')}`];
}

/** «[art. 6 nr. 1](page)» for each, as one listing. */
export function articleLinks(references: readonly string[], texts: Texts): string {
  return texts.and(references.map((reference) => `[${escaped(reference)}](${pageUri('artikkel', reference)})`));
}

export function ruleLink(rule: Pick<Rule, 'code' | 'title'>): string {
  return `[${escaped(rule.title)}](${pageUri('regel', rule.code)})`;
}

/** «[A.1](page)», with its template («plattform-2026/A.1») where others have the id too. */
export function questionLink({ templates }: Pick<Library, 'templates'>, template: Template, id: string): string {
  const name = nameOfQuestion(templates, template, id);
  return `[${escaped(name)}](${pageUri('sporsmal', name)})`;
}

/** Rules about any answer at all: they tell nothing of this one. */
const ABOUT_ALL = new Set(['ubesvart', 'ubesvarte', 'plassholder']);

/** Whether a rule says something of the place it stands at, not of how files are written or filled in. */
export function isAboutPlace(rule: Pick<Rule, 'code' | 'group'>): boolean {
  return rule.group !== 'form' && !ABOUT_ALL.has(rule.code);
}

const rulesByPlace = new WeakMap<Library['rules'], Map<string, Rule[]>>();

/** The rules that look at a place: a question id, a head key, or a field below one (`beslutning/dato`). Not those of form. */
export function rulesAbout(library: Library, template: Template, place: string): Rule[] {
  let map = rulesByPlace.get(library.rules);
  if (!map) {
    map = new Map();
    for (const rule of library.rules) {
      if (!isAboutPlace(rule)) continue;
      const places = new Set([...(rule.at ? [rule.at] : []), ...rule.related, ...rule.reads, ...(rule.when ? factsOf(rule.when) : [])]);
      for (const path of [...places]) places.add(path.split('/')[0]!);
      for (const path of places) map.set(path, [...(map.get(path) ?? []), rule]);
    }
    rulesByPlace.set(library.rules, map);
  }
  return (map.get(place) ?? []).filter((rule) => appliesTo(rule, { template, kind: template.kind }));
}
