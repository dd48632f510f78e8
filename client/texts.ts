/** The client's texts come from the same catalogue as the server's, in the language that the user has chosen. */
import * as vscode from 'vscode';
import { languageOfMessages } from '../server/core/texts/language.ts';
import { textsIn, type Texts } from '../server/core/texts/texts.ts';
import { formatDate } from '../server/core/texts/dates.ts';

const SETTING = 'vurdert.språk';

/** What the setting says: auto, nb, nn or en. */
export const chosenLanguage = (): string => vscode.workspace.getConfiguration().get<string>(SETTING, 'auto');
const inChosen = (): Texts => textsIn(languageOfMessages(chosenLanguage(), vscode.env.language));

/** Another catalogue when the user takes another language: not to be kept. */
export let texts = inChosen();

/** Follows the setting. `changed` is told of another language; the server follows by itself. */
export const followLanguage = (changed: () => void): vscode.Disposable => vscode.workspace.onDidChangeConfiguration((event) => {
  if (!event.affectsConfiguration(SETTING)) return;
  const next = inChosen();
  if (next === texts) return;
  texts = next;
  changed();
});

/** «2026-03-01» → «1. mars 2026». */
export const dateText = (date: string): string => formatDate(texts, date);

/** «64 %»; '' where nothing is asked. */
export const share = ({ asked, answered }: { asked: number; answered: number }): string => (asked ? `${Math.floor((answered / asked) * 100)} %` : '');

const SEVERITIES = ['error', 'warning', 'information'] as const;

/** «1 feil», «3 advarsler»: of each severity that there is any of, the most serious first. */
export const tallies = (counts: { [severity in (typeof SEVERITIES)[number]]: number }): string[] => SEVERITIES.flatMap((severity) => {
  const n = counts[severity];
  return n ? [texts(n === 1 ? `report.tally.${severity}.one` : `report.tally.${severity}`, { n })] : [];
});

/** «4 funn» */
export const findingsText = (count: number): string => texts(count === 1 ? 'client.status.findings.one' : 'client.status.findings', { antall: count });
