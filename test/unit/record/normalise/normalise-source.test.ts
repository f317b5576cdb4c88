import { describe, expect, it } from 'vitest';
import { EXTENSION, RECORD_KIND_SYSTEM, SOURCE_NAME_SYSTEM } from '../../../../src/record/fhir/canonical.ts';
import { parseFhirJson, stringifyFhirJson } from '../../../../src/record/fhir/json.ts';
import { normaliseSource } from '../../../../src/record/normalise/normalise-source.ts';
import type { NormalisedSource } from '../../../../src/record/normalise/source-record.ts';
import { sourceInputOf } from './source-input-of.ts';

const normalise = (resources: readonly unknown[], more = {}): NormalisedSource =>
  normaliseSource(sourceInputOf(resources, more), 'me');
const references = (result: NormalisedSource): string[] =>
  result.records.map(({ resource }) => `${resource.resourceType}/${resource.id}`);

const PATIENT = { resourceType: 'Patient', id: '1' };
const statement = (more: object): object => ({
  resourceType: 'MedicationStatement',
  status: 'active',
  medicationCodeableConcept: { text: 'Ramipril' },
  subject: { reference: 'Patient/1' },
  ...more,
});

describe('ids', () => {
  it('carry the source and the original id', () => {
    const result = normalise([PATIENT, statement({ id: 'a.B-9' })]);
    expect(references(result)).toEqual(['MedicationStatement/gp-a.B-9', 'Patient/gp-1']);
    expect(result.records.map(({ originalId }) => originalId)).toEqual(['a.B-9', '1']);
    expect(result.patients).toEqual(['Patient/gp-1']);
  });

  it('are a hash where the original is missing, too long or no FHIR id, and find the references to it', () => {
    const ids = ['a_b=', 'x'.repeat(62), undefined, 7];
    const result = normalise([
      ...ids.map((id, i) => ({ resourceType: 'Medication', id, code: { text: `m${i}` } })),
      statement({
        id: 's',
        medicationCodeableConcept: undefined,
        medicationReference: { reference: 'Medication/a_b=' },
      }),
    ]);
    const medications = result.records.filter(({ resource }) => resource.resourceType === 'Medication');
    expect(medications.map(({ resource }) => /^gp-([0-9a-f]{32}|7)$/.test(resource.id))).toEqual([
      true,
      true,
      true,
      true,
    ]);
    const named = medications.find(({ originalId }) => originalId === 'a_b=');
    expect(named?.resource.meta?.source).toBe('https://gp.example/fhir/Medication/a_b=');
    expect(result.records.find(({ originalId }) => originalId === 's')?.resource).toMatchObject({
      medicationReference: { reference: `Medication/${named?.resource.id ?? ''}` },
    });
  });

  it('without original id come from the business identifier: other content keeps it', () => {
    const identified = (text: string): object =>
      statement({ identifier: [{ system: 'urn:x', value: '1' }], note: [{ text }] });
    expect(references(normalise([identified('a')]))).toEqual(references(normalise([identified('b')])));
    expect(references(normalise([statement({ dateAsserted: '2020' })]))).not.toEqual(
      references(normalise([statement({ dateAsserted: '2021' })])),
    );
  });

  it('exact repeats are one record that counts its deliveries', () => {
    const result = normalise([statement({ id: 'a' }), { id: 'a', ...statement({}) }, statement({}), statement({})]);
    expect(result.records.map(({ deliveries }) => deliveries)).toEqual([2, 2]);
  });

  it('the same id with other content: the newest keeps it, none is lost, in any order', () => {
    const versions = ['2', '10', '9'].map((versionId) =>
      statement({ id: 'a', meta: { versionId }, dateAsserted: `201${versionId.charAt(0)}` }),
    );
    const result = normalise(versions);
    expect(result.records).toHaveLength(3);
    const plain = result.records.find(({ resource }) => resource.id === 'gp-a');
    expect(plain?.resource.meta?.versionId).toBe('10');
    expect(references(normalise([...versions].reverse()))).toEqual(references(result));
    const pointing = normalise([
      ...versions,
      {
        resourceType: 'Basic',
        id: 'b',
        code: { text: 'x' },
        author: { reference: 'MedicationStatement/a/_history/9' },
      },
    ]);
    const older = pointing.records.find(({ resource }) => resource.meta?.versionId === '9');
    expect(pointing.records.find(({ originalId }) => originalId === 'b')?.resource).toMatchObject({
      author: { reference: `MedicationStatement/${older?.resource.id ?? ''}` },
    });
  });

  it('never take the id of the gateway’s own Patient', () => {
    const result = normaliseSource(sourceInputOf([PATIENT]), 'gp-1');
    expect(references(result)).not.toContain('Patient/gp-1');
    expect(result.records).toHaveLength(1);
  });

  it('of two older types that become one type stay apart, and references tell them apart', () => {
    const result = normalise([
      {
        resourceType: 'ProcedureRequest',
        id: '1',
        status: 'active',
        intent: 'order',
        code: { text: 'p' },
        subject: { reference: 'Patient/1' },
      },
      {
        resourceType: 'ReferralRequest',
        id: '1',
        status: 'active',
        intent: 'order',
        subject: { reference: 'Patient/1' },
        basedOn: [{ reference: 'ProcedureRequest/1' }],
      },
    ]);
    const [a, b] = result.records.map(({ resource }) => resource);
    expect([a?.resourceType, b?.resourceType]).toEqual(['ServiceRequest', 'ServiceRequest']);
    const procedure = [a, b].find((r) => r?.resourceType === 'ServiceRequest' && r.code?.text === 'p');
    const referral = [a, b].find((r) => r !== procedure);
    expect(referral).toMatchObject({ basedOn: [{ reference: `ServiceRequest/${procedure?.id ?? ''}` }] });
  });
});

