/**
 * The gateway's client half against a real SMART on FHIR server: `PEER_BASE` its FHIR base; with `PEER_TOKEN` and
 * `PEER_PATIENT` a record is read too. Nobody has to have one, so without it these tests say so and fail nowhere.
 */
import type { CapabilityStatement } from 'fhir/r4.js';
import { describe, expect, test } from 'vitest';
import { createSourceConnector } from '../../src/sources/create-source-connector.ts';
import { captureLog } from '../servers/captured-log.ts';
import { fixedTokens, pull } from '../servers/pull.ts';
import { sourceConfig } from '../servers/source-config.ts';
import { peerServer } from '../support/needs.ts';

const peer = peerServer();

function connector() {
  const base = peer?.baseUrl ?? '';
  const isLoopback = ['localhost', '127.0.0.1'].includes(new URL(base).hostname);
  const limits = {
    ...sourceConfig(base).limits,
    requestTimeoutMs: 60_000,
    maxResponseBytes: 50 * 1024 * 1024,
    pageSize: 200,
  };
  const config = sourceConfig(base, {
    limits,
    allowInsecure: isLoopback,
    resourceTypes: ['AllergyIntolerance', 'Condition', 'Immunization', 'MedicationRequest', 'Observation', 'Patient'],
  });
  return createSourceConnector(config, { log: captureLog(), now: Date.now });
}

describe.skipIf(peer === undefined)('a SMART on FHIR server elsewhere', () => {
  test('its discovery and its CapabilityStatement can be read', async () => {
    const findings = await connector().check();
    expect(findings.filter(({ subject }) => subject === 'reachability' || subject === 'discovery')).not.toContainEqual(
      expect.objectContaining({ level: 'wrong' }),
    );
    const response = await fetch(`${peer?.baseUrl ?? ''}/metadata`, { headers: { Accept: 'application/fhir+json' } });
    expect((await response.json()) as CapabilityStatement).toMatchObject({ resourceType: 'CapabilityStatement' });
  }, 120_000);

  test.skipIf(peer?.token === undefined)(
    'a record can be read',
    async () => {
      const result = await pull(connector(), {
        tokens: fixedTokens(peer?.token ?? ''),
        patientId: peer?.patientId,
        deadlineMs: 300_000,
      });
      expect(result.outcomes.filter(({ state }) => state === 'done').length).toBeGreaterThan(0);
      expect(result.resources.length).toBeGreaterThan(0);
    },
    320_000,
  );
});
