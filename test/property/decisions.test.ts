import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { decidedBytes, decidedRecord, groupsOf, reconciledBytes, type Delivery } from '../support/decided-delivery.ts';
import type { Decision, ItemRef } from '../../src/record/decide/decision.ts';

const medicines = [
  'Furosemide 20mg tablets',
  'Furosemide 40mg tablets',
  'Lasix 40mg tablets',
  'Warfarin 1mg tablets',
  'Warfarin 5mg tablets',
  'Metformin 500mg modified-release tablets',
  'Metformin 500mg tablets',
  'water tablet',
  'Amoxicillin 500mg capsules',
  'Prednisolone 5mg tablets',
  'Zorblax 5mg tablets',
];
const conditions = [
  'Type 2 diabetes mellitus',
  'Diabetes',
  'Asthma',
  'Osteoarthritis of left knee',
  'Osteoarthritis of right knee',
  'Acute bronchitis',
  'Zorblax syndrome',
];
const dates = [undefined, '2023', '2023-03', '2023-03-14', '2023-03-15', '2020-01-02'];
const subject = { reference: 'Patient/p' };

const medicine = fc
  .record({
    text: fc.constantFrom(...medicines),
    status: fc.constantFrom('active', 'stopped'),
    date: fc.constantFrom(...dates),
  })
  .map(({ text, status, date }) => ({
    ...(date === undefined ? {} : { effectiveDateTime: date }),
    resourceType: 'MedicationStatement',
    status,
    subject,
    medicationCodeableConcept: { text },
  }));
const condition = fc
  .record({ text: fc.constantFrom(...conditions), date: fc.constantFrom(...dates) })
  .map(({ text, date }) => ({
    ...(date === undefined ? {} : { onsetDateTime: date }),
    resourceType: 'Condition',
    subject,
    code: { text },
  }));

const records = fc
  .array(fc.oneof(medicine, condition), { minLength: 1, maxLength: 8 })
  .map((resources) => resources.map((resource, index) => ({ ...resource, id: `r${index}` })));
const delivery: fc.Arbitrary<Delivery> = fc.record({ gp: records, hospital: records });

/** A delivery and decisions about records in it (now and then about one that is not there). */
const decidedDelivery = delivery.chain((given) => {
  const items: ItemRef[] = Object.entries(given).flatMap(([source, resources]) =>
    resources.map(({ resourceType, id }) => ({ source, resourceType, originalId: id })),
  );
  const item = fc.constantFrom<ItemRef>(...items, { source: 'gp', resourceType: 'Condition', originalId: 'gone' });
  const decision = fc.record({
    kind: fc.constantFrom<Decision['kind']>('same', 'not-same'),
    items: fc.tuple(item, item),
    actorId: fc.constant('anna'),
    at: fc.integer({ min: 1, max: 5 }).map((day) => `2026-01-0${day}T12:00:00Z`),
  });
  return fc
    .array(decision, { maxLength: 6 })
    .map((decisions) => ({ given, decisions: decisions.map((one, index) => ({ ...one, id: `d${index}` })) }));
});

const nameOf = (item: ItemRef): string => ('reference' in item ? '' : `${item.source}/${item.originalId}`);
const kindOf = (item: ItemRef): string => ('reference' in item ? '' : item.resourceType);
const isThere = (item: ItemRef): boolean => !nameOf(item).endsWith('/gone');

function areTogether(groups: readonly string[], [a, b]: Decision['items']): boolean {
  return groups.some((group) => {
    const members = group.split(' ');
    return members.includes(nameOf(a)) && members.includes(nameOf(b));
  });
}

test('the order of decisions and of records does not change one byte', () => {
  fc.assert(
    fc.property(decidedDelivery, ({ given, decisions }) => {
      const reversed = Object.fromEntries(
        Object.entries(given)
          .reverse()
          .map(([name, resources]) => [name, [...resources].reverse()]),
      );
      expect(decidedBytes(reversed, [...decisions].reverse())).toBe(decidedBytes(given, decisions));
    }),
  );
});

