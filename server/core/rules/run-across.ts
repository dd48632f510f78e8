/** Runs the rules over several files: from digests alone, so that a closed file has its findings as well. */
import type { Finding } from '../findings.ts';
import type { Context } from '../library.ts';
import type { Configuration } from '../config/model.ts';
import { severityAt, type Rule } from './model.ts';
import { appliesTo, hitOfUnused, inFileOrder, ruleOf, setAside, UNUSED } from './run.ts';
import { graded } from './severity.ts';
import { fileFrom } from '../across/addresses.ts';
import { placeIn } from '../across/digest.ts';
import type { AcrossHit, Digest, Naming, Workspace } from '../across/model.ts';
import { fill, worded, type Texts } from '../texts/texts.ts';

/** What a rule found in a file, before it is put into words and places. */
export interface Found {
  rule: Rule;
  hit: AcrossHit;
}

/** What the rules over several files find in one of them. */
export function foundIn(self: Digest, workspace: Workspace, { library, texts, today }: Context): Found[] {
  const template = { id: self.template };
  return library.rules.flatMap((rule) => (rule.across && appliesTo(rule, { template, kind: self.kind }) ? rule.across({ self, workspace, library, texts, today }).map((hit) => ({ rule, hit })) : []));
}

/**
 * The findings of a file over several files: its own, and those of the files around it that are about it too. An index
 * hands in a `find` that remembers. What is mirrored is graded where it stands: by the other file's status and configuration.
 */
export function findingsAcross(self: Digest, workspace: Workspace, context: Context, find: (of: Digest) => Found[] = (of) => foundIn(of, workspace, context), configurationOf: (of: Digest) => Configuration | undefined = () => context.configuration): { findings: Finding[]; suppressed: Finding[] } {
  const all = find(self).map(({ rule, hit }) => findingOf(rule, hit, self, workspace, context));
  const from = new Map<Finding, Digest>();
  for (const other of around(self, workspace)) {
    for (const { rule, hit } of find(other)) for (const { address, at } of hit.elsewhere ?? []) if (address === self.address) {
      const finding = mirrored(rule, hit, at, other, self, context);
      from.set(finding, other);
      all.push(finding);
    }
  }
  const { findings, suppressed, unused } = setAside(all, self.suppressions.filter(({ code }) => ruleOf(context, code)?.across), context);
  const rule = ruleOf(context, UNUSED);
  for (const each of rule ? unused : []) findings.push({ ...findingOf(rule!, hitOfUnused(each, context), self, workspace, context), range: each.range });
  const grade = (finding: Finding): Finding[] => {
    const other = from.get(finding) ?? self;
    const configuration = other === self ? context.configuration : configurationOf(other);
    return configuration ? graded([finding], other.status, { library: context.library, configuration }) : [finding];
  };
  return { findings: findings.flatMap(grade).sort(inFileOrder), suppressed };
}

/** The assessments that this one names, and those that name it. */
export function around(self: Digest, workspace: Workspace): Digest[] {
  const found = new Set<Digest>(workspace.naming(self.address));
  for (const { target } of self.links) {
    const other = target === undefined ? undefined : workspace.get(target);
    if (other) found.add(other);
  }
  found.delete(self);
  return [...found].filter(({ address }) => address !== self.address);
}

function findingOf(rule: Rule, hit: AcrossHit, self: Digest, workspace: Workspace, { texts }: Context): Finding {
  const related = (hit.related ?? []).filter((path) => path !== hit.at && self.places.has(path)).map((path) => ({ path, range: placeIn(self, path), message: path }));
  const elsewhere = (hit.elsewhere ?? []).flatMap(({ address, at }) => {
    const other = workspace.get(address);
    return other ? [{ address, path: at, range: placeIn(other, at), message: texts('across.related', { fil: fileFrom(self.address, address), tittel: other.title }) }] : [];
  });
  return {
    code: rule.code, severity: severityAt(rule, self.status), message: messageOf(rule, hit, self, self, texts), path: hit.at,
    range: hit.range ?? placeIn(self, hit.at), related: [...related, ...elsewhere], fixes: hit.fixes ?? [],
  };
}

/** A finding of another file, as this one shows it: on the place that it is about, with the way to where it stands. */
function mirrored(rule: Rule, hit: AcrossHit, at: string, other: Digest, self: Digest, { texts }: Context): Finding {
  const file = fileFrom(self.address, other.address);
  return {
    code: rule.code, severity: severityAt(rule, other.status), message: texts('across.mirrored', { fil: file, melding: messageOf(rule, hit, other, self, texts) }), path: at,
    range: placeIn(self, at), fixes: [],
    related: [{ address: other.address, path: hit.at, range: hit.range ?? placeIn(other, hit.at), message: texts('across.related', { fil: file, tittel: other.title }) }],
  };
}

/** The message of a finding in `own`, as it reads in `reader`: files are named as they are seen from there. */
function messageOf(rule: Rule, { variant, params }: AcrossHit, own: Digest, reader: Digest, texts: Texts): string {
  const name: Naming = (address) => (address === reader.address ? texts('across.this-file') : fileFrom(reader.address, address));
  const fil = name(own.address);
  const place = own === reader ? { her: texts('across.here'), der: '' } : { her: texts('across.there', { fil }), der: ` ${texts('across.there', { fil })}` };
  const message = fill(rule.messages[variant ?? ''] ?? Object.values(rule.messages)[0] ?? rule.title, { ...place, ...worded(typeof params === 'function' ? params(name) : params, texts) });
  return message.startsWith(texts('across.this-file')) ? message[0]!.toUpperCase() + message.slice(1) : message;
}
