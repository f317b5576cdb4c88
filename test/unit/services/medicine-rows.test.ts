/** Medicines as rows for people, over the invented people and, where they are at hand, real records. */
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { reconcileFiles } from '../../../src/cli/reconcile/reconcile-files.ts';
import { createReaders } from '../../../src/record/facts/create-readers.ts';
import { isMedicationResource } from '../../../src/record/facts/medication-fact.ts';
import type { ReconciledRecord } from '../../../src/record/reconciled-record.ts';
import { SANDBOX_PEOPLE } from '../../../src/sandbox/people/sandbox-people.ts';
import { medicineRows, type MedicineRow } from '../../../src/services/medicine-rows.ts';
import { createNames } from '../../../src/web/other/reference-names.ts';
import { listMedicines } from '../../../src/web/medicines/medicine-list.ts';
import { readFilter } from '../../../src/web/medicines/medicine-filter.ts';
import { recordsFolder } from '../../support/needs.ts';
import { reconciledPerson } from '../../support/reconciled-person.ts';

const TITLES: Readonly<Record<string, string>> = { gp: 'My surgery', hospital: 'The hospital', specialist: 'My notes' };

function rowsOf(record: ReconciledRecord): readonly MedicineRow[] {
  return medicineRows({ record, titleOf: (source) => TITLES[source] ?? source, readers: createReaders() });
}

function person(key: string): ReconciledRecord {
  const found = SANDBOX_PEOPLE.find(({ identity }) => identity.key === key);
  if (found === undefined) throw new Error(`nobody is called ${key}`);
  return reconciledPerson(found);
}

describe('the rows of an invented person', () => {
  const rows = rowsOf(person('zofia'));
  const row = (name: string): MedicineRow => {
    const found = rows.find((item) => item.name === name);
    if (found === undefined) throw new Error(`no row ${name}`);
    return found;
  };

  test('where the strength differs, name what is common, with every wording and who uses it', () => {
    const { name, names, standing, differences, doses } = row('Amlodipine');
    expect(name).toBe('Amlodipine');
    expect(names.map(({ value, who }) => [value, who])).toEqual([
      ['Amlodipine 10mg tablets', ['My surgery']],
      ['Amlodipine 5mg tablets', ['The hospital']],
    ]);
    expect(standing).toBe('differs');
    expect(differences.map(({ code }) => code)).toEqual(['strength-differs']);
    expect(doses.map(({ value }) => value)).toEqual(['One tablet once a day', '1 tablet once daily']);
  });

  test('a copy is told apart from who asserts it, and is no second voice', () => {
    const { statedBy, copiedBy, doses, standing } = row('Allopurinol 300mg tablets');
    expect(statedBy.map(({ title }) => title)).toEqual(['My surgery']);
    expect(copiedBy.map(({ title }) => title)).toEqual(['My notes']);
    expect(doses.map(({ who }) => who)).toEqual([['My surgery']]);
    expect(standing).toBe('only here');
  });

  test('what is stopped in one place and active in another is not past', () => {
    const { isPast, statuses } = row('Omeprazole 20mg gastro-resistant capsules');
    expect(isPast).toBe(false);
    expect(statuses.map(({ value, who }) => [value, who]).toSorted()).toEqual([
      ['active', ['My surgery']],
      ['stopped', ['The hospital']],
    ]);
  });

  test('past is what all who say anything say has ended, with its end', () => {
    const { isPast, period } = row('Aspirin 75mg dispersible tablets');
    expect(isPast).toBe(true);
    expect(period.end?.slice(0, 10)).toBe('2020-10-09');
    expect(rows.filter((item) => item.isPast).every(({ statuses }) => statuses.length > 0)).toBe(true);
  });

  test('doses told in words that cannot be set against each other cannot be compared', () => {
    expect(row('Warfarin 1mg tablets').standing).toBe('cannot compare');
    expect(row('Vitamin D 1000 units, from the chemist').standing).toBe('cannot compare');
  });

  test('"when needed" in every instruction is as needed', () => {
    expect(rows.filter(({ isAsNeeded, isPast }) => isAsNeeded && !isPast).map(({ name }) => name)).toEqual([
      'Co-codamol 30mg/500mg tablets',
      'Hypromellose 0.3% eye drops',
      'Paracetamol 500mg tablets',
    ]);
  });

  test('what may be the same is named from both sides, with the reason', () => {
    expect(row('water tablet').relatedTo).toMatchObject([{ name: 'Furosemide 40mg tablets', reason: 'vague' }]);
    expect(row('Furosemide 40mg tablets').relatedTo).toMatchObject([{ name: 'water tablet', reason: 'vague' }]);
  });

  test('what for is said where a source says it', () => {
    expect(row('Furosemide 40mg tablets').reasons).toMatchObject([{ value: 'Heart failure', who: ['The hospital'] }]);
    expect(row('Allopurinol 300mg tablets').reasons).toEqual([]);
  });
});

