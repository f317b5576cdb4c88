import { describe, expect, test } from 'vitest';
import type { LedgerRow } from '../../../src/ports/durable-store.ts';
import { goneOf, stampsOf, updateLedger } from '../../../src/services/record-ledger.ts';

function after(earlier: readonly LedgerRow[], at: string, ...content: readonly (readonly [string, string])[]) {
  return updateLedger(earlier, new Map(content), at);
}

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
    expect(goneOf(second.rows)).toEqual(new Map([['Condition/b', 't2']]));
    expect(goneOf(after(second.rows, 't3', ['Condition/a', 'y']).rows).get('Condition/b')).toBe('t2');

    const third = after(second.rows, 't3', ['Condition/a', 'y'], ['Condition/b', 'x']);
    expect(stampsOf(third.rows).get('Condition/b')).toEqual({ versionId: '2', lastUpdated: 't3' });
    expect(goneOf(third.rows).size).toBe(0);
  });
});
