/** The earlier version of a file that is compared with what it is now. */
import { nameIn } from '../core/across/addresses.ts';
import { analyse, type Analysis } from '../core/analysis.ts';
import type { Context } from '../core/library.ts';
import { readInPlace } from '../workspace/side.ts';
import { addressOfUri } from '../workspace/uris.ts';
import { Recent } from './recent.ts';
import type { Session } from './session.ts';

interface Earlier {
  text: string;
  context: Context;
  revision: number;
  analysis: Analysis | undefined;
}

/** The earlier version of a file in the place of the one that is there: read anew only when something else is written in another. */
export class Before {
  private readonly known = new Recent<Earlier>();
  constructor(private readonly session: Session) {}

  async of(uri: string, text: string): Promise<Analysis | undefined> {
    const { analyses, workspace } = this.session;
    const address = addressOfUri(uri);
    const context = analyses.contextAt(address);
    const known = this.known.get(address);
    if (known?.text === text && known.revision === workspace.revision && isSame(known.context, context)) return known.analysis;
    const around = context.surroundings?.workspace;
    const read = around && readInPlace(around, (each) => analyses.context(each), text, address);
    // It may link to what nobody has asked the disk about.
    if (read?.digest.links.some(({ target }) => target !== undefined && around?.exists(target) === undefined)) await workspace.idle();
    const analysis = around ? read?.analysis : analyse(text, nameIn(address), context);
    return this.known.set(address, { text, context, revision: workspace.revision, analysis }).analysis;
  }
}

/** The day, the language and the configuration, beside the text. */
const isSame = (one: Context, other: Context): boolean => one.today === other.today && one.library === other.library && one.configuration === other.configuration && one.texts.language === other.texts.language;
