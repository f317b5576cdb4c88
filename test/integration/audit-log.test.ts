/** Every access is one line of the person's log, and the person reads it over the API as AuditEvents. */
import type { AuditEvent, Bundle } from 'fhir/r4.js';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import type { AuditEntry } from '../../src/ports/audit.ts';
import { faultsOf } from '../fixtures/fhir-validation.ts';
import { auditOf } from '../support/audit-of.ts';
import { startHarness, type Harness, type Visitor } from './app-harness.ts';
import { appClient, discover, launch } from './oauth-apps.ts';

let harness: Harness;
let zofia: Visitor;
let subjectId: string;
let token: string;

beforeAll(async () => {
  harness = await startHarness({
    clients: [appClient('reader', { method: 'none' }), appClient('narrow', { method: 'none' })],
  });
  zofia = harness.visit('zofia');
  subjectId = await zofia.linkAll('gp', 'hospital');
  token = await appToken('reader');
}, 60_000);
afterAll(() => harness.close());

/** @param sources those the person ticks; undefined for all. */
async function appToken(
  app: string,
  scope = 'launch/patient patient/*.rs',
  sources?: readonly string[],
): Promise<string> {
  const { tokens } = await launch(harness, zofia, await discover(harness, app), {
    changes: { scope, nonce: undefined },
    ...(sources === undefined
      ? {}
      : {
          answer: {
            change: (fields) =>
              fields.filter(([name, value]) => (name !== 'source' && name !== 'later') || sources.includes(value)),
          },
        }),
  });
  return tokens.access_token;
}

async function get(path: string, bearer = token, more: Readonly<Record<string, string>> = {}) {
  const headers = { Authorization: `Bearer ${bearer}`, ...more };
  const response = await fetch(`${harness.config.fhirBaseUrl}/${path}`, { headers });
  const body: unknown = await response.json();
  return { status: response.status, body, entries: (body as Bundle).entry ?? [], response };
}

/** What one act wrote into the log, readings of sources apart. */
async function written(act: () => Promise<unknown>): Promise<readonly AuditEntry[]> {
  const log = () => auditOf(harness.gateway.services.store, subjectId);
  const before = (await log()).length;
  await act();
  return (await log()).slice(before).filter(({ action }) => action !== 'sync');
}

async function events(query = '', bearer = token): Promise<readonly AuditEvent[]> {
  const { entries } = await get(`AuditEvent?_count=1000${query}`, bearer);
  return entries.flatMap(({ resource }) => (resource?.resourceType === 'AuditEvent' ? [resource as AuditEvent] : []));
}

describe('each request of an app is one line', () => {
  test.each([
    ['Condition', { action: 'search', types: ['Condition'], query: 'Condition' }],
    ['Condition?code=http://snomed.info/sct|1&_count=2', { action: 'search', query: 'Condition?code=***&_count=2' }],
    ['Patient/ID', { action: 'read', types: ['Patient'], reference: 'Patient/ID' }],
    ['Patient/ID/$everything?_type=Condition', { action: 'everything', types: ['Condition'], reference: 'Patient/ID' }],
    ['Patient/ID/$summary', { action: 'summary', reference: 'Patient/ID' }],
    ['DocumentReference/$docref?patient=ID', { action: 'docref' }],
    ['AuditEvent', { action: 'search', types: ['AuditEvent'], sources: [] }],
  ])('%s', async (path, expected) => {
    const lines = await written(async () => {
      expect((await get(path.replace('ID', subjectId))).status).toBe(200);
    });
    const wanted = JSON.parse(JSON.stringify(expected).replaceAll('ID', subjectId)) as Partial<AuditEntry>;
    expect(lines).toMatchObject([
      { ...wanted, subjectId, actorId: subjectId, agent: 'reader', outcome: 'success', status: 200 },
    ]);
    expect(lines[0]?.requestId).toMatch(/^[0-9a-f-]{36}$/);
    expect(lines[0]?.appGrantId).toBeDefined();
    if (path !== 'AuditEvent') expect(lines[0]?.sources.toSorted()).toEqual(['gp', 'hospital']);
  });

  test('a version and an original of a record', async () => {
    const { entries } = await get('Condition?_tag=source&_count=1');
    const resource = entries[0]?.resource;
    const reference = `Condition/${resource?.id ?? ''}`;
    const version = resource?.meta?.versionId ?? '';
    expect(await written(() => get(`${reference}/_history/${version}`))).toMatchObject([
      { action: 'vread', reference },
    ]);
    expect(await written(() => get(`${reference}/$original`))).toMatchObject([{ action: 'original', reference }]);
  });

  test('the id of the request is the one in the answer', async () => {
    const sent = { 'X-Request-Id': 'my-own-request-1' };
    expect(await written(() => get('Condition', token, sent))).toMatchObject([{ requestId: 'my-own-request-1' }]);
  });

  test('an answer that the app has already is a reading too', async () => {
    const etag = (await get('Condition')).response.headers.get('etag') ?? '';
    const lines = await written(() =>
      fetch(`${harness.config.fhirBaseUrl}/Condition`, {
        headers: { Authorization: `Bearer ${token}`, 'If-None-Match': etag },
      }),
    );
    expect(lines).toMatchObject([{ action: 'search', outcome: 'success', status: 304 }]);
  });
});

