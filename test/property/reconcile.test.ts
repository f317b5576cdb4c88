import fc from 'fast-check';
import { expect, test } from 'vitest';
import { everything } from '../../src/record/views/everything.ts';
import { reconcile } from '../../src/record/reconcile.ts';
import type { SourceInput } from '../../src/record/source-input.ts';
import { stringifyFhirJson } from '../../src/record/fhir/json.ts';

const medicines = [
  'Furosemide 20mg tablets',
  'Furosemide 40mg tablets',
  'Lasix 40mg tablets',
  'Warfarin 1mg tablets',
  'Warfarin 5mg tablets',
  'Metformin 500mg modified-release tablets',
  'Metformin 500mg tablets',
  'Co-codamol 30mg/500mg tablets',
  'Paracetamol 500mg caplets',
  'Amoxicillin 500mg capsules',
  'water tablet',
  'see letter',
  'Hydroxyzine 25mg tablets',
  'Hydralazine 25mg tablets',
  'Zorblax 5mg tablets',
];
const conditions = [
  'Type 2 diabetes mellitus',
  'Diabetes',
  'Asthma',
  'Osteoarthritis of left knee',
  'Osteoarthritis of right knee',
  'Osteoarthritis of knee',
  'Acute bronchitis',
  'Lives alone',
  'Zorblax syndrome',
];
const dates = [undefined, '2023', '2023-03', '2023-03-14', '2020-01-02'];

const identified = fc.option(fc.constantFrom('n-1', 'n-2', 'n-3'), { nil: undefined });

const medication = fc
  .record({
    type: fc.constantFrom('MedicationStatement', 'MedicationRequest'),
    text: fc.constantFrom(...medicines),
    status: fc.constantFrom('active', 'stopped', 'completed'),
    date: fc.constantFrom(...dates),
    dose: fc.constantFrom('One daily', 'ONE TWICE A DAY', 'as directed'),
    identifier: identified,
  })
  .map(({ type, text, status, date, dose, identifier }) => ({
    resourceType: type,
    status,
    subject: { reference: 'Patient/p' },
    medicationCodeableConcept: { text },
    ...(identifier === undefined ? {} : { identifier: [{ system: 'https://ids.example', value: identifier }] }),
    ...(type === 'MedicationStatement'
      ? { dosage: [{ text: dose }], ...(date ? { effectiveDateTime: date } : {}) }
      : { intent: 'order', dosageInstruction: [{ text: dose }], ...(date ? { authoredOn: date } : {}) }),
  }));

const condition = fc
  .record({
    text: fc.constantFrom(...conditions),
    status: fc.constantFrom('active', 'resolved'),
    date: fc.constantFrom(...dates),
  })
  .map(({ text, status, date }) => ({
    resourceType: 'Condition',
    subject: { reference: 'Patient/p' },
    clinicalStatus: { coding: [{ system: 'http://terminology.hl7.org/CodeSystem/condition-clinical', code: status }] },
    code: { text },
    ...(date ? { onsetDateTime: date } : {}),
  }));

const allergy = fc.constantFrom('Penicillin', 'Amoxicillin', 'No known allergies', 'Peanut').map((text) => ({
  resourceType: 'AllergyIntolerance',
  patient: { reference: 'Patient/p' },
  clinicalStatus: {
    coding: [{ system: 'http://terminology.hl7.org/CodeSystem/allergyintolerance-clinical', code: 'active' }],
  },
  code: { text },
}));

const delivery = fc
  .array(fc.oneof(medication, medication, condition, allergy), { maxLength: 14 })
  .map((resources) => resources.map((resource, index) => ({ ...resource, id: `r${index}` })));

function input(name: string, resources: readonly object[]): SourceInput {
  return {
    name,
    baseUrl: `https://sources.invalid/${name}`,
    fhirVersion: 'R4',
    viewOf: undefined,
    patientId: undefined,
    resources: resources.map((json, index) => ({ json, at: `entry[${index}]` })),
    unreadable: [],
  };
}

function run(sources: readonly SourceInput[]): ReturnType<typeof reconcile> {
  return reconcile({
    patient: { resourceType: 'Patient', id: 'p1' },
    sources,
    completeness: [],
    idKey: new Uint8Array(32),
    recordedAt: undefined,
  });
}

function bytes(sources: readonly SourceInput[]): string {
  const record = run(sources);
  return stringifyFhirJson([...everything(record, 'all'), record.outcome]);
}

