/**
 * The same document gives the same bytes: the library's random ids become numbers in their order, its clock a fixed
 * day, and nobody is named as the author.
 */
import { strFromU8, strToU8, unzipSync, zipSync, type Zippable } from 'fflate';

/** The first day that a zip can tell, in every zone. */
const DAY = new Date(1980, 0, 2);
const STAMP = '2000-01-01T00:00:00Z';

/** Throws where the bytes are no zip. */
export function stable(docx: Uint8Array): Uint8Array {
  const parts = Object.entries(unzipSync(docx)).sort(([a], [b]) => (a === '[Content_Types].xml' ? -1 : b === '[Content_Types].xml' ? 1 : a < b ? -1 : 1));
  const texts = new Map(parts.map(([name, bytes]) => [name, name.endsWith('.xml') || name.endsWith('.rels') ? strFromU8(bytes) : undefined]));
  const rename = renamesIn(texts);
  const zip: Zippable = {};
  for (const [name, bytes] of parts) {
    const text = texts.get(name);
    zip[name] = [text === undefined ? bytes : strToU8(name === 'docProps/core.xml' ? anonymous(text) : rename(name, text)), { mtime: DAY, level: 9 }];
  }
  return zipSync(zip);
}

/** Relationships are named by chance, and bookmarks counted for as long as the program runs. */
function renamesIn(texts: ReadonlyMap<string, string | undefined>): (name: string, text: string) => string {
  const relations = new Map<string, string>();
  for (const [name, text] of texts) if (name.endsWith('.rels')) for (const [, id] of (text ?? '').matchAll(/ Id="(rId[^"]*)"/g)) if (!/^rId\d+$/.test(id!) && !relations.has(id!)) relations.set(id!, `rIdLink${relations.size + 1}`);
  const marks = new Map<string, string>();
  for (const [, id] of (texts.get('word/document.xml') ?? '').matchAll(/<w:bookmarkStart [^>]*w:id="(\d+)"/g)) if (!marks.has(id!)) marks.set(id!, String(marks.size + 1));
  return (name, text) => {
    const named = text.replace(/( (?:r:id|Id)=")(rId[^"]*)"/g, (whole, start: string, id: string) => (relations.has(id) ? `${start}${relations.get(id)!}"` : whole));
    if (name !== 'word/document.xml') return named;
    const contents = new Map<string, string>();
    const listed = named.replace(/( w:(?:anchor|name)="| PAGEREF |>PAGEREF )(_Toc\d+)/g, (_, start: string, id: string) => start + (contents.get(id) ?? contents.set(id, `_Toc${contents.size + 1}`).get(id)!));
    return listed.replace(/(<w:bookmark(?:Start|End) [^>]*w:id=")(\d+)"/g, (_, start: string, id: string) => `${start}${marks.get(id) ?? id}"`);
  };
}

const anonymous = (core: string): string => core
  .replace(/<(dc:creator|cp:lastModifiedBy)>[^<]*<\/\1>/g, '')
  .replace(/(<dcterms:(created|modified)[^>]*>)[^<]*/g, `$1${STAMP}`);
