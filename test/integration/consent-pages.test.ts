/** From the app's request to the person's answer and its end, over the whole gateway: sign-in and back, narrowing, stopping. */
import type { Bundle } from 'fhir/r4.js';
import * as client from 'openid-client';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createBrowser } from '../../src/sandbox/browser/browser.ts';
import { startHarness, type Harness, type Visitor } from './app-harness.ts';
import { answerAt, appClient, authorizationRequest, discover, launch, SCOPE } from './oauth-apps.ts';

type Fields = readonly (readonly [string, string])[];

let harness: Harness;
let zofia: Visitor;
let config: client.Configuration;

beforeAll(async () => {
  harness = await startHarness({
    clients: [
      appClient('public-app', { method: 'none' }),
      appClient('own-app', { method: 'none' }, { registeredBy: 'itself', name: 'Kind <b>helper</b>\u202E' }),
    ],
  });
  zofia = harness.visit('zofia');
  await zofia.linkAll('hospital', 'gp');
  config = await discover(harness, 'public-app');
}, 60_000);
afterAll(() => harness.close());

const at = (path: string) => `${harness.config.publicUrl}${path}`;

/** Where an answer leads. */
function location(response: Response, from: string | URL): URL {
  expect(response.status).toBe(303);
  return new URL(response.headers.get('location') ?? '', from);
}

async function begin(browser: Pick<Visitor['browser'], 'fetch'>, clientId = 'public-app'): Promise<URL> {
  const { url } = await authorizationRequest(harness, await discover(harness, clientId));
  return location(await browser.fetch(url), url);
}

async function search(token: string, type: string): Promise<Response> {
  const url = `${harness.config.fhirBaseUrl}/${type}?patient=${await zofia.subjectId()}`;
  return fetch(url, { headers: { Authorization: `Bearer ${token}` } });
}

/** Names of the sources that the matches of a search come from. */
async function sourcesOf(token: string, type: string): Promise<readonly string[]> {
  const { entry = [] } = (await (await search(token, type)).json()) as Bundle;
  const tags = entry
    .filter((item) => item.search?.mode === 'match')
    .flatMap(({ resource }) => resource?.meta?.tag ?? [])
    .map(({ code = '' }) => code);
  const names = harness.sandbox.sources.map(({ name }) => name);
  return names.filter((name) => tags.includes(name)).toSorted();
}

describe('signing in on the way', () => {
  test('leads through the sign-in service and back to the question', async () => {
    const visitor = harness.visit('zofia');
    const question = await begin(visitor.browser);
    expect(question.pathname).toMatch(/^\/apps\/authorize\/[\w-]+$/);
    const service = location(await visitor.browser.fetch(question), question);
    expect(service.origin).toBe(new URL(harness.sandbox.signIn.issuer).origin);
    const callback = await visitor.browser.walk(service.href, visitor.user, {
      until: (url) => url.pathname === '/sign-in/callback',
    });
    const back = location(await visitor.browser.fetch(callback), callback);
    expect(back.href).toBe(question.href);
    const page = await visitor.browser.fetch(back);
    expect(page.status).toBe(200);
    expect(await page.text()).toContain('App public-app</bdi>” read your record?');
  });

  test('a question that was put to another browser is answered to nobody else', async () => {
    const question = await begin(createBrowser());
    for (const browser of [zofia.browser, createBrowser()]) {
      const answer = await browser.fetch(question);
      expect(answer.status).toBe(410);
      expect(answer.headers.get('location')).toBeNull();
    }
  });

  test('the question of one request is not shown under the address of another', async () => {
    const question = await begin(zofia.browser);
    const other = new URL(question);
    other.pathname = `${question.pathname.slice(0, -1)}${question.pathname.endsWith('x') ? 'y' : 'x'}`;
    expect((await zofia.browser.fetch(other)).status).toBe(410);
  });

  test('opening the sign-in from elsewhere signs nobody out', async () => {
    await zofia.browser.fetch(at('/sign-in'));
    expect((await zofia.browser.fetch(at('/accounts'))).status).toBe(200);
  });
});

describe('the page', () => {
  test('warns of an app that registered itself; its name is text; the form leads back to it only', async () => {
    const page = await zofia.browser.fetch(await begin(zofia.browser, 'own-app'));
    const html = await page.text();
    expect(html).toContain('Nobody here has checked this app');
    expect(html).toContain('Kind &lt;b&gt;helper&lt;/b&gt;</bdi>” read');
    expect(page.headers.get('content-security-policy')).toMatch(/form-action 'self' https:\/\/app\.example(;|$)/);
    expect(page.headers.get('content-security-policy')).toContain("frame-ancestors 'none'");
    expect(page.headers.get('cache-control')).toBe('no-store');
  });

  test('takes an answer with the token of the session only', async () => {
    const question = await begin(zofia.browser);
    const subject = await zofia.subjectId();
    for (const csrf of ['', 'x']) {
      const body = new URLSearchParams({ decision: 'allow', subject, shown: subject, data: '0', later: 'yes', csrf });
      const answer = await zofia.browser.fetch(question, { method: 'POST', body });
      expect(answer.status).toBe(403);
    }
    expect((await zofia.browser.fetch(question)).status).toBe(200);
  });
});