function membersBySource(sources: readonly SourceInput[]): string[][] {
  return run(sources).unified.map((item) =>
    item.members.map((member) => `${member.source}/${member.originalId ?? ''}`).sort(),
  );
}

test('order of sources and of records does not change one byte', () => {
  fc.assert(
    fc.property(delivery, delivery, fc.infiniteStream(fc.nat()), (gp, hospital, order) => {
      const shuffled = (items: readonly object[]) =>
        items
          .map((item) => ({ item, key: order.next().value as number }))
          .sort((a, b) => a.key - b.key)
          .map(({ item }) => item);
      const straight = bytes([input('gp', gp), input('hospital', hospital)]);
      expect(bytes([input('hospital', shuffled(hospital)), input('gp', shuffled(gp))])).toBe(straight);
    }),
  );
});

test('a record pulled twice is the record pulled once', () => {
  fc.assert(
    fc.property(delivery, delivery, (gp, hospital) => {
      const once = membersBySource([input('gp', gp), input('hospital', hospital)]);
      expect(membersBySource([input('gp', [...gp, ...gp]), input('hospital', hospital)])).toEqual(once);
    }),
  );
});

test('every asserted medicine, condition and allergy is in exactly one unified record', () => {
  fc.assert(
    fc.property(delivery, delivery, delivery, (gp, hospital, specialist) => {
      const sources = [input('gp', gp), input('hospital', hospital), input('specialist', specialist)];
      const members = membersBySource(sources).flat();
      expect(members.length).toBe(gp.length + hospital.length + specialist.length);
      expect(new Set(members).size).toBe(members.length);
    }),
  );
});

test('ids of unified records are unique', () => {
  fc.assert(
    fc.property(delivery, delivery, (gp, hospital) => {
      const record = run([input('gp', gp), input('hospital', hospital)]);
      const ids = everything(record, 'all').map((resource) => `${resource.resourceType}/${resource.id}`);
      expect(new Set(ids).size).toBe(ids.length);
    }),
  );
});

test('renaming the ids of a source does not change what is grouped with what', () => {
  fc.assert(
    fc.property(delivery, delivery, (gp, hospital) => {
      const renamed = gp.map((resource) => ({ ...resource, id: `x-${(resource as { id: string }).id}` }));
      const names = membersBySource([input('gp', renamed), input('hospital', hospital)])
        .map((group) =>
          group
            .map((member) => member.replace('gp/x-', 'gp/'))
            .sort()
            .join(),
        )
        .sort();
      const before = membersBySource([input('gp', gp), input('hospital', hospital)])
        .map((group) => group.join())
        .sort();
      expect(names).toEqual(before);
    }),
  );
});

test('an unrelated record changes no other group', () => {
  fc.assert(
    fc.property(delivery, delivery, (gp, hospital) => {
      const other = {
        resourceType: 'Condition',
        id: 'unrelated',
        subject: { reference: 'Patient/p' },
        code: { text: 'Quirblish of the nose' },
      };
      const before = membersBySource([input('gp', gp), input('hospital', hospital)])
        .map((group) => group.join())
        .sort();
      const after = membersBySource([input('gp', gp), input('hospital', [...hospital, other])])
        .map((group) => group.join())
        .filter((group) => group !== 'hospital/unrelated')
        .sort();
      expect(after).toEqual(before);
    }),
  );
});

test('two look-alike names, plain and modified release, two sides never share a group', () => {
  const pairs: readonly (readonly [string, string])[] = [
    ['Hydroxyzine 25mg tablets', 'Hydralazine 25mg tablets'],
    ['Metformin 500mg tablets', 'Metformin 500mg modified-release tablets'],
    ['Prednisolone 5mg tablets', 'Prednisone 5mg tablets'],
    ['Carbamazepine 200mg tablets', 'Oxcarbazepine 200mg tablets'],
    ['Amlodipine 5mg tablets', 'Amiloride 5mg tablets'],
    ['water tablet', 'Furosemide 40mg tablets'],
    ['see letter', 'see letter'],
  ];
  for (const [a, b] of pairs) {
    const statement = (text: string) => ({
      resourceType: 'MedicationStatement',
      id: 'm',
      status: 'active',
      subject: { reference: 'Patient/p' },
      medicationCodeableConcept: { text },
    });
    const groups = membersBySource([input('gp', [statement(a)]), input('hospital', [statement(b)])]);
    expect(groups, `${a} / ${b}`).toHaveLength(2);
  }
});
