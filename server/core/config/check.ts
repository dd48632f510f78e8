/** What is wrong in a configuration file, each mistake where it stands. */
import type { Finding, FixHint } from '../findings.ts';
import type { Context } from '../library.ts';
import { isTooLow, lowestOf } from '../rules/severity.ts';
import { inFileOrder } from '../rules/run.ts';
import { nearest } from '../rules/support/nearest.ts';
import { describe } from '../rules/support/syntax-problems.ts';
import { entryOf, isBlank, type MapNode, type Range, type SyntaxNode } from '../syntax/nodes.ts';
import { fill, worded, type Params, type TextKey } from '../texts/texts.ts';
import { isOutside } from './globs.ts';
import { FIELDS, isOwnKey, LEVEL_SHAPE, STATUS_FIELDS, type Field, type Shape } from './keys.ts';
import { LEVELS, MOST_OWN_FILES, type ConfigFile, type Level, type PathKind, type UnreadFile } from './model.ts';
import { textOf } from './read.ts';
import { isScaleProblem, modelOf, saysScale } from './scale.ts';

/** The codes of findings in a configuration. They are no rules: nothing can be set about them. */
export const CONFIG_CODES = ['konfigurasjon-nokkel', 'konfigurasjon-verdi', 'konfigurasjon-regel', 'konfigurasjon-for-lavt', 'konfigurasjon-sti', 'konfigurasjon-skala'] as const;
export type ConfigCode = (typeof CONFIG_CODES)[number];

/** What stands where a path leads, from the configuration's folder; undefined while nobody has looked. */
export type LookUp = (path: string) => PathKind | 'outside' | undefined;

/** What `maler` and `regelfiler` lead to and is not used. */
export interface PassedOver {
  /** Each with the path that leads to it, as written, and its own from the configuration's folder. */
  unread: readonly { key: OwnKey; path: string; file: string; why: UnreadFile['why'] }[];
  /** How many there are where they are too many, and the first that is not read. */
  many: readonly { key: OwnKey; count: number; file: string }[];
}
export type OwnKey = 'maler' | 'regelfiler';

/** All findings in the file's order. `library` is the one with own rules, so that their codes are known. */
export function checkConfiguration(file: ConfigFile, context: Pick<Context, 'library' | 'texts'>, lookUp: LookUp = () => undefined, passed: PassedOver = { unread: [], many: [] }): Finding[] {
  const findings = [...syntaxFindings(file, context)];
  const checker = new Checker(context, lookUp, passed, findings);
  const { root } = file.tree;
  if (root?.kind === 'map') {
    checker.map(root, FIELDS, '');
    checker.scale(file, root);
    checker.many(root);
  } else if (root) checker.add('konfigurasjon-verdi', root.range, '', 'config.wrong.file');
  return findings.sort(inFileOrder);
}

/** As in any YAML file: the rules `yaml-syntaks` and `dobbel-nokkel` have the words. */
export function syntaxFindings({ tree, lines }: Pick<ConfigFile, 'tree' | 'lines'>, { library, texts }: Pick<Context, 'library' | 'texts'>): Finding[] {
  return tree.problems.flatMap((problem): Finding[] => {
    const isDouble = problem.id === 'dobbel-nokkel';
    const rule = library.rules.find(({ code }) => code === (isDouble ? 'dobbel-nokkel' : problem.id === 'flere-dokumenter' ? 'flere-dokumenter' : 'yaml-syntaks'));
    if (!rule) return [];
    const hit = isDouble || rule.code === 'flere-dokumenter' ? { range: problem.range, ...(problem.params ? { params: problem.params } : {}) } : describe(problem, tree, lines, () => true);
    const message = rule.messages['variant' in hit ? (hit.variant ?? '') : ''] ?? Object.values(rule.messages)[0] ?? rule.title;
    return [{ code: rule.code, severity: rule.severity, message: fill(message, worded(hit.params, texts)), range: hit.range ?? problem.range, path: '', related: [], fixes: ('fixes' in hit ? hit.fixes : undefined) ?? [] }];
  });
}

