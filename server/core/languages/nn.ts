// What dist/nn.cjs holds, loaded at first use (scripts/build.mjs): all that is said in nynorsk.
export { readDifference } from '../../generated/nn.js';
export { readTexts } from '../texts/nn.ts';
