/** Bokmål. Every text that a user reads and that no rule or template brings along, by key. {holes} are filled. */
import { cli } from './nb/cli.ts';
import { client } from './nb/client.ts';
import { config } from './nb/config.ts';
import { editor } from './nb/editor.ts';
import { own } from './nb/own.ts';
import { report } from './nb/report.ts';
import { tools } from './nb/tools.ts';

export const nb = { ...editor, ...report, ...cli, ...client, ...config, ...own, ...tools } as const;
export type TextKey = keyof typeof nb;
