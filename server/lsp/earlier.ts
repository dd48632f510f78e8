/** The earlier version of a file that is compared with what it is now. */
import { nameIn } from '../core/across/addresses.ts';
import { digestOf } from '../core/across/digest.ts';
import type { Digest } from '../core/across/model.ts';
import { replaced } from '../core/across/replaced.ts';
import { analyse, type Analysis } from '../core/analysis.ts';
import type { Context } from '../core/library.ts';
import { Remembered } from '../workspace/remembered.ts';
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
    const analysis = inPlace(this.session, text, address, context);
    // It may link to what nobody has asked the disk about.
    if (analysis && context.surroundings && digestOf(analysis, address).links.some(({ target }) => target !== undefined && context.surroundings!.workspace.exists(target) === undefined)) await workspace.idle();
    return this.known.set(address, { text, context, revision: workspace.revision, analysis }).analysis;
  }
}

/** Reads a text as if it stood in the file at the address, for the files around it as well. */
function inPlace({ analyses }: Session, text: string, address: string, context: Context): Analysis | undefined {
  if (!context.surroundings) return analyse(text, nameIn(address), context);
  const instead = new Map<string, Digest>();
  const workspace = replaced(context.surroundings.workspace, instead);
  const remembered = new Remembered(workspace, (each) => analyses.context(each));
  const analysis = analyse(text, nameIn(address), { ...context, surroundings: { address, workspace, take: (digest) => remembered.of(digest) } });
  if (analysis) instead.set(address, digestOf(analysis, address));
  return analysis;
}

/** The day, the language and the configuration, beside the text. */
const isSame = (one: Context, other: Context): boolean => one.today === other.today && one.library === other.library && one.configuration === other.configuration && one.texts.language === other.texts.language;
