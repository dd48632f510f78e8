/** What SARIF says of a rule: name, why, and its whole page as help. */
import type { Severity } from '../../core/rules/model.ts';
import { asPlainText } from '../plain.ts';
import type { Results } from './model.ts';

export const LEVEL: Record<Severity, 'error' | 'warning' | 'note'> = { error: 'error', warning: 'warning', information: 'note' };
/** What GitHub calls the levels of a rule that is not about security. */
const PROBLEM: Record<Severity, string> = { error: 'error', warning: 'warning', information: 'recommendation' };
/** GitHub shows ten of a rule's tags, and takes twenty. */
const TAGS = 10;
/** GitHub shows this much of a description. Characters. */
const DESCRIPTION = 1024;

/** No helpUri: a rule's page comes along with the product and stands on no address of its own. */
export function sarifRule(code: string, { ruleOf, pageOf }: Results): unknown {
  const rule = ruleOf(code);
  if (!rule) return { id: code };
  const page = pageOf(code);
  return {
    id: code, name: pascal(code),
    shortDescription: { text: cut(rule.title) },
    fullDescription: { text: cut(rule.why || rule.title) },
    help: { text: page ? asPlainText(page) : rule.todo, ...(page ? { markdown: page } : {}) },
    defaultConfiguration: { level: LEVEL[rule.severity] },
    properties: { tags: ['personvern', rule.group, ...rule.articles].slice(0, TAGS), 'problem.severity': PROBLEM[rule.severity] },
  };
}

/** `ja-utloser-dpia` → `JaUtloserDpia` */
const pascal = (code: string): string => code.split('-').map((word) => word.slice(0, 1).toUpperCase() + word.slice(1)).join('');
const cut = (text: string): string => (text.length > DESCRIPTION ? `${text.slice(0, DESCRIPTION - 1)}…` : text);
