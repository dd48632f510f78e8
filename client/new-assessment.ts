/** «Ny vurdering …»: what it is, which service, which platforms and strategy, and what it is called; then the file, opened. */
import * as vscode from 'vscode';
import type { AssessmentKind } from '../server/core/templates/model.ts';
import { ASSESSMENTS, NEW_ASSESSMENT, OPTIONS, type AssessmentsResult, type NewAssessmentParams, type NewAssessmentResult, type OptionsParams, type OptionsResult } from '../server/lsp/protocol.ts';
import type { Group } from './assessments/groups.ts';
import { askText, BACK, inSteps, pickOne, pickSome, type Answer, type Choice, type Frame, type Step } from './multi-step.ts';
import { createFile, folderFor, openNew } from './new-file.ts';
import type { Server } from './server.ts';
import { meant } from './target.ts';
import { tell } from './tell.ts';
import { texts } from './texts.ts';

/** What is known already is not asked for; with a title, nothing is. */
export type Begun = Partial<Omit<NewAssessmentParams, 'folder'>>;

/**
 * Asks for what `begun` lacks, and makes the file.
 * @param at a folder or file in the explorer, or a group of the view; the active file's folder without one
 * @returns the file's address; undefined when the user broke off, or was told why not
 */
export async function newAssessment(server: Server, at: unknown, begun: Begun = {}): Promise<string | undefined> {
  const known = { ...begunBy(at), ...begun };
  const folder = await folderFor(meant(at));
  const about = known.title !== undefined && known.kind ? known : await ask(server, known, folder?.toString());
  if (!about?.kind || about.title === undefined) return undefined;
  const params: NewAssessmentParams = { ...about, kind: about.kind, title: about.title, folder: folder?.toString() ?? '' };
  const made = await server.request<NewAssessmentResult>(NEW_ASSESSMENT, params);
  if (!made) {
    void tell('error', texts('client.new.failed'));
    return undefined;
  }
  const uri = vscode.Uri.parse(made.uri);
  if (!folder) {
    await openNew(await vscode.workspace.openTextDocument({ language: 'yaml', content: made.text }));
    return undefined;
  }
  if (await createFile(uri, made.text)) return made.uri;
  void tell('warning', texts('client.new.exists', { fil: uri.path.split('/').at(-1)! }));
  return undefined;
}

function begunBy(at: unknown): Begun {
  if (at === null || typeof at !== 'object' || !('entries' in at)) return {};
  const { type, name, entries } = at as Group;
  return type === 'tjeneste' ? { service: name } : type === 'slag' ? { kind: entries[0]!.kind } : {};
}

async function ask(server: Server, known: Begun, folder: string | undefined): Promise<Begun | undefined> {
  const options = new Map<AssessmentKind | undefined, Promise<OptionsResult>>();
  const fetched = (kind?: AssessmentKind): Promise<OptionsResult> => {
    const found = options.get(kind) ?? server.request<OptionsResult>(OPTIONS, { ...(kind ? { kind } : {}), ...(folder ? { folder } : {}) } satisfies OptionsParams).then((result) => result ?? NONE);
    options.set(kind, found);
    return found;
  };
  /** The kinds that have several templates: learned with the kind, so that no step is counted that is not asked. */
  const several = new Set<AssessmentKind>();
  const learn = async (kind: AssessmentKind | undefined): Promise<void> => {
    if (kind && (await fetched(kind)).templates?.length) several.add(kind);
  };
  await learn(known.kind);
  let knownServices: Promise<string[]> | undefined;
  const services = (): Promise<string[]> => (knownServices ??= server.request<AssessmentsResult>(ASSESSMENTS, undefined).then(servicesOf));
  const steps: Step<Begun>[] = [
    { isAsked: () => known.kind === undefined, decides: true, ask: async (frame, about) => {
      const answer = await askKind(known, frame, about);
      if (answer !== undefined && answer !== BACK) await learn(answer.kind);
      return answer;
    } },
    { isAsked: ({ kind }) => known.template === undefined && kind !== undefined && several.has(kind), ask: (frame, about) => askTemplate(fetched(about.kind), frame, about) },
    { isAsked: ({ kind }) => known.service === undefined && isAboutService(kind), ask: (frame, about) => askService(services(), frame, about) },
    { isAsked: ({ kind }) => known.platforms === undefined && isAboutService(kind), ask: (frame, about) => askPlatforms(fetched(about.kind), frame, about) },
    { isAsked: ({ kind, platforms }) => known.strategies === undefined && (kind === 'plattform' || (isAboutService(kind) && !!platforms?.length)), ask: (frame, about) => askStrategies(fetched(about.kind), frame, about) },
    { isAsked: () => true, ask: (frame, about) => askTitle(fetched(about.kind), frame, about) },
  ];
  return inSteps(texts('client.new.command'), steps, known);
}

