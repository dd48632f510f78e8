// What dist/en.cjs holds, loaded at first use (scripts/build.mjs): all that is said in English.
export { readDifference } from '../../generated/en.js';
export { readTexts } from '../texts/en.ts';
