/** English: the keys of bokmål (nb.ts). A bundle of its own, which is read when the first text is asked for. */
import { cli } from './en/cli.ts';
import { client } from './en/client.ts';
import { config } from './en/config.ts';
import { editor } from './en/editor.ts';
import { own } from './en/own.ts';
import { report } from './en/report.ts';
import { tools } from './en/tools.ts';
import type { TextKey } from './nb.ts';

const catalogue: { readonly [key in TextKey]?: string } = { ...editor, ...report, ...cli, ...client, ...config, ...own, ...tools };
export const readTexts = (): typeof catalogue => catalogue;
