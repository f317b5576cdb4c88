/** Client libraries that others wrote, as their users use them: they find the gateway, read, search, page and renew. */
import { MedplumClient } from '@medplum/core';
import { Client } from 'fhir-kit-client';
import type { Bundle, MedicationStatement, Patient, Resource } from 'fhir/r4.js';
import * as client from 'openid-client';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { startHarness, type Harness, type Visitor } from './app-harness.ts';
import { appClient, discover, launch } from './oauth-apps.ts';

const PAGE = 5;

/** What is used of MedplumClient; its own types need a package of theirs. */
interface Medplum {
  setAccessToken(accessToken: string, refreshToken: string): void;
  getAccessToken(): string | undefined;
  readResource(type: string, id: string): Promise<Resource>;
  searchResourcePages(type: string, query: object): AsyncIterable<readonly Resource[]>;
  readPatientEverything(id: string): Promise<Bundle>;
  readPatientSummary(id: string): Promise<Bundle>;
}

let harness: Harness;
let zofia: Visitor;
let patientId: string;
/** Ids of the medicines as `$everything` tells them in one piece. */
let expected: readonly string[];

beforeAll(async () => {
  harness = await startHarness({
    clients: [
      appClient('public-app', { method: 'none' }),
      appClient('secret-app', { method: 'client_secret_basic', secret: 'a secret of this test' }),
    ],
  });
  zofia = harness.visit('zofia');
  patientId = await zofia.linkAll('hospital', 'gp', 'specialist');
  const { resources } = await zofia.everything();
  expected = resources
    .filter(({ resourceType, meta }) => {
      return resourceType === 'MedicationStatement' && meta?.tag?.some(({ code }) => code === 'unified') === true;
    })
    .map(({ id }) => id)
    .toSorted();
  expect(expected.length).toBeGreaterThan(PAGE);
}, 60_000);

afterAll(() => harness.close());

async function launched(clientId: string, authentication?: client.ClientAuth) {
  const config = await discover(harness, clientId, authentication);
  const { tokens } = await launch(harness, zofia, config);
  return { config, tokens, refreshToken: tokens.refresh_token ?? '' };
}

function medicineIds(bundles: readonly Bundle[]): readonly string[] {
  return bundles
    .flatMap(({ entry = [] }) => entry)
    .filter(({ search }) => search?.mode === 'match')
    .map(({ resource }) => resource?.id ?? '')
    .toSorted();
}

describe('fhir-kit-client', () => {
  test('finds the authorization server, reads, searches and follows the pages', async () => {
    const { config, tokens } = await launched('public-app');
    const fhir = new Client({ baseUrl: harness.config.fhirBaseUrl });
    const { authorizeUrl, tokenUrl } = await fhir.smartAuthMetadata();
    expect(authorizeUrl?.href).toBe(config.serverMetadata().authorization_endpoint);
    expect(tokenUrl?.href).toBe(config.serverMetadata().token_endpoint);
    expect(await fhir.capabilityStatement()).toMatchObject({ resourceType: 'CapabilityStatement' });

    fhir.bearerToken = tokens.access_token;
    const patient = (await fhir.read({ resourceType: 'Patient', id: patientId })) as Patient;
    expect(patient.id).toBe(patientId);
    const bundles: Bundle[] = [];
    const searchParams = { patient: patientId, _count: String(PAGE) };
    let found: unknown = await fhir.search({ resourceType: 'MedicationStatement', searchParams });
    while (found !== undefined) {
      const page = found as Bundle;
      bundles.push(page);
      found = await fhir.nextPage({ bundle: { ...page, link: page.link ?? [] } });
    }
    expect(bundles).toHaveLength(Math.ceil(expected.length / PAGE));
    expect(medicineIds(bundles)).toEqual(expected);

    const posted: unknown = await fhir.search({
      resourceType: 'MedicationStatement',
      searchParams,
      options: { postSearch: true },
    });
    expect(medicineIds([posted as Bundle])).toEqual(medicineIds(bundles.slice(0, 1)));
  });

  test('is told by OperationOutcome what it may not and what is not there', async () => {
    const { tokens } = await launched('public-app');
    const fhir = new Client({ baseUrl: harness.config.fhirBaseUrl, bearerToken: tokens.access_token });
    const failure = (asked: Promise<unknown>) => asked.then(undefined, (error: unknown) => error);
    expect(await failure(fhir.read({ resourceType: 'Condition', id: 'none' }))).toMatchObject({
      response: { status: 404, data: { resourceType: 'OperationOutcome' } },
    });
    fhir.bearerToken = 'made-up';
    expect(await failure(fhir.read({ resourceType: 'Patient', id: patientId }))).toMatchObject({
      response: { status: 401, data: { resourceType: 'OperationOutcome' } },
    });
  });
});

