import { describe, expect, test } from 'vitest';
import { SourceError, type PullContext, type PullResult } from '../../../src/ports/source-connector.ts';
import type { TypeOutcome } from '../../../src/record/completeness.ts';
import { createAccountSync } from '../../../src/services/sync-account.ts';
import { currentRows } from '../../../src/services/account-input.ts';
import { createFakeSource, EMPTY_PULL } from './fake-source.ts';
import { linkedAccount, makeContext, signIn } from './make-context.ts';
import { auditOf } from '../../support/audit-of.ts';

function outcome(type: string, state: TypeOutcome['state'], received = 0): TypeOutcome {
  return { type, state, received, reason: state === 'done' ? undefined : `${state}.` };
}

function condition(id: string): PullResult['resources'][number] {
  const json = { resourceType: 'Condition', id };
  return { json, text: JSON.stringify(json), at: 'entry[0]', readAs: 'Condition' };
}

async function setUp() {
  const source = createFakeSource('hospital');
  const context = await makeContext(source);
  const person = await signIn(context);
  const account = await linkedAccount(context, person, source);
  const told: string[] = [];
  const sync = createAccountSync(context, {
    pullDeadlineMs: 5_000,
    onProgress: (name, progress) => told.push(`${name} ${progress.type} ${progress.state}`),
  });
  const stored = () => context.store.listResources(person.id, account.id);
  const reload = async () => (await context.store.getAccount(person.id, account.id)) ?? account;
  return { source, context, person, account, sync, stored, reload, told };
}

