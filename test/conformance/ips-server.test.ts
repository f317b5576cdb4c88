/** The gateway as a server of International Patient Summaries 1.1.0 (CapabilityStatement ips-server). */
import type { Bundle, Composition, CompositionSection } from 'fhir/r4.js';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { faultsOf } from '../fixtures/fhir-validation.ts';
import { startLaunchedApp, type LaunchedApp } from './launched-app.ts';

const REQUIRED = ['11450-4', '48765-2', '10160-0'];

let app: LaunchedApp;
let token: string;
let summary: Bundle;
beforeAll(async () => {
  app = await startLaunchedApp();
  token = (await app.tokens('launch/patient patient/*.rs'))['access_token'] ?? '';
  const response = await app.read(`Patient/${app.patientId}/$summary`, token);
  expect(response.status).toBe(200);
  summary = (await response.json()) as Bundle;
}, 60_000);
afterAll(() => app.harness.close());

function composition(): Composition {
  return summary.entry?.[0]?.resource as Composition;
}

describe('$summary', () => {
  test('[IPS-S-Bundle] is a document: identifier, timestamp, an address for every entry, one Composition first', () => {
    expect(summary).toMatchObject({
      resourceType: 'Bundle',
      type: 'document',
      identifier: { system: expect.any(String) as string, value: expect.any(String) as string },
      timestamp: expect.any(String) as string,
    });
    const entries = summary.entry ?? [];
    expect(entries.every(({ fullUrl }) => fullUrl !== undefined)).toBe(true);
    expect(entries.filter(({ resource }) => resource?.resourceType === 'Composition')).toHaveLength(1);
    expect(composition().resourceType).toBe('Composition');
    expect(faultsOf(summary)).toEqual([]);
  });

  test('[IPS-S-Composition] names type, subject, date, author and title', () => {
    expect(composition()).toMatchObject({
      status: 'final',
      type: { coding: [{ system: 'http://loinc.org', code: '60591-5' }] },
      subject: { reference: expect.any(String) as string },
      date: expect.any(String) as string,
      author: [{ reference: expect.any(String) as string }],
      title: expect.any(String) as string,
    });
  });

  test.each(REQUIRED)(
    '[IPS-S-Composition] has section %s once, with text, and entries or the reason why there are none',
    (code) => {
      const sections = (composition().section ?? []).filter((one) =>
        one.code?.coding?.some((coding) => coding.code === code),
      );
      expect(sections).toHaveLength(1);
      const [section] = sections;
      expect(section?.text?.div).toContain('<div');
      expect((section?.entry ?? []).length > 0).toBe(section?.emptyReason === undefined);
    },
  );

  test('[IPS-S-Patient] holds the Patient with a name and a birth date', () => {
    const patient = summary.entry?.find(({ resource }) => resource?.resourceType === 'Patient')?.resource;
    expect(patient).toMatchObject({
      id: app.patientId,
      name: expect.any(Array) as unknown[],
      birthDate: expect.any(String) as string,
    });
  });

  test('[IPS-S-Bundle] every entry that a section names is in the document', () => {
    const held = new Set((summary.entry ?? []).map(({ fullUrl }) => fullUrl));
    const named = (composition().section ?? []).flatMap((section: CompositionSection) => section.entry ?? []);
    expect(named.length).toBeGreaterThan(3);
    for (const { reference = '' } of named) {
      expect([...held].some((url) => url === reference || url?.endsWith(`/${reference}`) === true)).toBe(true);
    }
  });

  test('[IPS-S-summary] can be asked for by GET and POST, of a Patient and of the type', async () => {
    const asked = (path: string, init: RequestInit) =>
      fetch(`${app.harness.config.fhirBaseUrl}/${path}`, {
        ...init,
        headers: { Authorization: `Bearer ${token}`, 'Content-Type': 'application/fhir+json' },
      });
    const body = JSON.stringify({ resourceType: 'Parameters' });
    const posted = await asked(`Patient/${app.patientId}/$summary`, { method: 'POST', body });
    expect(posted.status).toBe(200);
    expect(await posted.json()).toMatchObject({ resourceType: 'Bundle', type: 'document' });
  });
});
