/**
 * Everything the sources gave that no list of medicines, conditions, allergies or vaccinations shows, by kind; nothing is left
 * without a place (law L1). Pure.
 */
import { refOf } from '../../record/explain/record-names.ts';
import { compareDaySpans, daySpan } from '../../record/facts/day-span.ts';
import type { SourceRecord } from '../../record/normalise/source-record.ts';
import type { ReconciledRecord } from '../../record/reconciled-record.ts';
import { summariseItem, type ItemSummary } from './item-summary.ts';
import { itemDate } from './item-date.ts';
import { itemFacts, type ItemFact } from './item-facts.ts';
import type { Names } from './reference-names.ts';
import { groupOf, isNamedKind, KIND_GROUPS, type KindGroup } from './tables/kinds.ts';

export interface KindCount {
  /** FHIR resource type. */
  readonly kind: string;
  readonly isNamed: boolean;
  readonly count: number;
  /** FHIR date of the newest. */
  readonly newest: string | undefined;
}

export interface KindSection {
  readonly group: KindGroup;
  readonly kinds: readonly KindCount[];
}

/** Has a list of its own. */
const VACCINATION = 'Immunization';

/** Source records that no other list shows. */
export function otherRecords(record: ReconciledRecord): readonly SourceRecord[] {
  const listed = new Set(record.unified.flatMap(({ members }) => members.map(({ resource }) => refOf(resource))));
  return record.sourceRecords.filter(
    ({ resource }) => !listed.has(refOf(resource)) && resource.resourceType !== VACCINATION,
  );
}

/** Sections and kinds in the order of the table; kinds that it does not name come last. */
export function kindSections(records: readonly SourceRecord[]): readonly KindSection[] {
  const byKind = new Map<string, SourceRecord[]>();
  for (const item of records) {
    const kind = item.resource.resourceType;
    const known = byKind.get(kind);
    if (known === undefined) byKind.set(kind, [item]);
    else known.push(item);
  }
  const counts = [...byKind].map(([kind, items]) => ({
    kind,
    isNamed: isNamedKind(kind),
    count: items.length,
    newest: newestDate(items),
  }));
  const groups: readonly KindGroup[] = [...(Object.keys(KIND_GROUPS) as KindGroup[]), 'rest'];
  const order = Object.values(KIND_GROUPS).flat() as readonly string[];
  return groups.flatMap((group) => {
    const kinds = counts
      .filter(({ kind }) => groupOf(kind) === group)
      .sort((a, b) => order.indexOf(a.kind) - order.indexOf(b.kind));
    return kinds.length === 0 ? [] : [{ group, kinds }];
  });
}

function newestDate(items: readonly SourceRecord[]): string | undefined {
  const spans = items.flatMap(({ resource }) => daySpan(itemDate(resource)) ?? []);
  return spans.sort(compareDaySpans).at(-1)?.text;
}

/** Newest first; what has no date last. */
export function newestFirst(records: readonly SourceRecord[]): readonly SourceRecord[] {
  const dated = records.map((item) => ({ item, span: daySpan(itemDate(item.resource)) }));
  return dated
    .toSorted((a, b) => {
      if (a.span !== undefined && b.span !== undefined) return compareDaySpans(b.span, a.span);
      return Number(a.span === undefined) - Number(b.span === undefined);
    })
    .map(({ item }) => item);
}

export interface KindQuery {
  /** Only those whose name or value has these words. */
  readonly find: string;
  /** Only those called exactly so. */
  readonly name: string | undefined;
  /** From 1; one beyond the last gives the last. */
  readonly page: number;
}

export interface NameCount {
  /** Undefined: those without a name. */
  readonly name: string | undefined;
  readonly count: number;
  readonly newest: ItemSummary;
}

export interface KindItem extends ItemSummary {
  readonly facts: readonly ItemFact[];
}

export interface KindPage {
  readonly items: readonly KindItem[];
  /** Some item of the page has a date. */
  readonly hasDates: boolean;
  /** Of all that the query fits. */
  readonly total: number;
  readonly page: number;
  readonly pages: number;
  /** Every name of this kind with its newest item, by name; empty where each name is there once or all fit on one page. */
  readonly names: readonly NameCount[];
}

export const PAGE_SIZE = 50;

/** @param records of one kind. */
export function kindPage(
  records: readonly SourceRecord[],
  query: KindQuery,
  titleOf: (source: string) => string,
  names: Names,
): KindPage {
  const all = newestFirst(records).map((item) => ({
    ...summariseItem(item, titleOf, names),
    resource: item.resource,
  }));
  const wanted = query.find.toLowerCase();
  const fitting = all.filter(
    (item) => (query.name === undefined || item.what === query.name) && (wanted === '' || hasWords(item, wanted)),
  );
  const pages = Math.max(1, Math.ceil(fitting.length / PAGE_SIZE));
  const page = Math.min(Math.max(1, query.page), pages);
  const isWhole = query.name === undefined && wanted === '';
  const shown = fitting.slice((page - 1) * PAGE_SIZE, page * PAGE_SIZE);
  return {
    items: shown.map(({ resource, ...item }) => ({ ...item, facts: itemFacts(resource, item.what, names) })),
    hasDates: shown.some(({ date }) => date !== undefined),
    total: fitting.length,
    page,
    pages,
    names: isWhole && all.length > PAGE_SIZE ? countNames(all) : [],
  };
}

function hasWords({ what, values, marks, who }: ItemSummary, wanted: string): boolean {
  const texts = [
    what,
    ...values.flatMap(({ label, value }) => [
      label,
      value.sort === 'key' ? Object.values(value.values).join(' ') : value.text,
    ]),
    ...marks,
    who,
  ];
  return texts.some((text) => text?.toLowerCase().includes(wanted) === true);
}

function countNames(items: readonly ItemSummary[]): readonly NameCount[] {
  const counts = new Map<string | undefined, { count: number; readonly newest: ItemSummary }>();
  for (const item of items) {
    const known = counts.get(item.what);
    if (known === undefined) counts.set(item.what, { count: 1, newest: item });
    else known.count++;
  }
  if (counts.size === items.length) return [];
  return [...counts]
    .map(([name, { count, newest }]) => ({ name, count, newest }))
    .sort((a, b) => ((a.name ?? '').toLowerCase() < (b.name ?? '').toLowerCase() ? -1 : 1));
}
