import { describe, expect, it } from 'vitest';
import { addressOf, fileAmong, isWithin, linkTo, nameIn } from '../../../server/core/across/addresses.ts';

const FROM = 'file:///kommune/fritid/åpen konto.plattform.yaml';

describe('the address that a link means', () => {
  it.each([
    ['./åpen.ip.yaml', 'file:///kommune/fritid/åpen.ip.yaml'],
    ['åpen.ip.yaml', 'file:///kommune/fritid/åpen.ip.yaml'],
    ['../behandlingsoversikt.yaml', 'file:///kommune/behandlingsoversikt.yaml'],
    ['../felles/../fritid/./å.ip.yaml', 'file:///kommune/fritid/å.ip.yaml'],
    ['.\\under\\å.ip.yaml', 'file:///kommune/fritid/under/å.ip.yaml'],
    ['  ./å.ip.yaml ', 'file:///kommune/fritid/å.ip.yaml'],
  ])('%s', (written, address) => {
    expect(addressOf(FROM, written)).toBe(address);
  });
  it.each(['', '/kommune/å.ip.yaml', 'C:\\kommune\\å.ip.yaml', 'c:/kommune/å.ip.yaml', 'https://kommune.example/å.ip.yaml', 'file:///kommune/å.ip.yaml', '../../../å.ip.yaml', './å\n.ip.yaml'])('%j means none', (written) => {
    expect(addressOf(FROM, written)).toBeUndefined();
  });
  it('keeps the authority of a virtual workspace', () => {
    expect(addressOf('vscode-vfs://github/bydel/arkiv/a.plm.yaml', '../b.ip.yaml')).toBe('vscode-vfs://github/bydel/b.ip.yaml');
  });
  it('a windows drive is a folder like others', () => {
    expect(addressOf('file:///c:/arkiv/fritid/a.plm.yaml', '../b.ip.yaml')).toBe('file:///c:/arkiv/b.ip.yaml');
  });
});

describe('how a link is written', () => {
  it.each([
    ['file:///kommune/fritid/å.ip.yaml', './å.ip.yaml'],
    ['file:///kommune/fritid/under/å.ip.yaml', './under/å.ip.yaml'],
    ['file:///kommune/å.ip.yaml', '../å.ip.yaml'],
    ['file:///kommune/felles/å.ip.yaml', '../felles/å.ip.yaml'],
    ['file:///kommune/fritid.yaml', '../fritid.yaml'],
  ])('%s', (to, written) => {
    expect(linkTo(FROM, to)).toBe(written);
    expect(addressOf(FROM, written)).toBe(to);
  });
});

describe('what lies in a folder', () => {
  it.each([
    ['file:///kommune/fritid/å.ip.yaml', true], ['file:///kommunen/å.ip.yaml', false], ['file:///kommune', false],
  ])('%s: %s', (address, inside) => {
    expect(isWithin(address, ['file:///kommune'])).toBe(inside);
    expect(isWithin(address, ['file:///annet', 'file:///kommune/'])).toBe(inside);
  });
  it('nothing lies in no folder', () => expect(isWithin(FROM, [])).toBe(false));
  it('the name is the last step', () => expect(nameIn(FROM)).toBe('åpen konto.plattform.yaml'));
});

describe('what a file is called in the whole workspace', () => {
  it.each([
    [['file:///kommune'], 'fritid/åpen konto.plattform.yaml'],
    [['file:///kommune/'], 'fritid/åpen konto.plattform.yaml'],
    [['file:///kommune', 'file:///felles'], 'kommune/fritid/åpen konto.plattform.yaml'],
    [['file:///kommune/fritid', 'file:///kommune'], 'kommune/fritid/åpen konto.plattform.yaml'],
    [['file:///felles'], 'åpen konto.plattform.yaml'],
    [[], 'åpen konto.plattform.yaml'],
  ])('in %j', (folders, called) => {
    expect(fileAmong(folders, FROM)).toBe(called);
  });
});
