/** The sandbox's GP system: a public client with PKCE, one operation in STU3, refusals with Spine's codes. */
import * as client from 'openid-client';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { SandboxSource } from '../../src/sandbox/servers/source-server.ts';
import { startSandbox } from '../../src/sandbox/start-sandbox.ts';
import type { Sandbox } from '../../src/sandbox/start-sandbox.ts';
import { REDIRECTS, fhir, link, sourceNamed, userNamed } from './sandbox-walks.ts';
import type { Linked, Page } from './sandbox-walks.ts';

let sandbox: Sandbox;
let gp: SandboxSource;
let linked: Linked;

beforeAll(async () => {
  sandbox = await startSandbox(REDIRECTS);
  gp = sourceNamed(sandbox, 'gp');
  linked = await link(gp, userNamed(sandbox, 'zofia'));
});

afterAll(() => sandbox.close());

const NHS_NUMBER = 'https://fhir.nhs.uk/Id/nhs-number';
const ALL_AREAS = [
  'includeAllergies',
  'includeMedication',
  'includeProblems',
  'includeImmunisations',
  'includeInvestigations',
  'includeUncategorisedData',
];

async function structuredRecord(
  body: string,
  token = linked.tokens.access_token,
): Promise<{ readonly status: number; readonly json: Page & { readonly issue?: unknown } }> {
  const response = await fetch(`${gp.baseUrl}/Patient/$gpc.getstructuredrecord`, {
    method: 'POST',
    headers: { Authorization: `Bearer ${token}`, 'Content-Type': 'application/fhir+json' },
    body,
  });
  return { status: response.status, json: (await response.json()) as Page & { readonly issue?: unknown } };
}

function parameters(areas: readonly string[], nhsNumber?: string): string {
  const number =
    nhsNumber === undefined
      ? []
      : [{ name: 'patientNHSNumber', valueIdentifier: { system: NHS_NUMBER, value: nhsNumber } }];
  return JSON.stringify({ resourceType: 'Parameters', parameter: [...number, ...areas.map((name) => ({ name }))] });
}

function countByType(page: Page): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const { resource } of page.entry ?? []) {
    const type = resource.resourceType ?? '';
    counts.set(type, (counts.get(type) ?? 0) + 1);
  }
  return counts;
}

function codeOf(issue: unknown): string | undefined {
  return /"code":"([A-Z_]+)"/.exec(JSON.stringify(issue))?.[1];
}

test('the token answer names the patient and gives a refresh token that rotates', async () => {
  expect(linked.tokens['patient']).toBe(gp.patients.get('zofia'));
  const { configuration, tokens } = await link(gp, userNamed(sandbox, 'zofia'));
  const second = await client.refreshTokenGrant(configuration, tokens.refresh_token ?? '');
  expect(second.refresh_token).toBeTypeOf('string');
  expect(second.refresh_token).not.toBe(tokens.refresh_token);
});

describe('$gpc.getstructuredrecord', () => {
  test('gives the whole record of the token’s patient', async () => {
    const { status, json } = await structuredRecord(parameters(ALL_AREAS));
    expect(status).toBe(200);
    expect(json).toMatchObject({ resourceType: 'Bundle', type: 'collection' });
    const counts = countByType(json);
    expect(counts.get('Patient')).toBe(1);
    expect(counts.get('MedicationStatement')).toBe(23);
    expect(counts.get('Condition')).toBe(13);
    expect(counts.get('List')).toBe(6);
    expect(json.entry?.length).toBeGreaterThan(150);
  });

  test('gives only the areas asked for, and the frame', async () => {
    const counts = countByType((await structuredRecord(parameters(['includeAllergies']))).json);
    expect(counts.get('AllergyIntolerance')).toBe(2);
    expect(counts.get('List')).toBe(1);
    expect(counts.get('Patient')).toBe(1);
    expect(counts.has('MedicationStatement')).toBe(false);
    expect(counts.has('Condition')).toBe(false);
  });

  test('takes the right NHS number', async () => {
    const { nhs_number: number } = userNamed(sandbox, 'zofia').claims;
    expect((await structuredRecord(parameters(ALL_AREAS, number))).status).toBe(200);
  });

  test.each([
    [
      'another person’s NHS number',
      () => parameters([], userNamed(sandbox, 'theo').claims.nhs_number),
      404,
      'PATIENT_NOT_FOUND',
    ],
    ['an NHS number of the wrong length', () => parameters([], '99910'), 400, 'INVALID_NHS_NUMBER'],
    ['another resource than Parameters', () => JSON.stringify({ resourceType: 'Patient' }), 422, 'INVALID_RESOURCE'],
    ['no JSON', () => '{', 400, 'BAD_REQUEST'],
  ])('refuses %s', async (_what, body, status, code) => {
    const answer = await structuredRecord(body());
    expect(answer.status).toBe(status);
    expect(answer.json.resourceType).toBe('OperationOutcome');
    expect(codeOf(answer.json.issue)).toBe(code);
  });

  test('refuses a token nobody issued', async () => {
    expect((await structuredRecord(parameters(ALL_AREAS), 'nonsense')).status).toBe(401);
  });
});

test('GET Patient gives the token’s patient and no other', async () => {
  const own = gp.patients.get('zofia') ?? '';
  const other = gp.patients.get('theo') ?? '';
  expect((await fhir(`${gp.baseUrl}/Patient/${own}`, linked.tokens.access_token)).status).toBe(200);
  expect((await fhir(`${gp.baseUrl}/Patient/${other}`, linked.tokens.access_token)).status).toBe(404);
});

test('an empty allergy list says so, which is not "none known"', async () => {
  const { tokens } = await link(gp, userNamed(sandbox, 'theo'));
  const { json } = await structuredRecord(parameters(['includeAllergies']), tokens.access_token);
  const list = json.entry?.map(({ resource }) => resource).find(({ resourceType }) => resourceType === 'List');
  expect(list).toMatchObject({ emptyReason: { coding: [{ code: 'no-content-recorded' }] } });
  expect(list).not.toHaveProperty('entry');
});

test('metadata is STU3 and names the operation', async () => {
  const metadata = (await (await fetch(`${gp.baseUrl}/metadata`)).json()) as Record<string, unknown>;
  expect(metadata).toMatchObject({
    fhirVersion: '3.0.2',
    rest: [{ operation: [{ name: 'gpc.getstructuredrecord' }] }],
  });
});

test('there is no SMART discovery', async () => {
  expect((await fetch(`${gp.baseUrl}/.well-known/smart-configuration`)).status).toBe(404);
});
