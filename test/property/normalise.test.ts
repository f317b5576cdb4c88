import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { canonicalJson } from '../../src/record/fhir/canonical-json.ts';
import { parseFhirJson, stringifyFhirJson } from '../../src/record/fhir/json.ts';
import { receiveText } from '../../src/record/fhir/receive.ts';
import type { FhirVersion } from '../../src/record/fhir/types.ts';
import { normaliseSource } from '../../src/record/normalise/normalise-source.ts';
import type { NormalisedSource } from '../../src/record/normalise/source-record.ts';
import { primitives, primitivesInJson } from '../support/primitives.ts';
import { runs } from '../support/runs.ts';

const text = fc.oneof(
  fc.string({ maxLength: 12 }),
  fc.constantFrom('active', 'unknown', 'completed', 'm', '19', '2019', '2019-02-30', '2020-05-06T10:00'),
);
const concept = fc.record(
  {
    coding: fc.array(fc.record({ system: text, code: text, display: text }, { requiredKeys: [] }), { maxLength: 2 }),
    text,
  },
  { requiredKeys: [] },
);
const reference = fc.record({
  reference: fc.constantFrom('Patient/1', 'Patient/2', 'Medication/a', 'urn:uuid:1', '#c'),
});
const quantity = fc.record(
  { value: fc.oneof(fc.integer(), fc.double({ noNaN: true, noDefaultInfinity: true }), text), unit: text },
  { requiredKeys: [] },
);
const anything = fc.oneof(
  text,
  fc.integer(),
  fc.boolean(),
  fc.constant(null),
  concept,
  quantity,
  fc.array(concept, { maxLength: 2 }),
  fc.array(text, { maxLength: 3 }),
);
const dosage = fc.record(
  {
    text,
    doseQuantity: quantity,
    quantityQuantity: quantity,
    timing: fc.record({ repeat: fc.record({ periodUnits: text, when: anything }) }),
  },
  { requiredKeys: [] },
);
/** Element names of all releases, so that every converter meets right and wrong values. */
const element = fc.oneof(
  fc.tuple(
    fc.constantFrom(
      'status',
      'clinicalStatus',
      'verificationStatus',
      'criticality',
      'taken',
      'dateWritten',
      'note',
      'comment',
      'category',
      'class',
      'explanation',
      'vaccinationProtocol',
      'related',
      'stage',
      'onset',
      'onsetDateTime',
      'assertedDate',
      'recordedDate',
      'gender',
      'birthDate',
      'name',
      'extension',
      '_status',
      'constructor',
      'unheardOf',
      'serviceRequested',
      'description',
      'performer',
      'package',
      'product',
      'udi',
      'version',
      'target',
      'created',
      'content',
      'docStatus',
      'author',
      'activity',
      'item',
      'identifier',
    ),
    anything,
  ),
  fc.tuple(
    fc.constantFrom(
      'code',
      'substance',
      'medicationCodeableConcept',
      'vaccineCode',
      'reasonCodeableConcept',
      'statusReason',
    ),
    concept,
  ),
  fc.tuple(
    fc.constantFrom('subject', 'patient', 'context', 'encounter', 'medicationReference', 'requester', 'prescriber'),
    reference,
  ),
  fc.tuple(fc.constantFrom('dosage', 'dosageInstruction'), fc.array(dosage, { maxLength: 2 })),
);
const resource = fc
  .tuple(
    fc.constantFrom(
      'MedicationStatement',
      'MedicationRequest',
      'MedicationOrder',
      'Medication',
      'Condition',
      'AllergyIntolerance',
      'Immunization',
      'Observation',
      'Procedure',
      'Encounter',
      'Patient',
      'Goal',
      'CarePlan',
      'DocumentReference',
      'ReferralRequest',
      'DiagnosticOrder',
      'Device',
      'Binary',
      'StructureMap',
      'FamilyMemberHistory',
      'Provenance',
    ),
    fc.option(fc.constantFrom('1', 'a', 'b', 'x_y', '2'), { nil: undefined }),
    fc.array(element, { maxLength: 6 }),
  )
  .map(([resourceType, id, elements]): Record<string, unknown> => ({
    resourceType,
    ...(id === undefined ? {} : { id }),
    ...(Object.fromEntries(elements) as Record<string, unknown>),
  }));
const version = fc.constantFrom<FhirVersion | undefined>('DSTU2', 'STU3', 'R4', undefined);

function normalise(resources: readonly unknown[], fhirVersion: FhirVersion | undefined): NormalisedSource {
  const received = resources.map((json) => ({ json, at: 'entry', text: JSON.stringify(json) }));
  const source = { name: 'src', baseUrl: 'https://src.example', fhirVersion, viewOf: undefined, patientId: undefined };
  return normaliseSource({ ...source, resources: received, unreadable: [] }, 'me');
}

