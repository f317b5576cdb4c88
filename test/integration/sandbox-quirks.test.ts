/** Habits of real servers that the sandbox takes on when asked. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { SANDBOX_PEOPLE } from '../../src/sandbox/people/sandbox-people.ts';
import type { SandboxSource } from '../../src/sandbox/servers/source-server.ts';
import { startSandbox } from '../../src/sandbox/start-sandbox.ts';
import type { Sandbox } from '../../src/sandbox/start-sandbox.ts';
import { REDIRECTS, fhir, link, pages, sourceNamed, userNamed } from './sandbox-walks.ts';

let sandbox: Sandbox;
let hospital: SandboxSource;
let token: string;

beforeAll(async () => {
  sandbox = await startSandbox({
    ...REDIRECTS,
    people: SANDBOX_PEOPLE.filter(({ identity }) => identity.key === 'zofia'),
    quirks: {
      hospital: { maxPageSize: 7, observationNeedsCategory: true, failingTypes: ['Procedure'], delayMs: 30 },
      gp: { accessTokenTtlS: 1 },
    },
  });
  hospital = sourceNamed(sandbox, 'hospital');
  token = (await link(hospital, userNamed(sandbox, 'zofia'))).tokens.access_token;
});

afterAll(() => sandbox.close());

test('only the people asked for are there', () => {
  expect(sandbox.users.map(({ userName }) => userName)).toEqual(['zofia']);
});

describe('the hospital', () => {
  test('gives no larger pages than it wants', async () => {
    const found = await pages(`${hospital.baseUrl}/MedicationRequest?_count=1000`, token);
    expect(found.map(({ entry }) => entry?.length)).toEqual([7, 7, 3]);
  });

  test('wants a category for Observation', async () => {
    expect((await fhir(`${hospital.baseUrl}/Observation`, token)).status).toBe(400);
    const found = await pages(`${hospital.baseUrl}/Observation?category=laboratory,vital-signs`, token);
    expect(found.flatMap(({ entry }) => entry ?? [])).toHaveLength(48);
  });

  test('fails for one type while the others work', async () => {
    expect((await fhir(`${hospital.baseUrl}/Procedure`, token)).status).toBe(500);
    expect((await fhir(`${hospital.baseUrl}/Condition`, token)).status).toBe(200);
  });

  test('takes its time', async () => {
    const start = performance.now();
    await fhir(`${hospital.baseUrl}/Condition`, token);
    expect(performance.now() - start).toBeGreaterThanOrEqual(29);
  });

  test('takes the authorization request as a form, too', async () => {
    const response = await fetch(`${new URL(hospital.baseUrl).origin}/oauth/auth`, {
      method: 'POST',
      body: new URLSearchParams({ client_id: 'phr-gateway', scope: 'openid' }),
      redirect: 'manual',
    });
    expect(response.status).toBe(303);
    expect(response.headers.get('location')).toContain('/oauth/auth?client_id=phr-gateway&scope=openid');
  });
});

test('access tokens end when they say', async () => {
  const gp = sourceNamed(sandbox, 'gp');
  const { tokens } = await link(gp, userNamed(sandbox, 'zofia'));
  const patient = `${gp.baseUrl}/Patient/${gp.patients.get('zofia') ?? ''}`;
  expect(tokens.expires_in).toBe(1);
  expect((await fhir(patient, tokens.access_token)).status).toBe(200);
  await expect.poll(async () => (await fhir(patient, tokens.access_token)).status, { timeout: 5000 }).toBe(401);
});
