import { afterEach, describe, expect, it } from 'vitest';
import type { SourceConfig } from '../../src/ports/source-config.ts';
import { SourceError } from '../../src/ports/source-connector.ts';
import { bundle, condition } from '../servers/fhir-bundles.ts';
import { sendJson } from '../servers/http-server.ts';
import type { SeenRequest } from '../servers/http-server.ts';
import { fixedTokens, idsOf, outcomeOf, pull } from '../servers/pull.ts';
import { createSourcesUnderTest } from '../servers/sources-under-test.ts';
import type { SourceUnderTest } from '../servers/sources-under-test.ts';
import type { ServerResponse } from 'node:http';

const sources = createSourcesUnderTest();
afterEach(() => sources.closeAll());

const LIMITS: SourceConfig['limits'] = {
  requestTimeoutMs: 400,
  maxResponseBytes: 50_000,
  maxPullBytes: 1024 * 1024 * 1024,
  maxPages: 10,
  pageSize: 50,
  concurrency: 4,
  retries: 2,
};

/** Conditions answered as the test says; AllergyIntolerance has one item, to see that it is not spoiled. */
function withConditions(answer: (request: SeenRequest, response: ServerResponse) => void): Promise<SourceUnderTest> {
  return sources.start(
    (request, response) => {
      if (request.path === '/fhir/Condition') answer(request, response);
      else if (request.path === '/fhir/AllergyIntolerance') {
        sendJson(
          response,
          200,
          bundle([{ resourceType: 'AllergyIntolerance', id: 'a1', patient: { reference: 'Patient/anna' } }]),
        );
      } else return false;
      return true;
    },
    { limits: LIMITS },
  );
}

describe('answers that may pass', () => {
  it('tries again after 503 and a broken connection', async () => {
    let tries = 0;
    const { connector } = await withConditions((_request, response) => {
      tries += 1;
      if (tries === 1) sendJson(response, 503, {});
      else if (tries === 2) response.socket?.destroy();
      else sendJson(response, 200, bundle([condition('c1')]));
    });
    expect(idsOf(await pull(connector), 'Condition')).toEqual(['c1']);
    expect(tries).toBe(3);
  });

  it('gives up after as many tries as allowed', async () => {
    let tries = 0;
    const { connector } = await withConditions((_request, response) => {
      tries += 1;
      sendJson(response, 503, {});
    });
    expect(outcomeOf(await pull(connector), 'Condition')).toMatchObject({ state: 'failed' });
    expect(tries).toBe(3);
  });

  it('does not try again after a plain fault', async () => {
    let tries = 0;
    const { connector } = await withConditions((_request, response) => {
      tries += 1;
      sendJson(response, 500, {});
    });
    await pull(connector);
    expect(tries).toBe(1);
  });

  it.each<[string, Readonly<Record<string, string>>, number]>([
    ['Retry-After in seconds', { 'retry-after': '1' }, 900],
    ['Retry-After as a date', { 'retry-after': 'soon' }, 0],
    ['RateLimit with t=', { ratelimit: '"default";r=0;t=1' }, 900],
    ['RateLimit-Reset', { 'ratelimit-reset': '1' }, 900],
    ['nothing said', {}, 0],
  ])('429 with %s: waits and goes on', async (name, headers, atLeastMs) => {
    const times: number[] = [];
    const { connector } = await withConditions((_request, response) => {
      times.push(Date.now());
      const said = name.endsWith('date') ? { 'retry-after': new Date(Date.now() + 2000).toUTCString() } : headers;
      if (times.length === 1) sendJson(response, 429, {}, said);
      else sendJson(response, 200, bundle([condition('c1')]));
    });
    expect(idsOf(await pull(connector), 'Condition')).toEqual(['c1']);
    expect((times[1] ?? 0) - (times[0] ?? 0)).toBeGreaterThanOrEqual(name.endsWith('date') ? 900 : atLeastMs);
  });

  it('429 with a wait of hours: gives up at once and says so', async () => {
    const { connector } = await withConditions((_request, response) =>
      sendJson(response, 429, {}, { 'retry-after': '7200' }),
    );
    const started = Date.now();
    const result = await pull(connector);
    expect(Date.now() - started).toBeLessThan(2000);
    expect(outcomeOf(result, 'Condition')).toMatchObject({
      state: 'failed',
      reason: 'The source asks to wait 120 minutes before the next request.',
    });
  });

  it('429 with a wait beyond the deadline: stops at the deadline', async () => {
    const { connector } = await withConditions((_request, response) =>
      sendJson(response, 429, {}, { ratelimit: 'limit=10, remaining=0, reset=59' }),
    );
    const started = Date.now();
    const result = await pull(connector, { deadlineMs: 500 });
    expect(Date.now() - started).toBeLessThan(1500);
    expect(outcomeOf(result, 'Condition').state).toBe('failed');
  });
});

describe('401', () => {
  it('renews the token once, and goes on', async () => {
    const { connector } = await sources.start((request, response) => {
      if (request.headers.authorization === 'Bearer fresh') return false;
      sendJson(response, 401, {});
      return true;
    });
    const rejected: string[] = [];
    let token = 'old';
    const renew = (old: string): Promise<string> => {
      rejected.push(old);
      token = 'fresh';
      return Promise.resolve(token);
    };
    const result = await pull(connector, { tokens: { current: () => Promise.resolve(token), renew } });
    expect(outcomeOf(result, 'Patient').state).toBe('done');
    expect(new Set(rejected)).toEqual(new Set(['old']));
  });

  it('asks for a new sign-in where the renewed token is refused too', async () => {
    const { connector, server } = await sources.start((_request, response) => {
      sendJson(response, 401, {});
      return true;
    });
    await expect(pull(connector)).rejects.toMatchObject({ name: 'SourceError', code: 'needs-sign-in' });
    const perPath = server.seen.filter(({ path }) => path === '/fhir/Condition');
    expect(perPath).toHaveLength(2);
  });

  it('keeps what was read where only a part is refused so', async () => {
    const { connector } = await withConditions((_request, response) => sendJson(response, 401, {}));
    const result = await pull(connector);
    expect(idsOf(result, 'AllergyIntolerance')).toEqual(['a1']);
    expect(outcomeOf(result, 'Condition')).toMatchObject({ state: 'failed' });
    expect(outcomeOf(result, 'Condition').reason).toContain('Sign in there again');
  });

  it('passes on what the renewal says', async () => {
    const { connector } = await sources.start((_request, response) => {
      sendJson(response, 401, {});
      return true;
    });
    const tokens = {
      ...fixedTokens(),
      renew: () => Promise.reject(new SourceError('needs-sign-in', 'The access has ended and cannot be renewed.')),
    };
    await expect(pull(connector, { tokens })).rejects.toMatchObject({
      code: 'needs-sign-in',
      detail: 'The access has ended and cannot be renewed.',
    });
  });
});

describe('a source that is not there', () => {
  it('fails every type in words', async () => {
    const { connector, server } = await sources.start(() => false);
    await server.close();
    const result = await pull(connector);
    expect(result.outcomes.map(({ state }) => state)).toEqual(['failed', 'failed', 'failed']);
    expect(result.outcomes[0]?.reason).toBe('The source cannot be reached.');
  });
});
