/** References to law in prose: the letters of art. 6 and 9, and whether an act is named with its section. */

export interface Basis {
  article: number;
  letter: string;
}

type Token = { kind: 'article' | 'number' | 'nr' | 'letter-word' | 'letter' | 'separator' | 'word'; text: string; glued: boolean };

const TOKEN = /(?<article>(?<![a-zA-ZÀ-ɏ])(?:art(?:ikkel|ikkelen|ikler|iklene)?\.?|gdpr|pvf\.?|personvernforordning(?:en|a)?s?)(?![a-zA-ZÀ-ɏ]))|(?<nr>(?<![a-zA-ZÀ-ɏ])(?:nr|nummer)(?![a-zA-ZÀ-ɏ])\.?)|(?<letterword>(?<![a-zA-ZÀ-ɏ])(?:bokstav(?:en|ene)?|litra|ledd bokstav)(?![a-zA-ZÀ-ɏ]))|(?<number>\d+)|(?<separator>[,()/.&–-]|(?<![a-zA-ZÀ-ɏ])(?:og|eller|samt)(?![a-zA-ZÀ-ɏ]))|(?<letter>(?<![a-zA-ZÀ-ɏ])[a-zA-Z](?![a-zA-ZÀ-ɏ]))|(?<word>[a-zA-ZÀ-ɏ§]+)/gi;

function tokens(text: string): Token[] {
  const found: Token[] = [];
  let end = -1;
  for (const match of text.matchAll(TOKEN)) {
    const groups = match.groups!;
    const kind = groups['article'] ? 'article' : groups['nr'] ? 'nr' : groups['letterword'] ? 'letter-word' : groups['number'] ? 'number' : groups['separator'] ? 'separator' : groups['letter'] ? 'letter' : 'word';
    found.push({ kind, text: match[0], glued: match.index === end });
    end = match.index + match[0].length;
  }
  return found;
}

/**
 * The letters of art. 6 nr. 1 and art. 9 nr. 2 that a text refers to, right or wrong, however they are written:
 * «artikkel 6 nr. 1 bokstav c og e», «art. 6.1.e», «GDPR art. 9(2)(h)», «artikkel 6 e og 9 g». Other paragraphs of
 * the two articles are left out. The word «i» is not taken for a letter.
 */
export function basesIn(text: string): Basis[] {
  if (!/[69]/.test(text)) return []; // most prose names no article, and telling its words apart takes its time
  const all = tokens(text);
  // «bokstav e i artikkel 6 nr. 1»: the letter comes first.
  const found: Basis[] = [...text.matchAll(/(?<![a-zA-ZÀ-ɏ])bokstav\s+([a-z])\)?\s+i\s+(?:personvernforordningen|gdpr)?\s*(?:art(?:ikkel)?\.?)\s*([69])(?!\d)/gi)].map((match) => ({ article: Number(match[2]), letter: match[1]!.toLowerCase() }));
  let state: 'idle' | 'number' | 'article' = 'idle';
  let article = 0;
  let paragraph = 0;
  let explicit = false;
  all.forEach((token, i) => {
    const before = all[i - 1];
    const after = all[i + 1];
    if (token.kind === 'article') {
      state = 'number';
      return;
    }
    if (state === 'idle') return;
    if (token.kind === 'number') {
      const isParagraph = state === 'article' && (before?.kind === 'nr' || (token.glued && (before?.text === '.' || before?.text === '(') && all[i - 2]?.kind === 'number'));
      if (isParagraph) paragraph = Number(token.text);
      else {
        article = Number(token.text);
        paragraph = 0;
        explicit = false;
      }
      state = 'article';
    } else if (state === 'number') {
      if (token.kind === 'word' || token.kind === 'letter') state = 'idle';
    } else if (token.kind === 'letter-word') explicit = true;
    else if (token.kind === 'letter') {
      const isWord = /^i$/i.test(token.text) && before?.kind !== 'letter-word' && after !== undefined && after.kind !== 'separator';
      if (isWord || (!explicit && token.text !== token.text.toLowerCase())) state = 'idle';
      else if ((article === 6 && paragraph <= 1) || (article === 9 && (paragraph === 0 || paragraph === 2))) found.push({ article, letter: token.text.toLowerCase() });
    } else if (token.kind === 'word') state = 'idle';
  });
  return found;
}

