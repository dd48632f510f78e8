import { lay, readIn } from './languages.mjs';

export const name = 'a reader of English reads findings, hovers and toolbar so, and each report in the language of its file';
export const settings = { 'vurdert.språk': 'en' };
export { lay };
export const run = (h) => readIn('en', h);
