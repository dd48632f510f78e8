/** Every fixture of every rule says the same in the three languages: the same findings, in other words. */
import { readdirSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { analyse, spokenIn, type Analysis } from '../../server/core/analysis.ts';
import { fixesFor } from '../../server/core/features/fixes/index.ts';
import type { Finding } from '../../server/core/findings.ts';
import { libraryIn } from '../../server/core/library.ts';
import { library } from '../../server/core/product.ts';
import type { Language } from '../../server/core/texts/language.ts';
import { analysesOf, root } from './fixtures.ts';

const rules = 'server/core/rules';
const fixturesOf = (code: string): string[] => readdirSync(path.join(root, rules, code)).filter((name) => name.endsWith('.yaml') && !/^(?:rule|nn|en)\.yaml$/.test(name)).map((name) => path.join(rules, code, name));

/** A finding without its words. */
const silent = ({ code, severity, path: at, range, related, fixes }: Finding): unknown => ({ code, severity, at, range, related: related.map((each) => ({ ...each, message: '' })), fixes: fixes.map(({ kind }) => kind) });
/** Read in its own language, and told of in another. */
function toldIn({ text, tree, assessment: { kind }, context }: Analysis, language: Language): Analysis {
  return analyse(text, `x.${kind}.yaml`, { ...context, library: libraryIn(context.library, language), texts: context.texts.in(language) }, () => tree)!;
}
const all = (analysis: Analysis): Finding[] => [...analysis.findings(), ...analysis.suppressed()];
/** What nobody has filled in, and what code would say where it has no words. */
const HOLE = /\{[\p{L}\d_-]+\}|undefined|\[object/u;

describe.each(library.rules.map(({ code }) => code))('%s', (code) => {
  it.each(fixturesOf(code))('%s', (file) => {
    for (const analysis of analysesOf(file)) {
      const bokmål = all(analysis);
      for (const language of ['nn', 'en'] as const) {
        // A file alone is read in the other language too; of several, a row in the record has another's words, and they
        // are written in bokmål here. The tree is bokmål's: nothing is parsed again.
        const spoken = analysis.context.surroundings ? toldIn(analysis, language) : spokenIn(analysis, language);
        expect(spoken.context.texts.language).toBe(language);
        expect(spoken.tree).toBe(analysis.tree);
        const findings = all(spoken);
        expect(findings.map(silent), language).toEqual(bokmål.map(silent));
        for (const [i, finding] of findings.entries()) {
          expect(finding.message.replaceAll(/«[^»]*»/g, ''), language).not.toMatch(HOLE);
          if (language === 'en') expect(finding.message).not.toBe(bokmål[i]!.message);
        }
        const own = findings.filter((finding) => finding.code === code);
        const titles = (of: Analysis, finding: Finding): string[] => fixesFor(of, finding).map(({ title }) => title);
        for (const finding of own) {
          const there = bokmål.find((each) => each.code === code && each.path === finding.path && each.range.start === finding.range.start)!;
          expect(titles(spoken, finding)).toHaveLength(titles(analysis, there).length);
          for (const title of titles(spoken, finding)) expect(title.replaceAll(/«[^»]*»/g, ''), language).not.toMatch(HOLE);
        }
      }
    }
  });
});
