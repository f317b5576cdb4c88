import { afterEach, describe, expect, it } from 'vitest';
import { bundle, condition, patient, PATIENT_ID } from '../servers/fhir-bundles.ts';
import { sendJson, sendText } from '../servers/http-server.ts';
import { ACCESS_TOKEN, fixedTokens, idsOf, outcomeOf, pull } from '../servers/pull.ts';
import { createSourcesUnderTest } from '../servers/sources-under-test.ts';

const sources = createSourcesUnderTest();
afterEach(() => sources.closeAll());

describe('reading type by type', () => {
  it('reads the Patient and every configured type, following pages under the base', async () => {
    const { connector, server } = await sources.start((request, response, { origin }) => {
      if (request.path !== '/fhir/Condition') return false;
      const page = request.query.get('page');
      if (page === null) sendJson(response, 200, bundle([condition('c1')], `${origin}/fhir/Condition?page=2`));
      else if (page === '2') sendJson(response, 200, bundle([condition('c2')], 'Condition?page=3'));
      else sendJson(response, 200, bundle([condition('c3')]));
      return true;
    });
    const result = await pull(connector);
    expect(idsOf(result, 'Condition')).toEqual(['c1', 'c2', 'c3']);
    expect(idsOf(result, 'Patient')).toEqual([PATIENT_ID]);
    expect(outcomeOf(result, 'Condition')).toMatchObject({
      type: 'Condition',
      state: 'done',
      received: 3,
      reason: undefined,
    });
    expect(outcomeOf(result, 'AllergyIntolerance').state).toBe('nothing-there');
    expect(server.seen.find(({ path }) => path === '/fhir/Condition')?.url).toBe(
      '/fhir/Condition?patient=anna&_count=50',
    );
    // What everybody may know is asked for without the token.
    const expected = (path: string) => (path === '/fhir/metadata' ? undefined : `Bearer ${ACCESS_TOKEN}`);
    for (const { path, headers } of server.seen) expect(headers.authorization).toBe(expected(path));
    const progress = result.progress.filter(({ type }) => type === 'Condition');
    expect(progress.map(({ state, received }) => `${state} ${received}`)).toEqual([
      'pending 0',
      'reading 0',
      'reading 1',
      'reading 2',
      'reading 3',
      'done 3',
    ]);
  });

  it('keeps the text of each resource exactly as received', async () => {
    const text =
      '{ "resourceType":"Condition",  "id":"c1","subject":{"reference":"Patient/anna"},\n"x":1.10, "y":"\\u00e9é" }';
    const { connector } = await sources.start((request, response) => {
      if (request.path !== '/fhir/Condition') return false;
      sendText(response, 200, `{"resourceType":"Bundle","entry":[{"fullUrl":"urn:x","resource":${text}}]}`);
      return true;
    });
    const result = await pull(connector);
    expect(result.resources.find(({ readAs }) => readAs === 'Condition')).toMatchObject({ text, fullUrl: 'urn:x' });
  });

  it('asks again with Patient/ID where ID alone finds nothing', async () => {
    const { connector } = await sources.start((request, response) => {
      if (request.path !== '/fhir/Condition' || request.query.get('patient') !== 'Patient/anna') return false;
      sendJson(response, 200, bundle([condition('c1')]));
      return true;
    });
    const result = await pull(connector);
    expect(idsOf(result, 'Condition')).toEqual(['c1']);
    expect(outcomeOf(result, 'Condition').state).toBe('done');
  });

  it('stays with the empty answer where the server refuses the other form', async () => {
    const { connector } = await sources.start((request, response) => {
      if (request.query.get('patient') !== 'Patient/anna') return false;
      sendJson(response, 400, { resourceType: 'OperationOutcome' });
      return true;
    });
    expect(outcomeOf(await pull(connector), 'Condition').state).toBe('nothing-there');
  });

  it('asks for Observations by category where the server wants one', async () => {
    const { connector, server } = await sources.start(
      (request, response) => {
        if (request.path !== '/fhir/Observation') return false;
        const category = request.query.get('category');
        if (category === null) sendJson(response, 403, { resourceType: 'OperationOutcome' });
        else if (category === 'laboratory') {
          sendJson(
            response,
            200,
            bundle([{ resourceType: 'Observation', id: 'lab1', subject: { reference: 'Patient/anna' } }]),
          );
        } else sendJson(response, 200, bundle([]));
        return true;
      },
      { resourceTypes: ['Observation'] },
    );
    const result = await pull(connector);
    expect(idsOf(result, 'Observation')).toEqual(['lab1']);
    expect(outcomeOf(result, 'Observation').state).toBe('done');
    const categories = new Set(server.seen.map(({ query }) => query.get('category')));
    expect(categories).toContain('vital-signs');
    expect(categories).toContain('social-history');
  });

  it('says which categories are missing when only some are answered', async () => {
    const { connector } = await sources.start(
      (request, response) => {
        if (request.path !== '/fhir/Observation') return false;
        if (request.query.get('category') !== 'vital-signs') sendJson(response, 403, {});
        else
          sendJson(
            response,
            200,
            bundle([{ resourceType: 'Observation', id: 'v1', subject: { reference: 'Patient/anna' } }]),
          );
        return true;
      },
      { resourceTypes: ['Observation'] },
    );
    const result = await pull(connector);
    expect(idsOf(result, 'Observation')).toEqual(['v1']);
    expect(outcomeOf(result, 'Observation')).toMatchObject({ state: 'partial', received: 1 });
  });

  it.each([403, 404, 400])('reports a type refused with %d, and reads the others', async (status) => {
    const { connector } = await sources.start(
      (request, response) => {
        if (request.path === '/fhir/Condition') sendJson(response, 200, bundle([condition('c1')]));
        else if (request.path === '/fhir/Immunization') {
          const secret = 'diagnostics that name Anna Example';
          sendJson(response, status, {
            resourceType: 'OperationOutcome',
            issue: [{ code: 'not-supported', diagnostics: secret }],
          });
        } else return false;
        return true;
      },
      { resourceTypes: ['Condition', 'Immunization'] },
    );
    const result = await pull(connector);
    expect(outcomeOf(result, 'Condition').state).toBe('done');
    const refused = outcomeOf(result, 'Immunization');
    expect(refused.state).toBe('refused');
    expect(refused.reason).toContain('it does not offer this');
    expect(refused.reason).not.toContain('Anna');
  });

  it('finds whose record the token is for where no Patient id is known', async () => {
    const { connector } = await sources.start((request, response) => {
      if (request.path === '/fhir/Patient') sendJson(response, 200, bundle([patient()]));
      else if (request.path === '/fhir/Condition') sendJson(response, 200, bundle([condition('c1')]));
      else return false;
      return true;
    });
    const result = await pull(connector, { patientId: undefined });
    expect(idsOf(result, 'Condition')).toEqual(['c1']);
    expect(idsOf(result, 'Patient')).toEqual(['anna']);
  });

  it('reads nothing where the token may see several people and none is named', async () => {
    const { connector, server } = await sources.start((request, response) => {
      if (request.path !== '/fhir/Patient') return false;
      sendJson(response, 200, bundle([patient('anna'), patient('ben')]));
      return true;
    });
    const result = await pull(connector, { patientId: undefined });
    expect(result.resources).toEqual([]);
    expect(outcomeOf(result, 'Patient')).toMatchObject({ state: 'failed' });
    expect(outcomeOf(result, 'Patient').reason).toContain('2 people');
    expect(server.seen.map(({ path }) => path)).toEqual(['/fhir/Patient']);
  });

  it('refuses another Patient than the one that was asked for', async () => {
    const { connector } = await sources.start((request, response) => {
      if (request.path !== '/fhir/Patient/anna') return false;
      sendJson(response, 200, patient('ben'));
      return true;
    });
    const signal = AbortSignal.timeout(5000);
    const reading = connector.readPatient({ tokens: fixedTokens(), patientId: 'anna', signal });
    await expect(reading).rejects.toMatchObject({ code: 'other-patient' });
  });
});

