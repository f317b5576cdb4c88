import { describe, expect, test } from 'vitest';
import { textTable, wrap } from '../../../src/demo/text-table.ts';

const COLUMNS = [
  { title: 'What', weight: 2 },
  { title: 'Dose', weight: 1 },
];

describe('a table in a terminal', () => {
  test('is as wide as it needs', () => {
    expect(textTable(COLUMNS, [['Gout', 'one a day']], 80)).toEqual([
      'What  Dose',
      '────  ─────────',
      'Gout  one a day',
    ]);
  });

  test('wraps cells at words and never passes the width', () => {
    const row = ['Isosorbide mononitrate 60mg modified-release tablets', 'One tablet in the morning, swallowed whole'];
    const lines = textTable(COLUMNS, [row], 40);
    for (const line of lines) expect(line.length).toBeLessThanOrEqual(40);
    const words = lines.slice(2).join(' ').split(/\s+/).toSorted();
    expect(words).toEqual(row.join(' ').split(' ').toSorted());
  });

  test('loses nothing of a word longer than its column', () => {
    const lines = textTable(COLUMNS, [['x'.repeat(100), '']], 30);
    for (const line of lines) expect(line.length).toBeLessThanOrEqual(30);
    expect(lines.join('').replaceAll(/[^x]/g, '')).toHaveLength(100);
  });

  test('keeps line breaks in a cell', () => {
    expect(wrap('gp: one\nhospital: two', 40)).toEqual(['gp: one', 'hospital: two']);
    expect(wrap('', 10)).toEqual(['']);
  });
});
