/** What real servers do, and that readings and sign-ins cope with each: one table, each way simulated by the sandbox or by a misbehaving server. */
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import type { PullResult, SourceConnector } from '../../src/ports/source-connector.ts';
import { createBrowser } from '../../src/sandbox/browser/browser.ts';
import { startSandbox } from '../../src/sandbox/start-sandbox.ts';
import type { Sandbox } from '../../src/sandbox/start-sandbox.ts';
import { createSourceConnector } from '../../src/sources/create-source-connector.ts';
import { captureLog } from '../servers/captured-log.ts';
import { bundle, condition, PATIENT_ID } from '../servers/fhir-bundles.ts';
import { sendJson } from '../servers/http-server.ts';
import { fixedTokens, idsOf, outcomeOf, pull } from '../servers/pull.ts';
import { createSmartServer } from '../servers/smart-server.ts';
import { createSourcesUnderTest } from '../servers/sources-under-test.ts';
import { fhir, REDIRECTS, sourceNamed, userNamed } from './sandbox-walks.ts';

const sources = createSourcesUnderTest();
afterEach(() => sources.closeAll());

let sandbox: Sandbox;
beforeAll(async () => {
  sandbox = await startSandbox({
    ...REDIRECTS,
    quirks: { hospital: { maxPageSize: 5, observationNeedsCategory: true } },
  });
});
afterAll(() => sandbox.close());

async function linked(name: string) {
  const source = sourceNamed(sandbox, name);
  const user = userNamed(sandbox, 'zofia');
  const connector = createSourceConnector(source.config, { log: captureLog(), now: Date.now });
  const { url, transaction } = await connector.startAuthorization(source.client.redirectUri);
  const until = (address: URL): boolean => address.href.startsWith(source.client.redirectUri);
  const callback = await createBrowser().walk(url, { ...user, record: user.person }, { until });
  const grant = await connector.completeAuthorization(new URL(callback), transaction);
  const read = (accessToken = grant.tokens.accessToken): Promise<PullResult> =>
    pull(connector, { patientId: grant.patientId, tokens: fixedTokens(accessToken) });
  return { source, connector, grant, read };
}

const REFRESHABLE = { accessToken: 'at', refreshToken: 'rt', expiresAt: undefined, scope: 'patient/*.rs' };

/** A SMART server whose token endpoint answers a refresh so. */
async function refreshingAt(status: number, body: unknown): Promise<SourceConnector> {
  const smart = createSmartServer({
    token: (_parameters, _request, response) => {
      sendJson(response, status, body);
      return true;
    },
  });
  return (await sources.start(smart.answer)).connector;
}

const states = ({ outcomes }: PullResult) => Object.fromEntries(outcomes.map(({ type, state }) => [type, state]));

