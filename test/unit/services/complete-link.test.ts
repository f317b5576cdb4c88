import { describe, expect, test } from 'vitest';
import { SourceError } from '../../../src/ports/source-connector.ts';
import { confirmIdentity, declineIdentity } from '../../../src/services/confirm-identity.ts';
import { beginLink } from '../../../src/services/begin-link.ts';
import { completeLink } from '../../../src/services/complete-link.ts';
import { NHS_NUMBER_SYSTEM } from '../../../src/services/nhs-number.ts';
import { represent } from '../../../src/services/represent.ts';
import { unlinkAccount } from '../../../src/services/unlink-account.ts';
import { createFakeSource } from './fake-source.ts';
import { makeContext, NHS_NUMBER, OTHER_NHS_NUMBER, signIn } from './make-context.ts';
import { auditOf } from '../../support/audit-of.ts';

const PROOFED = { nhs_number: NHS_NUMBER, identity_proofing_level: 'P9' };

function patient(number: string | undefined, more: Record<string, unknown> = {}) {
  const identifier = number === undefined ? [] : [{ system: NHS_NUMBER_SYSTEM, value: number }];
  return {
    resourceType: 'Patient',
    id: 'p1',
    identifier,
    birthDate: '1950-03-02',
    name: [{ text: 'Ada Okafor' }],
    ...more,
  };
}

async function setUp(claims: Record<string, string> = PROOFED) {
  const hospital = createFakeSource('hospital');
  const gp = createFakeSource('gp');
  const context = await makeContext(hospital, gp);
  const actor = await signIn(context, claims);
  hospital.patient = patient(NHS_NUMBER);
  const begin = (subjectId = actor.id, sessionId = 'session-1') =>
    beginLink(context, { actorId: actor.id, subjectId, source: 'hospital', sessionId, redirectUri: 'https://g/cb' });
  const complete = (url: string, sessionId = 'session-1', source = 'hospital') => {
    const callbackUrl = new URL(`https://g/cb?code=c&state=${new URL(url).searchParams.get('state') ?? ''}`);
    return completeLink(context, { callbackUrl, sessionId, source });
  };
  const whose = { actorId: actor.id, subjectId: actor.id, source: 'hospital' };
  return { context, hospital, gp, actor, begin, complete, whose };
}

describe('linking an account', () => {
  test('keeps account and tokens where the NHS number agrees, and says so in the access log', async () => {
    const { context, actor, begin, complete } = await setUp();
    const { account, kind } = await complete(await begin());
    expect(kind).toBe('linked');
    expect(account).toMatchObject({ state: 'active', sourcePatientId: 'p1', grantedScope: 'patient/*.rs' });
    expect(await context.store.getTokens(actor.id, account.id)).toMatchObject({ accessToken: 'at-1' });
    expect(await auditOf(context.store, actor.id)).toMatchObject([{ action: 'link', outcome: 'success' }]);
  });

  test.each([
    ['of another browser', 'session-2', 'hospital'],
    ['of another source', 'session-1', 'gp'],
  ])('refuses a state %s, asks the source nothing, and the state is used up', async (_, sessionId, source) => {
    const { begin, complete, hospital, gp } = await setUp();
    const url = await begin();
    await expect(complete(url, sessionId, source)).rejects.toMatchObject({ code: 'link-failed' });
    await expect(complete(url)).rejects.toMatchObject({ code: 'link-failed' });
    expect([...hospital.calls, ...gp.calls]).toEqual([]);
  });

  test.each([['https://x/?state=unknown'], ['https://x/']])('refuses the callback of %s', async (url) => {
    const { complete } = await setUp();
    await expect(complete(url)).rejects.toMatchObject({ code: 'link-failed' });
  });

  test('a callback counts once, also when two come at the same moment', async () => {
    const { begin, complete } = await setUp();
    const url = await begin();
    const results = await Promise.allSettled([complete(url), complete(url)]);
    expect(results.map((result) => result.status).toSorted()).toEqual(['fulfilled', 'rejected']);
  });

  test('ten minutes later it is too late', async () => {
    const { context, begin, complete } = await setUp();
    const url = await begin();
    context.advance(10 * 60_000 + 1);
    await expect(complete(url)).rejects.toMatchObject({ code: 'link-failed' });
  });

  test('what the source says no to is told in its safe words', async () => {
    const { context, actor, begin, complete, hospital } = await setUp();
    hospital.failAuthorization = new SourceError(
      'authorization-failed',
      'The sign-in was cancelled, or the source did not allow it.',
    );
    await expect(complete(await begin())).rejects.toMatchObject({
      code: 'link-failed',
      detail: 'The sign-in was cancelled, or the source did not allow it.',
    });
    expect(await auditOf(context.store, actor.id)).toMatchObject([{ action: 'link', outcome: 'failure' }]);
  });

  test('another person’s account: tokens revoked, nothing kept', async () => {
    const { context, actor, begin, complete, hospital } = await setUp();
    hospital.patient = patient(OTHER_NHS_NUMBER);
    const url = await begin();
    await expect(complete(url)).rejects.toMatchObject({ code: 'identity-mismatch' });
    expect(hospital.calls).toEqual(['complete', 'revoke at-1']);
    expect(await context.store.listAccounts(actor.id)).toEqual([]);
    expect(context.logged.join()).not.toContain(OTHER_NHS_NUMBER);
  });

  test('a source that cannot say whose account it is: tokens revoked, nothing kept', async () => {
    const { context, actor, begin, complete, hospital } = await setUp();
    hospital.patient = undefined;
    await expect(complete(await begin())).rejects.toMatchObject({ code: 'link-failed' });
    expect(hospital.calls).toEqual(['complete', 'revoke at-1']);
    expect(await context.store.listAccounts(actor.id)).toEqual([]);
  });

  test('a subject that is not theirs cannot be linked for', async () => {
    const { context, begin } = await setUp();
    const stranger = await signIn(context, { sub: 'user-2' });
    await expect(begin(stranger.id)).rejects.toMatchObject({ code: 'not-found' });
  });
});

