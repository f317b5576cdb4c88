/** What a person takes away is what the FHIR endpoint would give them, and it is in the access log before it goes out. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Binary, Bundle } from 'fhir/r4.js';
import { startHarness, type Harness, type Visitor } from './app-harness.ts';

let harness: Harness;
let zofia: Visitor;

beforeAll(async () => {
  harness = await startHarness({ settings: { freshForMs: 3_600_000 } });
  zofia = harness.visit('zofia');
  await zofia.linkAll('gp', 'hospital', 'specialist');
}, 60_000);
afterAll(async () => {
  await harness.close();
});

async function download(name: string, visitor = zofia): Promise<Response> {
  return visitor.browser.fetch(`${harness.config.publicUrl}/download/${name}`);
}

async function api(path: string): Promise<Bundle> {
  const headers = { authorization: `Bearer ${await zofia.token()}`, accept: 'application/fhir+json' };
  const answer = await fetch(`${harness.config.fhirBaseUrl}/${path}`, { headers });
  return (await answer.json()) as Bundle;
}

function byReference(bundle: Bundle): ReadonlyMap<string, unknown> {
  return new Map((bundle.entry ?? []).map(({ resource }) => [`${resource?.resourceType}/${resource?.id}`, resource]));
}

/** `<Type>/<id>` of the record whose original it is. */
function namedBy({ securityContext }: Binary): string {
  return (securityContext as { readonly reference?: string } | undefined)?.reference ?? '';
}

describe('downloads', () => {
  test('the summary is the document that $summary gives', async () => {
    const answer = await download('summary');
    expect(answer.status).toBe(200);
    expect(answer.headers.get('content-type')).toContain('application/fhir+json');
    expect(answer.headers.get('content-disposition')).toBe('attachment; filename="patient-summary.json"');
    expect(answer.headers.get('cache-control')).toBe('no-store');
    const given = (await answer.json()) as Bundle;
    expect(given).toEqual(await api(`Patient/${await zofia.subjectId()}/$summary`));
    expect(given.type).toBe('document');
  });

  test('the record holds every resource of $everything in view all, alike', async () => {
    const given = (await (await download('record')).json()) as Bundle;
    const asked = await api(`Patient/${await zofia.subjectId()}/$everything?_view=all`);
    expect(given.type).toBe('collection');
    expect(byReference(given)).toEqual(byReference(asked));
    expect(given.entry?.length).toBeGreaterThan(400);
    expect(given.entry?.some(({ resource }) => resource?.resourceType === 'OperationOutcome')).toBe(true);
  });

  test('the originals are what $original gives, byte for byte', async () => {
    const given = (await (await download('originals')).json()) as Bundle;
    const record = (await (await download('record')).json()) as Bundle;
    const sources = (record.entry ?? []).filter(({ resource }) =>
      resource?.meta?.tag?.some(({ code }) => code === 'source'),
    );
    expect(given.entry?.length).toBe(sources.length);
    const binaries = (given.entry ?? []).map(({ resource }) => resource as Binary);
    const first = binaries.find((binary) => namedBy(binary).startsWith('MedicationStatement/'));
    if (first === undefined) throw new Error('no original of a statement');
    const headers = { authorization: `Bearer ${await zofia.token()}` };
    const url = `${harness.config.fhirBaseUrl}/${namedBy(first)}/$original`;
    const original = Buffer.from(await (await fetch(url, { headers })).arrayBuffer());
    expect(Buffer.from(first.data ?? '', 'base64').equals(original)).toBe(true);
  });

  test('each is in the access log', async () => {
    const { store } = harness.gateway.services;
    const subjectId = await zofia.subjectId();
    for (const [name, action] of [
      ['summary', 'summary'],
      ['record', 'everything'],
      ['originals', 'original'],
    ] as const) {
      const before = await store.countAudit(subjectId, { actions: [action], agents: ['web'] });
      await download(name);
      expect(await store.countAudit(subjectId, { actions: [action], agents: ['web'] })).toBe(before + 1);
    }
  });

  test('nobody who is not signed in gets one', async () => {
    for (const name of ['summary', 'record', 'originals']) {
      const answer = await fetch(`${harness.config.publicUrl}/download/${name}`, { redirect: 'manual' });
      expect(answer.status).toBe(401);
      expect(await answer.text()).not.toContain('resourceType');
    }
  });

  test('the page says what each file is, without their names', async () => {
    const html = await zofia.page('/download');
    for (const path of ['/passport', '/download/summary', '/download/record', '/download/originals'])
      expect(html).toContain(`href="${path}"`);
  });
});
