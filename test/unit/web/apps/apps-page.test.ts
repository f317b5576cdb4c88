import { describe, expect, test } from 'vitest';
import type { AppGrant } from '../../../../src/ports/app-grants.ts';
import { audit } from '../../../../src/services/audit.ts';
import type { WebSettings } from '../../../../src/web/web-deps.ts';
import { createFakeSource } from '../../services/fake-source.ts';
import { linkedAccount } from '../../services/make-context.ts';
import { createFakeApps, question } from '../fake-apps.ts';
import { setWebStage, signIn } from '../web-stage.ts';

async function setUp(settings: Partial<WebSettings> = {}) {
  const sources = ['hospital', 'gp'].map(createFakeSource);
  const asked = question('patient/*.rs');
  const stage = await setWebStage(sources, { settings, apps: (services) => createFakeApps(services, asked) });
  const { store } = stage.services;

  async function enter(sub: string) {
    const at = await signIn(stage.app, sub);
    const person = await store.findPersonByIdentity({ issuer: 'https://sign-in.example', sub });
    if (person === undefined) throw new Error('nobody');
    return { ...at, person };
  }
  async function allow(subjectId: string, more: Partial<AppGrant> = {}): Promise<string> {
    const id = stage.services.newId();
    await store.putAppGrant({
      id,
      subjectId,
      actorId: subjectId,
      clientId: 'walks',
      scopes: ['openid', 'patient/MedicationStatement.rs', 'patient/Condition.read'],
      sources: undefined,
      labels: undefined,
      grantedAt: '2026-11-20T08:00:00.000Z',
      until: undefined,
      lastUsedAt: undefined,
      ...more,
    });
    return id;
  }
  async function represent(subjectId: string, actorId: string): Promise<void> {
    const since = '2026-01-01T00:00:00.000Z';
    await store.addRepresentation({ subjectId, actorId, relationship: 'carer', since, until: undefined });
  }
  return { ...stage, store, sources, enter, allow, represent };
}

