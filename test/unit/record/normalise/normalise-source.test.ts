import { describe, expect, it } from 'vitest';
import { EXTENSION, RECORD_KIND_SYSTEM, SOURCE_NAME_SYSTEM } from '../../../../src/record/fhir/canonical.ts';
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

describe('labels of the source', () => {
  const label = { system: 'https://labels.example', code: 'mental-health' };

  it('are given to items that carry none, and to no other', () => {
    const labelled = {
      resourceType: 'Observation',
      id: 'a',
      meta: { security: [{ code: 'general' }] },
      status: 'final',
    };
    const bare = { resourceType: 'Observation', id: 'b', status: 'final' };
    const result = normaliseSource(sourceInputOf([labelled, bare], { defaultLabels: [label] }), 'me');
    expect(result.records.map(({ resource }) => resource.meta?.security)).toEqual([[{ code: 'general' }], [label]]);
  });
});

describe('an entry that says that nothing is known', () => {
  it('is kept, and is no fact', () => {
    const coded = {
      coding: [{ system: 'http://hl7.org/fhir/uv/ips/CodeSystem/absent-unknown-uv-ips', code: 'no-allergy-info' }],
    };
    const result = normaliseSource(
      sourceInputOf([
        { resourceType: 'AllergyIntolerance', id: 'a', code: coded, patient: { reference: 'Patient/1' } },
        {
          resourceType: 'AllergyIntolerance',
          id: 'b',
          code: { text: 'No known allergies' },
          patient: { reference: 'Patient/1' },
        },
      ]),
      'me',
    );
    expect(result.records.map(({ standing }) => standing)).toEqual(['no-information', 'asserted']);
  });
});
