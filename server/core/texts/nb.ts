/** Bokmål. Every text that a user reads and that no rule or template brings along, by key. {holes} are filled. */
import { cli } from './nb/cli.ts';
import { client } from './nb/client.ts';
import { editor } from './nb/editor.ts';
import { report } from './nb/report.ts';

export const nb = { ...editor, ...report, ...cli, ...client } as const;
export type TextKey = keyof typeof nb;