describe('references', () => {
  it('to delivered items lead to the gateway’s records, to the person’s Patient to the gateway’s Patient', () => {
    const result = normalise([
      PATIENT,
      { resourceType: 'Practitioner', id: 'p' },
      statement({
        id: 's',
        subject: { reference: 'https://gp.example/fhir/Patient/1', display: 'x' },
        informationSource: { reference: 'Patient/1' },
        basedOn: [{ reference: 'Practitioner/p/_history/3' }, { reference: 'MedicationRequest/unknown' }],
        extension: [{ url: 'urn:x', valueReference: { reference: 'Practitioner/p' } }],
        contained: [{ resourceType: 'Condition', id: 'c', subject: { reference: 'Patient/1' } }],
        reasonReference: [
          { reference: '#c' },
          { reference: 'https://other.example/Condition/1' },
          { reference: 'urn:uuid:nobody' },
        ],
      }),
    ]);
    expect(result.records.find(({ originalId }) => originalId === 's')?.resource).toMatchObject({
      subject: { reference: 'Patient/me', display: 'x' },
      informationSource: { reference: 'Patient/gp-1' },
      basedOn: [{ reference: 'Practitioner/gp-p' }, { reference: 'https://gp.example/fhir/MedicationRequest/unknown' }],
      extension: [{ valueReference: { reference: 'Practitioner/gp-p' } }],
      contained: [{ subject: { reference: 'Patient/me' } }],
      reasonReference: [
        { reference: '#c' },
        { reference: 'https://other.example/Condition/1' },
        { reference: 'urn:uuid:nobody' },
      ],
    });
  });

  it('by fullUrl, also of items without id', () => {
    const urn = 'urn:uuid:4d7c2d8e-9c4c-4f6e-9b52-0b8d2a8f7a11';
    const result = normalise([], {
      resources: [
        { json: { resourceType: 'Patient' }, at: 'entry[0]', fullUrl: urn },
        {
          json: statement({ id: 's', subject: { reference: urn }, informationSource: { reference: urn } }),
          at: 'entry[1]',
        },
      ],
    });
    const patient = result.records.find(({ resource }) => resource.resourceType === 'Patient')?.resource.id ?? '';
    expect(result.patients).toEqual([`Patient/${patient}`]);
    expect(result.records.find(({ originalId }) => originalId === 's')?.resource).toMatchObject({
      subject: { reference: 'Patient/me' },
      informationSource: { reference: `Patient/${patient}` },
    });
  });

  it('of attachments are not left relative', () => {
    const result = normalise([
      { resourceType: 'Binary', id: 'b', contentType: 'text/plain' },
      {
        resourceType: 'DocumentReference',
        id: 'd',
        status: 'current',
        content: [{ attachment: { url: 'Binary/b' } }, { attachment: { url: 'Binary/c' } }],
      },
    ]);
    expect(result.records.find(({ originalId }) => originalId === 'd')?.resource).toMatchObject({
      content: [{ attachment: { url: 'Binary/gp-b' } }, { attachment: { url: 'https://gp.example/fhir/Binary/c' } }],
    });
  });

  it('share what does not change and never touch what was received', () => {
    const code = { text: 'Ramipril' };
    const received = Object.freeze(
      statement({ id: 's', medicationCodeableConcept: code, dosage: [{ text: 'one daily' }] }),
    );
    const before = JSON.stringify(received);
    const result = normalise([received]);
    expect((result.records[0]?.resource as { medicationCodeableConcept?: unknown }).medicationCodeableConcept).toBe(
      code,
    );
    expect(JSON.stringify(received)).toBe(before);
  });
});