describe('refusals and failures', () => {
  test.each([
    ['Condition?patient=Patient/somebody-else', 403, { outcome: 'refused', notes: ['other-patient'] }],
    ['Patient/somebody-else/$everything', 403, { outcome: 'refused', notes: ['other-patient'], reference: undefined }],
    ['Condition/never-was', 404, { outcome: 'failure', reference: undefined, query: 'Condition/***' }],
    ['Condition?_count=all', 400, { outcome: 'failure' }],
  ])('%s: %i', async (path, status, expected) => {
    const lines = await written(async () => expect((await get(path)).status).toBe(status));
    expect(lines).toMatchObject([{ ...expected, status, agent: 'reader', sources: expect.any(Array) as string[] }]);
  });

  test('a type beyond the scope', async () => {
    const narrow = await appToken('narrow', 'launch/patient patient/Condition.rs');
    const lines = await written(async () => expect((await get('Observation', narrow)).status).toBe(403));
    expect(lines).toMatchObject([{ action: 'search', outcome: 'refused', notes: ['scope'], agent: 'narrow' }]);
  });

  test('a token that is over is known by whom it was for', async () => {
    const { signIn } = harness.sandbox;
    const over = await signIn.issueAccessToken({
      sub: zofia.user.sub,
      patient: subjectId,
      scope: 'patient/*.rs',
      audience: harness.config.fhirBaseUrl,
      expiresInS: -60,
    });
    const lines = await written(async () => expect((await get('Condition', over)).status).toBe(401));
    expect(lines).toMatchObject([
      { action: 'search', outcome: 'refused', status: 401, agent: `${harness.sandbox.signIn.issuer}|demo-app` },
    ]);
    expect(await written(() => get('Condition', `${over.slice(0, -8)}AAAAAAAA`))).toEqual([]);
  });
});

describe('what people do', () => {
  test('linking, the consent of an app, its end, the page, unlinking', async () => {
    const [page, ...more] = await written(() => zofia.page('/medicines'));
    expect(more).toEqual([]);
    expect(page).toMatchObject({
      action: 'page',
      agent: 'web',
      actorId: subjectId,
      outcome: 'success',
      notes: ['medicines'],
    });
    expect(page?.requestId).toMatch(/^[0-9a-f-]{36}$/);
    expect(await written(() => zofia.link('specialist', { record: 'zofia' }))).toMatchObject([
      { action: 'link', sources: ['specialist'], outcome: 'success' },
    ]);
    expect(await written(() => appToken('narrow'))).toMatchObject([
      { action: 'grant', agent: 'narrow', actorId: subjectId, outcome: 'success' },
    ]);
    const [grant] = await harness.gateway.services.store.listAppGrants(subjectId);
    expect(await written(() => zofia.post('/apps/stop', { grant: grant?.id ?? '' }))).toMatchObject([
      { action: 'revoke', agent: 'narrow', appGrantId: grant?.id },
    ]);
    expect(await written(() => zofia.post('/link/specialist/unlink'))).toMatchObject([
      { action: 'unlink', sources: ['specialist'] },
    ]);
  });
});

