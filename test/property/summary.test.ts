/** Whatever types a viewer may read, the summary names nothing of another type, and stays a valid document (law L10). */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { narrowRecord } from '../../src/access/narrow-record.ts';
import { COMPANION_TYPES } from '../../src/access/readable-types.ts';
import { mayReadAll, type ReadRights } from '../../src/access/read-rights.ts';
import { SANDBOX_PEOPLE } from '../../src/sandbox/people/sandbox-people.ts';
import { summaryFaults } from '../fixtures/summary-rules.ts';
import { reconciledPerson } from '../support/reconciled-person.ts';
import { runs } from '../support/runs.ts';
import { complete, summaryOfRecord } from '../support/summarised.ts';

const TYPES = [
  'AllergyIntolerance',
  'Condition',
  'DiagnosticReport',
  'Immunization',
  'MedicationDispense',
  'MedicationRequest',
  'MedicationStatement',
  'Observation',
  'Organization',
  'Patient',
  'Practitioner',
  'Procedure',
];

const records = SANDBOX_PEOPLE.map((person) => ({ key: person.identity.key, record: reconciledPerson(person) }));
const completeness = ['gp', 'hospital', 'specialist'].map(complete);

describe.each(records)('$key', ({ record }) => {
  test('the summary of a viewer names nothing that the viewer may not read', () => {
    fc.assert(
      fc.property(fc.subarray(TYPES), fc.constantFrom('1.1' as const, '2.0' as const), (types, version) => {
        const rights: ReadRights = { whole: types, some: [] };
        const { byReference, outcome } = narrowRecord(record, rights);
        const bundle = summaryOfRecord(record, {
          completeness,
          version,
          read: (reference) => byReference.get(reference),
          outcome,
          mayRead: (type) => mayReadAll(rights, type),
        });
        expect(summaryFaults(bundle, version)).toEqual([]);
        const text = JSON.stringify(bundle);
        const hidden = [
          ...record.sourceRecords.map(({ resource }) => resource),
          ...record.unified.map(({ resource }) => resource),
        ]
          .filter(({ resourceType }) => !types.includes(resourceType) && !COMPANION_TYPES.has(resourceType))
          .filter(
            ({ resourceType, id }) =>
              text.includes(`/${resourceType}/${id}"`) || text.includes(`"${resourceType}/${id}"`),
          )
          .map(({ resourceType, id }) => `${resourceType}/${id}`);
        expect(hidden).toEqual([]);
        const origins = record.sourceRecords
          .filter(
            ({ resource }) => !types.includes(resource.resourceType) && !COMPANION_TYPES.has(resource.resourceType),
          )
          .flatMap(({ resource }) => resource.meta?.source ?? []);
        expect(origins.filter((origin) => text.includes(`"${origin}"`))).toEqual([]);
      }),
      runs(15),
    );
  });
});
