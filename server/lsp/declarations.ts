/**
 * The files that say how assessments are read, and are none themselves: configurations, own templates and rules. They
 * have findings, completion, hover, fixes, outline, folds and links like any assessment; the handlers ask here where they find no analysis.
 */
import type { TextDocument } from 'vscode-languageserver-textdocument';
import { isWithin, nameIn } from '../core/across/addresses.ts';
import type { ConfigFile } from '../core/config/model.ts';
import { isConfigName, readConfiguration } from '../core/config/read.ts';
import { configCompletions } from '../core/features/config-completion.ts';
import { configHover } from '../core/features/config-hover.ts';
import { configLinks, configOutline } from '../core/features/config-structure.ts';
import { plainFolds } from '../core/features/folding.ts';
import type { Completion, Fix, Fold, Hover, Link, OutlineNode } from '../core/features/model.ts';
import type { Finding } from '../core/findings.ts';
import { ownCompletions, ownFindings, ownHover, ownLinks, ownOutline, readAlone, unused } from '../core/own-files.ts';
import type { OwnRead } from '../core/own/load.ts';
import { ownKindByName } from '../core/recognise.ts';
import type { LineIndex } from '../core/syntax/lines.ts';
import type { Range } from '../core/syntax/nodes.ts';
import { parse } from '../core/syntax/parse.ts';
import { yamlBelow } from '../workspace/listing.ts';
import { addressOfUri } from '../workspace/uris.ts';
import type { Session } from './session.ts';

/** One version of such a file. */
export interface Declaration {
  text: string;
  lines: LineIndex;
  /** What its findings depend on beside its text, for a result's id. */
  state: string;
  findings(): Finding[];
  hover(offset: number): Hover | undefined;
  completions(offset: number): Promise<Completion[]>;
  outline(): OutlineNode[];
  folds(): Fold[];
  links(): Link[];
}

const files = new WeakMap<TextDocument, { version: number; file: ConfigFile }>();

/** The open document as a declaration; undefined where it is none. */
export function declarationOf(session: Session, document: TextDocument): Declaration | undefined {
  const address = addressOfUri(document.uri);
  if (!isConfigName(nameIn(address))) return ownDeclaration(session, address, document.getText());
  let known = files.get(document);
  if (known?.version !== document.version) files.set(document, (known = { version: document.version, file: readConfiguration(document.getText()) }));
  return configuration(session, address, known.file);
}

/** The same by URI, where the document is open. */
export function declarationAt(session: Session, uri: string): Declaration | undefined {
  const document = session.documents.get(uri);
  return document && declarationOf(session, document);
}

/** A file that is closed, as it was last read. */
export function closedDeclaration(session: Session, address: string): Declaration | undefined {
  const state = session.configs.at(address);
  if (state?.address === address) return configuration(session, address, state.file);
  const own = readIn(session, address);
  return own && ownDeclaration(session, address, own.text);
}

/** The addresses of all that there are, open or closed. */
export const declarations = (session: Session): string[] => session.configs.all().flatMap(({ address, own }) => [address, ...own.keys()]);

/** A municipality's own template or rule as its configuration has read it. */
function readIn({ configs }: Pick<Session, 'configs'>, address: string): OwnRead | undefined {
  return configs.all().map(({ own }) => own.get(address)).find((read) => read !== undefined);
}

/** One as it stands now. Named `*.mal.yaml` or `*.regel.yaml`, it is looked at though no configuration names it. */
function ownDeclaration(session: Session, address: string, text: string): Declaration | undefined {
  const known = readIn(session, address);
  const kind = known?.kind ?? ownKindByName(nameIn(address));
  if (!kind) return undefined;
  const context = { ...session.analyses.context(address), texts: session.texts };
  const read = known?.text === text ? known : readAlone(context.library, { address, text }, kind, { parse, texts: context.texts });
  // Of a file outside the folders nobody knows what lies around it.
  const isOneTooMany = session.configs.isOneTooMany(address);
  const isInUse = known || !session.workspace.workspace.isInside(address) || (!isOneTooMany && session.configs.isNamed(address, kind));
  const file = isInUse ? read : unused(read, isOneTooMany);
  return {
    text, lines: file.lines, state: String(session.configs.revision),
    findings: () => ownFindings(file, context),
    hover: (offset) => ownHover(file, context, offset),
    completions: (offset) => Promise.resolve(ownCompletions(file, context, offset)),
    outline: () => ownOutline(file),
    folds: () => plainFolds(file.tree.root, file.lines),
    links: () => ownLinks(file, session.configs.of(address)?.own.values() ?? [], context.texts),
  };
}

function configuration(session: Session, address: string, file: ConfigFile): Declaration {
  const { configs, workspace, texts, disk } = session;
  const folder = address.slice(0, address.lastIndexOf('/'));
  const own = configs.at(address);
  const state = own?.address === address ? own : undefined;
  const context = { ...session.analyses.context(address), texts };
  return {
    text: file.text, lines: file.lines, state: String(configs.revision),
    findings: () => configs.findings(state, file, texts),
    hover: (offset) => configHover(file, context, offset),
    outline: () => configOutline(file),
    folds: () => plainFolds(file.tree.root, file.lines),
    links: () => configLinks(file, (path) => state?.paths.get(path), texts),
    async completions(offset) {
      const counts = new Map<string, number>();
      for (const each of workspace.addresses()) if (isWithin(each, [folder])) for (const { code } of workspace.findingsOf(each)?.findings ?? []) counts.set(code, (counts.get(code) ?? 0) + 1);
      const first = configCompletions(file, context, offset, { counts });
      return first.length ? first : configCompletions(file, context, offset, { counts, paths: await yamlBelow(disk, folder) });
    },
  };
}

/** The fixes of the findings that touch a range: such files have only words to exchange. */
export function declarationFixes({ lines: _, findings }: Declaration, range: Range, session: Pick<Session, 'texts'>): Fix[] {
  return findings().filter((finding) => finding.range.start <= range.end && finding.range.end >= range.start).flatMap((finding) => finding.fixes.flatMap((hint, i): Fix[] => {
    if (hint.kind === 'replace') return [{ title: session.texts(hint.as ? `fix.${hint.as}` : 'fix.replace', { tekst: hint.text }), edits: [{ range: hint.range, newText: hint.text }], finding, preferred: i === 0 }];
    if (hint.kind === 'remove') return [{ title: session.texts('fix.remove', { hva: hint.what }), edits: [{ range: hint.range, newText: '' }], finding, preferred: i === 0 }];
    return [];
  }));
}