describe('the person reads it over the API', () => {
  test('every event is valid, newest first, and findable by its id', async () => {
    const found = await events();
    expect(found.length).toBeGreaterThan(20);
    const stamps = found.map(({ recorded }) => recorded);
    expect(stamps).toEqual(stamps.toSorted().toReversed());
    for (const event of found) {
      expect(faultsOf(event)).toEqual([]);
      expect(event.entity?.some(({ what }) => what?.reference === `Patient/${subjectId}`)).toBe(true);
    }
    const { body } = await get(`AuditEvent/${found[3]?.id ?? ''}`);
    expect(body).toEqual(found[3]);
  });

  test('by kind, outcome and date', async () => {
    const subtypes = async (query: string) =>
      new Set((await events(query)).flatMap(({ subtype }) => subtype?.map(({ code }) => code) ?? []));
    expect(await subtypes('&subtype=link,unlink')).toEqual(new Set(['link', 'unlink']));
    expect(new Set((await events('&outcome=8')).map(({ outcome }) => outcome))).toEqual(new Set(['8']));
    expect(await events('&date=lt2020')).toEqual([]);
    expect(await events(`&patient=${subjectId}&date=ge2020`)).not.toEqual([]);
  });

  test('a page at a time, without losing or repeating one while the log grows', async () => {
    const all = (await events()).map(({ id }) => id);
    const seen: (string | undefined)[] = [];
    let next: string | undefined = `${harness.config.fhirBaseUrl}/AuditEvent?_count=7`;
    while (next !== undefined) {
      const response = await fetch(next, { headers: { Authorization: `Bearer ${token}` } });
      const page = (await response.json()) as Bundle;
      seen.push(...(page.entry ?? []).map(({ resource }) => resource?.id));
      next = page.link?.find(({ relation }) => relation === 'next')?.url;
    }
    expect(new Set(seen).size).toBe(seen.length);
    expect(seen).toEqual(expect.arrayContaining(all));
  });

  test('is no part of the record', async () => {
    const { entries } = await get(`Patient/${subjectId}/$everything`);
    expect(entries.some(({ resource }) => resource?.resourceType === 'AuditEvent')).toBe(false);
  });

  test('an app that may see some sources sees what it did itself, and no other source', async () => {
    const narrow = await appToken('narrow', 'launch/patient patient/*.rs', ['gp']);
    await get('Condition', narrow);
    const found = await events('', narrow);
    expect(found.length).toBeGreaterThan(0);
    const clients = found.flatMap(({ agent }) => agent.flatMap(({ who }) => who?.identifier?.value ?? []));
    expect(new Set(clients)).toEqual(new Set(['narrow']));
    const text = JSON.stringify(found);
    for (const hidden of ['hospital', 'specialist', 'reader']) expect(text).not.toContain(hidden);
    for (const { id = '', agent } of await events()) {
      const isOwn = agent.some(({ who }) => who?.identifier?.value === 'narrow');
      if (!isOwn) expect((await get(`AuditEvent/${id}`, narrow)).status).toBe(404);
    }
  });

  test('an app without the scope does not', async () => {
    const narrow = await appToken('narrow', 'launch/patient patient/Condition.rs');
    expect((await get('AuditEvent', narrow)).status).toBe(403);
  });

  test('nothing in it is a secret or a value of the record', async () => {
    await get(`Patient?identifier=https://fhir.nhs.uk/Id/nhs-number|${zofia.user.claims.nhs_number ?? '9990001014'}`);
    await get('MedicationStatement?code:text=amlodipine');
    const text = JSON.stringify(await events());
    const queries = (await events()).flatMap(({ entity }) => entity?.flatMap(({ query }) => query ?? []) ?? []);
    const asked = queries.map((query) => Buffer.from(query, 'base64').toString());
    const secrets = [token, zofia.user.claims.nhs_number, zofia.user.claims.family_name, 'amlodipine'];
    for (const secret of secrets) {
      expect(secret).toBeTruthy();
      expect(`${text}${asked.join()}`.toLowerCase()).not.toContain(secret?.toLowerCase());
    }
    expect(asked).toContain('Patient?identifier=***');
  });
});

test('what cannot be recorded is not given', async () => {
  const { store } = harness.gateway.services;
  const failing = vi.spyOn(store, 'appendAudit').mockRejectedValue(new Error('disk full'));
  try {
    const { status, body } = await get('Condition');
    expect(status).toBe(500);
    expect(body).toMatchObject({ resourceType: 'OperationOutcome' });
    expect((await zofia.browser.fetch(`${harness.config.publicUrl}/medicines`)).status).toBe(500);
  } finally {
    failing.mockRestore();
  }
});