describe('whose record', () => {
  it('does not take the gateway’s id of one Patient for the source’s id of another', () => {
    const result = normalise([
      PATIENT,
      { resourceType: 'Patient', id: 'gp-1' },
      statement({ id: 'a' }),
      statement({ id: 'b' }),
      statement({ id: 'c', subject: { reference: 'Patient/gp-1' } }),
    ]);
    expect(result.records.find(({ originalId }) => originalId === 'c')).toMatchObject({
      standing: 'other-subject',
      resource: { subject: { reference: 'Patient/gp-gp-1' } },
    });
  });

  const items = [
    { resourceType: 'Patient', id: '2' },
    PATIENT,
    statement({ id: 'a' }),
    statement({ id: 'b' }),
    statement({ id: 'c', subject: { reference: 'Patient/2' } }),
    statement({ id: 'd', subject: undefined }),
  ];
  const others = (result: NormalisedSource): unknown[] =>
    result.records.filter(({ standing }) => standing === 'other-subject').map(({ resource }) => resource.id);

  it('is the link’s Patient where the link says so', () => {
    const result = normalise(items, { patientId: '2' });
    expect(result.patients).toEqual(['Patient/gp-2']);
    expect(others(result)).toEqual(['gp-a', 'gp-b', 'gp-1']);
  });

  it('is otherwise the Patient that most items name; the others’ items keep their subject', () => {
    const result = normalise(items);
    expect(result.patients).toEqual(['Patient/gp-1']);
    expect(others(result)).toEqual(['gp-c', 'gp-2']);
    expect(result.records.find(({ originalId }) => originalId === 'c')?.resource).toMatchObject({
      subject: { reference: 'Patient/gp-2' },
    });
    expect(result.records.find(({ originalId }) => originalId === 'd')?.resource).toMatchObject({
      subject: { reference: 'Patient/me' },
    });
  });

  it('is the only subject named, although no Patient was delivered', () => {
    const result = normalise([statement({ id: 'a' }), statement({ id: 'b' })]);
    expect(result.patients).toEqual([]);
    expect(result.records.map(({ resource }) => (resource as { subject?: unknown }).subject)).toEqual([
      { reference: 'Patient/me' },
      { reference: 'Patient/me' },
    ]);
  });
});

