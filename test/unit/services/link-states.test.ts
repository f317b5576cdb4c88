/** From what happened at a source to the state of the link, and to when its sign-in ends. */
import { describe, expect, test } from 'vitest';
import type { TokenSet } from '../../../src/ports/linked-account.ts';
import { SourceError, type PullResult } from '../../../src/ports/source-connector.ts';
import { createAccountSync } from '../../../src/services/sync-account.ts';
import { syncDue } from '../../../src/services/sync-due.ts';
import { createFakeSource, tokenSet } from './fake-source.ts';
import { linkedAccount, makeContext, signIn } from './make-context.ts';

const DAY_MS = 86_400_000;
const READ: PullResult = {
  resources: [],
  unreadable: [],
  outcomes: [{ type: 'Condition', state: 'nothing-there', received: 0, reason: undefined }],
};

async function setUp(tokens?: TokenSet, introspected?: string) {
  const source = createFakeSource('hospital');
  source.pull = () => Promise.resolve(READ);
  const asked: string[] = [];
  const refreshExpiry = ({ refreshToken = '' }: TokenSet) => {
    asked.push(refreshToken);
    return Promise.resolve(introspected);
  };
  const connector = { ...source.connector, refreshExpiry };
  const made = await makeContext(source);
  const context = { ...made, connectors: new Map([['hospital', connector]]) };
  const person = await signIn(context);
  const account = await linkedAccount(context, person, source, tokens);
  const sync = createAccountSync(context, { pullDeadlineMs: 5_000, onProgress: () => undefined });
  const current = async () => (await context.store.getAccount(person.id, account.id)) ?? account;
  const read = async () => sync.sync(await current());
  return { source, context, person, account, sync, current, read, asked };
}

describe('the state of a link', () => {
  test('refused: the source says at a refresh that access was withdrawn', async () => {
    const { source, read } = await setUp();
    source.pull = async ({ tokens }) => {
      await tokens.renew('at-1').catch(() => undefined);
      return {
        ...READ,
        outcomes: [
          {
            type: 'Condition',
            state: 'failed',
            received: 0,
            reason: 'The source says that access was withdrawn there.',
          },
        ],
      };
    };
    source.refresh = () =>
      Promise.reject(new SourceError('access-withdrawn', 'The source says that access was withdrawn there.'));
    expect(await read()).toMatchObject({
      state: 'refused',
      lastFailure: 'The source says that access was withdrawn there.',
    });
  });

  test('refused: everything was answered 403, or a token just given was not taken', async () => {
    const forbidden = await setUp();
    forbidden.source.pull = () => Promise.resolve({ ...READ, outcomes: [], withdrawn: true });
    expect((await forbidden.read()).state).toBe('refused');
    const unbelieved = await setUp();
    unbelieved.source.pull = () =>
      Promise.reject(
        new SourceError('needs-sign-in', 'The source no longer accepts the sign-in. Sign in there again.'),
      );
    expect((await unbelieved.read()).state).toBe('refused');
  });

  test('unreachable passes: the next reading makes it active again', async () => {
    const { source, context, read } = await setUp();
    source.pull = () => Promise.reject(new SourceError('unreachable', 'The source cannot be reached.'));
    expect((await read()).state).toBe('unreachable');
    context.advance(60_000);
    source.pull = () => Promise.resolve(READ);
    expect((await read()).state).toBe('active');
  });

  test('a source that refused is not pressed, but asked again after an hour', async () => {
    const { source, context, sync, current, read } = await setUp();
    source.pull = () => Promise.resolve({ ...READ, outcomes: [], withdrawn: true });
    await read();
    const settings = { readDeadlineMs: 1_000, freshForMs: 0 };
    const isAsked = async () => (await syncDue(context, sync, settings, [await current()], () => undefined)).asked;
    context.advance(59 * 60_000);
    expect(await isAsked()).toBe(false);
    context.advance(2 * 60_000);
    expect(await isAsked()).toBe(true);
  });
});

describe('when a sign-in ends', () => {
  const soon = '2026-12-21T09:00:00.000Z';

  test('as the token answer said', async () => {
    const { read, asked } = await setUp({ ...tokenSet(1), refreshExpiresAt: soon });
    expect((await read()).signInEndsAt).toBe(soon);
    expect(asked).toEqual([]);
  });

  test('without a refresh token: with the access token', async () => {
    const { read } = await setUp({ ...tokenSet(1, '2026-11-21T10:00:00.000Z'), refreshToken: undefined });
    expect((await read()).signInEndsAt).toBe('2026-11-21T10:00:00.000Z');
  });

  test('as the source says when asked, once for each refresh token', async () => {
    const { read, asked, context } = await setUp(undefined, soon);
    expect((await read()).signInEndsAt).toBe(soon);
    context.advance(60_000);
    expect((await read()).signInEndsAt).toBe(soon);
    expect(asked).toEqual(['rt-1']);
  });

  test('a source that did not answer is not asked; at the first reading that works it is', async () => {
    const { source, read, asked, context } = await setUp(undefined, soon);
    source.pull = () => Promise.reject(new SourceError('unreachable', 'The source cannot be reached.'));
    expect((await read()).signInEndsAt).toBeUndefined();
    expect(asked).toEqual([]);
    context.advance(60_000);
    source.pull = () => Promise.resolve(READ);
    expect((await read()).signInEndsAt).toBe(soon);
  });

  test('after a new sign-in it is asked again', async () => {
    const { read, asked, context, current } = await setUp(undefined, soon);
    await read();
    context.advance(60_000);
    const signedInAt = new Date(context.now()).toISOString();
    await context.store.putAccount({ ...(await current()), signedInAt, lastTriedAt: undefined });
    context.advance(60_000);
    await read();
    expect(asked).toEqual(['rt-1', 'rt-1']);
  });

  test('a source that cannot say is no trouble', async () => {
    const { read, context, current } = await setUp();
    await context.store.putAccount({ ...(await current()), signInLastedMs: undefined });
    expect((await read()).signInEndsAt).toBeUndefined();
  });

  test('else as an earlier sign-in showed: it lasted until the last reading that worked', async () => {
    const { source, context, current, read } = await setUp();
    await context.store.putAccount({ ...(await current()), signedInAt: new Date(context.now()).toISOString() });
    context.advance(30 * DAY_MS);
    await read();
    context.advance(DAY_MS);
    source.pull = async ({ tokens }) => {
      await tokens.renew('at-1').catch(() => undefined);
      return {
        ...READ,
        outcomes: [
          { type: 'Condition', state: 'failed', received: 0, reason: 'The access has ended and cannot be renewed.' },
        ],
      };
    };
    source.refresh = () =>
      Promise.reject(new SourceError('needs-sign-in', 'The access has ended and cannot be renewed.'));
    const ended = await read();
    expect(ended).toMatchObject({ state: 'needs-sign-in', signInLastedMs: 30 * DAY_MS });
    expect(ended.signInEndsAt).toBeUndefined();
    // Signed in anew, on the same clock.
    source.pull = () => Promise.resolve(READ);
    const again = new Date(context.now()).toISOString();
    await context.store.putAccount({ ...ended, state: 'active', signedInAt: again, lastTriedAt: undefined });
    expect((await read()).signInEndsAt).toBe(new Date(context.now() + 30 * DAY_MS).toISOString());
  });
});
