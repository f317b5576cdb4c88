/** What a person adds never changes what the sources say, in whatever order it was added (laws L2, L3, L9). */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { OwnRecordEntry } from '../../src/record/own/own-entry.ts';
import { OWN_SOURCE, ownResources, ownSourceInput } from '../../src/record/own/own-source.ts';
import { stringifyFhirJson } from '../../src/record/fhir/json.ts';
import { reconcile } from '../../src/record/reconcile.ts';
import type { ReconciledRecord } from '../../src/record/reconciled-record.ts';
import { EXTENSION } from '../../src/record/fhir/canonical.ts';
import { everything } from '../../src/record/views/everything.ts';
import { runs } from '../support/runs.ts';

const ME = 'me-1';
const names = fc.constantFrom(
  'Furosemide 20mg tablets',
  'Furosemide 40mg tablets',
  'Lasix 40mg tablets',
  'Warfarin 1mg tablets',
  'Penicillin',
  'Nuts',
  'Zorblax',
  'water tablet',
);
const maybe = (text: fc.Arbitrary<string>) => fc.option(text, { nil: undefined });
const content: fc.Arbitrary<OwnRecordEntry['content']> = fc.oneof(
  fc.record({
    kind: fc.constant('medicine' as const),
    name: fc.oneof(names, fc.string({ minLength: 1, maxLength: 20 })),
    dose: maybe(fc.constantFrom('one daily', '2 tablets at night')),
    what: maybe(fc.constant('knee')),
    since: maybe(fc.constantFrom('2019', '2021-03', '2024-02-29')),
    use: fc.constantFrom('regular' as const, 'as-needed' as const),
    sort: fc.constantFrom('over-the-counter' as const, 'supplement' as const, 'home-treatment' as const),
  }),
  fc.record({
    kind: fc.constant('allergy' as const),
    name: names,
    reaction: maybe(fc.constant('rash')),
    sort: fc.constantFrom('allergy' as const, 'intolerance' as const),
  }),
);
const entries = fc
  .array(fc.record({ content, relatedPersonId: maybe(fc.constant('rp-1')) }), { maxLength: 5 })
  .map((list) =>
    list.map((entry, at): OwnRecordEntry => ({ ...entry, id: `e${at}`, at: `2026-01-0${at + 1}T09:00:00.000Z` })),
  );
const subject = { reference: 'Patient/p' };
const gpItems = fc.array(
  fc.oneof(
    fc.record({ text: names, status: fc.constantFrom('active', 'stopped') }).map(({ text, status }) => ({
      resourceType: 'MedicationStatement',
      status,
      subject,
      medicationCodeableConcept: { text },
    })),
    names.map((text) => ({ resourceType: 'AllergyIntolerance', patient: subject, code: { text } })),
  ),
  { maxLength: 5 },
);

function recordOf(gp: readonly object[], own: readonly OwnRecordEntry[]): ReconciledRecord {
  const given = {
    name: 'gp',
    baseUrl: 'https://sources.invalid/gp',
    fhirVersion: 'R4' as const,
    viewOf: undefined,
    patientId: 'p',
    resources: gp.map((json, at) => ({ json: { ...json, id: `g${at}` }, at: `entry[${at}]` })),
    unreadable: [],
  };
  return reconcile({
    patient: { resourceType: 'Patient', id: ME },
    sources: own.length === 0 ? [given] : [given, ownSourceInput(ME, ownResources(ME, own))],
    completeness: [],
    idKey: new Uint8Array(32),
    recordedAt: undefined,
  });
}

/** The source's records as given out, but for which unified record they are in. */
function saidBy(record: ReconciledRecord): readonly string[] {
  return record.sourceRecords
    .filter(({ source }) => source !== OWN_SOURCE)
    .map(({ resource }) => {
      const { extension = [], ...rest } = resource as typeof resource & { extension?: readonly { url: string }[] };
      return stringifyFhirJson([rest, extension.filter(({ url }) => url !== EXTENSION.unifiedRecord)]);
    });
}

test('the sources say what they said, and nobody copies the person or is copied', () => {
  fc.assert(
    fc.property(gpItems, entries, (gp, own) => {
      expect(saidBy(recordOf(gp, own))).toEqual(saidBy(recordOf(gp, [])));
    }),
    runs(100),
  );
});

test('every entry is in the record, said by the person or by who acts for them', () => {
  fc.assert(
    fc.property(gpItems, entries, (gp, own) => {
      const { sourceRecords, quarantined, unified } = recordOf(gp, own);
      expect(quarantined).toEqual([]);
      const members = unified.flatMap((item) => item.members.map(({ originalId }) => originalId));
      for (const { id, relatedPersonId, content } of own) {
        const resource = sourceRecords.find((item) => item.source === OWN_SOURCE && item.originalId === id)?.resource;
        const informant = relatedPersonId === undefined ? `Patient/${ME}` : `RelatedPerson/own-${relatedPersonId}`;
        const field = content.kind === 'medicine' ? 'informationSource' : 'asserter';
        expect(resource).toMatchObject({ [field]: { reference: informant } });
        expect(members).toContain(id);
      }
    }),
    runs(100),
  );
});

test('the order of adding changes no byte', () => {
  fc.assert(
    fc.property(gpItems, entries, (gp, own) => {
      const bytes = (list: readonly OwnRecordEntry[]) => stringifyFhirJson(everything(recordOf(gp, list), 'all'));
      expect(bytes(own.toReversed())).toBe(bytes(own));
    }),
    runs(50),
  );
});