/** Everything but where an item stood. */
const told = ({ records, quarantined, ...rest }: NormalisedSource): string =>
  canonicalJson({
    ...rest,
    records: records.map(({ received, ...record }) => ({ ...record, text: received.text })),
    quarantined: quarantined.map(({ id, text: kept }) => [id, kept]),
  });

describe('normalising', () => {
  it('does not depend on the order of receipt', () => {
    fc.assert(
      fc.property(
        fc.array(resource, { maxLength: 12 }),
        version,
        fc.infiniteStream(fc.nat()),
        (resources, fhirVersion, order) => {
          const keys = [...order.take(resources.length)];
          const shuffled = resources.map((r, i) => [keys[i] ?? 0, r] as const).sort(([a], [b]) => a - b);
          expect(
            told(
              normalise(
                shuffled.map(([, r]) => r),
                fhirVersion,
              ),
            ),
          ).toBe(told(normalise(resources, fhirVersion)));
        },
      ),
      runs(300),
    );
  });

  it('accounts for every item, with unique valid ids', () => {
    fc.assert(
      fc.property(
        fc.array(fc.oneof(resource, fc.jsonValue()), { maxLength: 12 }),
        version,
        (resources, fhirVersion) => {
          const { records, quarantined } = normalise(resources, fhirVersion);
          expect(records.reduce((sum, { deliveries }) => sum + deliveries, quarantined.length)).toBe(resources.length);
          const names = [
            ...records.map((r) => `${r.resource.resourceType}/${r.resource.id}`),
            ...quarantined.map(({ id }) => `Binary/${id}`),
          ];
          expect(new Set(names).size).toBe(names.length);
          for (const name of names) expect(name).toMatch(/^[A-Za-z]+\/[A-Za-z0-9.-]{1,64}$/);
        },
      ),
      runs(200),
    );
  });

  it('loses no text and no number', () => {
    fc.assert(
      fc.property(resource, version, (json, fhirVersion) => {
        const { records, quarantined } = normalise([json], fhirVersion);
        const out = new Set([...primitives(records[0]?.resource), ...primitivesInJson(quarantined[0]?.text ?? '')]);
        for (const value of primitives(json)) expect([value, out.has(value)]).toEqual([value, true]);
      }),
      runs(2000),
    );
  });
});

describe('receiving', () => {
  const json = fc.jsonValue({ maxDepth: 4 });
  const object = fc.dictionary(fc.string(), json);

  it('gives each resource its own text, exactly', () => {
    fc.assert(
      fc.property(
        fc.array(fc.record({ resource: object, fullUrl: fc.option(fc.string(), { nil: undefined }), search: json }), {
          maxLength: 5,
        }),
        fc.constantFrom(0, 1, 3),
        (entry, indent) => {
          const clean = entry.map((e) => ({ ...e, resource: { ...e.resource, resourceType: 'Basic', parameter: 1 } }));
          const bundle = JSON.stringify(
            { type: 'x', link: [{}], resourceType: 'Bundle', entry: clean, total: 1 },
            undefined,
            indent,
          );
          const { resources, unreadable } = receiveText(bundle);
          expect(unreadable).toEqual([]);
          expect(resources).toHaveLength(clean.length);
          for (const [i, { json: value, text: slice }] of resources.entries()) {
            expect(bundle).toContain(slice);
            expect(parseFhirJson(slice ?? '')).toEqual(value);
            expect(JSON.parse(slice ?? '')).toEqual(JSON.parse(JSON.stringify(clean[i]?.resource)));
          }
        },
      ),
      runs(300),
    );
  });

  it('never throws and loses no line', () => {
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string(),
          fc
            .array(fc.oneof(fc.json(), fc.string(), fc.constant('{"resourceType":"Basic"}')))
            .map((lines) => lines.join('\n')),
        ),
        (input) => {
          const { resources, unreadable } = receiveText(input);
          if (input.trim() !== '' && !/^[\s\uFEFF]*\[\s*\]\s*$/.test(input))
            expect(resources.length + unreadable.length).toBeGreaterThan(0);
        },
      ),
      runs(500),
    );
  });

  it('writes any number back as it was', () => {
    const number = fc.stringMatching(/^-?(0|[1-9][0-9]{0,20})(\.[0-9]{1,20})?([eE][+-]?[0-9]{1,3})?$/);
    fc.assert(
      fc.property(fc.array(number), (numbers) => {
        const input = `{"a":[${numbers.join(',')}]}`;
        expect(stringifyFhirJson(parseFhirJson(input))).toBe(input);
      }),
    );
  });
});