describe('the apps page', () => {
  test('says what each may read, from where, since when, until when and when it last did', async () => {
    const { services, sources, enter, allow } = await setUp();
    const { agent, person } = await enter('ada');
    const [hospital] = sources;
    if (hospital !== undefined) await linkedAccount(services, person, hospital);
    await allow(person.id);
    await allow(person.id, {
      clientId: 'gone\u202E',
      scopes: ['patient/*.read'],
      sources: ['hospital', 'gp'],
      until: '2026-11-21T09:30:00.000Z',
      lastUsedAt: '2026-11-21T08:59:00.000Z',
    });
    const { text } = await agent.get('/apps').expect(200);
    for (const words of [
      'Walks &amp; Weights',
      '20 November 2026 at 08:00',
      'When you stop it',
      'Never',
      'Medicines',
      'Conditions',
      'All places, and those linked later',
      'App “gone”, which is not on our list any more',
      '21 November 2026 at 09:30',
      '21 November 2026 at 08:59',
      'Everything in the record',
      'The hospital',
      '1 more place once it is linked',
    ]) {
      expect(text).toContain(words);
    }
  });

  test('does not say that every app asks here where another issuer is trusted, and shows those that the log knows', async () => {
    const { services, store, enter, represent } = await setUp({ tokenIssuers: ['https://other.example/issuer'] });
    const { agent, person } = await enter('ada');
    const none = await agent.get('/apps').expect(200);
    expect(none.text).toContain('other.example');
    expect(none.text).toContain('Who looked shows no such app so far.');
    expect(none.text).not.toContain('An app always asks you here');
    const line = { subjectId: person.id, actorId: undefined, action: 'search', outcome: 'success' } as const;
    await audit(services, { ...line, agent: 'https://other.example/issuer|walks\u202E' });
    await audit(services, { ...line, agent: 'unnamed app' });
    await audit(services, { ...line, agent: 'walks' });
    await audit(services, { ...line, agent: 'https://other.example/issuer|refused', outcome: 'refused' });
    const { text } = await agent.get('/apps').expect(200);
    expect(text).toContain(
      'App <bdi lang="en-GB">walks</bdi>. Signed in through <bdi lang="en-GB">other.example</bdi>.',
    );
    expect(text).toContain('An app without a name. Last used: 21 November 2026 at 09:00.');
    expect(text.match(/Last used: /g)).toHaveLength(2);
    expect(text).not.toMatch(/\u202E|refused/);
    // A carer reads no log, and so does not learn which apps read.
    const eve = await enter('eve');
    await represent(person.id, eve.person.id);
    await eve.agent.post('/accounts/subject').type('form').send({ csrf: eve.csrf, subject: person.id }).expect(303);
    const theirs = (await eve.agent.get('/apps').expect(200)).text;
    expect(theirs).toContain('other.example');
    expect(theirs).not.toContain('walks');
    expect(await store.countAudit(person.id, {})).toBeGreaterThan(3);
  });

  test('leaves out what is over', async () => {
    const { services, enter, allow } = await setUp();
    const { agent, person } = await enter('ada');
    await allow(person.id, { until: '2026-11-21T09:00:30.000Z' });
    expect((await agent.get('/apps')).text).toContain('Walks');
    services.advance(30_000);
    expect((await agent.get('/apps')).text).toContain('No app has your permission to read your record.');
  });

  test('stops an app, and writes it down', async () => {
    const { store, enter, allow } = await setUp();
    const { agent, person, csrf, shown } = await enter('ada');
    const grant = await allow(person.id);
    await agent.post('/apps/stop').type('form').send({ grant }).expect(403);
    await agent
      .post('/apps/stop')
      .type('form')
      .send({ csrf, shown, grant })
      .expect(303)
      .expect('Location', '/apps?told=stopped');
    expect((await agent.get('/apps?told=stopped')).text).toContain('This access is stopped');
    expect(await store.listAppGrants(person.id)).toEqual([]);
    const [line] = await store.listAudit(person.id, { limit: 1 });
    expect(line).toMatchObject({ action: 'revoke', outcome: 'success', agent: 'walks', appGrantId: grant });
    await agent.post('/apps/stop').type('form').send({ csrf, shown, grant }).expect(404);
  });

  test('shows an app once, however often it was allowed, and stops all of it', async () => {
    const { store, enter, allow } = await setUp();
    const { agent, person, csrf, shown } = await enter('ada');
    for (let time = 0; time < 3; time++) await allow(person.id);
    await allow(person.id, { clientId: 'other' });
    const { text } = await agent.get('/apps').expect(200);
    expect(text.match(/<h2 [^>]*id="app-/g)).toHaveLength(2);
    expect(text).toContain('It was allowed 3 times');
    expect(text.match(/>Stop this access</g)).toHaveLength(4);
    expect(text.match(/aria-describedby="app-\d"/g)).toHaveLength(5);
    await agent.post('/apps/stop').type('form').send({ csrf, shown, app: 'walks' }).expect(303);
    expect((await store.listAppGrants(person.id)).map(({ clientId }) => clientId)).toEqual(['other']);
    await agent.post('/apps/stop').type('form').send({ csrf, shown, app: 'walks' }).expect(404);
  });

  test('tells nobody of the grants of others', async () => {
    const { store, enter, allow } = await setUp();
    const ada = await enter('ada');
    const eve = await enter('eve');
    const grant = await allow(ada.person.id);
    const answers = await Promise.all(
      [grant, '00000000-0000-4000-8000-000000000000', ''].map(async (id) => {
        const answer = await eve.agent
          .post('/apps/stop')
          .type('form')
          .send({ csrf: eve.csrf, shown: eve.shown, grant: id });
        return [answer.status, answer.text.replaceAll(/[0-9a-f-]{36}|(?:nonce|value)="[^"]+"/g, '')];
      }),
    );
    for (const answer of answers) expect(answer).toEqual(answers[0]);
    expect(answers[0]?.[0]).toBe(404);
    expect((await eve.agent.get('/apps')).text).toContain('No app has your permission to read your record.');
    expect(await store.listAppGrants(ada.person.id)).toHaveLength(1);
  });

  test('is for who is signed in', async () => {
    const { app } = await setUp();
    const { default: request } = await import('supertest');
    await request(app).get('/apps').expect(401);
    await request(app).post('/apps/stop').type('form').send({ grant: 'x' }).expect(401);
  });
});