describe('meta', () => {
  it('names origin and source and keeps what the source said', () => {
    const result = normalise([
      statement({
        id: 's',
        meta: {
          versionId: '3',
          lastUpdated: '2020-01-01T00:00:00Z',
          source: 'urn:upstream',
          profile: ['http://hl7.org/fhir/us/core/StructureDefinition/us-core-x'],
          security: [{ system: 'urn:label', code: 'sexual' }],
          tag: [{ system: 'urn:t', code: 'own' }],
        },
      }),
    ]);
    expect(result.records[0]?.resource.meta).toEqual({
      versionId: '3',
      lastUpdated: '2020-01-01T00:00:00Z',
      source: 'https://gp.example/fhir/MedicationStatement/s',
      profile: ['http://hl7.org/fhir/us/core/StructureDefinition/us-core-x'],
      security: [{ system: 'urn:label', code: 'sexual' }],
      tag: [
        { system: 'urn:t', code: 'own' },
        { system: RECORD_KIND_SYSTEM, code: 'source' },
        { system: SOURCE_NAME_SYSTEM, code: 'gp' },
      ],
      extension: [{ url: EXTENSION.receivedSource, valueUri: 'urn:upstream' }],
    });
  });

  it('claims no profile of another release', () => {
    const profile = 'https://fhir.nhs.uk/STU3/StructureDefinition/CareConnect-GPC-MedicationStatement-1';
    const result = normalise([statement({ id: 's', taken: 'unk', meta: { profile: [profile] } })]);
    expect(result.version).toBe('STU3');
    expect(result.records[0]?.resource.meta?.profile).toBeUndefined();
    expect(result.losses.map(({ path }) => path)).toEqual([
      'MedicationStatement.taken',
      'MedicationStatement.meta.profile',
    ]);
    expect(JSON.stringify(result.records[0]?.resource)).toContain(profile);
  });
});

describe('standing', () => {
  it.each([
    ['entered-in-error', statement({ status: 'entered-in-error' })],
    ['entered-in-error', { resourceType: 'Condition', verificationStatus: { coding: [{ code: 'entered-in-error' }] } }],
    ['entered-in-error', { resourceType: 'Condition', assertedDate: '2020', verificationStatus: 'entered-in-error' }],
    [
      'do-not-perform',
      { resourceType: 'MedicationRequest', doNotPerform: true, medicationCodeableConcept: { text: 'x' } },
    ],
    ['asserted', statement({ status: 'not-taken' })],
    ['asserted', statement({ taken: 'n' })],
    ['asserted', { resourceType: 'Immunization', date: '2020', notGiven: true, status: 'completed' }],
  ])('%s: %j', (standing, resource) => {
    expect(normalise([resource]).records.map((record) => record.standing)).toEqual([standing]);
  });
});

