import { describe, expect, test } from 'vitest';
import type { AppGrant } from '../../../src/ports/app-grants.ts';
import type { Person } from '../../../src/ports/people.ts';
import { endSourceAccess, type RevocationResult } from '../../../src/services/end-source-access.ts';
import { leave } from '../../../src/services/leave.ts';
import { findReceipt } from '../../../src/services/leave-receipt.ts';
import { planLeave } from '../../../src/services/plan-leave.ts';
import { unlinkAccount } from '../../../src/services/unlink-account.ts';
import { represent } from '../../../src/services/represent.ts';
import { createAccountTokens } from '../../../src/services/access-tokens.ts';
import { createFakeSource, tokenSet, type FakeSource } from './fake-source.ts';
import { failingAt } from '../../support/failing-at.ts';
import { linkedAccount, makeContext, signIn } from './make-context.ts';

const RECEIPT_ID = 'r'.repeat(43);
const CHILD = { given: 'Milo', family: 'Okafor', birthDate: '2017-05-06', relationship: 'parent' } as const;

async function setUp(...revocations: readonly ('revoked' | 'not-offered' | 'failed' | 'never')[]) {
  const sources = revocations.map((how, number): FakeSource => {
    const source = createFakeSource(`place${number}`);
    const revoke = () => (how === 'never' ? new Promise<'failed'>(() => undefined) : Promise.resolve(how));
    return { ...source, connector: { ...source.connector, revoke } };
  });
  const context = await makeContext(...sources);
  const person = await signIn(context);
  for (const source of sources) await linkedAccount(context, person, source);
  const grant = (subject: Person, actor: Person, id: string): AppGrant => ({
    id,
    subjectId: subject.id,
    actorId: actor.id,
    clientId: 'walks',
    scopes: ['patient/*.rs'],
    sources: undefined,
    labels: undefined,
    grantedAt: '2026-11-20T08:00:00.000Z',
    until: undefined,
    lastUsedAt: undefined,
  });
  const stopped: string[] = [];
  const sync = {
    stop: (ids: readonly string[]) => {
      stopped.push(...ids);
      return Promise.resolve();
    },
  };
  const go = (subjectId = person.id, on = context) =>
    leave(on, sync, { actorId: person.id, subjectId, receiptId: RECEIPT_ID });
  return { context, person, sources, grant, go, stopped };
}

