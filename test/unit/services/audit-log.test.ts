import { describe, expect, test } from 'vitest';
import type { AccessGrant } from '../../../src/access/access-grant.ts';
import { agentOf } from '../../../src/services/audit-agent.ts';
import { audit } from '../../../src/services/audit.ts';
import { createAuditLog } from '../../../src/services/audit-log.ts';
import { createFindActor } from '../../../src/services/find-actor.ts';
import { represent } from '../../../src/services/represent.ts';
import { grantOf } from '../../fixtures/grant-of.ts';
import { makeContext, signIn } from './make-context.ts';

const OWN_ISSUER = 'https://gateway.example/oauth';

async function setUp() {
  const context = await makeContext();
  const person = await signIn(context);
  const log = createAuditLog(context, createFindActor(context, OWN_ISSUER));
  const grant: AccessGrant = {
    ...grantOf('patient/*.rs', person.id),
    actor: { issuer: OWN_ISSUER, sub: person.id },
    appGrantId: 'grant-1',
  };
  const line = { subjectId: person.id, actorId: person.id, action: 'read', outcome: 'success' } as const;
  await audit(context, { ...line, agent: 'app', appGrantId: 'grant-1', sources: ['gp'] });
  await audit(context, { ...line, agent: 'other-app', appGrantId: 'grant-2', sources: ['clinic'] });
  await audit(context, { ...line, actorId: 'p-parent', action: 'page' });
  await audit(context, { ...line, actorId: undefined, agent: 'gateway', action: 'sync', sources: ['clinic'] });
  const agents = async (viewer: AccessGrant) =>
    (await log.search(viewer, { limit: 10 })).entries.map((entry) => entry.agent).toReversed();
  return { context, person, log, grant, agents };
}

describe('who sees what of the access log', () => {
  test('the person, through an app that may see all: everything', async () => {
    const { agents, grant } = await setUp();
    expect(await agents(grant)).toEqual(['app', 'other-app', 'web', 'gateway']);
  });

  test.each([
    ['sources', { sources: ['gp'] }],
    ['labels', { labels: { codes: [], unlabelled: true } }],
    ['an actor whom nobody knows here', { actor: { issuer: 'https://elsewhere.example', sub: 'x' } }],
  ] satisfies [string, Partial<AccessGrant>][])(
    'narrowed by %s: what was done under the own consent',
    async (_, changes) => {
      const { agents, log, grant } = await setUp();
      const viewer = { ...grant, ...changes };
      expect(await log.isOwnOnly(viewer)).toBe(true);
      expect(await agents(viewer)).toEqual(['app']);
      expect(await log.search(viewer, { limit: 10, outcomes: ['success'] })).toMatchObject({
        total: 1,
        next: undefined,
      });
      // Another issuer's app of the same name is another app.
      const elsewhere = { issuer: 'https://elsewhere.example', sub: 'x' };
      expect(await agents({ ...viewer, actor: elsewhere, appGrantId: undefined })).toEqual([]);
      expect(await agents({ ...viewer, appGrantId: undefined, clientId: undefined })).toEqual([]);
    },
  );

  test.each(['app', 'other-app', 'web', 'gateway'])(
    'an app of another issuer that calls itself %s sees its own lines only',
    async (clientId) => {
      const { context, person, agents, grant } = await setUp();
      const actor = { issuer: 'https://elsewhere.example', sub: 'x' };
      const viewer = { ...grant, actor, clientId, appGrantId: undefined, labels: { codes: [], unlabelled: true } };
      const own = agentOf(viewer);
      const line = { subjectId: person.id, actorId: undefined, action: 'read', outcome: 'success' } as const;
      await audit(context, { ...line, agent: own });
      expect(await agents(viewer)).toEqual([own]);
      const other = { ...viewer, actor: { issuer: 'https://another.example', sub: 'x' } };
      expect(await agents(other)).toEqual([]);
    },
  );

  test('a line that is hidden is not found by its id either', async () => {
    const { log, grant } = await setUp();
    const { entries } = await log.search(grant, { limit: 10 });
    const narrowed = { ...grant, sources: ['gp'] };
    for (const { id, agent } of entries) {
      expect(await log.find(grant, id)).toMatchObject({ id });
      expect((await log.find(narrowed, id)) === undefined).toBe(agent !== 'app');
    }
  });

  test('a parent sees it, a carer does not', async () => {
    const { context, person, log } = await setUp();
    const who = { given: 'Milo', family: 'Fairweather', birthDate: '2016-02-03' } as const;
    for (const relationship of ['parent', 'carer'] as const) {
      const child = await represent(context, person, { ...who, relationship });
      const grant = { ...grantOf('patient/*.rs', child.id), actor: { issuer: OWN_ISSUER, sub: person.id } };
      const seen = log.search(grant, { limit: 10 });
      if (relationship === 'parent') expect((await seen).entries).toMatchObject([{ action: 'represent' }]);
      else await expect(seen).rejects.toMatchObject({ code: 'forbidden' });
    }
  });

  test('another person has one name in this log, and no id of theirs', async () => {
    const { context, person, log, grant } = await setUp();
    await audit(context, { subjectId: person.id, actorId: 'p-parent', action: 'link', outcome: 'success' });
    const { entries } = await log.search(grant, { limit: 10 });
    const others = entries.filter(({ actor }) => actor !== undefined && actor !== 'self').map(({ actor }) => actor);
    expect(others).toHaveLength(2);
    expect(others[0]).toEqual(others[1]);
    expect(JSON.stringify(others)).not.toContain('p-parent');
  });

  test('pages end where the log ends', async () => {
    const { log, grant } = await setUp();
    const first = await log.search(grant, { limit: 3 });
    expect(first).toMatchObject({ total: 4, entries: { length: 3 } });
    const second = await log.search(grant, { limit: 3, before: first.next });
    expect(second).toMatchObject({ total: 4, entries: { length: 1 }, next: undefined });
  });
});
