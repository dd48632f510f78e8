/** Texts that point elsewhere in the form instead of answering («se punktet over», «jf. pkt. 1»). */

/** Longer than this there is something said besides. */
const LONGEST = 60;
/** What may stand beside the reference without being an answer of its own. */
const MOST_BESIDE = { letters: 22, words: 2 };

const B = '(?<![a-zA-ZÀ-ɏ\\d])';
const E = '(?![a-zA-ZÀ-ɏ\\d])';
// A Roman numeral alone could be a word («vi», «i»): it needs its number, or a word such as «del» before it.
const NUMBER = '(?:[IVX]+(?:\\s*\\.\\s*\\d+)+[a-z]?|\\d+(?:\\.\\d+)*[a-z]?)';
const ROOM = '(?:pkt|punkt(?:et|ene|er|a)?|avsnitt(?:et|ene)?|spørsmål(?:et|ene)?|svar(?:et|ene)?|del(?:en)?|kap(?:ittel|itlet)?|seksjon(?:en)?|tabell(?:en)?|beskrivelse(?:n|ne)?|skildring(?:a)?|felt(?:et)?|rad(?:en)?|nr)';
const WHERE = '(?:over|ovenfor|ovanfor|ovafor|under|nedenfor|nedanfor|nedafor|foran|framfor|forrige|førre|tidligere|tidlegare|senere|seinare)';
/** «pkt. 3», «punktet over», «IV.1, pkt. 3», «forrige punkt»: at least a number or a direction. */
const TARGET = `(?:(?:(?:i|på|til|under|fra|frå|også|samme|same)\\s+)*(?:${WHERE}\\s+${ROOM}|${ROOM}\\.?\\s*(?:${NUMBER}|${WHERE}|[IVX]+)|${NUMBER}|${WHERE})${E}\\.?(?:\\s*(?:,|og)\\s*)?\\s*)+`;
const LEAD = '(?:se|sjå|jf|jfr|jmf|jmfr|jamfør|jevnfør|(?:det\\s+)?vises(?:\\s+til)?|viser(?:\\s+til)?|henviser(?:\\s+til)?|henvises(?:\\s+til)?|(?:det\\s+)?samm?e(?:\\s+svar)?(?:\\s+som)?|som|likt(?:\\s+som)?|tilsvar[ae]nde(?:\\s+som)?)';
const REFERENCES = [
  new RegExp(`${B}${LEAD}${E}\\.?:?\\s*${TARGET}`, 'gi'),
  new RegExp(`${B}(?:er\\s+|blir\\s+|skal\\s+|ble\\s+)?(?:allerede\\s+|allereie\\s+)?(?:beskrevet|beskrive|beskrives|skildra|omtalt|omtala|omtales|besvart|svart\\s+på|nevnt|nemnt|forklart|vurdert|redegjort\\s+for|gjort\\s+(?:rede|greie)\\s+for)\\s+${TARGET}`, 'gi'),
];
const FILLERS = new Set(['ja', 'nei', 'delvis', 'for', 'nærmere', 'nærare', 'utdyping', 'utdjuping', 'forklaring', 'beskrivelse', 'skildring', 'mer', 'meir', 'om', 'dette', 'det', 'er', 'her', 'og', 'i', 'på', 'til', 'av', 'vedr', 'vedrørende', 'informasjon', 'detaljer']);

/** Whether a text is a reference to another place of the form and hardly anything else. */
export function isReferenceOnly(text: string): boolean {
  const line = text.trim();
  if (!line || line.length > 2 * LONGEST || letters(line) > LONGEST) return false;
  const rest = REFERENCES.reduce((left, pattern) => left.replace(pattern, ' '), line);
  // A number beside the reference is an answer: «Tre år, 2 måneder, se punkt 4».
  if (rest === line || /[\d§]/.test(rest)) return false;
  const beside = (rest.match(/[a-zA-ZÀ-ɏ]+/g) ?? []).filter((word) => !FILLERS.has(word.toLowerCase()));
  return beside.length <= MOST_BESIDE.words && letters(beside.join('')) <= MOST_BESIDE.letters;
}

const letters = (text: string): number => text.match(/[a-zA-ZÀ-ɏ]/g)?.length ?? 0;
