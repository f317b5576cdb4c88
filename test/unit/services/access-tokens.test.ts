import { describe, expect, test } from 'vitest';
import { SourceError } from '../../../src/ports/source-connector.ts';
import { createAccountTokens } from '../../../src/services/access-tokens.ts';
import { createFakeSource, tokenSet } from './fake-source.ts';
import { linkedAccount, makeContext, signIn } from './make-context.ts';

async function setUp(tokens = tokenSet(1)) {
  const source = createFakeSource('hospital');
  const context = await makeContext(source);
  const person = await signIn(context);
  const account = await linkedAccount(context, person, source, tokens);
  return { source, context, person, account, tokens: createAccountTokens(context, account, source.connector) };
}

describe('access tokens of an account', () => {
  test('gives the stored one while it lasts and renews it before its end', async () => {
    const { context, tokens, source } = await setUp(tokenSet(1, '2026-11-21T09:05:00.000Z'));
    expect(await tokens.current()).toBe('at-1');
    context.advance(5 * 60_000 - 10_000);
    expect(await tokens.current()).toBe('at-2');
    expect(source.calls).toEqual(['refresh rt-1']);
  });

  test('stores the new tokens before it hands them out', async () => {
    const { context, person, account, source } = await setUp();
    const order: string[] = [];
    const store = {
      ...context.store,
      putTokens: async (...put: Parameters<typeof context.store.putTokens>) => {
        await new Promise((resolve) => setTimeout(resolve, 20));
        await context.store.putTokens(...put);
        order.push(`stored ${put[2].accessToken}`);
      },
    };
    const tokens = createAccountTokens({ ...context, store }, account, source.connector);
    order.push(`handed out ${await tokens.renew('at-1')}`);
    expect(order).toEqual(['stored at-2', 'handed out at-2']);
    expect(await context.store.getTokens(person.id, account.id)).toMatchObject({ refreshToken: 'rt-2' });
  });

  test('kinds that are rejected together renew once; so do two processes', async () => {
    const { context, account, source, tokens } = await setUp();
    const elsewhere = createAccountTokens(context, account, source.connector);
    const renewed = await Promise.all([
      tokens.renew('at-1'),
      tokens.renew('at-1'),
      elsewhere.renew('at-1'),
      elsewhere.renew('at-1'),
    ]);
    expect(new Set(renewed)).toEqual(new Set(['at-2']));
    expect(source.calls).toEqual(['refresh rt-1']);
  });

  test('a refused refresh is asked once, told to every kind, and marks the account', async () => {
    const { source, tokens } = await setUp();
    source.refresh = () =>
      Promise.reject(new SourceError('needs-sign-in', 'The source wants the person to sign in anew.'));
    await expect(tokens.renew('at-1')).rejects.toMatchObject({ code: 'needs-sign-in' });
    await expect(tokens.current()).rejects.toMatchObject({ code: 'needs-sign-in' });
    expect(source.calls).toEqual(['refresh rt-1']);
    expect(tokens.signIn).toBe('needs-sign-in');
  });

  test('a source that says access was withdrawn is told apart from one that wants a new sign-in', async () => {
    const { source, tokens } = await setUp();
    source.refresh = () =>
      Promise.reject(new SourceError('access-withdrawn', 'The source says that access was withdrawn there.'));
    await expect(tokens.renew('at-1')).rejects.toMatchObject({ code: 'access-withdrawn' });
    expect(tokens.signIn).toBe('withdrawn');
  });

  test('no refresh token: sign in again; a source that is down: not', async () => {
    const without = await setUp({ ...tokenSet(1), refreshToken: undefined });
    await expect(without.tokens.renew('at-1')).rejects.toMatchObject({ code: 'needs-sign-in' });
    const down = await setUp();
    down.source.refresh = () => Promise.reject(new SourceError('unreachable', 'The source cannot be reached.'));
    await expect(down.tokens.renew('at-1')).rejects.toMatchObject({ code: 'unreachable' });
    expect(down.tokens.signIn).toBe('holds');
  });

  test('a disk that is full is met before the refresh token is used up', async () => {
    const { context, account, source } = await setUp();
    const full = new Error('disk full');
    const store = { ...context.store, checkWritable: () => Promise.reject(full) };
    const tokens = createAccountTokens({ ...context, store }, account, source.connector);
    await expect(tokens.renew('at-1')).rejects.toMatchObject({ code: 'internal' });
    expect(source.calls).toEqual([]);
    expect(tokens.fault).toBe(full);
  });

  test('a store that fails is fatal and not the source’s fault', async () => {
    const { context, account, source } = await setUp();
    const store = { ...context.store, putTokens: () => Promise.reject(new Error('disk full')) };
    const tokens = createAccountTokens({ ...context, store }, account, source.connector);
    await expect(tokens.renew('at-1')).rejects.toMatchObject({ code: 'internal' });
    expect(tokens.fault).toBeInstanceOf(Error);
    expect(tokens.signIn).toBe('holds');
  });
});
