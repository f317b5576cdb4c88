import { afterEach, describe, expect, it } from 'vitest';
import type { ServerResponse } from 'node:http';
import { sendJson, sendText } from '../servers/http-server.ts';
import type { SeenRequest } from '../servers/http-server.ts';
import { idsOf, outcomeOf, pull } from '../servers/pull.ts';
import { createSourcesUnderTest } from '../servers/sources-under-test.ts';
import type { SourceUnderTest } from '../servers/sources-under-test.ts';

const sources = createSourcesUnderTest();
afterEach(() => sources.closeAll());

const PATIENT = {
  resourceType: 'Patient',
  id: 'anna',
  identifier: [{ system: 'https://fhir.nhs.uk/Id/nhs-number', value: '9990000018' }],
};
const OPERATION = '/fhir/Patient/$gpc.getstructuredrecord';

function practice(
  answer: (request: SeenRequest, response: ServerResponse) => void,
  patient: unknown = PATIENT,
): Promise<SourceUnderTest> {
  return sources.start(
    (request, response) => {
      if (request.path === '/fhir/Patient/anna') sendJson(response, 200, patient);
      else if (request.path === OPERATION) answer(request, response);
      else sendJson(response, 404, {});
      return true;
    },
    { kind: 'gp-connect-structured', fhirVersion: 'STU3' },
  );
}

function record(...resources: readonly unknown[]): unknown {
  return { resourceType: 'Bundle', type: 'collection', entry: resources.map((resource) => ({ resource })) };
}

const statement = { resourceType: 'MedicationStatement', id: 's1', subject: { reference: 'Patient/anna' } };

