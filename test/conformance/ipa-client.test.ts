/** The gateway as a client of International Patient Access 1.1.0 (CapabilityStatement ipa-client), seen from a source. */
import { afterEach, describe, expect, test } from 'vitest';
import { bundle, condition, PATIENT_ID, patient } from '../servers/fhir-bundles.ts';
import { sendJson } from '../servers/http-server.ts';
import { idsOf, pull } from '../servers/pull.ts';
import { createSourcesUnderTest } from '../servers/sources-under-test.ts';

const TYPES = [
  'AllergyIntolerance',
  'Condition',
  'DocumentReference',
  'Immunization',
  'MedicationRequest',
  'MedicationStatement',
  'Observation',
];
const sources = createSourcesUnderTest();
afterEach(() => sources.closeAll());

/** Reads from a server that has one order pointing to a Medication of its own. */
async function pulled(resourceTypes: readonly string[] = TYPES) {
  const order = {
    resourceType: 'MedicationRequest',
    id: 'order',
    status: 'active',
    intent: 'order',
    subject: { reference: `Patient/${PATIENT_ID}` },
    medicationReference: { reference: 'Medication/tablets' },
  };
  const { server, connector } = await sources.start(
    ({ path }, response) => {
      if (path === '/fhir/MedicationRequest') sendJson(response, 200, bundle([order]));
      else if (path === '/fhir/Condition') sendJson(response, 200, bundle([condition('c1')]));
      else if (path === '/fhir/Medication/tablets')
        sendJson(response, 200, { resourceType: 'Medication', id: 'tablets', code: { text: 'tablets' } });
      else return false;
      return true;
    },
    { resourceTypes: [...resourceTypes] },
  );
  const result = await pull(connector);
  return { server, result, searched: (type: string) => server.seen.filter(({ path }) => path === `/fhir/${type}`) };
}

describe('reading a source', () => {
  test('[IPA-C-Patient-read] the Patient is read by id', async () => {
    const { server, connector } = await sources.start(() => false);
    const received = await connector.readPatient({
      tokens: { current: () => Promise.resolve('at'), renew: () => Promise.resolve('at') },
      patientId: PATIENT_ID,
      signal: AbortSignal.timeout(5_000),
    });
    expect(received.json).toMatchObject(patient());
    expect(server.seen.map(({ path }) => path)).toContain(`/fhir/Patient/${PATIENT_ID}`);
  });

  test.each(TYPES)('[IPA-C-search-patient] %s is searched with the patient named', async (type) => {
    const { searched } = await pulled();
    const [first] = searched(type);
    expect(first?.query.get('patient')).toMatch(new RegExp(`^(?:Patient/)?${PATIENT_ID}$`));
  });

  test.each([[['MedicationRequest']], [['MedicationStatement']]])(
    '[IPA-C-both-medications] where %j is read, orders and statements both are',
    async (types) => {
      const { searched } = await pulled(types);
      expect(searched('MedicationRequest').length).toBeGreaterThan(0);
      expect(searched('MedicationStatement').length).toBeGreaterThan(0);
    },
  );

  test('[IPA-C-Medication-read] a Medication that an order points to is fetched', async () => {
    const { result } = await pulled();
    expect(idsOf(result, 'Medication')).toEqual(['tablets']);
  });

  test('[IPA-C-json] everything is asked for as FHIR JSON', async () => {
    const { server } = await pulled();
    const asked = server.seen.filter(({ path }) => !path.includes('.well-known'));
    expect(asked.length).toBeGreaterThan(TYPES.length);
    for (const { headers } of asked) expect(headers.accept).toContain('application/fhir+json');
  });

  test('[IPA-C-handle] codes nobody knows and extensions are kept as they came', async () => {
    const odd = {
      ...condition('odd'),
      code: { coding: [{ system: 'urn:nobody', code: 'x' }] },
      extension: [{ url: 'urn:nobody:x', valueString: 'y' }],
    };
    const { connector } = await sources.start(
      ({ path }, response) => {
        if (path !== '/fhir/Condition') return false;
        sendJson(response, 200, bundle([odd]));
        return true;
      },
      { resourceTypes: ['Condition'] },
    );
    expect((await pull(connector)).resources.map(({ json }) => json)).toContainEqual(odd);
  });
});
