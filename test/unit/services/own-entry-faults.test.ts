import { describe, expect, test } from 'vitest';
import type { EntryContent } from '../../../src/ports/person-entries.ts';
import { entryFaults, isPartialDate, MAX_LONG, MAX_NAME, textFault } from '../../../src/services/own-entry-faults.ts';

const medicine: EntryContent = {
  kind: 'medicine',
  name: 'Ferrowick',
  dose: undefined,
  what: undefined,
  since: undefined,
  use: 'regular',
  sort: 'supplement',
};
const line = { max: 10, needed: true };

describe('textFault', () => {
  test.each([
    ['', 'empty'],
    [' \u00A0 ', 'empty'],
    ['12345678901', 'too-long'],
    ['a\u0000b', 'odd-characters'],
    ['a\u001Bb', 'odd-characters'],
    ['a\u0085b', 'odd-characters'],
    ['a\u202Eb', 'odd-characters'],
    ['a\u2067b', 'odd-characters'],
    ['a\u200Fb', 'odd-characters'],
    ['a\uD800', 'odd-characters'],
    ['a\uFFFFb', 'odd-characters'],
    ['a\nb', 'odd-characters'],
    ['a\tb', 'odd-characters'],
  ])('%j is %s', (text, fault) => {
    expect(textFault(text, line)).toBe(fault);
  });

  test.each(['1234567890', '💊💊💊💊💊💊💊💊💊💊', '<b>&"', 'دوا', 'Łódź', 'ع\u200Cم'])('%j may stand', (text) => {
    expect(textFault(text, line)).toBeUndefined();
  });

  test('lines may stand where several are asked for; nothing where nothing is needed', () => {
    expect(textFault('a\nb', { ...line, lines: true })).toBeUndefined();
    expect(textFault('a\rb', { ...line, lines: true })).toBe('odd-characters');
    expect(textFault(undefined, line)).toBe('empty');
    expect(textFault(undefined, { ...line, needed: false })).toBeUndefined();
  });
});

describe('isPartialDate', () => {
  test.each(['2024', '2024-02', '2024-02-29', '1850'])('%s is one', (text) => {
    expect(isPartialDate(text)).toBe(true);
  });
  test.each(['', '24', '2024-13', '2023-02-29', '2024-02-30', '2024-2', '1849', '2024-02-29T00:00', ' 2024'])(
    '%j is none',
    (text) => {
      expect(isPartialDate(text)).toBe(false);
    },
  );
});

describe('entryFaults', () => {
  test('names every field with a fault', () => {
    const faulty = { ...medicine, name: '', dose: '\u202E', what: 'x'.repeat(5_000), since: '2023-02-31' };
    expect(entryFaults(faulty)).toEqual([
      { field: 'name', fault: 'empty' },
      { field: 'dose', fault: 'odd-characters' },
      { field: 'what', fault: 'too-long' },
      { field: 'since', fault: 'no-date' },
    ]);
  });

  test.each<EntryContent>([
    medicine,
    { ...medicine, name: 'x'.repeat(MAX_NAME) },
    { kind: 'allergy', name: 'Nuts', reaction: undefined, sort: 'intolerance' },
    { kind: 'note', about: [{ reference: 'Condition/x' }], text: 'x'.repeat(MAX_LONG) },
    { kind: 'taking', about: [{ reference: 'Condition/x' }], how: 'not-taken', reason: undefined },
    { kind: 'question', text: 'Why?\nSince when?', of: undefined, state: 'ask' },
  ])('finds none in %j', (content) => {
    expect(entryFaults(content)).toEqual([]);
  });

  test.each<[EntryContent, string]>([
    [{ kind: 'note', about: [], text: 'x' }, 'about'],
    [{ kind: 'note', about: Array.from({ length: 201 }, () => ({ reference: 'Condition/x' })), text: 'x' }, 'about'],
    [{ kind: 'taking', about: [{ reference: '' }], how: 'not-taken', reason: undefined }, 'about'],
    [{ kind: 'question', text: 'x', of: 'x'.repeat(129), state: 'ask' }, 'of'],
    [{ kind: 'allergy', name: 'x', reaction: '\u0007', sort: 'allergy' }, 'reaction'],
  ])('finds one in %j', (content, field) => {
    expect(entryFaults(content).map((fault) => fault.field)).toEqual([field]);
  });
});