describe('reading a GP record', () => {
  it('asks once for the whole record of the Patient’s NHS number, and reports area by area', async () => {
    const list = {
      resourceType: 'List',
      id: 'l1',
      code: { coding: [{ code: '886921000000105' }] },
      extension: [
        {
          url: 'https://fhir.nhs.uk/STU3/StructureDefinition/Extension-CareConnect-GPC-ListWarningCode-1',
          valueCode: 'confidential-items',
        },
      ],
    };
    const warning = {
      resourceType: 'OperationOutcome',
      issue: [{ severity: 'warning', code: 'not-supported', diagnostics: 'includeDiaryEntries' }],
    };
    const { connector, server } = await practice((_request, response) =>
      sendJson(response, 200, record(PATIENT, statement, list, warning)),
    );
    const result = await pull(connector);
    const asked = server.seen.filter(({ path }) => path === OPERATION);
    expect(asked).toHaveLength(1);
    expect(asked[0]).toMatchObject({ method: 'POST', headers: { 'content-type': 'application/fhir+json' } });
    expect(JSON.parse(asked[0]?.body ?? '')).toMatchObject({
      resourceType: 'Parameters',
      parameter: [{ valueIdentifier: { value: '9990000018' } }, {}, {}, {}, {}, {}, {}, {}, {}, {}],
    });
    expect(outcomeOf(result, 'MedicationStatement')).toMatchObject({ state: 'done', received: 1 });
    expect(outcomeOf(result, 'AllergyIntolerance')).toEqual({
      type: 'AllergyIntolerance',
      state: 'partial',
      received: 0,
      reason: 'The practice holds back confidential items.',
    });
    expect(outcomeOf(result, 'Condition').state).toBe('nothing-there');
    expect(outcomeOf(result, 'ProcedureRequest')).toMatchObject({
      state: 'refused',
      reason: 'The practice’s system does not offer diary entries.',
    });
    expect(outcomeOf(result, 'Patient')).toMatchObject({ state: 'done', received: 1 });
    expect(idsOf(result, 'List')).toEqual(['l1']);
    expect(idsOf(result, 'OperationOutcome')).toEqual([]);
    expect(result.resources.find(({ readAs }) => readAs === 'MedicationStatement')?.text).toBe(
      JSON.stringify(statement),
    );
  });

  it('keeps the Patient it read where the record comes without, and says so where the practice left something out', async () => {
    const warning = { resourceType: 'OperationOutcome', issue: [{ severity: 'warning', code: 'incomplete' }] };
    const { connector } = await practice((_request, response) => sendJson(response, 200, record(statement, warning)));
    const result = await pull(connector);
    expect(idsOf(result, 'Patient')).toEqual(['anna']);
    expect(outcomeOf(result, 'Patient')).toMatchObject({ state: 'partial', received: 1 });
  });

  it('asks beside the Patient where the person’s number is known, and by the Patient’s own where that is another', async () => {
    const numbersAsked = async (known: string): Promise<readonly string[]> => {
      const numberIn = ({ body }: SeenRequest): string =>
        (JSON.parse(body) as { parameter: [{ valueIdentifier: { value: string } }] }).parameter[0].valueIdentifier
          .value;
      const { connector, server } = await practice((request, response) => {
        if (numberIn(request) === '9990000018') sendJson(response, 200, record(PATIENT, statement));
        else sendJson(response, 404, {});
      });
      const system = 'https://fhir.nhs.uk/Id/nhs-number';
      const result = await pull(connector, { identifiers: [{ system, value: known, verifiedBy: 'sign-in' }] });
      expect(idsOf(result, 'MedicationStatement')).toEqual(['s1']);
      expect(outcomeOf(result, 'MedicationStatement').state).toBe('done');
      return server.seen.filter(({ path }) => path === OPERATION).map(numberIn);
    };
    expect(await numbersAsked('9990000018')).toEqual(['9990000018']);
    expect(await numbersAsked('9990000026')).toEqual(['9990000026', '9990000018']);
  });

  it('leaves out what is about someone else', async () => {
    const { connector } = await practice((_request, response) =>
      sendJson(
        response,
        200,
        record(PATIENT, statement, { ...statement, id: 's2', subject: { reference: 'Patient/ben' } }),
      ),
    );
    const result = await pull(connector);
    expect(idsOf(result, 'MedicationStatement')).toEqual(['s1']);
    expect(outcomeOf(result, 'MedicationStatement')).toMatchObject({
      state: 'partial',
      reason: '1 item about another person was left out.',
    });
  });

  it('knows the person under another id by the NHS number, and nobody else', async () => {
    const under = (id: string, number: string): unknown => ({
      ...PATIENT,
      id,
      identifier: [{ ...PATIENT.identifier[0], value: number }],
    });
    const about = (id: string, patientId: string): unknown => ({
      ...statement,
      id,
      subject: { reference: `Patient/${patientId}` },
    });
    const { connector } = await practice((_request, response) =>
      sendJson(
        response,
        200,
        record(under('2', '9990000018'), under('3', '9990000026'), about('s1', '2'), about('s2', '3')),
      ),
    );
    const result = await pull(connector);
    expect(idsOf(result, 'MedicationStatement')).toEqual(['s1']);
    expect(idsOf(result, 'Patient')).toEqual(['2']);
    expect(outcomeOf(result, 'MedicationStatement').state).toBe('partial');
  });

  it.each([
    ['NO_PATIENT_CONSENT', 403, 'asked the practice not to share'],
    ['PATIENT_NOT_FOUND', 404, 'does not find this person'],
    ['INVALID_PARAMETER', 422, 'does not know a part of the question'],
  ])('explains %s', async (code, status, words) => {
    const issue = [
      { severity: 'error', code: 'invalid', details: { coding: [{ code }] }, diagnostics: 'Anna 9990000018' },
    ];
    const { connector } = await practice((_request, response) =>
      sendJson(response, status, { resourceType: 'OperationOutcome', issue }),
    );
    const result = await pull(connector);
    expect(outcomeOf(result, 'MedicationStatement')).toMatchObject({ state: 'refused' });
    expect(outcomeOf(result, 'MedicationStatement').reason).toContain(words);
    expect(JSON.stringify(result.outcomes)).not.toContain('9990000018');
    expect(outcomeOf(result, 'Patient').state).toBe('done');
    expect(idsOf(result, 'Patient')).toEqual(['anna']);
  });

  it('keeps an answer that broke off as unreadable', async () => {
    const text = JSON.stringify(record(PATIENT, statement)).slice(0, -10);
    const { connector } = await practice((_request, response) => sendText(response, 200, text));
    const result = await pull(connector);
    expect(outcomeOf(result, 'MedicationStatement').state).toBe('failed');
    expect(result.unreadable).toMatchObject([{ text }]);
  });

  it('asks nothing where the Patient has no NHS number', async () => {
    const { connector, server } = await practice(() => undefined, { resourceType: 'Patient', id: 'anna' });
    const result = await pull(connector);
    expect(outcomeOf(result, 'Condition')).toMatchObject({ state: 'failed' });
    expect(outcomeOf(result, 'Condition').reason).toContain('no NHS number');
    expect(server.seen.some(({ path }) => path === OPERATION)).toBe(false);
  });

  it('asks for a new sign-in where the token is refused', async () => {
    const { connector } = await sources.start(
      (_request, response) => {
        sendJson(response, 401, {});
        return true;
      },
      { kind: 'gp-connect-structured', fhirVersion: 'STU3' },
    );
    await expect(pull(connector)).rejects.toMatchObject({ code: 'needs-sign-in' });
  });
});