describe.each(SANDBOX_PEOPLE.map(({ identity }) => identity.key))('the record of %s', (key) => {
  test('loses no medicine, and every row has a name, who says so, and none of the gateway’s short words', () => {
    nothingIsLost(person(key));
  });
});

/** Every record of a medicine is in one row, or named apart as not counted; every row says what and who. */
function nothingIsLost(record: ReconciledRecord): void {
  const rows = rowsOf(record);
  const inRows = new Set(
    rows.flatMap(({ unified }) => unified.members.map(({ resource }) => `${resource.resourceType}/${resource.id}`)),
  );
  const list = listMedicines({
    record,
    medicines: rows,
    titleOf: (source) => source,
    entries: [],
    filter: readFilter({}, []),
  });
  const apart = new Set(list.notCounted.map(({ path }) => path.replace('/other/', '')));
  for (const item of record.sourceRecords.filter(isMedicationResource)) {
    const reference = `${item.resource.resourceType}/${item.resource.id}`;
    expect([reference, inRows.has(reference) || apart.has(reference)]).toEqual([reference, true]);
  }
  const shown = [...list.regular, ...list.asNeeded, ...list.past];
  expect(shown.length + list.statedNone.length).toBe(rows.length);
  const names = createNames(record);
  for (const row of rows) {
    const isNamed = row.unified.members.some(
      ({ resource }) =>
        isMedicationResource({ resource }) &&
        ('medicationCodeableConcept' in resource
          ? (resource.medicationCodeableConcept?.text ??
              resource.medicationCodeableConcept?.coding?.[0]?.display ??
              '') !== ''
          : names.of((resource as { medicationReference?: { reference?: string } }).medicationReference) !== undefined),
    );
    expect([row.reference, row.name === undefined && isNamed]).toEqual([row.reference, false]);
    expect(row.name ?? 'none').not.toMatch(/^\s*$|not the same in every source/);
    expect(row.statedBy.length + row.copiedBy.length).toBeGreaterThan(0);
    expect(row.doses.map(({ value }) => value).join()).not.toContain('sources differ');
  }
}

const records = recordsFolder();
const FOLDERS = ['gp-connect/uat-tc4', 'gp-connect/multilex', 'synthea/stu3', 'synthea/r4', 'eps', 'messy/gp2gp'];
const files = (records === undefined ? [] : FOLDERS).flatMap((folder) =>
  readdirSync(join(records ?? '', folder))
    .filter((name) => /\.json(?:\.gz)?$/.test(name))
    .map((name) => `${folder}/${name}`),
);

describe.skipIf(records === undefined)('real records', () => {
  const sample = process.env['PHR_FULL'] === '1' ? files : files.filter((_file, index) => index % 8 === 0);
  test.each(sample)('%s', async (file) => {
    const { record } = await reconcileFiles({
      patientId: 'p',
      files: [{ name: 'file', path: join(records ?? '', file) }],
      view: 'all',
      withOriginals: false,
    });
    nothingIsLost(record);
  });
});