describe('what R4 does not allow', () => {
  const only = (resource: unknown): { resource: Record<string, unknown>; kept: unknown[] } => {
    const { records, losses } = normalise([resource]);
    const found = records[0]?.resource as unknown as Record<string, unknown>;
    const extensions = (found.extension ?? []) as { url: string; extension: { valueString: string }[] }[];
    const kept = extensions
      .filter(({ url }) => url === EXTENSION.unmappedElement)
      .map(({ extension }) => extension.map(({ valueString }) => valueString).slice(0, 2));
    expect(losses.map(({ path }) => path)).toEqual(kept.map(([path]) => path as string));
    return { resource: found, kept };
  };

  it('leaves its place and is kept on the record: bad date, bad code, wrong type, unknown element', () => {
    const { resource, kept } = only({
      resourceType: 'Patient',
      id: '1',
      gender: 'm',
      birthDate: '19',
      active: 'yes',
      multipleBirthInteger: '2',
      name: [{ family: 'Ash', nickname: 'A' }, 'Ash'],
      shoeSize: 43,
    });
    expect(resource).toMatchObject({ id: 'gp-1', name: [{ family: 'Ash' }] });
    for (const name of ['gender', 'birthDate', 'active', 'multipleBirthInteger', 'shoeSize'])
      expect(resource).not.toHaveProperty(name);
    expect(kept).toEqual([
      ['Patient.gender', '"m"'],
      ['Patient.birthDate', '"19"'],
      ['Patient.active', '"yes"'],
      ['Patient.multipleBirthInteger', '"2"'],
      ['Patient.name[0].nickname', '"A"'],
      ['Patient.name[1]', '"Ash"'],
      ['Patient.shoeSize', '43'],
    ]);
  });

  it('says openly that a required element is missing', () => {
    const { resource } = only({ resourceType: 'MedicationRequest', id: '1', status: 'ACTIVE' });
    const absent = {
      extension: [{ url: 'http://hl7.org/fhir/StructureDefinition/data-absent-reason', valueCode: 'unknown' }],
    };
    expect(resource).toMatchObject({
      status: 'unknown',
      _intent: absent,
      medicationCodeableConcept: absent,
      subject: { reference: 'Patient/me' },
    });
  });

  it('mends what can be mended without guessing: lists, seconds, a day with a wrong time', () => {
    const { resource, kept } = only({
      resourceType: 'Condition',
      category: { text: 'problem' },
      code: [{ text: 'Asthma' }],
      onsetDateTime: '2011-05-06T10:00',
      recordedDate: '2011-05-07T10:00+01:00',
      bodySite: 'left knee',
    });
    expect(resource).toMatchObject({
      category: [{ text: 'problem' }],
      code: { text: 'Asthma' },
      onsetDateTime: '2011-05-06',
      recordedDate: '2011-05-07T10:00:00+01:00',
      bodySite: [{ text: 'left knee' }],
    });
    expect(kept).toEqual([
      ['Condition.onsetDateTime', '"2011-05-06T10:00"'],
      ['Condition.recordedDate', '"2011-05-07T10:00+01:00"'],
      ['Condition.bodySite[0]', '"left knee"'],
    ]);
  });

  it('of two values of one choice keeps the first in place', () => {
    const { resource, kept } = only({ resourceType: 'Condition', onsetDateTime: '2011', onsetString: 'as a child' });
    expect(resource.onsetDateTime).toBe('2011');
    expect(kept).toEqual([['Condition.onsetString', '"as a child"']]);
  });

  it('keeps null only where it holds a place in a list of primitives', () => {
    const { resource, kept } = only({
      resourceType: 'Patient',
      name: [
        { given: ['A', null, 'C'], _given: [null, { extension: [{ url: 'urn:x', valueCode: 'y' }] }, null] },
        { given: ['B', null], family: null },
        {},
      ],
      gender: null,
      telecom: [],
    });
    expect(resource.name).toEqual([
      { given: ['A', null, 'C'], _given: [null, { extension: [{ url: 'urn:x', valueCode: 'y' }] }, null] },
      { given: ['B'] },
    ]);
    expect(kept).toEqual([]);
    expect(resource).not.toHaveProperty('gender');
    expect(resource).not.toHaveProperty('telecom');
  });

  it('drops broken extensions whole, with their content kept', () => {
    const { resource, kept } = only({
      resourceType: 'Basic',
      code: { text: 'x' },
      extension: [
        { valueString: 'no url' },
        { url: 'urn:a' },
        { url: 'urn:b', valueThing: 1 },
        { url: 'urn:c', valueBoolean: false },
      ],
    });
    expect((resource.extension as { url: string }[]).map(({ url }) => url).slice(0, 1)).toEqual(['urn:c']);
    expect(kept.map((pair) => (pair as string[])[0])).toEqual([
      'Basic.extension[0]',
      'Basic.extension[1]',
      'Basic.extension[2].valueThing',
      'Basic.extension[2]',
    ]);
  });

  it('keeps exact decimals in place and among the unmapped', () => {
    const json = parseFhirJson(
      '{"resourceType":"Observation","status":"final","code":{"text":"x"},"valueQuantity":{"value":1.10},"extra":2.50}',
    );
    const { resource, kept } = only(json);
    expect(stringifyFhirJson(resource.valueQuantity)).toBe('{"value":1.10}');
    expect(kept).toEqual([['Observation.extra', '2.50']]);
  });

  it('puts it on meta where the type has no extensions', () => {
    const { records } = normalise([{ resourceType: 'Binary', id: 'b', contentType: 'text/plain', extra: 'x' }]);
    expect(JSON.stringify(records[0]?.resource.meta)).toContain('Binary.extra');
    expect(records[0]?.resource).not.toHaveProperty('extension');
  });

  it('stands keys that every object has', () => {
    const json = parseFhirJson(
      '{"resourceType":"Patient","id":"1","__proto__":{"x":1},"constructor":"y","toString":2}',
    );
    const { kept } = only(json);
    expect(kept).toEqual([
      ['Patient.__proto__', '{"x":1}'],
      ['Patient.constructor', '"y"'],
      ['Patient.toString', '2'],
    ]);
  });
});