describe('linking again', () => {
  test('keeps the account and its data and replaces the tokens', async () => {
    const { context, actor, begin, complete, hospital } = await setUp();
    const first = await complete(await begin());
    const again = await complete(await begin());
    expect(again).toMatchObject({ kind: 'relinked', account: { id: first.account.id } });
    expect(await context.store.getTokens(actor.id, first.account.id)).toMatchObject({ accessToken: 'at-2' });
    expect(hospital.calls).not.toContain('revoke at-1');
  });

  test('another patient id at the source is a new link: the old access is ended and its data gone', async () => {
    const { context, actor, begin, complete, hospital } = await setUp();
    const first = await complete(await begin());
    hospital.patientId = 'p2';
    const again = await complete(await begin());
    expect(again.kind).toBe('replaced');
    expect(hospital.calls).toContain('revoke at-1');
    expect(await context.store.getAccount(actor.id, first.account.id)).toBeUndefined();
    expect(await context.store.listAccounts(actor.id)).toHaveLength(1);
  });
});

describe('an account that no shared identifier proves', () => {
  async function awaiting() {
    const set = await setUp();
    const child = await represent(set.context, set.actor, {
      given: 'Milo',
      family: 'Okafor',
      birthDate: '2017-05-06',
      relationship: 'parent',
    });
    set.hospital.patient = patient(OTHER_NHS_NUMBER, { birthDate: '2017-05-06' });
    const completed = await set.complete(await set.begin(child.id));
    return { ...set, child, completed, whose: { ...set.whose, subjectId: child.id } };
  }

  test('waits for the actor; their yes is recorded and the number learned', async () => {
    const { context, child, completed, whose } = await awaiting();
    expect(completed.account.state).toBe('awaiting-confirmation');
    const confirmed = await confirmIdentity(context, whose);
    expect(confirmed).toMatchObject({
      state: 'active',
      identity: { result: 'insufficient', confirmedBy: whose.actorId },
    });
    expect((await context.store.getPerson(child.id))?.identifiers).toEqual([
      { system: NHS_NUMBER_SYSTEM, value: OTHER_NHS_NUMBER, verifiedBy: 'hospital' },
    ]);
    await expect(confirmIdentity(context, whose)).rejects.toMatchObject({ code: 'not-found' });
  });

  test('their no removes everything', async () => {
    const { context, child, hospital, whose } = await awaiting();
    await declineIdentity(context, whose);
    expect(hospital.calls).toEqual(['complete', 'revoke at-1']);
    expect(await context.store.listAccounts(child.id)).toEqual([]);
    expect((await context.store.getPerson(child.id))?.identifiers).toEqual([]);
  });

  test('after half an hour the account must be linked anew', async () => {
    const { context, whose } = await awaiting();
    context.advance(30 * 60_000 + 1);
    await expect(confirmIdentity(context, whose)).rejects.toMatchObject({ code: 'link-failed' });
  });

  test('the parent’s own account is not the child’s', async () => {
    const { context, child, begin, complete, hospital } = await awaiting();
    hospital.patient = patient(NHS_NUMBER, { birthDate: undefined });
    await expect(complete(await begin(child.id))).rejects.toMatchObject({ code: 'identity-mismatch' });
    expect(await context.store.listAccounts(child.id)).toHaveLength(1);
  });
});

describe('unlinking', () => {
  test('ends the access at the source and deletes what is here', async () => {
    const { context, actor, begin, complete, hospital, whose } = await setUp();
    const { account } = await complete(await begin());
    expect(await unlinkAccount(context, whose)).toBe('revoked');
    expect(hospital.calls).toContain('revoke at-1');
    expect(await context.store.listAccounts(actor.id)).toEqual([]);
    expect(await context.store.getTokens(actor.id, account.id)).toBeUndefined();
    expect((await auditOf(context.store, actor.id)).at(-1)).toMatchObject({ action: 'unlink', outcome: 'success' });
  });

  test('deletes here although the source cannot be told', async () => {
    const { context, actor, begin, complete, whose } = await setUp();
    await complete(await begin());
    const connectors = new Map(
      [...context.connectors].map(([name, connector]) => [
        name,
        { ...connector, revoke: () => Promise.reject(new Error('down')) },
      ]),
    );
    expect(await unlinkAccount({ ...context, connectors }, whose)).toBe('failed');
    expect(await context.store.listAccounts(actor.id)).toEqual([]);
  });
});