test('a decision survives a re-pull and another order of ids', () => {
  fc.assert(
    fc.property(decidedDelivery, ({ given, decisions }) => {
      const again = Object.fromEntries(
        Object.entries(given).map(([name, resources]) => [name, [...resources, ...[...resources].reverse()]]),
      );
      expect(groupsOf(again, decisions)).toEqual(groupsOf(given, decisions));
    }),
  );
});

test('every record is in exactly one group, with ids of their own, whatever was decided', () => {
  fc.assert(
    fc.property(decidedDelivery, ({ given, decisions }) => {
      const record = decidedRecord(given, decisions);
      const members = record.unified.flatMap((item) => item.members);
      expect(members).toHaveLength(Object.values(given).flat().length);
      expect(new Set(members).size).toBe(members.length);
      const ids = record.unified.map((item) => `${item.resource.resourceType}/${item.resource.id}`);
      expect(new Set(ids).size).toBe(ids.length);
    }),
  );
});

test('the latest decision is followed, whatever was decided before', () => {
  fc.assert(
    fc.property(decidedDelivery, ({ given, decisions }) => {
      const latest = decisions.at(-1);
      fc.pre(latest !== undefined && latest.items.every(isThere));
      fc.pre(nameOf(latest.items[0]) !== nameOf(latest.items[1]));
      fc.pre(kindOf(latest.items[0]) === kindOf(latest.items[1]));
      const all = [...decisions.slice(0, -1), { ...latest, at: '2026-02-01T12:00:00Z' }];
      expect(areTogether(groupsOf(given, all), latest.items)).toBe(latest.kind === 'same');
    }),
  );
});

test('to part and then to join is to join; no decision touches other groups', () => {
  fc.assert(
    fc.property(decidedDelivery, ({ given, decisions }) => {
      const [first] = decisions;
      fc.pre(first !== undefined);
      const join: Decision = { ...first, kind: 'same', at: '2026-02-02T12:00:00Z' };
      const part: Decision = { ...first, id: 'part', kind: 'not-same', at: '2026-02-01T12:00:00Z' };
      expect(groupsOf(given, [part, join])).toEqual(groupsOf(given, [join]));
      const named = first.items.map(nameOf);
      const others = groupsOf(given, []).filter((group) => !group.split(' ').some((member) => named.includes(member)));
      expect(groupsOf(given, [part])).toEqual(expect.arrayContaining(others));
    }),
  );
});

test('an equal record of a third source separates nothing that was together', () => {
  fc.assert(
    fc.property(decidedDelivery, fc.nat(), ({ given, decisions }, at) => {
      const all = Object.values(given).flat();
      const equal = all[at % all.length];
      fc.pre(equal !== undefined);
      const before = groupsOf(given, decisions);
      const after = groupsOf({ ...given, specialist: [{ ...equal, id: 'equal' }] }, decisions);
      for (const group of before) {
        const members = group.split(' ');
        expect(
          after.some((other) => members.every((member) => other.split(' ').includes(member))),
          `${group} stays together`,
        ).toBe(true);
      }
    }),
  );
});

test('another process, time zone and locale give the same bytes', () => {
  const program = fileURLToPath(new URL('../support/decided-delivery.ts', import.meta.url));
  const tsx = fileURLToPath(new URL('../../node_modules/tsx/dist/cli.mjs', import.meta.url));
  const places = [
    { TZ: 'Pacific/Apia', LANG: 'tr_TR.UTF-8', LC_ALL: 'tr_TR.UTF-8' },
    { TZ: 'America/St_Johns', LANG: 'C', LC_ALL: 'C' },
  ];
  for (const place of places) {
    const told = spawnSync(process.execPath, [tsx, program], { encoding: 'utf8', env: { ...process.env, ...place } });
    expect(told.stderr).toBe('');
    expect(told.stdout).toBe(reconciledBytes());
  }
});
