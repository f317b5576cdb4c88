import { describe, expect, it } from 'vitest';
import type { ReadOutcome } from '../../../../src/ports/linked-account.ts';
import { OVERLAP_MS, basisAfter, sinceOf } from '../../../../src/sources/read/increments.ts';

const NOW = Date.parse('2026-11-21T12:00:00Z');
const BEFORE: ReadOutcome = {
  type: 'Condition',
  state: 'done',
  received: 3,
  reason: undefined,
  wholeAt: '2026-11-21T09:00:00.000Z',
  asOf: '2026-11-21T11:00:00.000Z',
  etag: 'W/"7"',
};

function since(before: Partial<ReadOutcome>, config: Parameters<typeof sinceOf>[1]['config'] = {}) {
  return sinceOf('Condition', {
    config,
    earlier: [{ ...BEFORE, ...before }],
    nowMs: NOW,
  });
}

describe('sinceOf', () => {
  const changedSince = new Date(Date.parse('2026-11-21T11:00:00Z') - OVERLAP_MS).toISOString();

  it('asks for changes from before the last reading', () => {
    expect(since({})).toEqual({ changedSince });
    expect(since({}, { increments: 'lastUpdated' })).toEqual({ changedSince });
    expect(since({ state: 'failed' })).toEqual({ changedSince });
    expect(since({}, { increments: 'etag' })).toEqual({ etag: 'W/"7"' });
  });

  it.each<[string, Partial<ReadOutcome>, Parameters<typeof sinceOf>[1]['config']]>([
    ['the operator says none', {}, { increments: 'none' }],
    ['the kind was never whole', { wholeAt: undefined as unknown as string }, {}],
    ['a whole reading is due', {}, { fullPullEveryMs: 3 * 3_600_000 }],
    ['the last whole reading lies ahead: a clock was set back', { wholeAt: '2026-11-21T13:00:00.000Z' }, {}],
    ['there is nothing to build on', { asOf: undefined as unknown as string }, {}],
    ['no tag was given', { etag: undefined as unknown as string }, { increments: 'etag' }],
  ])('asks for everything where %s', (_name, before, config) => {
    expect(since(before, config)).toEqual({});
  });

  it('asks for everything of another kind', () => {
    const question = { config: {}, earlier: [BEFORE], nowMs: NOW };
    expect(sinceOf('Procedure', question)).toEqual({});
  });
});

describe('basisAfter', () => {
  const reading = {
    type: 'MedicationRequest',
    resources: [{ json: { resourceType: 'MedicationRequest', id: '1' }, at: '' }],
    isIncrement: false,
    basis: { asOfMs: NOW, etag: 'W/"1"' },
  };
  const asOf = new Date(NOW).toISOString();

  it('builds on a whole reading', () => {
    expect(basisAfter(reading, true, false)).toEqual({ asOf, etag: 'W/"1"' });
    expect(basisAfter({ ...reading, isIncrement: true }, true, false)).toEqual({
      increment: true,
      asOf,
      etag: 'W/"1"',
    });
  });

  it('leaves no instant to build on where the source cannot be asked for changes', () => {
    const basis = { asOfMs: undefined, etag: 'W/"1"' };
    expect(basisAfter({ ...reading, basis }, true, false)).toEqual({ etag: 'W/"1"' });
  });

  it('does not build on a reading with gaps', () => {
    expect(basisAfter(reading, false, false)).toEqual({});
    expect(basisAfter({ ...reading, isIncrement: true }, false, false)).toEqual({ increment: true });
  });

  it('reads whole again what leans on resources of their own, which may change alone', () => {
    const medication = { json: { resourceType: 'Medication', id: 'm' }, at: '' };
    const resources = [...reading.resources, medication];
    expect(basisAfter({ ...reading, resources }, true, false)).toEqual({ etag: 'W/"1"' });
    expect(basisAfter({ ...reading, resources }, true, true)).toEqual({});
  });
});
