import type { tools as nb } from '../nb/tools.ts';
import type { Translated } from '../texts.ts';

/** What the tools for language models say: of themselves, and as answers. Nynorsk. */
export const tools: Translated<typeof nb> = {
};
