import { describe, expect, test } from 'vitest';
import { boxWords, formTarget, returnHost } from '../../../../src/web/authorize-app/consent-view.ts';
import { describeApp, unknownApp } from '../../../../src/web/authorize-app/describe-app.ts';
import { filterWords } from '../../../../src/web/authorize-app/filter-words.ts';
import { MAIN_TYPES, OTHER_TYPES } from '../../../../src/web/authorize-app/tables/kinds-of-data.ts';
import { plainText } from '../../../../src/web/layout/plain-text.ts';
import { kindText } from '../../../../src/web/record/kind-text.ts';
import { wordsIn } from '../words-in.ts';
import { APP } from '../fake-apps.ts';

const WORDS = wordsIn('en');

describe('text of a stranger', () => {
  test.each([
    ['Plain words', 'Plain words'],
    ['two\n\n lines\tand   more ', 'two lines and more'],
    ['\u202Eevil\u2066\u200F\u061C', 'evil'],
    ['zero\u200Bwidth\u2060\uFEFF\u00AD', 'zerowidth'],
    ['\u0000\u001b[2J\u0085', '[2J'],
    ['tags\u{E0061}\u{E007F}', 'tags'],
    ['\uD800lone', 'lone'],
    [`Z${'\u0300'.repeat(40)}algo`, 'Z\u0300\u0300algo'],
    ['Zoë Łódź 日本 ✓', 'Zoë Łódź 日本 ✓'],
    ['', ''],
    ['\u200B \u202E', ''],
    ['fil\u3164\u115F\u1160\uFFA0ler\u2800', 'filler'],
    ['\u3164\u2800', ''],
  ])('%j', (text, shown) => expect(plainText(text, 40)).toBe(shown));

  test('is cut between characters as people see them', () => {
    expect(plainText('abcdef', 5)).toBe('abcd…');
    expect(plainText('a'.repeat(1_000_000), 10)).toBe('aaaaaaaaa…');
    expect(plainText('👩🏽👩🏽👩🏽', 2)).toBe('👩🏽…');
  });
});

describe('an app', () => {
  test('is shown by its own text, bounded, with where its pages are', () => {
    const shown = describeApp(WORDS, {
      ...APP,
      name: '  Walks\u202E\n& Weights ',
      homePage: 'https://nhs.example@evil.example/app?x=1',
      registeredBy: 'itself',
    });
    expect(shown).toEqual({
      name: 'Walks & Weights',
      homePage: { href: 'https://evil.example/app?x=1', host: 'evil.example' },
      policyPage: undefined,
      isUnchecked: true,
    });
    expect(describeApp(WORDS, { ...APP, name: 'x'.repeat(500) }).name).toHaveLength(80);
    expect(describeApp(WORDS, { ...APP, name: '\u200B' }).name).toBe('An app with no name');
    expect(unknownApp(WORDS, '\u202Eapp').name).toContain('“app”');
  });

  test.each(['javascript:alert(1)', 'http://plain.example', 'data:text/html,x', '//x', 'nonsense', ''])(
    'no link to %j',
    (homePage) => expect(describeApp(WORDS, { ...APP, homePage }).homePage).toBeUndefined(),
  );

  test('a host in another script is shown as it is written in the address', () => {
    expect(describeApp(WORDS, { ...APP, homePage: 'https://аpple.example' }).homePage?.host).toMatch(/^xn--/);
  });
});

describe('where the form may lead', () => {
  test.each([
    ['https://app.example', ['https://app.example'], 'app.example'],
    ['http://127.0.0.1:8080', ['http://127.0.0.1:8080'], '127.0.0.1:8080'],
    ['http://[::1]:8080', ['http://[::1]:8080'], '[::1]:8080'],
    ['org.example.app:', ['org.example.app:'], undefined],
    ["https://app.example; script-src 'unsafe-inline'", [], undefined],
    ['https://app.example *', [], undefined],
    ['*', [], undefined],
    ['', [], undefined],
    ['null', [], undefined],
  ])('%s', (returnOrigin, target, host) => {
    expect(formTarget({ returnOrigin })).toEqual(target);
    expect(returnHost({ returnOrigin })).toBe(host);
  });
});

describe('kinds of data', () => {
  test('every kind that is asked about has words of its own', () => {
    const types = [...MAIN_TYPES, ...OTHER_TYPES];
    expect(new Set(types).size).toBe(types.length);
    expect(types.filter((type) => kindText(WORDS, type) === undefined)).toEqual([]);
    expect(new Set(types.map((type) => kindText(WORDS, type))).size).toBe(types.length);
    // A place of an earlier FHIR version can give each of these beside the others.
    const earlier = [...types, 'ReferralRequest', 'ProcedureRequest', 'DiagnosticOrder'];
    expect(new Set(earlier.map((type) => kindText(WORDS, type))).size).toBe(earlier.length);
  });

  test.each([
    [['MedicationStatement'], 'Medicines'],
    [['*'], 'Everything in the record'],
    [OTHER_TYPES, 'Everything else in the record'],
    [['Basic'], 'Records of the kind “Basic”'],
    [['constructor'], 'Records of the kind “constructor”'],
  ])('%j', (types, words) => expect(boxWords(WORDS, types, [])).toBe(words));

  test('a part of one', () => {
    const filters = [{ name: 'category', value: 'laboratory' }];
    expect(boxWords(WORDS, ['Observation'], filters)).toBe('Measurements and test results: only results of lab tests');
  });
});

describe('granular scopes in words', () => {
  test.each([
    [[], undefined],
    [
      [{ name: 'category', value: 'http://terminology.hl7.org/CodeSystem/observation-category|laboratory' }],
      'only results of lab tests',
    ],
    [
      [{ name: 'category', value: 'vital-signs,|survey' }],
      'only signs such as blood pressure, weight and temperature or answers to questions',
    ],
    [[{ name: 'category', value: 'http://else.example|laboratory' }], 'only where the group is “laboratory”'],
    [
      [
        { name: 'clinical-status', value: 'active' },
        { name: 'date', value: 'ge2024-01-01' },
      ],
      'only where the status is “active” and where the date is from 2024-01-01 on',
    ],
    [
      [{ name: 'constructor', value: '$t(common:name) {{name}}' }],
      'only where the constructor is “$t(common:name) {{name}}”',
    ],
    [[{ name: 'x\u202E', value: '<b>\u202E' }], 'only where the x is “<b>”'],
    [[{ name: 'category', value: 'constructor' }], 'only where the group is “constructor”'],
    [[{ name: 'code', value: 'a,b,c,d,e,f' }], 'only where the code is “a”, “b”, “c”, “d”, “e” or others'],
    [[{ name: 'code', value: 'http://loinc.org|' }], 'only where the code is “http://loinc.org|”'],
  ])('%j', (filters, words) => expect(filterWords(WORDS, filters)).toBe(words));

  test('are bounded', () => {
    const words = filterWords(WORDS, [{ name: 'n'.repeat(500), value: 'v'.repeat(5000) }]);
    expect(words?.length).toBeLessThan(130);
  });
});
