/**
 * Prints every quotation that ships, as JSON lines {"id", "kilde", "sitat"}, for a check against the sources:
 *   npm run --silent sitater | node ../shared/tools/sitatsjekk.mjs
 */
import { compile } from './generate/compile.ts';

const { articles, rules, templates } = compile();
const print = (id: string, kilde: string, sitat: string): void => console.log(JSON.stringify({ id, kilde, sitat }));
for (const article of articles) print(article.reference, 'GDPR', article.quotation);
for (const rule of rules) if (rule.quotation) print(`regel ${rule.code}`, rule.quotation.source, rule.quotation.text);
for (const template of templates) {
  for (const part of template.parts) {
    for (const section of part.sections) if (section.quotation && template.source) print(`${template.id} ${section.id}`, template.source, section.quotation.text);
  }
}
