/** Reading prose with care: what a clause states, and not what it denies. Rules that use this are warnings at most. */

const NEGATION = /(?<![a-zA-ZÀ-ɏ])(ikke|ikkje|aldri|ingen|inga|intet|verken|hverken|korkje|uten|utan|heller)(?![a-zA-ZÀ-ɏ])/i;

/** The clauses of a text: a denial in one says nothing of the next. */
export function clauses(text: string): string[] {
  return text.split(/[.;:!?](?=\s|$)|\n+|,\s|\s[–-]\s/).map((clause) => clause.trim()).filter(Boolean);
}

/** «… behandles ikke», right behind what the clause is about. */
const DENIED_AFTER = /^[^,]{0,40}?(?<![a-zA-ZÀ-ɏ])(er|finnes|finst|inngår|blir|vert|behandles|registreres|omfattes|lagres|brukes|berøres|deltar|deltek|deltok)\s+(?:[a-zA-ZÀ-ɏ]+\s+)?(ikke|ikkje|aldri)(?![a-zA-ZÀ-ɏ])/i;

/** The sentences of a text; «art. 6» and «nr. 1» do not end one. */
export function sentences(text: string): string[] {
  return text.split(/(?<!(?<![a-zA-ZÀ-ɏ])(?:art|nr|jf|bl|pkt|kap|ca))[.;!?](?=\s|$)|\n+/i).map((sentence) => sentence.trim()).filter(Boolean);
}

/** Whether some clause states this: the pattern occurs, and the clause does not deny it before or right after. */
export function states(text: string, pattern: RegExp): boolean {
  return clauses(text).some((clause) => {
    const match = pattern.exec(clause);
    if (!match) return false;
    return !NEGATION.test(clause.slice(0, match.index)) && !DENIED_AFTER.test(clause.slice(match.index + match[0].length));
  });
}

/** Whether some clause denies this: a denial stands before the pattern in the same clause. */
export function denies(text: string, pattern: RegExp): boolean {
  return clauses(text).some((clause) => {
    const match = pattern.exec(clause);
    return match !== null && NEGATION.test(clause.slice(0, match.index));
  });
}

const NOT_YET = '(?!\\s+(før|manuelt|automatisk|umiddelbart|straks|med (en|én|ein) (?:gang|gong)|av|uten|utan|så lenge|dersom|hvis|mens|medan|i løpet|innen|innan|selv|sjølv|på (?:forespørsel|førespurnad)|ved|når|fra|frå|helt|heilt|fortløpende|fortløpande))';
const KEPT = [
  /(?<![a-zA-ZÀ-ɏ])(til evig|evig tid|for evig|evigvarende|evighet|for alltid|for all (framtid|fremtid|tid)|på (?:ubestemt|uavgrensa) tid|uten tidsbegrensning|utan tidsavgrensing|tidsubegrenset|(?:ubegrenset|uavgrensa) (tid|lagring|oppbevaring)|(lagre|oppbevare|bevare)s? (tidsubegrenset|ubegrenset|permanent|varig)|(lagra|lagrast|oppbevart|oppbevarast|bevart|bevarast) (uavgrensa|permanent|varig)|(permanent|varig) (lagring|oppbevaring|bevaring)|ingen (slettefrist|slettedato|frist for sletting))(?![a-zA-ZÀ-ɏ])/i,
];
const NEVER_DELETED = [
  new RegExp(`(?<![a-zA-ZÀ-ɏ])(slettes|slettast|fjernes|fjernast|kasseres|kasserast)\\s+(ikke|ikkje|aldri)(?![a-zA-ZÀ-ɏ])${NOT_YET}`, 'i'),
  new RegExp(`(?<![a-zA-ZÀ-ɏ])(ikke|ikkje|aldri)\\s+(bli\\s+|blir\\s+)?(slettes|slettet|slettast|sletta|fjernes|fjernet|fjernast|fjerna|kasseres|kassert|kasserast)(?![a-zA-ZÀ-ɏ])${NOT_YET}`, 'i'),
];

/** Whether a text on retention says that the data are kept without limit («for alltid», «slettes aldri»). */
export function keepsForever(text: string): boolean {
  return KEPT.some((pattern) => states(text, pattern)) || clauses(text).some((clause) => NEVER_DELETED.some((pattern) => pattern.test(clause)));
}

const SYSTEM = '(?:[a-zA-ZÀ-ɏ]*(?:register|registeret|registrene|registra|system|systemet|systemer|systemene|systema|løsning|løsningen|løysing|løysinga|portal|portalen|database|databasen|plattform|plattformen|plattforma|tjeneste|tjenesten|teneste|tenesta|arkiv|arkivet|api)|id-porten|altinn|feide|maskinporten|freg|matrikkelen)(?![a-zA-ZÀ-ɏ])';
const COUPLED = new RegExp(`(?<![a-zA-ZÀ-ɏ])(?:(?:til|sammen|på)?koble(?:t|s)?|kopl(?:et|es|a|ast)|integrer(?:t|es|ast)|kobling(?:en|er)?|kopling(?:en|er|a|ar)?|integrasjon(?:en|er)?|grensesnitt)\\s+(?:direkte\\s+)?(?:opp\\s+)?(?:mot|med|til|på|sammen med)\\s.{0,60}?${SYSTEM}`, 'i');

/** Whether a text says that the system is coupled to another («integrert mot fakturasystemet»). */
export function saysCoupled(text: string): boolean {
  return states(text, COUPLED);
}

const CHILDREN = /(?<![a-zA-ZÀ-ɏ])(barn|barna|barnet|barns|barnehagebarn|skolebarn|skulebarn|fosterbarn|born|borna|ungdom|ungdommer|ungdommen|ungdommene|ungdommar|ungdommane|ungdomen|mindreårige?|elev|elever|elevene|elevar|elevane|skoleelever|skuleelevar|spedbarn|småbarn|tenåring(?:er|ar)?)(?![a-zA-ZÀ-ɏ])/i;
const VULNERABLE = /(?<![a-zA-ZÀ-ɏ])(ansatte|tilsette|arbeidstakere|arbeidstakarar|medarbeidere|medarbeidarar|pasient|pasienter|pasientene|pasientar|pasientane|asylsøkere?|asylsøkar(?:ar)?|flyktninger|flyktningar|eldre|beboere|bebuarar|rusavhengige|psykisk (?:syke|sjuke)|innsatte|innsette|utviklingshemmede?|utviklingshemma|sykehjemsbeboere|bruk(?:ere|arar) av (?:psykisk helse|rus)[a-zA-ZÀ-ɏ]*)(?![a-zA-ZÀ-ɏ])/i;

/** Whether a text on the data subjects names children or young people. */
export function namesChildren(text: string): boolean {
  return states(text, CHILDREN);
}

/** Whether a text on the data subjects names people whom criterion 7 mentions: children, patients, employees, … */
export function namesVulnerable(text: string): boolean {
  return namesChildren(text) || states(text, VULNERABLE);
}
