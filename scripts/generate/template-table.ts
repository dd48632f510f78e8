/** docs/maler/<mal>.md: every question of a template with its kind, its condition, and when it wants an explanation. */
import { describeCondition } from '../../server/core/templates/conditions.ts';
import { fullText, isQuestion, type Lead, type Question, type Section, type Template } from '../../server/core/templates/model.ts';
import { bokmål } from '../../server/core/texts/texts.ts';

const KINDS: Record<Question['kind']['type'], string> = {
  'yes-no': 'ja · nei', 'one-of': 'en av', 'some-of': 'flere av', text: 'kort tekst', prose: 'tekst', date: 'dato', number: 'tall',
  person: 'person eller rolle', file: 'fil', reference: 'lovhenvisning', level: 'nivå', group: 'gruppe', answers: 'svar',
};

export function templateTable(template: Template): string {
  const lines = [
    `# ${template.title}`,
    '',
    `Mal \`${template.id}\`, ${template.publisher} ${template.version}. Tabellen er laget av malfilen; endres ikke for hånd.`,
    '',
    'Kolonnen «Forklaring» sier ved hvilke svar malen vil ha en forklaring, spørsmål for spørsmål. Kolonnen «IR» har kryss der malen godtar «ikke relevant» med begrunnelse.',
    '',
  ];
  for (const part of template.parts) {
    lines.push(`## DEL ${part.id}. ${part.title}`, '');
    for (const section of part.sections) lines.push(...sectionLines(section));
  }
  return `${lines.join('\n').trimEnd()}\n`;
}

function sectionLines(section: Section): string[] {
  const rows = section.items.map(row);
  const table = rows.length ? ['| Nr. | Spørsmål | Svar | Forklaring | Besvares når | IR | Artikler |', '|---|---|---|---|---|---|---|', ...rows, ''] : [];
  return [`### ${section.id}. ${section.title}`, '', ...table, ...section.sections.flatMap(sectionLines)];
}

function row(item: Question | Lead): string {
  if (!isQuestion(item)) return `| ${item.id} | *${cell(item.text)}* | ${item.refersTo ? `se ${item.refersTo}` : ''} | | | | |`;
  const kind = item.kind.type === 'yes-no' && item.kind.partial ? 'ja · nei · delvis' : KINDS[item.kind.type];
  const place = item.answeredIn ? ` (i \`${item.answeredIn}\`)` : '';
  const condition = item.condition ? (describeCondition(item.condition, bokmål) ?? 'se malfilen') : '';
  return `| ${item.id} | ${cell(fullText(item))} | ${kind}${place}${item.voluntary ? ' (frivillig)' : ''} | ${item.explainAt.join(', ')} | ${condition} | ${item.mayBeIrrelevant ? '×' : ''} | ${item.articles.join(', ')} |`;
}

const cell = (text: string): string => text.replaceAll('|', '\\|').replace(/\s+/g, ' ');
