/** The gate before what runs a program: closed in folders that are not trusted, and where nothing can be started. */
import { describe, expect, it } from 'vitest';
import { notHere } from '../../client/programs.ts';
import { nb } from '../../server/core/texts/nb.ts';

describe('what needs a program', () => {
  it.each([
    { what: 'pdf', inBrowser: false, isTrusted: true, why: undefined },
    { what: 'git', inBrowser: false, isTrusted: true, why: undefined },
    { what: 'pdf', inBrowser: false, isTrusted: false, why: 'export.not-trusted' },
    { what: 'git', inBrowser: false, isTrusted: false, why: 'client.compare.not-trusted' },
    { what: 'pdf', inBrowser: true, isTrusted: true, why: 'client.export.pdf.browser' },
    { what: 'pdf', inBrowser: true, isTrusted: false, why: 'client.export.pdf.browser' },
    { what: 'git', inBrowser: true, isTrusted: true, why: undefined },
    { what: 'git', inBrowser: true, isTrusted: false, why: 'client.compare.not-trusted' },
  ] as const)('$what, in a browser: $inBrowser, trusted: $isTrusted', ({ what, why, ...place }) => {
    expect(notHere(what, place)).toBe(why);
    if (why) expect(nb[why]).toMatch(/\.$/);
  });
});
