/** A small table of acts for the parser's tests, so that they do not turn on what the library holds at the moment. */
import type { LawName } from '../../../server/core/sources/references.ts';

export const LAWS: readonly LawName[] = [
  { name: 'personopplysningsloven', aliases: ['personopplysningslova', 'popplyl'], numbering: 'through' },
  { name: 'folkehelseloven', aliases: ['folkehelselova'], numbering: 'through' },
  { name: 'forvaltningsloven', aliases: ['forvaltningslova', 'fvl'], numbering: 'through' },
  { name: 'offentleglova', aliases: ['offentlighetsloven', 'offl'], numbering: 'through' },
  { name: 'barnevernsloven', aliases: ['barnevernslova', 'bvl', 'lov om barnevern'], numbering: 'chapters' },
  { name: 'barnevernloven', aliases: ['barnevernlova', 'lov om barneverntjenester', 'barnevernloven av 1992'], numbering: 'chapters', repealed: true },
  { name: 'helsepersonelloven', aliases: ['helsepersonellova', 'hpl'], numbering: 'through' },
  { name: 'straffeloven', aliases: ['straffelova', 'strl'], numbering: 'through' },
  { name: 'arkivlova', aliases: ['arkivloven', 'arkivlova av 2025', 'lov om dokumentasjon og arkiv'], numbering: 'through' },
  { name: 'arkivlova av 1992', aliases: ['arkivloven av 1992', 'lov om arkiv'], repealed: true },
  { name: 'kommuneloven', aliases: ['kommunelova', 'koml'], numbering: 'chapters' },
  { name: 'Grunnloven', aliases: ['grunnlova', 'grl'], numbering: 'through' },
];
