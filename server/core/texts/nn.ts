/** Nynorsk: the keys of bokmål (nb.ts). A bundle of its own, which is read when the first text is asked for. */
import { cli } from './nn/cli.ts';
import { client } from './nn/client.ts';
import { config } from './nn/config.ts';
import { editor } from './nn/editor.ts';
import { own } from './nn/own.ts';
import { report } from './nn/report.ts';
import { tools } from './nn/tools.ts';
import type { TextKey } from './nb.ts';

const catalogue: { readonly [key in TextKey]?: string } = { ...editor, ...report, ...cli, ...client, ...config, ...own, ...tools };
export const readTexts = (): typeof catalogue => catalogue;