describe('what is allowed', () => {
  /** Drops what the person unticks. */
  const without = (unticked: Fields) => (fields: Fields) =>
    fields.filter(([name, value]) => !unticked.some(([field, of]) => field === name && of === value));

  test('less than everything: the kinds that stay ticked, under their own names', async () => {
    const changes = { scope: 'launch/patient patient/*.rs', nonce: undefined };
    const { tokens } = await launch(harness, zofia, config, {
      changes,
      answer: {
        change: (fields) => fields.filter(([name, value]) => name !== 'data' || value === '3' || value === '4'),
      },
    });
    expect(tokens.scope).toBe('launch/patient patient/Condition.rs patient/AllergyIntolerance.rs');
    expect((await search(tokens.access_token, 'Condition')).status).toBe(200);
    expect((await search(tokens.access_token, 'MedicationRequest')).status).toBe(403);
  });

  test('some sources: nothing of the others is given', async () => {
    const all = await launch(harness, zofia, config);
    expect(await sourcesOf(all.tokens.access_token, 'MedicationRequest')).toEqual(['gp', 'hospital']);
    const some = await launch(harness, zofia, config, { answer: { change: without([['source', 'gp']]) } });
    expect(await sourcesOf(some.tokens.access_token, 'MedicationRequest')).toEqual(['hospital']);
    const page = await zofia.page('/apps');
    expect(page).toContain('All places, and those linked later');
    expect(page).toContain('1 more place once it is linked');
  });

  test('for an hour where the app does not ask to go on without the person', async () => {
    const { tokens } = await launch(harness, zofia, config, {
      // With a nonce, as some apps send it with every request.
      changes: { scope: 'patient/Condition.rs' },
    });
    const [grant] = await harness.gateway.services.store.listAppGrants(await zofia.subjectId());
    expect(grant?.scopes).toEqual(['patient/Condition.rs']);
    const leftMs = Date.parse(grant?.until ?? '') - Date.now();
    expect(leftMs).toBeGreaterThan(55 * 60_000);
    expect(leftMs).toBeLessThanOrEqual(60 * 60_000);
    expect(tokens.expires_in).toBeLessThanOrEqual(3600);
  });
});

describe('the end', () => {
  test('stopping an app ends its tokens at once and is written down; another person cannot', async () => {
    const { tokens } = await launch(harness, zofia, config, { changes: { scope: SCOPE } });
    const subjectId = await zofia.subjectId();
    const { store } = harness.gateway.services;
    const [grant] = await store.listAppGrants(subjectId);
    const rhiannon = harness.visit('rhiannon');
    await rhiannon.signIn();
    expect((await rhiannon.post('/apps/stop', { grant: grant?.id ?? '' })).status).toBe(404);
    expect((await search(tokens.access_token, 'Condition')).status).toBe(200);

    expect((await zofia.post('/apps/stop', { grant: grant?.id ?? '' })).status).toBe(303);
    expect((await search(tokens.access_token, 'Condition')).status).toBe(401);
    await expect(client.refreshTokenGrant(config, tokens.refresh_token ?? '')).rejects.toMatchObject({
      error: 'invalid_grant',
    });
    const log = await store.listAudit(subjectId, { limit: 20, actions: ['grant', 'revoke'] });
    expect(log[0]).toMatchObject({ action: 'revoke', agent: 'public-app', appGrantId: grant?.id });
    expect(log[1]).toMatchObject({
      action: 'grant',
      outcome: 'success',
      agent: 'public-app',
      notes: SCOPE.split(' '),
      appGrantId: grant?.id,
    });
  });

  test('a refusal is told to the app and written down', async () => {
    const request = await authorizationRequest(harness, config);
    const back = await answerAt(zofia.browser, request.url, { decision: 'deny' });
    expect(back.searchParams.get('error')).toBe('access_denied');
    const [line] = await harness.gateway.services.store.listAudit(await zofia.subjectId(), {
      limit: 1,
      actions: ['grant'],
    });
    expect(line).toMatchObject({ outcome: 'refused', agent: 'public-app' });
  });
});

test('a parent allows an app for a child: the app gets the child’s record', async () => {
  const parent = harness.visit('milo');
  const childId = await parent.linkAll('gp');
  const { tokens } = await launch(harness, parent, config);
  expect(tokens['patient']).toBe(childId);
  expect(await parent.page('/apps')).toContain('App public-app');
});
