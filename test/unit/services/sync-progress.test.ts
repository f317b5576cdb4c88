import { describe, expect, test, vi } from 'vitest';
import { beginProgress, readProgress } from '../../../src/services/sync-progress.ts';
import { createAccountSync } from '../../../src/services/sync-account.ts';
import { createMemoryStore } from '../../../src/store/shared/create-memory-store.ts';
import { createFakeSource, EMPTY_PULL } from './fake-source.ts';
import { linkedAccount, makeContext, signIn } from './make-context.ts';

describe('the progress of a reading', () => {
  test('is seen by every process while it goes on, the newest of each kind, and is gone afterwards', async () => {
    const shared = createMemoryStore({ now: Date.now });
    expect(await readProgress(shared, 'a')).toBeUndefined();
    const notes = await beginProgress(shared, 'a', 60_000);
    expect(await readProgress(shared, 'a')).toEqual({ kinds: [] });
    notes.note({ type: 'Condition', state: 'pending', received: 0 });
    notes.note({ type: 'Goal', state: 'pending', received: 0 });
    notes.note({ type: 'Condition', state: 'reading', received: 3 });
    await vi.waitFor(async () => {
      expect((await readProgress(shared, 'a'))?.kinds).toEqual([
        { type: 'Condition', state: 'reading', received: 3 },
        { type: 'Goal', state: 'pending', received: 0 },
      ]);
    });
    expect(await readProgress(shared, 'b')).toBeUndefined();
    notes.note({ type: 'Goal', state: 'done', received: 1 });
    await notes.end();
    expect(await readProgress(shared, 'a')).toBeUndefined();
  });

  test('of a process that died is gone by itself', async () => {
    let nowMs = 0;
    const shared = createMemoryStore({ now: () => nowMs });
    await beginProgress(shared, 'a', 1_000);
    nowMs = 1_001;
    expect(await readProgress(shared, 'a')).toBeUndefined();
  });

  test('is never the reason why a reading fails', async () => {
    const down = () => Promise.reject(new Error('down'));
    const shared = { ...createMemoryStore({ now: Date.now }), set: down, delete: down };
    const notes = await beginProgress(shared, 'a', 1_000);
    notes.note({ type: 'Goal', state: 'done', received: 1 });
    await expect(notes.end()).resolves.toBeUndefined();
  });
});

describe('a reading that is stopped', () => {
  test('ends, and what it brought is not written for an account that is gone', async () => {
    const source = createFakeSource('hospital');
    const context = await makeContext(source);
    const person = await signIn(context);
    const account = await linkedAccount(context, person, source);
    let seen: { readonly kinds: readonly unknown[] } | undefined;
    source.pull = async ({ signal, onProgress }) => {
      onProgress({ type: 'Goal', state: 'reading', received: 0 });
      seen = await readProgress(context.shared, account.id);
      await new Promise((resolve) => signal.addEventListener('abort', resolve));
      await context.store.deletePerson(person.id);
      return EMPTY_PULL;
    };
    const sync = createAccountSync(context, { pullDeadlineMs: 60_000, onProgress: () => undefined });
    const reading = sync.sync(account).catch((error: unknown) => error);
    await vi.waitFor(() => expect(seen).toBeDefined());
    await sync.stop([account.id]);
    expect(await reading).toMatchObject({ code: 'gone' });
    expect(await readProgress(context.shared, account.id)).toBeUndefined();
    expect(await context.store.listAccounts(person.id)).toEqual([]);
    await sync.stop(['nobody']);
  });
});
