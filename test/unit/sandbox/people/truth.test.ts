/** The truth tables speak of the records that exist, and of all of them. */
import { describe, expect, test } from 'vitest';
import { SANDBOX_PEOPLE } from '../../../../src/sandbox/people/sandbox-people.ts';
import type { SandboxPerson } from '../../../../src/sandbox/people/person.ts';
import type { SandboxSourceName } from '../../../../src/sandbox/people/source-name.ts';
import type { TruthRow } from '../../../../src/sandbox/people/truth.ts';

const SOURCES: readonly SandboxSourceName[] = ['gp', 'hospital', 'specialist'];
const TOLD_OF: ReadonlySet<string> = new Set([
  'MedicationStatement',
  'MedicationRequest',
  'MedicationDispense',
  'Condition',
  'AllergyIntolerance',
]);

function itemsOf(rows: readonly TruthRow[]): readonly string[] {
  return rows.flatMap(({ items }) =>
    SOURCES.flatMap((source) => (items[source] ?? []).map((item) => `${source} ${item}`)),
  );
}

function recorded({ records }: SandboxPerson): readonly string[] {
  return SOURCES.flatMap((source) =>
    records[source]
      .filter(({ resourceType }) => TOLD_OF.has(resourceType))
      .map(({ resourceType, id }) => `${source} ${resourceType}/${id ?? ''}`),
  );
}

/** Sources that assert the row: a source all of whose items are copies does not. */
function asserting(row: TruthRow): readonly SandboxSourceName[] {
  return SOURCES.filter((source) => {
    const items = row.items[source] ?? [];
    return items.length > 0 && !row.copies.some((copy) => copy.source === source && items.includes(copy.item));
  });
}

describe.each(SANDBOX_PEOPLE)('$identity.key', (person) => {
  const { rows, unlinked } = person.truth;
  const byKey = new Map(rows.map((row) => [row.key, row]));

  test('every medicine, condition and allergy item is in one row, or named as unlinked', () => {
    const told = [...itemsOf(rows), ...unlinked.map(({ source, item }) => `${source} ${item}`)];
    expect([...told].sort()).toEqual([...recorded(person)].sort());
  });

  test('keys are unique', () => {
    expect(byKey.size).toBe(rows.length);
  });

  test('a relation stands in both rows, with the same code and reason', () => {
    for (const row of rows) {
      for (const { row: other, code, reason } of row.related) {
        expect(byKey.get(other)?.related, `${row.key} and ${other}`).toContainEqual({ row: row.key, code, reason });
      }
    }
  });

  test('rows that stay apart name each other', () => {
    for (const row of rows) {
      for (const other of row.apartFrom) expect(byKey.has(other), `${row.key} and ${other}`).toBe(true);
    }
  });

  test('the level follows from who asserts the row', () => {
    for (const row of rows) {
      const several = asserting(row).length > 1;
      const merged = row.level === 'same' || row.level === 'same-but-differs';
      expect(merged, row.key).toBe(several);
      if (several) expect(row.level === 'same-but-differs', row.key).toBe(row.differs.length > 0);
      if (!several) expect(row.level === 'related', row.key).toBe(row.related.length > 0);
    }
  });

  test('copies and changes speak of items of the row', () => {
    for (const { key, copies, items, changes } of rows) {
      for (const { source, item, of } of copies) {
        expect(items[source], key).toContain(item);
        expect(items[of.source], key).toContain(of.item);
      }
      for (const { source } of changes) expect(items[source], key).toBeDefined();
    }
  });

  test('every source that tells it is described, and no other', () => {
    for (const { key, told, items } of rows) {
      for (const source of Object.keys(items)) expect(Object.keys(told), key).toContain(source);
    }
  });

  test('List warnings are those the GP record carries', () => {
    const codes = person.records.gp.flatMap((resource) =>
      resource.resourceType === 'List' ? (resource.extension ?? []).map(({ valueCode }) => valueCode) : [],
    );
    expect(new Set(codes)).toEqual(new Set(person.truth.warnings.map(({ code }) => code)));
  });
});

test('together the tables cover every discrepancy and every reason for a relation but "text-only"', () => {
  const rows = SANDBOX_PEOPLE.flatMap(({ truth }) => truth.rows);
  expect(new Set(rows.flatMap(({ differs }) => differs))).toEqual(
    new Set([
      'strength-differs',
      'dose-differs',
      'frequency-differs',
      'form-differs',
      'route-differs',
      'brand-differs',
      'status-differs',
      'period-differs',
      'severity-or-stage-differs',
      'verification-differs',
      'code-text-disagree',
    ]),
  );
  expect(new Set(rows.flatMap(({ related }) => related.map(({ reason }) => reason)))).toEqual(
    new Set(['strength', 'form', 'release', 'course', 'combination', 'side', 'general-or-specific', 'vague']),
  );
});
