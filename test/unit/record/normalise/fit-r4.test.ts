import { describe, expect, it } from 'vitest';
import { EXTENSION } from '../../../../src/record/fhir/canonical.ts';
import { parseFhirJson, stringifyFhirJson } from '../../../../src/record/fhir/json.ts';
import { normaliseSource } from '../../../../src/record/normalise/normalise-source.ts';
import type { NormalisedSource } from '../../../../src/record/normalise/source-record.ts';
import { sourceInputOf } from './source-input-of.ts';

const normalise = (resources: readonly unknown[]): NormalisedSource => normaliseSource(sourceInputOf(resources), 'me');

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
