import type { RuleCheck } from '../model.ts';
import { wordsOf } from '../../assessment/facts.ts';

/** The exceptions: art. 13 nr. 4, art. 14 nr. 5, personopplysningsloven § 16, confidentiality in other acts. */
const EXCEPTION = /1[34]\s*(?:nr\.?|\()\s*[45]|14\.5|13\.4|unntak|unnta(?:tt|s)|taushetsplikt|personopplysningslov[a-zA-ZÀ-ɏ]*\s*§\s*16/i;

export const check: RuleCheck = (context) => (EXCEPTION.test(wordsOf(context, 'IV.2.1.7')) ? [] : [{ at: 'IV.2.1.7' }]);
