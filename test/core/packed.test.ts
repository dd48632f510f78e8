import { describe, expect, it } from 'vitest';
import { compile } from '../../scripts/generate/compile.ts';
import { packQuestion, packRule, packTemplate, unpackQuestion, unpackRule, unpackTemplate } from '../../server/core/packed.ts';

const declared = compile();
/** As they come back from a file: without undefined, and by value. */
const stored = <T>(value: T): T => JSON.parse(JSON.stringify(value)) as T;

describe('what is stored comes back as it was', () => {
  const head = declared.head.fields.map((field) => unpackQuestion(stored(packQuestion(field))));
  it('the head', () => expect(head).toEqual(stored(declared.head.fields)));
  it.each(declared.templates)('$id', (template) => expect(unpackTemplate(stored(packTemplate(template, declared.head.fields)), head)).toEqual(stored(template)));
  it('the rules', () => {
    const words = (code: string) => declared.rules.find((rule) => rule.code === code)!;
    expect(declared.rules.map((rule) => stored(unpackRule(stored(packRule(rule)), words)))).toEqual(stored(declared.rules));
  });
});
