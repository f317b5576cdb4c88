import { describe, expect, test } from 'vitest';
import type { AppGrant } from '../../../src/ports/app-grants.ts';
import { listAppGrants, revokeAppGrants } from '../../../src/services/app-grants.ts';
import { represent } from '../../../src/services/represent.ts';
import { makeContext, signIn } from './make-context.ts';

function grant(id: string, subjectId: string, actorId: string): AppGrant {
  return {
    id,
    subjectId,
    actorId,
    clientId: 'walks',
    scopes: ['patient/*.rs'],
    sources: undefined,
    labels: undefined,
    grantedAt: '2026-11-20T08:00:00.000Z',
    until: undefined,
    lastUsedAt: undefined,
  };
}

/** A child with two who look after them: each let an app in. */
async function setUp() {
  const context = await makeContext();
  const [mother, father] = [await signIn(context, { sub: 'mother' }), await signIn(context, { sub: 'father' })];
  const child = await represent(context, mother, {
    given: 'Milo',
    family: 'Okafor',
    birthDate: '2017-05-06',
    relationship: 'parent',
  });
  const now = new Date(context.now()).toISOString();
  const both = { subjectId: child.id, actorId: father.id, relationship: 'parent', since: now } as const;
  await context.store.addRepresentation({ ...both, until: '2026-11-21T10:00:00.000Z' });
  await context.store.putAppGrant(grant('by-mother', child.id, mother.id));
  await context.store.putAppGrant(grant('by-father', child.id, father.id));
  await context.store.putAppGrant(grant('own', mother.id, mother.id));
  const seenBy = async (actorId: string, subjectId: string) =>
    (await listAppGrants(context, { actorId, subjectId })).map(({ id }) => id);
  return { context, mother, father, child, seenBy };
}

describe('grants of apps', () => {
  test('one who acts for another sees those they gave', async () => {
    const { mother, father, child, seenBy } = await setUp();
    expect(await seenBy(mother.id, child.id)).toEqual(['by-mother']);
    expect(await seenBy(father.id, child.id)).toEqual(['by-father']);
    expect(await seenBy(mother.id, mother.id)).toEqual(['own']);
  });

  test('a person sees every grant on their own record, and may stop each', async () => {
    const { context, mother, father, seenBy } = await setUp();
    await context.store.putAppGrant(grant('by-helper', mother.id, father.id));
    expect(new Set(await seenBy(mother.id, mother.id))).toEqual(new Set(['own', 'by-helper']));
    await revokeAppGrants(context, { actorId: mother.id, subjectId: mother.id, grantId: 'by-helper' });
    expect(await seenBy(mother.id, mother.id)).toEqual(['own']);
  });

  test('all that an app has may be stopped at once, and nothing of others', async () => {
    const { context, mother, father, child, seenBy } = await setUp();
    await context.store.putAppGrant(grant('by-mother-too', child.id, mother.id));
    await context.store.putAppGrant({ ...grant('other-app', child.id, mother.id), clientId: 'other' });
    const whose = { actorId: mother.id, subjectId: child.id };
    await revokeAppGrants(context, { ...whose, clientId: 'walks' });
    expect(await seenBy(father.id, child.id)).toEqual(['by-father']);
    expect(await seenBy(mother.id, child.id)).toEqual(['other-app']);
    const log = await context.store.listAudit(child.id, { limit: 9, actions: ['revoke'] });
    expect(log.map(({ appGrantId }) => appGrantId).toSorted()).toEqual(['by-mother', 'by-mother-too']);
    await expect(revokeAppGrants(context, { ...whose, clientId: 'walks' })).rejects.toMatchObject({
      code: 'not-found',
    });
  });

  test('nobody stops what they do not see, nor what is under another subject, nor after their time', async () => {
    const { context, mother, father, child } = await setUp();
    const stop = (actorId: string, subjectId: string, grantId: string) =>
      revokeAppGrants(context, { actorId, subjectId, grantId });
    for (const [actorId, subjectId, id] of [
      [father.id, child.id, 'by-mother'],
      [father.id, mother.id, 'own'],
      [mother.id, child.id, 'own'],
      [mother.id, mother.id, 'none'],
    ] as const) {
      await expect(stop(actorId, subjectId, id)).rejects.toMatchObject({ code: 'not-found' });
    }
    context.advance(3_600_000);
    await expect(stop(father.id, child.id, 'by-father')).rejects.toMatchObject({ code: 'not-found' });
    for (const id of ['by-mother', 'by-father', 'own']) expect(await context.store.findAppGrant(id)).toBeDefined();
  });
});
