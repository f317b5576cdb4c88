import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { resolveUnderBase } from '../../../../src/sources/http/under-base.ts';
import { runs } from '../../../support/runs.ts';

const BASE = 'https://portal.example/fhir/r4';

describe('resolveUnderBase', () => {
  it.each([
    ['Condition?page=2', 'https://portal.example/fhir/r4/Condition?page=2'],
    ['https://portal.example/fhir/r4/Condition?page=2', 'https://portal.example/fhir/r4/Condition?page=2'],
    ['https://PORTAL.example:443/fhir/r4/Condition', 'https://portal.example/fhir/r4/Condition'],
    ['/fhir/r4/Condition', 'https://portal.example/fhir/r4/Condition'],
    ['https://portal.example/fhir/r4?_getpages=1', 'https://portal.example/fhir/r4?_getpages=1'],
    ['http://portal.example/fhir/r4/Condition', 'https://portal.example/fhir/r4/Condition'],
    ['Condition?code=a%2Fb#part', 'https://portal.example/fhir/r4/Condition?code=a%2Fb'],
  ])('follows %s', (reference, url) => {
    expect(resolveUnderBase(BASE, reference)).toBe(url);
    expect(resolveUnderBase(`${BASE}/`, reference)).toBe(url);
  });

  it('takes a bare query as meaning the page it stands on', () => {
    expect(resolveUnderBase(BASE, '?page=3', `${BASE}/Condition?page=2`)).toBe(`${BASE}/Condition?page=3`);
  });

  it.each([
    'https://portal.example.attacker.example/fhir/r4/Condition',
    'https://attacker.example/fhir/r4/Condition',
    '//attacker.example/fhir/r4/Condition',
    'https://portal.example@attacker.example/fhir/r4/Condition',
    'https://user:secret@portal.example/fhir/r4/Condition',
    'https://portal.example:8443/fhir/r4/Condition',
    'https://portal.example/fhir/r44/Condition',
    'https://portal.example/fhir/r4/../r5/Condition',
    'https://portal.example/fhir/r4/%2e%2e/r5/Condition',
    'https://portal.example/fhir/r4/..%2Fr5/Condition',
    'https://portal.example/fhir/r4/..%5cr5/Condition',
    '\\\\attacker.example\\fhir\\r4',
    'javascript:alert(1)',
    'urn:uuid:1',
    'http://[',
  ])('does not follow %s', (reference) => {
    expect(resolveUnderBase(BASE, reference)).toBeUndefined();
  });

  it('never gives an address of another origin or outside the folder', () => {
    const piece = fc.constantFrom(
      'https:',
      'http:',
      '//',
      '/',
      '\\',
      '..',
      '.',
      '@',
      ':',
      '%2f',
      '%2e',
      'portal.example',
      'attacker.example',
      'fhir',
      'r4',
      '?',
      '#',
      'a',
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 10 }), (pieces) => {
        const url = resolveUnderBase(BASE, pieces.join(''));
        if (url === undefined) return;
        expect(new URL(url).origin).toBe('https://portal.example');
        expect(`${new URL(url).pathname}/`.startsWith('/fhir/r4/')).toBe(true);
      }),
      runs(2000),
    );
  });
});