/** Whether the text refers to this letter. */
export function cites(text: string, article: number, ...letters: string[]): boolean {
  return basesIn(text).some((basis) => basis.article === article && letters.includes(basis.letter));
}

const ACT = /[a-zA-ZÀ-ɏ]*(?:lov|lova|loven|lovens|lovas|forskrift|forskrifta|forskriften)(?![a-zA-ZÀ-ɏ])|[a-zA-ZÀ-ɏ]{2,12}l\.?\s*§/i;
const SECTION = /§+\s*\d|(?<![a-zA-ZÀ-ɏ])(?:kap(?:ittel|itlet|\.)?|paragraf(?:en)?)\s*\d/i;

/** Whether a text names an act or regulation with its section or chapter («arkivlova § 9»). */
export function namesProvision(text: string): boolean {
  return ACT.test(text) && SECTION.test(text);
}

/** Whether it names the act on archives. */
export function namesArchiveAct(text: string): boolean {
  return /(?<![a-zA-ZÀ-ɏ])(arkivlov|arkivlova|arkivloven|arkivforskrift|arkivforskrifta|arkivforskriften|lov om arkiv)(?![a-zA-ZÀ-ɏ])/i.test(text);
}

/** Whether a controller's name tells that it is a public authority. Wrong only towards no. */
export function isPublicBody(name: string): boolean {
  return /(kommune|bydel|etaten|direktorat|departement|statsforvalt[ae]r|fylkesmann|helseføretak|helseforetak|barnevern|universitet(?![a-zA-ZÀ-ɏ]*forlag)|politi(?!sk)|tilsynet|(?<![a-zA-ZÀ-ɏ])NAV(?![a-zA-ZÀ-ɏ])|(?<![a-zA-ZÀ-ɏ])etat(?![a-zA-ZÀ-ɏ]))/i.test(name);
}

const OUTSIDE_TASKS = /annet ledd|anna ledd|andre ledd|ut(?:en|an)for (?:[a-zA-ZÀ-ɏ]+ ){0,3}oppg[aå]ve|ikk(?:e|je) (?:[a-zA-ZÀ-ɏ]+ ){0,3}(?:ledd i|offentleg (?:mynde|styresmakt|myndigheit)|offentlig myndighet|myndighetsoppgave)/i;

/** «ikke som ledd i», «utenfor oppgavene», «annet ledd»: the author has seen that letter f stops at a public body's tasks. */
export function saysOutsideTasks(text: string): boolean {
  return OUTSIDE_TASKS.test(text);
}

const ACTS = /[a-zA-ZÀ-ɏ]*(?:lov|lova|loven|lovens|lovas|forskrift|forskrifta|forskriften)(?![a-zA-ZÀ-ɏ])/gi;
const NUMBERS = /§+\s*(\d+(?:-\d+)?(?:\s*(?:,|–|-|og|eller)\s*\d+(?:-\d+)?)*)/gi;

/** Whether folkehelseloven §§ 4–5 (or its chapter 2) is all that a text shows: a duty in general, not a task. */
export function namesOnlyPublicHealth(text: string): boolean {
  const own = text.replace(/lov om folkehelsearbeid/gi, 'folkehelseloven');
  const acts = own.match(ACTS) ?? [];
  const sections = [...own.matchAll(NUMBERS)].flatMap((match) => match[1]!.match(/\d+/g) ?? []);
  return acts.length > 0 && acts.every((act) => /^folkehelselov/i.test(act)) && sections.every((section) => section === '4' || section === '5');
}