describe('MedplumClient', () => {
  function medplum(): Medplum {
    const made: unknown = new MedplumClient({
      baseUrl: `${harness.config.publicUrl}/`,
      fhirUrlPath: 'fhir/R4/',
      tokenUrl: `${harness.config.publicUrl}/oauth/token`,
      clientId: 'public-app',
      fetch,
      cacheTime: 0,
    });
    return made as Medplum;
  }

  test('renews by itself where its token is taken no more, and reads', async () => {
    const { refreshToken } = await launched('public-app');
    const fhir = medplum();
    fhir.setAccessToken('over', refreshToken);
    const patient = await fhir.readResource('Patient', patientId);
    expect(patient.id).toBe(patientId);
    expect(fhir.getAccessToken()).not.toBe('over');

    const found: string[] = [];
    for await (const page of fhir.searchResourcePages('MedicationStatement', { patient: patientId, _count: PAGE })) {
      found.push(...page.filter(({ resourceType }) => resourceType === 'MedicationStatement').map(({ id = '' }) => id));
    }
    expect(found.toSorted()).toEqual(expected);

    const everything = await fhir.readPatientEverything(patientId);
    expect(everything.entry?.some(({ resource }) => resource?.resourceType === 'Condition')).toBe(true);
    const summary = await fhir.readPatientSummary(patientId);
    expect(summary).toMatchObject({ type: 'document' });
  });

  test('is told that a renewal is refused', async () => {
    const fhir = medplum();
    fhir.setAccessToken('over', 'made-up');
    await expect(fhir.readResource('Patient', patientId)).rejects.toThrow('Failed to fetch tokens');
  });
});

describe('openid-client', () => {
  test('reads with a token, asks about it, gives it back', async () => {
    const { config, tokens, refreshToken } = await launched(
      'secret-app',
      client.ClientSecretBasic('a secret of this test'),
    );
    const read = async (token: string) => {
      const url = new URL(`${harness.config.fhirBaseUrl}/MedicationStatement?patient=${patientId}&_count=${PAGE}`);
      return client.fetchProtectedResource(config, token, url, 'GET');
    };
    const answer = await read(tokens.access_token);
    const { entry = [] } = (await answer.json()) as Bundle<MedicationStatement>;
    expect(entry.filter(({ search }) => search?.mode === 'match')).toHaveLength(PAGE);

    expect(await client.tokenIntrospection(config, tokens.access_token)).toMatchObject({
      active: true,
      client_id: 'secret-app',
      patient: patientId,
    });
    const renewed = await client.refreshTokenGrant(config, refreshToken);
    expect((await read(renewed.access_token)).status).toBe(200);

    await client.tokenRevocation(config, renewed.refresh_token ?? '');
    expect(await client.tokenIntrospection(config, renewed.access_token)).toEqual({ active: false });
    await expect(read(renewed.access_token)).rejects.toMatchObject({ status: 401 });
    await expect(client.refreshTokenGrant(config, renewed.refresh_token ?? '')).rejects.toMatchObject({
      error: 'invalid_grant',
    });
  });
});