describe('quarantine', () => {
  it('takes what can be no record, with its text, and spoils nothing else', () => {
    const text = '{"resourceType":"Spaceship"}';
    const result = normalise([], {
      resources: [
        { json: { resourceType: 'Spaceship', id: 's' }, text, at: 'entry[0]' },
        { json: 7, at: 'entry[1]' },
        { json: { id: 'x' }, at: 'entry[2]' },
        { json: { resourceType: 'Order', id: 'o', subject: {} }, at: 'entry[3]' },
        { json: PATIENT, at: 'entry[4]' },
      ],
      unreadable: [
        { at: 'line 9', text: '{"resour', reason: 'The text is not valid JSON.' },
        { at: 'line 10', text: '{"resour', reason: 'same' },
      ],
    });
    expect(references(result)).toEqual(['Patient/gp-1']);
    expect(result.quarantined.map(({ at, resourceType, originalId }) => [at, resourceType, originalId])).toEqual([
      ['entry[1]', undefined, undefined],
      ['entry[2]', undefined, 'x'],
      ['line 10', undefined, undefined],
      ['line 9', undefined, undefined],
      ['entry[3]', 'Order', 'o'],
      ['entry[0]', 'Spaceship', 's'],
    ]);
    expect(result.quarantined.at(-1)?.text).toBe(text);
    expect(new Set(result.quarantined.map(({ id }) => id)).size).toBe(6);
    expect(result.quarantined.every(({ id }) => /^gp-[0-9a-f]{32}$/.test(id))).toBe(true);
  });

  it('opens a Bundle that was passed on whole', () => {
    const result = normalise([{ resourceType: 'Bundle', entry: [{ resource: PATIENT }, { fullUrl: 'urn:x' }] }]);
    expect(references(result)).toEqual(['Patient/gp-1']);
    expect(result.quarantined.map(({ at }) => at)).toEqual(['entry[0].entry[1]']);
  });
});

describe('List warnings', () => {
  const list = (more: object): object => ({
    resourceType: 'List',
    status: 'current',
    mode: 'snapshot',
    title: 'Problems',
    ...more,
  });

  it('are told with the List’s title, from the extension or else from the note', () => {
    const url = 'https://fhir.nhs.uk/STU3/StructureDefinition/Extension-CareConnect-GPC-ListWarningCode-1';
    const result = normalise([
      list({
        id: 'a',
        extension: [{ url, valueCode: 'data-in-transit' }],
        note: [{ text: 'Items excluded due to confidentiality and/or patient preferences.' }],
      }),
      list({
        id: 'b',
        title: undefined,
        code: { coding: [{ display: 'Allergies' }] },
        note: [{ text: 'Items excluded due to confidentiality and/or patient preferences.' }],
      }),
      list({
        id: 'c',
        note: [{ text: 'Information not available.' }],
        emptyReason: { coding: [{ code: 'no-content-recorded' }] },
      }),
    ]);
    expect(result.warnings).toEqual([
      { source: 'gp', code: 'confidential-items', list: 'Allergies' },
      { source: 'gp', code: 'data-in-transit', list: 'Problems' },
    ]);
    expect(result.records.find(({ originalId }) => originalId === 'c')?.resource).toHaveProperty('emptyReason');
  });
});
