/** The page of one item over every item of the invented people: nothing of it is lost, and it can be parted and joined. */
import { describe, expect, test } from 'vitest';
import { createReaders } from '../../../../src/record/facts/create-readers.ts';
import { refOf } from '../../../../src/record/explain/record-names.ts';
import type { ReconciledRecord } from '../../../../src/record/reconciled-record.ts';
import { SANDBOX_PEOPLE } from '../../../../src/sandbox/people/sandbox-people.ts';
import { medicineRows } from '../../../../src/services/medicine-rows.ts';
import { itemView, type ItemView } from '../../../../src/web/item/item-view.ts';
import type { PageRecord } from '../../../../src/web/record/page-record.ts';
import { reconciledPerson } from '../../../support/reconciled-person.ts';

const readers = createReaders();
const titleOf = (source: string) => `The ${source}`;

function pageOf(record: ReconciledRecord): PageRecord {
  const answer = { record, completeness: [], stamps: new Map(), gone: new Map(), digest: '' };
  const medicines = medicineRows({ record, titleOf, readers });
  return { answer, medicines, readers, titleOf, resources: [], rows: [] };
}

function viewOf(page: PageRecord, item: ReconciledRecord['unified'][number], recordPage = 1): ItemView {
  return itemView({ page, item, decisions: [], entries: [], nameOf: () => 'Somebody', readers, recordPage });
}

describe.each(SANDBOX_PEOPLE)('the items of $identity.key', (person) => {
  const page = pageOf(reconciledPerson(person));
  const { unified } = page.answer.record;

  test('show every record, on as many pages as it takes, as received', () => {
    for (const item of unified) {
      const { pages, recordCount } = viewOf(page, item);
      const shown = Array.from({ length: pages.count }, (_, index) => viewOf(page, item, index + 1).records).flat();
      expect(recordCount).toBe(item.members.length);
      expect(shown.map(({ reference }) => reference).toSorted()).toEqual(
        item.members.map(({ resource }) => refOf(resource)).toSorted(),
      );
      for (const { reference, received, fields } of shown) {
        const member = item.members.find(({ resource }) => refOf(resource) === reference);
        expect(JSON.parse(received)).toEqual(
          JSON.parse(member?.received.text ?? JSON.stringify(member?.received.json)),
        );
        expect(fields.map(({ key }) => key)).toContain('name');
      }
      expect(viewOf(page, item, 10_000).pages.page).toBe(pages.count);
    }
  });

  test('say why they are one or alone, and what happened in order', () => {
    for (const item of unified) {
      const { rules, history } = viewOf(page, item);
      expect(rules.length).toBeGreaterThan(0);
      const dates = history.map(({ date = '' }) => date);
      expect(dates).toEqual(dates.toSorted().toReversed());
    }
  });

  test('can be parted where their source does not tie them, and joined with any other of their kind', () => {
    for (const item of unified) {
      const { leaving, joining } = viewOf(page, item);
      const count = leaving.reduce((sum, part) => sum + part.count, 0);
      expect(count === 0 || count === item.members.length).toBe(true);
      const sources = new Set(item.members.map(({ source }) => source));
      if (sources.size > 1) expect(leaving.length).toBeGreaterThan(1);
      const others = unified.filter(({ resource }) => resource.resourceType === item.resource.resourceType);
      expect(joining).toHaveLength(others.length - 1);
      // The engine's own words, and its dates, are of no page.
      expect(joining.filter(({ name = '' }) => /\(\d{4}-|not the same in every source/.test(name))).toEqual([]);
      const firstOther = joining.findIndex(({ isRelated }) => !isRelated);
      expect(joining.slice(Math.max(firstOther, 0)).some(({ isRelated }) => isRelated && firstOther >= 0)).toBe(false);
    }
  });
});

test('a plan for a medicine is called so, and no prescription', () => {
  const records = SANDBOX_PEOPLE.flatMap((person) => {
    const page = pageOf(reconciledPerson(person));
    return page.answer.record.unified.flatMap((item) =>
      viewOf(page, item).records.map(({ reference, type, kind }) => {
        const member = item.members.find(({ resource }) => refOf(resource) === reference)?.resource;
        const isPlan = member?.resourceType === 'MedicationRequest' && member.intent === 'plan';
        return { kind, expected: isPlan ? 'plan' : type };
      }),
    );
  });
  expect(new Set(records.map(({ kind }) => kind))).toContain('plan');
  expect(records.filter(({ kind, expected }) => kind !== expected)).toEqual([]);
});

test('a stop is told with its day and its reason', () => {
  const record = reconciledPerson(SANDBOX_PEOPLE[0] as (typeof SANDBOX_PEOPLE)[number]);
  const page = pageOf(record);
  const reasons = record.unified.flatMap((item) => viewOf(page, item).history).filter(({ why }) => why !== undefined);
  expect(reasons).toContainEqual({
    date: '2020-10-09',
    key: 'ended',
    values: {},
    who: 'The gp',
    why: 'Anticoagulant started',
  });
});
