import { fileAmong, nameIn } from '../../core/across/addresses.ts';
import { explained } from '../../core/config/explain.ts';
import { inForcePage } from '../../core/features/page-in-force.ts';
import { addressOfUri } from '../../workspace/uris.ts';
import { IN_FORCE } from '../protocol.ts';
import type { Session } from '../session.ts';

/** The page of what is in force for the file that an address names behind `?`; undefined for any other page. */
export function inForceAt(session: Session, uri: string): Promise<string> | undefined {
  const query = uri.startsWith(IN_FORCE) ? uri.split('?')[1] : undefined;
  return query ? pageFor(session, addressOfUri(decodeURIComponent(query))) : undefined;
}

async function pageFor({ configs, analyses, settings, texts, workspace }: Session, address: string): Promise<string> {
  await configs.ready(address);
  const state = configs.of(address);
  return inForcePage({
    file: nameIn(address), configuration: state && fileAmong(workspace.roots, state.address), isLeftOut: !configs.includes(address),
    entries: explained(state?.configuration, state?.file, analyses.context(address).library, settings.levelsAt(address)),
  }, texts);
}
