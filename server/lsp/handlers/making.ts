import { MessageType, type CreateFile, type TextDocumentEdit, type WorkspaceEdit } from 'vscode-languageserver';
import { nameIn } from '../../core/across/addresses.ts';
import { Assessments } from '../../core/across/assessments.ts';
import { caseOf } from '../../core/across/case.ts';
import { digestOf } from '../../core/across/digest.ts';
import type { Workspace } from '../../core/across/model.ts';
import { linkBack, makeFrom } from '../../core/features/make/make-from.ts';
import type { Change, Located } from '../../core/features/make/model.ts';
import { freeAddress, newFileName } from '../../core/features/make/names.ts';
import { newAssessment, optionsByRole, templatesFor } from '../../core/features/make/new-assessment.ts';
import { controllerNear, existing, newRecordAddress, recordFor, sourcesOf } from '../../core/features/make/places.ts';
import { recordRow } from '../../core/features/make/record-row.ts';
import { ASSESSMENT_KINDS } from '../../core/recognise.ts';
import type { AssessmentKind } from '../../core/templates/model.ts';
import { addressOfUri, uriOfAddress } from '../../workspace/uris.ts';
import { toEdit } from '../convert.ts';
import { COMMANDS, NEW_ASSESSMENT, OPTIONS, type NewAssessmentParams, type NewAssessmentResult, type OptionsParams, type OptionsResult } from '../protocol.ts';
import { guarded, readAt, report, tellUser, uriOf, type Session } from '../session.ts';

/** New files, and rows of the record. */
export function answerMaking(session: Session): void {
  const { connection } = session;
  connection.onRequest(OPTIONS, guarded<OptionsParams, OptionsResult>(session, OPTIONS, { kinds: [], platforms: [], strategies: [] }, (params) => optionsFor(session, params)));
  connection.onRequest(NEW_ASSESSMENT, async (params: NewAssessmentParams): Promise<NewAssessmentResult> => {
    try {
      return await begin(session, params);
    } catch (error) {
      report(session, NEW_ASSESSMENT, error);
      return null;
    }
  });
}

/** Carries out `vurdert.lagFra(uri, kind)` and `vurdert.lagRad(uri)`. Not awaited: the client may apply the edit after it has had our answer. */
export function make(session: Session, command: string, [uri, kind]: unknown[]): void {
  if (typeof uri !== 'string') return;
  const isKind = ASSESSMENT_KINDS.find((each) => each === kind);
  const work = command === COMMANDS['make-row'] ? enter(session, addressOfUri(uri)) : command === COMMANDS['make-from'] && isKind ? continueWith(session, addressOfUri(uri), isKind) : undefined;
  work?.catch((error) => report(session, command, error));
}

function optionsFor({ analyses, texts }: Session, { kind, folder }: OptionsParams): OptionsResult {
  const context = analyses.context(folder === undefined ? undefined : `${addressOfUri(folder)}/`);
  const options = (role: string) => (kind ? optionsByRole(context, kind, role) : []);
  const templates = kind ? templatesFor(context, kind) : [];
  return { kinds: ASSESSMENT_KINDS.map((value) => ({ value, text: texts(`kind.${value}`) })), platforms: options('plattform'), strategies: options('strategi'), ...(templates.length > 1 ? { templates } : {}) };
}

async function begin(session: Session, { folder, ...about }: NewAssessmentParams): Promise<NewAssessmentResult> {
  await session.workspace.idle();
  await session.configs.ready(`${addressOfUri(folder)}/`);
  const within = addressOfUri(folder);
  const controller = about.controller?.trim() || session.configs.inForce(`${within}/`)?.organisation.name || controllerNear(within, session.workspace.workspace);
  const text = newAssessment(session.analyses.context(`${within}/`), about.kind, { ...about, controller });
  if (text === undefined) return null;
  const wanted = `${within && `${within}/`}${newFileName(about.kind, about)}`;
  return { uri: uriOfAddress(freeAddress(wanted, await takenIn(session, within))), text };
}

