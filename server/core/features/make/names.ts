/** What new files are called: names that every system and every address can take. */
import type { AssessmentKind } from '../../templates/model.ts';
import { nameIn } from '../../across/addresses.ts';

const LETTERS: { [letter: string]: string } = { æ: 'ae', ø: 'oe', å: 'aa' };

/** «Påmelding til kulturskolen» → «paamelding-til-kulturskolen»; '' where nothing is left of the words. */
export function fileNameFor(words: string): string {
  return words.normalize('NFC').toLowerCase().replace(/[æøå]/g, (letter) => LETTERS[letter]!).normalize('NFD').replace(/\p{M}/gu, '').replace(/[^a-z\d]+/g, '-').replace(/^-+|-+$/g, '').slice(0, 60).replace(/-+$/, '');
}

/** What a new assessment is about, as far as its file's name goes. */
export interface NamedBy {
  title: string;
  service?: string;
  platforms?: readonly string[];
}

/** `<service>-<platform>.<kind>.yaml`, from the title where no service is named; a record is `behandlingsoversikt.yaml`. */
export function newFileName(kind: AssessmentKind, { title, service, platforms = [] }: NamedBy): string {
  if (kind === 'behandlingsoversikt') return `${kind}.yaml`;
  const words = service?.trim() ? [service, ...platforms] : platforms.some((platform) => title.toLowerCase().includes(platform.toLowerCase())) ? [title] : [title, ...platforms];
  return `${fileNameFor(words.join(' ')) || 'vurdering'}.${kind}.yaml`;
}

/** The file's name without what tells its kind: `instagram` of `…/instagram.ip.yaml`. */
export function stemOf(address: string): string {
  return nameIn(address).replace(/\.ya?ml$/i, '').replace(/\.(dpia|ip|plm|plattform)$/i, '');
}

/** The address, or the first of `x-2.ip.yaml`, `x-3.ip.yaml` … that nothing stands at: no file is ever written over. */
export function freeAddress(address: string, isTaken: (address: string) => boolean): string {
  const folder = address.slice(0, address.lastIndexOf('/') + 1);
  const name = nameIn(address);
  const stem = stemOf(address);
  for (let number = 1; ; number++) {
    const candidate = number === 1 ? address : `${folder}${stem}-${number}${name.slice(stem.length)}`;
    if (!isTaken(candidate)) return candidate;
  }
}