describe('medicines that stand in a Medication of their own', () => {
  const order = {
    resourceType: 'MedicationRequest',
    id: 'm1',
    subject: { reference: 'Patient/anna' },
    medicationReference: { reference: 'Medication/x' },
  };
  const medication = { resourceType: 'Medication', id: 'x', code: { text: 'invented' } };

  it('asks for them with the search', async () => {
    const { connector, server } = await sources.start(
      (request, response) => {
        if (request.query.get('_include') !== 'MedicationRequest:medication') return false;
        sendJson(response, 200, bundle([order, medication]));
        return true;
      },
      { resourceTypes: ['MedicationRequest'] },
    );
    const result = await pull(connector);
    expect(idsOf(result, 'Medication')).toEqual(['x']);
    expect(server.seen.some(({ path }) => path === '/fhir/Medication/x')).toBe(false);
  });

  it('reads them one by one where the server refuses to include them', async () => {
    const { connector } = await sources.start(
      (request, response) => {
        if (request.query.has('_include')) sendJson(response, 400, { resourceType: 'OperationOutcome' });
        else if (request.path === '/fhir/MedicationRequest') sendJson(response, 200, bundle([order]));
        else if (request.path === '/fhir/Medication/x') sendJson(response, 200, medication);
        else return false;
        return true;
      },
      { resourceTypes: ['MedicationRequest'] },
    );
    const result = await pull(connector);
    expect(idsOf(result, 'MedicationRequest')).toEqual(['m1']);
    expect(result.resources.find(({ at }) => at === 'Medication/x')).toMatchObject({
      readAs: 'MedicationRequest',
      text: JSON.stringify(medication),
    });
    expect(outcomeOf(result, 'MedicationRequest').state).toBe('done');
  });

  it('says so where one cannot be had, and never asks another server for it', async () => {
    const other = await sources.startOther((_request, response) => sendJson(response, 200, medication));
    const { connector } = await sources.start(
      (request, response) => {
        if (request.path === '/fhir/MedicationRequest') {
          const elsewhere = {
            ...order,
            id: 'm2',
            medicationReference: { reference: `${other.origin}/fhir/Medication/y` },
          };
          sendJson(response, 200, bundle([order, elsewhere]));
        } else if (request.path === '/fhir/Medication/x') sendJson(response, 404, {});
        else return false;
        return true;
      },
      { resourceTypes: ['MedicationRequest'] },
    );
    const result = await pull(connector);
    expect(idsOf(result, 'MedicationRequest')).toEqual(['m1', 'm2']);
    expect(outcomeOf(result, 'MedicationRequest')).toMatchObject({ state: 'partial' });
    expect(outcomeOf(result, 'MedicationRequest').reason).toContain('1 medicine named by reference');
    expect(other.seen).toEqual([]);
  });
});