/** The next assessment of a case, or the one that is there already. */
async function continueWith(session: Session, address: string, kind: AssessmentKind): Promise<void> {
  const self = await located(session, address);
  if (!self) return;
  const workspace = aroundOf(session, address);
  const digest = digestOf(self.analysis, address);
  const there = existing(digest, kind, workspace);
  if (there) {
    session.connection.window.showInformationMessage(session.texts('make.exists', { fil: nameIn(there.address) }));
    const edits = linkBack(self, kind, there.address);
    return apply(session, { edits: edits.length ? [{ address, edits }] : [], show: there.address });
  }
  const others = await Promise.all(sourcesOf(digest, workspace).filter((each) => each !== address).map((each) => located(session, each)));
  const isTaken = await takenIn(session, address.slice(0, address.lastIndexOf('/')));
  const change = makeFrom(session.analyses.context(address), [self, ...others.filter((each) => each !== undefined)], kind, isTaken);
  if (change) await apply(session, change);
}

/** The row of the case's main assessment, made or brought up to date. */
async function enter(session: Session, address: string): Promise<void> {
  const first = await located(session, address);
  if (!first) return;
  const workspace = aroundOf(session, address);
  const { main } = caseOf(digestOf(first.analysis, address), workspace);
  const self = main.address === address ? first : await located(session, main.address);
  if (!self) return;
  const { texts, connection } = session;
  if (main.kind === 'ip') return void connection.window.showInformationMessage(texts('make.row-not-yet'));
  const at = recordFor(main, workspace);
  const record = at === undefined ? undefined : await located(session, at);
  const wanted = newRecordAddress(main.address, workspace);
  const change = recordRow(session.analyses.context(address), self, record, freeAddress(wanted, await takenIn(session, wanted.slice(0, wanted.lastIndexOf('/')))));
  if (!change) return;
  if (!change.create && !change.edits.length) tellUser(session, MessageType.Info, texts('make.row-same', { fil: nameIn(change.show) }));
  await apply(session, change);
}

async function located(session: Session, address: string): Promise<Located | undefined> {
  await session.workspace.idle();
  const analysis = await readAt(session, address);
  analysis?.findings(); // what is open speaks for itself
  return analysis && { address, analysis };
}

/** The assessments around a file; none where it lies outside the folders. */
function aroundOf({ workspace: { workspace } }: Session, address: string): Workspace {
  return workspace.isInside(address) ? workspace : new Assessments(() => []);
}

/** Whether a name is taken in a folder, whatever its letters' case: some disks make no difference. */
async function takenIn({ disk, documents }: Session, folder: string): Promise<(address: string) => boolean> {
  const entries = folder ? await disk.list(folder).catch(() => []) : [];
  const names = new Set([...entries.map(({ name }) => `${folder}/${name}`), ...documents.keys().map(addressOfUri)].map((address) => address.toLowerCase()));
  return (address) => names.has(address.toLowerCase());
}

/** Has the client make the change, and show what was made. */
async function apply(session: Session, { create, edits, show: shown }: Change): Promise<void> {
  const { connection, client, texts, documents } = session;
  if (create && !client.createsFiles) return tellUser(session, MessageType.Error, texts('make.cannot', { fil: nameIn(create.address) }));
  const changes: TextDocumentEdit[] = [];
  for (const { address, edits: own } of edits) {
    const analysis = await readAt(session, address);
    const uri = uriOf(session, address);
    if (analysis) changes.push({ textDocument: { uri, version: documents.get(uri)?.version ?? null }, edits: own.map((edit) => toEdit(analysis.lines, edit)) });
  }
  const made: (CreateFile | TextDocumentEdit)[] = [];
  if (create) {
    const uri = uriOfAddress(create.address);
    const start = { line: 0, character: 0 };
    made.push({ kind: 'create', uri, options: { overwrite: false } }, { textDocument: { uri, version: null }, edits: [{ range: { start, end: start }, newText: create.text }] });
  }
  if (made.length || changes.length) {
    const edit: WorkspaceEdit = client.versionedEdits || create ? { documentChanges: [...made, ...changes] } : { changes: Object.fromEntries(changes.map(({ textDocument, edits: own }) => [textDocument.uri, own as ReturnType<typeof toEdit>[]])) };
    const { applied } = await connection.workspace.applyEdit(edit);
    if (!applied) return;
  }
  await show(session, shown);
}

async function show(session: Session, address: string): Promise<void> {
  if (session.client.showsDocuments) await session.connection.window.showDocument({ uri: uriOf(session, address), takeFocus: true });
}
