/** How often may be asked, and what is told of each access. */
import type { OperationOutcome } from 'fhir/r4.js';
import { describe, expect, test } from 'vitest';
import type { Access } from '../../src/services/audit-access.ts';
import { createRateLimits } from '../../src/services/rate-limits.ts';
import { createMemoryStore } from '../../src/store/shared/create-memory-store.ts';
import { fhirApi } from '../fixtures/fhir-api.ts';
import { faultsOf } from '../fixtures/fhir-validation.ts';
import { grantOf } from '../fixtures/grant-of.ts';
import { smallAnswer } from '../fixtures/small-record.ts';

const limitsOf = (perMinute: number) => createRateLimits(createMemoryStore({ now: Date.now }), perMinute);

describe('requests of one app for one record', () => {
  test('over the limit: 429 with how long to wait, and others are not touched', async () => {
    const verify = (header = '') => Promise.resolve({ ...grantOf('patient/*.rs'), clientId: header });
    const { agent } = fhirApi(smallAnswer, { limits: limitsOf(3), verify });
    const ask = (app: string) => agent.get('/fhir/R4/Condition').set('Authorization', `Bearer ${app}`);
    for (let i = 0; i < 3; i++) await ask('one').expect(200);
    const refused = await ask('one').expect(429);
    expect(Number(refused.headers['retry-after'])).toBeGreaterThan(0);
    expect(Number(refused.headers['retry-after'])).toBeLessThanOrEqual(60);
    expect(faultsOf(refused.body as OperationOutcome)).toEqual([]);
    expect((refused.body as OperationOutcome).issue[0]?.code).toBe('throttled');
    await ask('two').expect(200);
  });

  test('count by what the person allowed, whichever token is used', async () => {
    const verify = (header = '') =>
      Promise.resolve({ ...grantOf('patient/*.rs'), clientId: header, appGrantId: 'grant-1' });
    const { agent } = fhirApi(smallAnswer, { limits: limitsOf(2), verify });
    const ask = (token: string) => agent.get('/fhir/R4/Condition').set('Authorization', `Bearer ${token}`);
    await ask('first').expect(200);
    await ask('second').expect(200);
    await ask('third').expect(429);
  });

  test('are not limited where no limit is set', async () => {
    const api = fhirApi();
    for (let i = 0; i < 20; i++) await api.get('/Condition').expect(200);
  });
});

test('an address that keeps sending bad tokens has to wait', async () => {
  const { agent } = fhirApi(smallAnswer, { limits: limitsOf(3) });
  const ask = (scope: string) => agent.get('/fhir/R4/Condition').set('Authorization', `Bearer ${scope}`);
  for (let i = 0; i < 3; i++) await ask('bad').expect(401);
  const refused = await ask('bad').expect(429);
  expect(Number(refused.headers['retry-after'])).toBeGreaterThan(0);
  // Without this, an address could go on guessing.
  await ask('patient/*.rs').expect(429);
  await agent.get('/fhir/R4/metadata').expect(200);
});

describe('the account of accesses', () => {
  const events: Access[] = [];
  const api = fhirApi(smallAnswer, {
    limits: limitsOf(50),
    onAccess: (event) => Promise.resolve(void events.push(event)),
  });
  const last = async (path: string, scope: string | undefined, status: number) => {
    events.length = 0;
    const request = api.agent.get(`/fhir/R4${path}`);
    const response = await (scope === undefined ? request : request.set('Authorization', `Bearer ${scope}`));
    expect(response.status).toBe(status);
    expect(events).toHaveLength(1);
    expect(events[0]?.requestId).toBe(response.headers['x-request-id']);
    return events[0];
  };

  test.each([
    ['/Condition?code=1', 'patient/*.rs', 200, 'search-type', 'Condition', 'allowed'],
    ['/Condition/u-hypertension', 'patient/*.rs', 200, 'read', 'Condition', 'allowed'],
    ['/Condition/u-hypertension/_history/1', 'patient/*.rs', 200, 'vread', 'Condition', 'allowed'],
    ['/Patient/person-1/$everything', 'patient/Condition.rs', 200, '$everything', 'Patient', 'narrowed'],
    ['/Patient/person-2/$everything', 'patient/*.rs', 403, '$everything', 'Patient', 'refused'],
    ['/Observation', 'patient/Condition.rs', 403, 'search-type', 'Observation', 'refused'],
    ['/Condition/unknown', 'patient/*.rs', 404, 'read', 'Condition', 'allowed'],
    ['/Condition/u-old', 'patient/*.rs', 410, 'read', 'Condition', 'allowed'],
    ['/Nonsense', 'patient/*.rs', 404, 'search-type', undefined, undefined],
    ['/Condition', undefined, 401, 'search-type', 'Condition', undefined],
    ['/Condition?_format=xml', 'patient/*.rs', 406, 'search-type', 'Condition', undefined],
  ])('%s as %s: %i', async (path, scope, status, interaction, resourceType, outcome) => {
    const event = await last(path, scope, status);
    expect(event).toMatchObject({ interaction, resourceType, status });
    expect(event?.decision?.outcome).toBe(outcome);
    expect(event?.grant?.subjectId).toBe(scope === undefined ? undefined : 'person-1');
    expect(event?.query).toBe(path.split('?')[1] ?? '');
  });

  test('names the sources of what was given, and nothing of what was not', async () => {
    expect((await last('/Condition', 'patient/*.rs', 200))?.sources).toEqual(['gp', 'hospital']);
    expect((await last('/Observation', 'patient/Condition.rs', 403))?.sources).toEqual([]);
  });

  test('what cannot be accounted for is not given', async () => {
    const failing = fhirApi(smallAnswer, { onAccess: () => Promise.reject(new Error('no disk')) });
    const response = await failing.get('/Condition').expect(500);
    expect(response.text).not.toContain('u-hypertension');
  });
});
