import { expect, test } from 'vitest';
import { changesOf, decided, groupsOf, issueCodes, medicine, source } from '../decide/decided-record.ts';

function propranolol(id: string, milligrams: number, status: string, start: string, end?: string): object {
  return medicine(id, `Propranolol ${milligrams}mg modified-release capsules`, {
    status,
    effectivePeriod: { start, ...(end === undefined ? {} : { end }) },
  });
}

test('a strength that came and went while another went on is a line of its own, no change', () => {
  const record = decided([
    source('gp', [
      propranolol('long', 160, 'active', '2010-03-23'),
      propranolol('short', 80, 'stopped', '2011-11-15', '2011-12-13'),
    ]),
  ]);
  expect(groupsOf(record)).toEqual(['gp/long', 'gp/short']);
  expect(issueCodes(record)).toEqual(['possible-duplicate']);
});

test('a strength that ended before the present one began is one therapy with a dated change', () => {
  const record = decided([
    source('gp', [
      propranolol('before', 80, 'stopped', '2009-11-15', '2010-03-23'),
      propranolol('now', 160, 'active', '2010-03-23'),
    ]),
  ]);
  expect(groupsOf(record)).toEqual(['gp/before gp/now']);
  expect(issueCodes(record)).toEqual([]);
  expect(changesOf(record.unified[0]?.resource)).toEqual([
    'strength 2010-03-23 Propranolol 80mg modified-release capsules → Propranolol 160mg modified-release capsules',
  ]);
});

test('one tablet of another strength is told by the strength alone', () => {
  const dosage = [{ text: 'One tablet daily' }];
  const record = decided([
    source('gp', [medicine('a', 'Ramipril 5mg tablets', { dosage })]),
    source('hospital', [medicine('b', 'Ramipril 10mg tablets', { dosage })]),
  ]);
  expect(groupsOf(record)).toEqual(['gp/a hospital/b']);
  expect(issueCodes(record)).toEqual(['strength-differs']);
});

test('the same amount in tablets of two strengths differs in strength only, two tablets and one of another in both', () => {
  const told = (dose: string): readonly string[] =>
    issueCodes(
      decided([
        source('gp', [medicine('a', 'Ramipril 5mg tablets', { dosage: [{ text: dose }] })]),
        source('hospital', [medicine('b', 'Ramipril 10mg tablets', { dosage: [{ text: 'One tablet daily' }] })]),
      ]),
    );
  expect(told('Two tablets daily')).toEqual(['strength-differs']);
  expect(told('Three tablets daily')).toEqual(['dose-differs', 'strength-differs']);
});