/** By the habit of the server. */
const QUIRKS: Readonly<Record<string, () => Promise<void>>> = {
  '$everything answered 403 under narrow scopes: the record is read type by type': async () => {
    const { source, grant, read } = await linked('hospital');
    const everything = `${source.baseUrl}/Patient/${grant.patientId ?? ''}/$everything`;
    expect((await fhir(everything, grant.tokens.accessToken)).status).toBe(403);
    const result = await read();
    expect(Object.values(states(result)).filter((state) => state !== 'done' && state !== 'nothing-there')).toEqual([]);
  },

  'next links that are searches kilobytes long, small pages and no total': async () => {
    const { source, grant, read } = await linked('hospital');
    const first = await fhir(`${source.baseUrl}/MedicationRequest`, grant.tokens.accessToken);
    const page = JSON.parse(first.text) as {
      total?: number;
      link: { relation: string; url: string }[];
      entry: unknown[];
    };
    expect(page.total).toBeUndefined();
    expect(page.link.find(({ relation }) => relation === 'next')?.url.length).toBeGreaterThan(1000);
    const result = await read();
    expect(idsOf(result, 'MedicationRequest').length).toBeGreaterThan(page.entry.length);
  },

  'Observation is searched by category only': async () => {
    const { read } = await linked('hospital');
    const result = await read();
    expect(outcomeOf(result, 'Observation').state).toBe('done');
    expect(idsOf(result, 'Observation').length).toBeGreaterThan(5);
  },

  'patient=ID finds nothing where patient=Patient/ID does': async () => {
    const { connector } = await sources.start((request, response) => {
      const isReference = request.query.get('patient') === `Patient/${PATIENT_ID}`;
      if (request.path !== '/fhir/Condition' || !isReference) return false;
      sendJson(response, 200, bundle([condition('c1')]));
      return true;
    });
    expect(idsOf(await pull(connector), 'Condition')).toEqual(['c1']);
  },

  'patient=Patient/ID alone, known beforehand: asked so at once': async () => {
    const { connector, server } = await sources.start(
      (request, response) => {
        if (request.path !== '/fhir/Condition') return false;
        sendJson(response, 200, bundle(request.query.get('patient')?.startsWith('Patient/') ? [condition('c1')] : []));
        return true;
      },
      { quirks: ['patient-by-reference'] },
    );
    expect(idsOf(await pull(connector), 'Condition')).toEqual(['c1']);
    expect(server.seen.filter(({ path }) => path === '/fhir/Condition')).toHaveLength(1);
  },

  '_include refused, known beforehand: not asked for': async () => {
    const { connector, server } = await sources.start(() => false, {
      quirks: ['no-include'],
      resourceTypes: ['MedicationRequest'],
    });
    await pull(connector);
    expect(server.seen.some(({ query }) => query.has('_include'))).toBe(false);
  },

  'refresh tokens rotate at each use': async () => {
    const { connector, grant, read } = await linked('specialist');
    const renewed = await connector.refresh(grant.tokens);
    expect(renewed.refreshToken).not.toBe(grant.tokens.refreshToken);
    expect(outcomeOf(await read(renewed.accessToken), 'Patient').state).toBe('done');
  },

  'refresh tokens never rotate': async () => {
    const { connector, grant } = await linked('hospital');
    const renewed = await connector.refresh(await connector.refresh(grant.tokens));
    expect(renewed.refreshToken).toBe(grant.tokens.refreshToken);
  },

  'reuse of an old refresh token revokes the whole grant: a new sign-in is asked for, nothing else': async () => {
    const { connector, grant } = await linked('specialist');
    const renewed = await connector.refresh(grant.tokens);
    await expect(connector.refresh(grant.tokens)).rejects.toMatchObject({ code: 'needs-sign-in' });
    await expect(connector.refresh(renewed)).rejects.toMatchObject({ code: 'needs-sign-in' });
  },

  '400 invalid_request where invalid_grant is meant': async () => {
    const connector = await refreshingAt(400, { error: 'invalid_request' });
    await expect(connector.refresh(REFRESHABLE)).rejects.toMatchObject({ code: 'needs-sign-in' });
  },

  'access_denied at a refresh: access was withdrawn': async () => {
    const connector = await refreshingAt(400, { error: 'access_denied' });
    await expect(connector.refresh(REFRESHABLE)).rejects.toMatchObject({ code: 'access-withdrawn' });
  },

  '401 without WWW-Authenticate': async () => {
    const { connector, server } = await sources.start((request, response) => {
      if (request.headers.authorization === 'Bearer good') return false;
      sendJson(response, 401, {});
      return true;
    });
    const tokens = { current: () => Promise.resolve('old'), renew: () => Promise.resolve('good') };
    expect(outcomeOf(await pull(connector, { tokens }), 'Patient').state).toBe('done');
    expect(server.seen.some(({ headers }) => headers.authorization === 'Bearer old')).toBe(true);
  },

  '429 without Retry-After but with RateLimit': async () => {
    let first = true;
    const { connector } = await sources.start((request, response) => {
      if (request.path !== '/fhir/Condition' || !first) return false;
      first = false;
      sendJson(response, 429, {}, { ratelimit: '"default";r=0;t=1' });
      return true;
    });
    const start = performance.now();
    expect(outcomeOf(await pull(connector), 'Condition').state).toBe('nothing-there');
    expect(performance.now() - start).toBeGreaterThan(900);
  },

  'a search about a person it does not show, answered 200 and empty: not "nothing there"': async () => {
    const { connector } = await sources.start((request, response) => {
      if (request.path !== `/fhir/Patient/${PATIENT_ID}`) return false;
      sendJson(response, 404, {});
      return true;
    });
    const result = await pull(connector);
    expect(states(result)).toEqual({ Patient: 'refused', Condition: 'failed', AllergyIntolerance: 'failed' });
  },

  'granted scope narrower than asked, and the rest answered 200 and empty: told, not "nothing there"': async () => {
    const { connector } = await sources.start(() => false);
    const result = await pull(connector, { grantedScope: 'launch/patient patient/Patient.r patient/Condition.rs' });
    expect(states(result)).toEqual({ Patient: 'done', Condition: 'nothing-there', AllergyIntolerance: 'refused' });
    expect(outcomeOf(result, 'AllergyIntolerance').reason).toContain('did not cover this');
  },

  'granted scope wider than asked: only what was asked for is read': async () => {
    const { connector, server } = await sources.start(() => false);
    await pull(connector, { grantedScope: 'patient/*.cruds user/*.rs' });
    const asked = new Set(server.seen.map(({ path }) => path).filter((path) => path !== '/fhir/metadata'));
    expect([...asked].sort()).toEqual(['/fhir/AllergyIntolerance', '/fhir/Condition', `/fhir/Patient/${PATIENT_ID}`]);
  },

  'one type refused while the others work': async () => {
    const { connector } = await sources.start((request, response) => {
      if (!request.path.startsWith('/fhir/Condition')) return false;
      sendJson(response, 403, {});
      return true;
    });
    const result = await pull(connector);
    expect(states(result)).toEqual({ Patient: 'done', Condition: 'refused', AllergyIntolerance: 'nothing-there' });
    expect(result.withdrawn).toBe(false);
  },

  'everything refused (403): access was withdrawn': async () => {
    const { connector } = await sources.start((_request, response) => {
      sendJson(response, 403, {});
      return true;
    });
    expect((await pull(connector)).withdrawn).toBe(true);
  },

  'large pages are asked for, and smaller ones where a page is too large': async () => {
    const many = Array.from({ length: 40 }, (_, n) => condition(`c${n}`));
    const sizes: number[] = [];
    const { connector } = await sources.start(
      (request, response) => {
        if (request.path !== '/fhir/Condition') return false;
        const count = Number(request.query.get('_count'));
        sizes.push(count);
        sendJson(response, 200, bundle(count > 50 ? Array.from({ length: 60 }, () => many).flat() : many));
        return true;
      },
      { limits: { ...LIMITS, pageSize: 1000 } },
    );
    expect(idsOf(await pull(connector), 'Condition')).toHaveLength(40);
    expect(sizes).toEqual([1000, 100, 10]);
  },

  'a record without end: no more is read than one reading may hold, and that is told': async () => {
    const text = 'x'.repeat(2000);
    const { connector, server } = await sources.start(
      (request, response, { origin }) => {
        if (request.path !== '/fhir/Condition') return false;
        const page = Number(request.query.get('page') ?? '0');
        const next = `${origin}/fhir/Condition?page=${page + 1}`;
        sendJson(response, 200, bundle([{ ...condition(`c${page}`), note: [{ text }] }], next));
        return true;
      },
      { limits: { ...LIMITS, maxPages: 1000, maxPullBytes: 20_000 }, resourceTypes: ['Condition'] },
    );
    const outcome = outcomeOf(await pull(connector), 'Condition');
    expect(outcome.state).toBe('partial');
    expect(outcome.reason).toContain('larger than the 19 KiB');
    expect(outcome.received).toBeGreaterThan(5);
    expect(server.seen.length).toBeLessThan(15);
  },
};

const LIMITS = {
  requestTimeoutMs: 2000,
  maxResponseBytes: 100_000,
  maxPullBytes: 10_000_000,
  maxPages: 10,
  pageSize: 50,
  concurrency: 4,
  retries: 2,
};

test.each(Object.entries(QUIRKS))('%s', (_name, cope) => cope());
