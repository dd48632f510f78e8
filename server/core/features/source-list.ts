/** Everything that can be looked up, as a flat list for an editor's search. */
import type { Context } from '../library.ts';
import { fullText, indexOf, nameOfQuestion } from '../templates/model.ts';
import type { Page } from './model.ts';
import { shortened } from './words.ts';

export interface SourceItem {
  label: string;
  /** Beside the label. */
  description: string;
  /** Below it. */
  detail: string;
  page: Page;
}

/** Articles, acts with their sections, dated facts, terms, questions, rules and the guides' excerpts, in that order. Plain text. */
export function sourceList({ library, texts }: Context): SourceItem[] {
  const items: SourceItem[] = [];
  const add = (kind: Page['kind'], name: string, label: string, description: string, detail: string): void => {
    items.push({ label, description, detail: shortened(detail, 200), page: { kind, name } });
  };
  for (const { reference, title, explanation } of library.articles.values()) add('artikkel', reference, `${reference} ${title}`, texts('source.kind-article'), explanation);
  for (const law of library.laws.values()) {
    add('lov', law.name, law.name, law.title, law.explanation);
    for (const section of library.sections.values()) if (section.law === law.name && section.section) add('lov', section.reference, `${section.reference} ${section.title}`, law.name, section.explanation);
  }
  for (const { id, claim, source } of library.datedFacts) add('fakta', id, shortened(claim, 100), texts('source.kind-fact'), source.publisher);
  for (const { word, definition } of library.terms) add('ord', word, word, texts('source.kind-term'), definition);
  for (const template of library.templates) {
    for (const { question } of indexOf(template).questions.values()) {
      add('sporsmal', nameOfQuestion(library.templates, template, question.id), `${question.id} ${shortened(fullText(question), 100)}`, texts('source.kind-question'), template.title);
    }
  }
  for (const { code, title, why } of library.rules) add('regel', code, title, `${texts('source.kind-rule')} ${code}`, why);
  for (const { id, source, text } of library.excerpts) {
    const guide = library.sources.find((each) => each.id === source);
    add('utdrag', id, shortened(text, 100), guide?.publisher ?? '', text);
  }
  return items;
}