class Checker {
  constructor(private readonly context: Pick<Context, 'library' | 'texts'>, private readonly lookUp: LookUp, private readonly passed: PassedOver, private readonly findings: Finding[]) {}

  add(code: ConfigCode, range: Range, path: string, key: TextKey, params: Params = {}, fixes: FixHint[] = []): void {
    this.findings.push({ code, severity: 'error', message: this.context.texts(key, params), range, path, related: [], fixes });
  }

  map(node: MapNode, fields: readonly Field[], path: string): void {
    const missing = fields.filter(({ key }) => !entryOf(node, key)).map(({ key }) => key);
    for (const { key, keyRange, value } of once(node)) {
      const field = fields.find((each) => each.key === key);
      const at = path ? `${path}/${key}` : key;
      if (field) this.value(value, field.shape, at, keyRange);
      else if (path || !isOwnKey(key)) this.unknownKey(key, keyRange, at, missing, fields);
    }
  }

  private unknownKey(key: string, range: Range, path: string, missing: readonly string[], fields: readonly Field[]): void {
    const near = nearest(key, missing);
    const params = { nøkkel: key, forslag: near ?? '', kjente: { quoted: fields.map((field) => field.key) } };
    this.add('konfigurasjon-nokkel', range, path, near ? 'config.unknown-key.near' : 'config.unknown-key', params, near ? [{ kind: 'replace', range, text: near }] : []);
  }

  private value(node: SyntaxNode, shape: Shape, path: string, keyRange: Range): void {
    if (isBlank(node)) return;
    const wrong = (key: TextKey, params: Params = {}, fixes: FixHint[] = []): void =>
      this.add('konfigurasjon-verdi', markOf(node, keyRange), path, key, { nøkkel: path.split('/').at(-1)!, skrevet: textOf(node) ?? '', ...params }, fixes);
    switch (shape.type) {
      case 'text': return textOf(node) === undefined ? wrong('config.wrong.text') : undefined;
      case 'number': {
        const value = node.kind === 'scalar' ? node.value : undefined;
        const fits = typeof value === 'number' && Number.isInteger(value) && value >= shape.least && value <= shape.most;
        return fits ? undefined : wrong('config.wrong.number', { minst: shape.least, mest: shape.most });
      }
      case 'choice': return this.choice(node, shape.values, wrong);
      case 'map': return node.kind === 'map' ? this.map(node, shape.fields, path) : wrong('config.wrong.map', { nøkler: { quoted: shape.fields.map(({ key }) => key) } });
      case 'rules': return node.kind === 'map' ? this.rules(node) : wrong('config.wrong.rules');
      case 'list': return this.list(node, shape, path, wrong);
    }
  }

  private choice(node: SyntaxNode, values: readonly string[], wrong: (key: TextKey, params?: Params, fixes?: FixHint[]) => void): void {
    const written = textOf(node);
    if (written !== undefined && values.includes(written)) return;
    const near = written === undefined ? undefined : nearest(written, values);
    wrong(node.kind === 'scalar' ? 'config.wrong.choice' : 'config.wrong.one', { lovlige: { quoted: values, or: true } }, near ? [{ kind: 'replace', range: node.range, text: near }] : []);
  }

  private list(node: SyntaxNode, { of, least, most }: Extract<Shape, { type: 'list' }>, path: string, wrong: (key: TextKey, params?: Params) => void): void {
    if (node.kind === 'map') return wrong('config.wrong.list');
    const items = node.kind === 'sequence' ? node.items : [node];
    items.forEach((item, i) => {
      const at = node.kind === 'sequence' ? `${path}/${i}` : path;
      const written = textOf(item);
      if (written === undefined) this.add('konfigurasjon-verdi', markOf(item, item.range), at, 'config.wrong.item');
      else if (of !== 'text') this.path(written, item.range, at, of);
    });
    if (items.length < (least ?? 0) || items.length > (most ?? Infinity)) wrong('config.wrong.count', { minst: least ?? 0, mest: most ?? '' });
  }