const NONE: OptionsResult = { kinds: [], platforms: [], strategies: [] };
/** A record is about the whole enterprise, and the template for a DPIA has no question about a service. */
const isAboutService = (kind: AssessmentKind | undefined): boolean => kind === 'plattform' || kind === 'ip' || kind === 'plm';

const KINDS: readonly AssessmentKind[] = ['ip', 'plattform', 'plm', 'dpia', 'behandlingsoversikt'];

/** Another kind than before begins anew: what was answered may not be asked of it. */
async function askKind(known: Begun, frame: Frame, about: Begun): Promise<Answer<Begun>> {
  const choices = KINDS.map((kind): Choice<AssessmentKind> => ({ value: kind, label: texts(`kind.${kind}`), detail: texts(`client.new.kind.${kind}`) }));
  const kind = await pickOne(frame, { placeholder: texts('client.new.kind'), choices, active: about.kind });
  return and(kind === about.kind ? about : known, 'kind', kind);
}

/** A municipality's own templates beside the product's. */
async function askTemplate(options: Promise<OptionsResult>, frame: Frame, about: Begun): Promise<Answer<Begun>> {
  const { templates = [] } = await options;
  return and(about, 'template', await pickOne(frame, { placeholder: texts('client.new.template'), choices: templates.map(toChoice), active: about.template }));
}

/** Those that have an assessment already, each once. */
function servicesOf(assessments: AssessmentsResult | undefined): string[] {
  const named = (assessments ?? []).map(({ service }) => service.trim()).filter(Boolean);
  return [...new Map(named.map((service) => [service.toLowerCase(), service])).values()].sort((a, b) => a.localeCompare(b, 'nb'));
}

async function askService(services: Promise<string[]>, frame: Frame, about: Begun): Promise<Answer<Begun>> {
  const choices = (await services).map((value): Choice => ({ value, label: value }));
  const typed = (value: string): Choice => ({ value, label: value, description: texts('client.new.service.own') });
  return and(about, 'service', await pickOne(frame, { placeholder: texts(choices.length ? 'client.new.service' : 'client.new.service.first'), choices, active: about.service, typed }));
}

async function askPlatforms(options: Promise<OptionsResult>, frame: Frame, about: Begun): Promise<Answer<Begun>> {
  const choices = (await options).platforms.map(toChoice);
  const typed = (value: string): Choice => ({ value, label: value, description: texts('client.new.platform.own') });
  const mayBeNone = about.kind !== 'plattform';
  return and(about, 'platforms', await pickSome(frame, { placeholder: texts(mayBeNone ? 'client.new.platform.if-any' : 'client.new.platform'), choices, chosen: about.platforms ?? [], typed, mayBeNone }));
}

async function askStrategies(options: Promise<OptionsResult>, frame: Frame, about: Begun): Promise<Answer<Begun>> {
  const choices = (await options).strategies.map(toChoice);
  return and(about, 'strategies', await pickSome(frame, { placeholder: texts('client.new.strategy'), choices, chosen: about.strategies ?? [] }));
}

async function askTitle(options: Promise<OptionsResult>, frame: Frame, about: Begun): Promise<Answer<Begun>> {
  const wrong = (text: string): string | undefined => (text.trim() ? undefined : texts('client.new.title.missing'));
  return and(about, 'title', await askText(frame, { prompt: texts('client.new.title'), placeholder: texts('client.new.title.placeholder'), value: about.title ?? proposed(about, await options), wrong }));
}

/** «Fritidsklubben Taket på Instagram og Discord», to be written over. */
function proposed({ service = '', platforms = [] }: Begun, options: OptionsResult): string {
  if (!service || !platforms.length) return service;
  const names = platforms.map((platform) => options.platforms.find(({ value }) => value === platform)?.text ?? platform);
  return texts('client.new.title.proposal', { tjeneste: service, plattform: texts.and(names) });
}

const toChoice = ({ value, text }: { value: string; text: string }): Choice => ({ value, label: text });

function and<K extends keyof Begun>(about: Begun, key: K, answer: Answer<NonNullable<Begun[K]>>): Answer<Begun> {
  return answer === undefined || answer === BACK ? answer : { ...about, [key]: answer };
}