describe('reading an account', () => {
  test('stores what came, byte for byte, what is unreadable beside it, and tells the progress', async () => {
    const { source, account, sync, stored, told, context, person } = await setUp();
    source.pull = ({ onProgress }) => {
      onProgress({ type: 'Condition', state: 'done', received: 1 });
      return Promise.resolve({
        resources: [{ ...condition('c1'), text: '{ "resourceType":"Condition",  "id":"c1" }' }],
        unreadable: [{ at: 'entry[1]', text: '{"resour', reason: 'It is cut off.', readAs: 'Condition' }],
        outcomes: [outcome('Condition', 'done', 1)],
      });
    };
    const after = await sync.sync(account);
    expect(after).toMatchObject({ state: 'active', lastSuccessAt: '2026-11-21T09:00:00.000Z', lastFailure: undefined });
    expect((await stored()).map((row) => [row.text, row.unreadable]).toSorted()).toEqual([
      ['{ "resourceType":"Condition",  "id":"c1" }', undefined],
      ['{"resour', 'It is cut off.'],
    ]);
    expect(told).toEqual(['hospital Condition done']);
    expect(await auditOf(context.store, person.id)).toMatchObject([{ action: 'sync', outcome: 'success' }]);
  });

  test('callers at the same time, in two processes, read once', async () => {
    const { source, account, sync, context } = await setUp();
    let pulls = 0;
    source.pull = async () => {
      pulls++;
      await new Promise((resolve) => setTimeout(resolve, 60));
      return { ...EMPTY_PULL, outcomes: [outcome('Condition', 'nothing-there')] };
    };
    const elsewhere = createAccountSync(context, { pullDeadlineMs: 5_000, onProgress: () => undefined });
    const all = await Promise.all([sync.sync(account), sync.sync(account), elsewhere.sync(account)]);
    expect(pulls).toBe(1);
    expect(new Set(all.map((item) => item.lastTriedAt)).size).toBe(1);
  });

  test('a refused refresh: sign in again; what was read before stays', async () => {
    const { source, account, sync, stored, reload, context } = await setUp();
    source.pull = () =>
      Promise.resolve({ ...EMPTY_PULL, resources: [condition('c1')], outcomes: [outcome('Condition', 'done', 1)] });
    await sync.sync(account);
    context.advance(1_000);
    source.refresh = () =>
      Promise.reject(new SourceError('needs-sign-in', 'The source wants the person to sign in anew.'));
    source.pull = async ({ tokens }: PullContext) => {
      const reason = await tokens.renew('at-1').catch((error: unknown) => (error as SourceError).detail);
      return { ...EMPTY_PULL, outcomes: [{ type: 'Condition', state: 'failed', received: 0, reason }] };
    };
    const after = await sync.sync(await reload());
    expect(after).toMatchObject({
      state: 'needs-sign-in',
      lastSuccessAt: '2026-11-21T09:00:00.000Z',
      lastFailure: 'The source wants the person to sign in anew.',
    });
    const rows = await stored();
    expect(currentRows(await reload(), rows)).toEqual({ current: rows, earlier: [] });
  });

  test('a source that is down is unreachable; one that breaks as well', async () => {
    const { source, account, sync, reload, context } = await setUp();
    source.pull = () => Promise.reject(new SourceError('unreachable', 'The source cannot be reached.'));
    expect(await sync.sync(account)).toMatchObject({
      state: 'unreachable',
      lastFailure: 'The source cannot be reached.',
    });
    context.advance(1_000);
    source.pull = () => Promise.reject(new TypeError('secret at-1'));
    expect(await sync.sync(await reload())).toMatchObject({ state: 'unreachable' });
    expect(context.logged.join()).not.toContain('at-1');
  });

  test('a store that fails fails the reading', async () => {
    const { source, account, context } = await setUp();
    source.pull = async ({ tokens }) => {
      await tokens.current().catch(() => undefined);
      return EMPTY_PULL;
    };
    const store = { ...context.store, getTokens: () => Promise.reject(new Error('disk')) };
    const sync = createAccountSync({ ...context, store }, { pullDeadlineMs: 5_000, onProgress: () => undefined });
    await expect(sync.sync(account)).rejects.toMatchObject({ code: 'internal' });
  });

  test('what a source no longer returns is told apart only where its kind came whole', async () => {
    const { source, account, sync, stored, reload, context } = await setUp();
    const give = async (outcomes: readonly TypeOutcome[], ...ids: readonly string[]) => {
      context.advance(1_000);
      source.pull = () => Promise.resolve({ ...EMPTY_PULL, resources: ids.map(condition), outcomes });
      await sync.sync(await reload());
      const { current, earlier } = currentRows(await reload(), await stored());
      return { current: current.map((row) => row.originalId).toSorted(), noLongerReturned: earlier.length };
    };
    expect(account.outcomes).toEqual([]);
    expect(await give([outcome('Condition', 'done', 2)], 'c1', 'c2')).toEqual({
      current: ['c1', 'c2'],
      noLongerReturned: 0,
    });
    expect(await give([outcome('Condition', 'failed')])).toEqual({ current: ['c1', 'c2'], noLongerReturned: 0 });
    expect(await give([outcome('Condition', 'partial', 1)], 'c2')).toEqual({
      current: ['c1', 'c2'],
      noLongerReturned: 0,
    });
    expect(await give([outcome('Condition', 'done', 1)], 'c2')).toEqual({ current: ['c2'], noLongerReturned: 1 });
    expect(await give([outcome('Condition', 'failed')])).toEqual({ current: ['c2'], noLongerReturned: 1 });
    expect(await give([outcome('Observation', 'done')])).toEqual({ current: ['c2'], noLongerReturned: 1 });
    expect(await give([outcome('Condition', 'nothing-there')])).toEqual({ current: [], noLongerReturned: 2 });
    expect(await give([outcome('Condition', 'done', 2)], 'c1', 'c2')).toEqual({
      current: ['c1', 'c2'],
      noLongerReturned: 0,
    });
  });

  test('an account unlinked while it is read leaves nothing behind', async () => {
    const { source, account, sync, context, person } = await setUp();
    source.pull = async () => {
      await context.store.deleteAccount(person.id, account.id);
      return { ...EMPTY_PULL, resources: [condition('c1')], outcomes: [outcome('Condition', 'done', 1)] };
    };
    await expect(sync.sync(account)).rejects.toMatchObject({ code: 'gone' });
    expect(await context.store.listResources(person.id, account.id)).toEqual([]);
  });

  test('closing ends a reading that would go on', async () => {
    const { source, account, sync } = await setUp();
    source.pull = ({ signal }) =>
      new Promise((resolve) =>
        signal.addEventListener('abort', () => resolve({ ...EMPTY_PULL, outcomes: [outcome('Condition', 'partial')] })),
      );
    const reading = sync.sync(account);
    await new Promise((resolve) => setTimeout(resolve, 30));
    await sync.close();
    expect(await reading).toMatchObject({ outcomes: [{ state: 'partial' }] });
  });
});