describe('leaving', () => {
  test('names what each source said, and keeps nothing whatever it was', async () => {
    const { context, person, grant, go, stopped } = await setUp('revoked', 'not-offered', 'failed');
    await context.store.putAppGrant(grant(person, person, 'g1'));
    const ids = (await context.store.listAccounts(person.id)).map(({ id }) => id);
    const receipt = await go();
    expect(receipt).toMatchObject({ isWhole: true, deletedOthers: 0, leftToOthers: 0, endedApps: 1 });
    expect(receipt.sources.map(({ title, result }) => [title, result]).toSorted()).toEqual([
      ['The place0', 'revoked'],
      ['The place1', 'not-offered'],
      ['The place2', 'failed'],
    ]);
    expect(stopped.toSorted()).toEqual(ids.toSorted());
    expect(await context.store.getPerson(person.id)).toBeUndefined();
    expect(await context.store.findAppGrant('g1')).toBeUndefined();
    expect(await findReceipt(context, RECEIPT_ID)).toEqual(receipt);
    expect(JSON.stringify(receipt)).not.toContain('Okafor');
    expect(context.logged.join()).not.toContain('Okafor');
  });

  test('a store that fails on the way leaves a person who can do it again', async () => {
    const { context, person, go } = await setUp('revoked');
    const [account] = await context.store.listAccounts(person.id);
    const broken = { ...context, store: failingAt(context.store, 'addLeaveReceipt') };
    await expect(go(person.id, broken)).rejects.toThrow('down');
    expect(await context.store.getPerson(person.id)).toBeDefined();
    expect(await context.store.getTokens(person.id, account?.id ?? '')).toBeDefined();
    const receipt = await go();
    expect(receipt.sources.map(({ result }) => result)).toEqual(['revoked']);
    expect(await context.store.getPerson(person.id)).toBeUndefined();
  });

  test('takes along who nobody else can reach; who others act for, or who signs in themselves, stays', async () => {
    const { context, person, go } = await setUp('revoked');
    const alone = await represent(context, person, CHILD);
    const shared = await represent(context, person, CHILD);
    const other = await signIn(context, { sub: 'user-2' });
    const since = '2026-01-01T00:00:00.000Z';
    const acts = { actorId: other.id, relationship: 'carer', since } as const;
    await context.store.addRepresentation({ ...acts, subjectId: shared.id, until: undefined });
    await context.store.addRepresentation({ ...acts, subjectId: alone.id, until: '2026-02-01T00:00:00.000Z' });
    await context.store.addRepresentation({
      subjectId: other.id,
      actorId: person.id,
      relationship: 'carer',
      since,
      until: undefined,
    });
    const plan = await planLeave(context, { actorId: person.id, subjectId: person.id });
    expect(Object.fromEntries(plan.records.map(({ person: { id }, fate }) => [id, fate]))).toEqual({
      [person.id]: 'deleted',
      [alone.id]: 'deleted',
      [shared.id]: 'stays',
      [other.id]: 'stays',
    });
    expect(plan.records.at(-1)?.person.id).toBe(person.id);
    const receipt = await go();
    expect(receipt).toMatchObject({ isWhole: true, deletedOthers: 1, leftToOthers: 2 });
    const left = await Promise.all([alone, shared, other].map(({ id }) => context.store.getPerson(id)));
    expect(left.map((item) => item !== undefined)).toEqual([false, true, true]);
    expect((await context.store.listRepresentationsOf(shared.id)).map(({ actorId }) => actorId)).toEqual([other.id]);
  });

  test('of a record that stays only what the one who leaves gave ends', async () => {
    const { context, person, sources, grant, go } = await setUp('revoked');
    const child = await represent(context, person, CHILD);
    const other = await signIn(context, { sub: 'user-2' });
    await context.store.addRepresentation({
      subjectId: child.id,
      actorId: other.id,
      relationship: 'parent',
      since: '2026-01-01T00:00:00.000Z',
      until: undefined,
    });
    const [source] = sources;
    if (source === undefined) throw new Error('no source');
    const account = await linkedAccount(context, child, source);
    await context.store.putAccount({ ...account, actorId: other.id });
    await context.store.putAppGrant(grant(child, person, 'mine'));
    await context.store.putAppGrant(grant(child, other, 'theirs'));
    await go(child.id);
    expect((await context.store.listAppGrants(child.id)).map(({ id }) => id)).toEqual(['theirs']);
    expect(await context.store.getTokens(child.id, account.id)).toBeDefined();
    expect((await context.store.listAccounts(child.id))[0]?.state).toBe('active');
    expect(await context.store.getPerson(person.id)).toBeDefined();
  });

  test('of somebody else’s record is as if it were not there', async () => {
    const { context, go } = await setUp('revoked');
    const other = await signIn(context, { sub: 'user-2' });
    for (const subjectId of [other.id, 'nobody']) {
      await expect(go(subjectId)).rejects.toMatchObject({
        code: 'not-found',
      });
    }
  });
});

describe('ending the access at a source', () => {
  test('a source that never answers is given up after the deadline', async () => {
    const { context, person } = await setUp('never');
    const [account] = await context.store.listAccounts(person.id);
    if (account === undefined) throw new Error('no account');
    const remove = async (results: readonly RevocationResult[]) => {
      await context.store.deleteAccount(person.id, account.id);
      return results;
    };
    expect(await endSourceAccess(context, [account], 30, remove)).toEqual(['failed']);
    expect(await context.store.getTokens(person.id, account.id)).toBeUndefined();
  });

  test('a store that fails on the way leaves a link with its tokens, to be ended again', async () => {
    const { context, person } = await setUp('revoked');
    const [account] = await context.store.listAccounts(person.id);
    if (account === undefined) throw new Error('no account');
    const whose = { actorId: person.id, subjectId: person.id, source: account.source };
    const broken = { ...context, store: failingAt(context.store, 'deleteAccount') };
    await expect(unlinkAccount(broken, whose)).rejects.toThrow('down');
    expect(await context.store.getTokens(person.id, account.id)).toBeDefined();
    expect(await unlinkAccount(context, whose)).toBe('revoked');
    expect(await context.store.listAccounts(person.id)).toEqual([]);
    expect(await context.store.getTokens(person.id, account.id)).toBeUndefined();
  });

  test('tokens that a source renewed while the account was unlinked are ended too', async () => {
    const source = createFakeSource('hospital');
    const context = await makeContext(source);
    const person = await signIn(context);
    const account = await linkedAccount(context, person, source, tokenSet(1, '2026-11-21T09:00:00.000Z'));
    source.refresh = async () => {
      await context.store.deleteAccount(person.id, account.id);
      return tokenSet(2);
    };
    await expect(createAccountTokens(context, account, source.connector).current()).rejects.toThrow();
    expect(source.calls).toContain('revoke at-2');
  });
});
