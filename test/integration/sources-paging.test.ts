import { afterEach, describe, expect, it } from 'vitest';
import { bundle, condition } from '../servers/fhir-bundles.ts';
import { sendJson } from '../servers/http-server.ts';
import { idsOf, outcomeOf, pull } from '../servers/pull.ts';
import { createSourcesUnderTest } from '../servers/sources-under-test.ts';
import type { SourceUnderTest } from '../servers/sources-under-test.ts';

const sources = createSourcesUnderTest();
afterEach(() => sources.closeAll());

/** A source whose first page of conditions leads to `next`. */
function withNext(next: (origin: string) => string): Promise<SourceUnderTest> {
  return sources.start((request, response, { origin }) => {
    if (request.path !== '/fhir/Condition') return false;
    sendJson(response, 200, bundle([condition('c1')], next(origin)));
    return true;
  });
}

describe('links to the next page', () => {
  it('does not follow one to another host, sends it nothing, and keeps what was read', async () => {
    const thief = await sources.startOther((_request, response) =>
      sendJson(response, 200, bundle([condition('stolen')])),
    );
    const { connector } = await withNext(() => `${thief.origin}/fhir/Condition?page=2`);
    const result = await pull(connector);
    expect(thief.seen).toEqual([]);
    expect(idsOf(result, 'Condition')).toEqual(['c1']);
    expect(outcomeOf(result, 'Condition')).toMatchObject({ state: 'partial', received: 1 });
    expect(outcomeOf(result, 'Condition').reason).toContain('not its own');
  });

  it.each([
    ['out of the base by dots', (origin: string) => `${origin}/fhir/../admin/Condition`],
    ['out of the base by encoded slashes', (origin: string) => `${origin}/fhir/..%2Fadmin/Condition`],
    ['to a folder that only begins like the base', (origin: string) => `${origin}/fhir-admin/Condition`],
    ['with a user name in it', (origin: string) => `${origin.replace('//', '//someone@')}/fhir/Condition?page=2`],
    ['by another scheme', () => 'file:///etc/passwd'],
    ['that is no address', () => 'http://['],
    ['protocol-relative', () => '//elsewhere.example/fhir/Condition'],
  ])('does not follow one %s', async (_name, next) => {
    const { connector, server } = await withNext(next);
    const result = await pull(connector);
    expect(outcomeOf(result, 'Condition')).toMatchObject({ state: 'partial', received: 1 });
    expect(server.seen.every(({ path }) => path.startsWith('/fhir/'))).toBe(true);
    expect(server.seen.filter(({ path }) => path === '/fhir/Condition')).toHaveLength(1);
  });

  it('stops where the pages lead back to one already read', async () => {
    const { connector, server } = await sources.start((request, response, { origin }) => {
      if (request.path !== '/fhir/Condition') return false;
      const page = request.query.get('page') ?? '1';
      sendJson(
        response,
        200,
        bundle([condition(`c${page}`)], `${origin}/fhir/Condition?page=${page === '2' ? '3' : '2'}`),
      );
      return true;
    });
    const result = await pull(connector);
    expect(idsOf(result, 'Condition')).toEqual(['c1', 'c2', 'c3']);
    expect(outcomeOf(result, 'Condition').state).toBe('partial');
    expect(outcomeOf(result, 'Condition').reason).toContain('lead back');
    expect(server.seen.filter(({ path }) => path === '/fhir/Condition')).toHaveLength(3);
  });

  it('reads no more pages than allowed', async () => {
    const { connector } = await sources.start(
      (request, response, { origin }) => {
        if (request.path !== '/fhir/Condition') return false;
        const page = Number(request.query.get('page') ?? '1');
        sendJson(response, 200, bundle([condition(`c${page}`)], `${origin}/fhir/Condition?page=${page + 1}`));
        return true;
      },
      {
        limits: {
          requestTimeoutMs: 2000,
          maxResponseBytes: 200_000,
          maxPullBytes: 1024 * 1024 * 1024,
          maxPages: 4,
          pageSize: 50,
          concurrency: 4,
          retries: 0,
        },
      },
    );
    const result = await pull(connector);
    expect(idsOf(result, 'Condition')).toHaveLength(4);
    expect(outcomeOf(result, 'Condition')).toMatchObject({
      state: 'partial',
      reason: 'Only the first 4 pages were read.',
    });
  });

  it('keeps the first page where the second one fails', async () => {
    const { connector } = await sources.start((request, response, { origin }) => {
      if (request.path !== '/fhir/Condition') return false;
      if (request.query.has('page')) sendJson(response, 500, {});
      else sendJson(response, 200, bundle([condition('c1')], `${origin}/fhir/Condition?page=2`));
      return true;
    });
    const result = await pull(connector);
    expect(idsOf(result, 'Condition')).toEqual(['c1']);
    expect(outcomeOf(result, 'Condition')).toMatchObject({ state: 'partial', received: 1 });
  });
});

describe('pages about someone else', () => {
  it('leaves out items of another patient, and counts them without saying what they are', async () => {
    const { connector } = await sources.start((request, response, { origin }) => {
      if (request.path !== '/fhir/Condition') return false;
      const others = [
        condition('o1', 'ben'),
        { resourceType: 'Condition', id: 'o2', subject: { reference: `${origin}/fhir/Patient/ben` } },
        { resourceType: 'Condition', id: 'o3', patient: { reference: 'Patient/ben/_history/2' } },
        { resourceType: 'Patient', id: 'ben' },
      ];
      if (request.query.has('page')) sendJson(response, 200, bundle(others));
      else sendJson(response, 200, bundle([condition('c1')], 'Condition?page=2'));
      return true;
    });
    const result = await pull(connector);
    expect(idsOf(result, 'Condition')).toEqual(['c1']);
    expect(idsOf(result, 'Patient')).toEqual(['anna']);
    expect(outcomeOf(result, 'Condition')).toEqual({
      type: 'Condition',
      state: 'partial',
      received: 1,
      reason: '4 items about another person were left out.',
    });
    expect(JSON.stringify(result)).not.toContain('ben');
  });

  it('keeps items under an id that the Patient itself links to, and those that name nobody', async () => {
    const { connector } = await sources.start(
      (request, response) => {
        if (request.path === '/fhir/Patient/anna') {
          sendJson(response, 200, {
            resourceType: 'Patient',
            id: 'anna',
            link: [{ type: 'replaces', other: { reference: 'Patient/anna-old' } }],
          });
        } else if (request.path === '/fhir/Condition') {
          const nobody = { resourceType: 'Medication', id: 'x' };
          const inside = { resourceType: 'Condition', id: 'c3', subject: { reference: '#p' } };
          sendJson(response, 200, bundle([condition('c1'), condition('c2', 'anna-old'), inside, nobody]));
        } else return false;
        return true;
      },
      { resourceTypes: ['Condition'] },
    );
    const result = await pull(connector);
    expect(idsOf(result, 'Condition')).toEqual(['c1', 'c2', 'c3']);
    expect(idsOf(result, 'Medication')).toEqual(['x']);
    expect(outcomeOf(result, 'Condition').state).toBe('done');
  });
});