  /** A path or pattern, from the configuration's folder: never out of it, and for a path something has to stand there. */
  private path(written: string, range: Range, at: string, of: 'pattern' | 'path'): void {
    if (isOutside(written)) return this.add('konfigurasjon-sti', range, at, 'config.path.outside', { sti: written });
    if (of === 'pattern') return;
    const found = this.lookUp(written);
    if (found === 'outside') this.add('konfigurasjon-sti', range, at, 'config.path.outside', { sti: written });
    else if (found === 'none') this.add('konfigurasjon-sti', range, at, 'config.path.none', { sti: written });
    else if (found === 'file' && !/\.ya?ml$/i.test(written)) this.add('konfigurasjon-sti', range, at, 'config.path.not-yaml', { sti: written });
    for (const { file, why } of this.passed.unread.filter(({ key, path }) => path === written && key === at.split('/')[0])) this.add('konfigurasjon-sti', range, at, why === 'not-utf8' ? 'config.path.not-utf8' : 'config.path.no-access', { fil: file });
  }

  many(root: MapNode): void {
    for (const { key, count, file } of this.passed.many) {
      const entry = entryOf(root, key);
      if (entry) this.add('konfigurasjon-sti', entry.keyRange, key, 'config.path.many', { nøkkel: key, antall: count, mest: MOST_OWN_FILES, fil: file });
    }
  }

  private rules(node: MapNode): void {
    const { library } = this.context;
    const codes = library.rules.map(({ code }) => code);
    for (const { key, keyRange, value } of once(node)) {
      const path = `regler/${key}`;
      const rule = library.rules.find(({ code }) => code === key);
      if (!rule) {
        const near = nearest(key, codes);
        this.add('konfigurasjon-regel', keyRange, path, near ? 'config.unknown-rule.near' : 'config.unknown-rule', { kode: key, forslag: near ?? '' }, near ? [{ kind: 'replace', range: keyRange, text: near }] : []);
        continue;
      }
      if (value.kind === 'map') this.map(value, STATUS_FIELDS, path);
      else this.value(value, LEVEL_SHAPE, path, keyRange);
      const levels = value.kind === 'map' ? once(value).filter((each) => STATUS_FIELDS.some((field) => field.key === each.key)).map((each) => ({ node: each.value, at: `${path}/${each.key}` })) : [{ node: value, at: path }];
      for (const { node: each, at } of levels) {
        const level = LEVELS.find((known): known is Level => known === textOf(each));
        if (level === undefined || !isTooLow(rule, level)) continue;
        const lowest = lowestOf(rule);
        this.add('konfigurasjon-for-lavt', each.range, at, rule.gate ? 'config.too-low.gate' : 'config.too-low.form', { kode: key, tittel: rule.title, nivå: level, lavest: lowest }, [{ kind: 'replace', range: each.range, text: lowest }]);
      }
    }
  }

  /** A scale whose levels nobody can reach, or that stand in the wrong order, is not used. */
  scale({ configuration: { scale } }: ConfigFile, root: MapNode): void {
    const base = this.context.library.templates[0]?.risk;
    const entry = entryOf(root, 'risikoskala');
    if (!base || !entry || !saysScale(scale)) return;
    const model = modelOf(scale, base);
    if (!isScaleProblem(model)) return;
    const { problem, medium, high, most } = model;
    const at = problem === 'reach' ? entryOf(entry.value, 'høy') : (entryOf(entry.value, 'middels') ?? entryOf(entry.value, 'høy'));
    this.add('konfigurasjon-skala', at?.value.range ?? entry.keyRange, at ? `risikoskala/${at.key}` : 'risikoskala', problem === 'reach' ? 'config.scale.reach' : 'config.scale.order', { middels: medium, høy: high, mest: most });
  }
}

/** The entries of a map, a key that stands twice once. */
function once(node: MapNode): MapNode['entries'] {
  return node.entries.filter(({ key }, i) => node.entries.findIndex((other) => other.key === key) === i);
}

/** A list or map is marked at its key, not over all its lines. */
function markOf(node: SyntaxNode, keyRange: Range): Range {
  return node.kind === 'scalar' ? node.range : keyRange;
}
