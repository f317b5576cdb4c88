import { describe, expect, test } from 'vitest';
import type { LedgerRow } from '../../../src/ports/durable-store.ts';
import { goneOf, stampsOf, updateLedger } from '../../../src/services/record-ledger.ts';

function after(earlier: readonly LedgerRow[], at: string, ...content: readonly (readonly [string, string])[]) {
  return updateLedger(earlier, new Map(content), at, madeOf);
}

const madeOf = new Map([
  ['Condition/a', ['Condition/gp-1', 'Condition/hospital-1']],
  ['Condition/c', ['Condition/hospital-1', 'Condition/hospital-2']],
]);

describe('the ledger', () => {
  const first = after([], 't1', ['Condition/a', 'x'], ['Condition/b', 'x']);

  test('gives version 1 to what is new and changes nothing where content is the same', () => {
    expect(stampsOf(first.rows).get('Condition/a')).toEqual({ versionId: '1', lastUpdated: 't1' });
    expect(after(first.rows, 't2', ['Condition/a', 'x'], ['Condition/b', 'x']).changed).toEqual([]);
  });

  test('counts up where content differs, remembers what is gone, and counts up when it comes back', () => {
    const second = after(first.rows, 't2', ['Condition/a', 'y']);
    expect(second.changed.map((row) => row.reference)).toEqual(['Condition/a', 'Condition/b']);
    expect(stampsOf(second.rows)).toEqual(new Map([['Condition/a', { versionId: '2', lastUpdated: 't2' }]]));
    const gone = { at: 't2', versionId: '1', successors: [] };
    expect(goneOf(second.rows, madeOf)).toEqual(new Map([['Condition/b', gone]]));
    expect(goneOf(after(second.rows, 't3', ['Condition/a', 'y']).rows, madeOf).get('Condition/b')).toEqual(gone);

    const third = after(second.rows, 't3', ['Condition/a', 'y'], ['Condition/b', 'x']);
    expect(stampsOf(third.rows).get('Condition/b')).toEqual({ versionId: '2', lastUpdated: 't3' });
    expect(goneOf(third.rows, madeOf).size).toBe(0);
  });

  test('tells which records now hold what a gone one was made of', () => {
    const second = after(first.rows, 't2', ['Condition/b', 'x'], ['Condition/c', 'x']);
    const now = new Map([...madeOf].filter(([reference]) => reference !== 'Condition/a'));
    expect(goneOf(second.rows, now).get('Condition/a')?.successors).toEqual(['Condition/c']);
    expect(goneOf(second.rows, new Map()).get('Condition/a')?.successors).toEqual([]);
  });
});
