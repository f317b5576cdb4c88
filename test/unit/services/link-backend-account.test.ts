import { describe, expect, test } from 'vitest';
import { SourceError, type SourceConnector } from '../../../src/ports/source-connector.ts';
import { linkBackendAccount } from '../../../src/services/link-backend-account.ts';
import { NHS_NUMBER_SYSTEM } from '../../../src/services/nhs-number.ts';
import type { ServiceContext } from '../../../src/services/service-context.ts';
import { auditOf } from '../../support/audit-of.ts';
import { createFakeSource, tokenSet } from './fake-source.ts';
import { makeContext, NHS_NUMBER, OTHER_NHS_NUMBER, signIn } from './make-context.ts';

const PROOFED = { nhs_number: NHS_NUMBER, identity_proofing_level: 'P9' };

function patient(id: string, number: string = NHS_NUMBER, birthDate = '1950-03-02') {
  const json = { resourceType: 'Patient', id, identifier: [{ system: NHS_NUMBER_SYSTEM, value: number }], birthDate };
  return { json, at: 'Patient' };
}

async function setUp(found: readonly ReturnType<typeof patient>[], claims: Record<string, string> = PROOFED) {
  const fake = createFakeSource('registry');
  const asked: unknown[] = [];
  const connector: SourceConnector = {
    ...fake.connector,
    source: { ...fake.connector.source, access: 'backend' },
    backend: {
      authorize: () => Promise.resolve({ ...tokenSet(1), refreshToken: undefined }),
      findPatients: (identifiers) => {
        asked.push(...identifiers);
        return Promise.resolve(found);
      },
    },
  };
  const made = await makeContext(fake);
  const context: ServiceContext = { ...made, connectors: new Map([['registry', connector]]) };
  const actor = await signIn(context, claims);
  const link = () =>
    linkBackendAccount(context, { actorId: actor.id, subjectId: actor.id, source: 'registry', words: 'I agree.' });
  return { context, actor, link, asked, connector };
}

describe('linking a source that is read by agreement', () => {
  test('exactly one Patient with the verified identifier is linked, and the agreement kept', async () => {
    const { context, actor, link, asked } = await setUp([patient('p7')]);
    const { account, kind } = await link();
    expect(kind).toBe('linked');
    expect(asked).toMatchObject([{ system: NHS_NUMBER_SYSTEM, value: NHS_NUMBER }]);
    const kept = await context.store.getAccount(actor.id, account.id);
    expect(kept).toMatchObject({
      state: 'active',
      sourcePatientId: 'p7',
      actorId: actor.id,
      consent: {
        words: 'I agree.',
        scope: 'patient/*.rs',
        at: new Date(context.now()).toISOString(),
      },
    });
    expect(kept?.signInEndsAt).toBeUndefined();
  });

  test.each([
    ['nobody', [], 'no record under your identifier'],
    ['two people', [patient('p1'), patient('p2')], 'more than one record'],
    ['one without an id', [patient('')], 'no id'],
  ])('%s found: refused in words, nothing kept, and the log says so', async (_name, found, words) => {
    const { context, actor, link } = await setUp(found);
    await expect(link()).rejects.toMatchObject({
      code: 'link-failed',
      detail: expect.stringContaining(words) as string,
    });
    expect(await context.store.listAccounts(actor.id)).toEqual([]);
    expect(await auditOf(context.store, actor.id)).toMatchObject([{ action: 'link', outcome: 'failure' }]);
  });

  test.each([
    ['another birth date', patient('p1', NHS_NUMBER, '1951-03-02'), 'identity-mismatch'],
    ['another number', patient('p1', OTHER_NHS_NUMBER), 'identity-mismatch'],
  ])('%s: the identity gate refuses', async (_name, found, code) => {
    const { context, actor, link } = await setUp([found]);
    await expect(link()).rejects.toMatchObject({ code });
    expect(await context.store.listAccounts(actor.id)).toEqual([]);
  });

  test('what cannot be proved is refused, as nobody could confirm it', async () => {
    const unnumbered = { ...patient('p1'), json: { resourceType: 'Patient', id: 'p1', birthDate: '1950-03-02' } };
    const { link } = await setUp([unnumbered as ReturnType<typeof patient>]);
    await expect(link()).rejects.toMatchObject({ code: 'link-failed' });
  });

  test('a subject without a verified identifier is not looked for', async () => {
    const { link, asked } = await setUp([patient('p1')], {});
    await expect(link()).rejects.toMatchObject({ code: 'link-failed' });
    expect(asked).toEqual([]);
  });

  test('a source that gives the gateway no access says so', async () => {
    const { context, actor, connector } = await setUp([patient('p1')]);
    const authorize = () =>
      Promise.reject(new SourceError('access-withdrawn', 'The source does not give this gateway access of its own.'));
    const refusing = { ...connector, backend: { findPatients: () => Promise.resolve([]), authorize } };
    const agreed = { actorId: actor.id, subjectId: actor.id, source: 'registry', words: 'I agree.' };
    await expect(
      linkBackendAccount({ ...context, connectors: new Map([['registry', refusing]]) }, agreed),
    ).rejects.toMatchObject({
      code: 'link-failed',
      detail: 'The source does not give this gateway access of its own.',
    });
  });

  test('nobody agrees for a person they do not represent', async () => {
    const { context, link } = await setUp([patient('p1')]);
    await link();
    const stranger = await signIn(context, { sub: 'user-2' });
    const owner = await context.store.findPersonByIdentity({ issuer: 'https://sign-in.example', sub: 'user-1' });
    const agreed = { actorId: stranger.id, subjectId: owner?.id ?? '', source: 'registry', words: 'I agree.' };
    await expect(linkBackendAccount(context, agreed)).rejects.toMatchObject({ code: 'not-found' });
  });
});
