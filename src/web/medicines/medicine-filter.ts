/** Which medicines the person asked to see, and in which order; from the address, so that it works without script. Pure. */
import type { MedicineRow } from '../../services/medicine-rows.ts';

export const STANDINGS = ['agrees', 'differs', 'only here', 'may be the same', 'cannot compare'] as const;
export const USES = ['regular', 'as-needed', 'past'] as const;
export const SORTS = ['name', 'newest', 'standing'] as const;

export interface MedicineFilter {
  /** Words that all have to be there; '' for no search. */
  readonly search: string;
  readonly standing: (typeof STANDINGS)[number] | undefined;
  /** Name of a source. */
  readonly source: string | undefined;
  readonly use: (typeof USES)[number] | undefined;
  readonly sort: (typeof SORTS)[number];
}

const LONGEST_SEARCH = 200;
/** What asks for a second look comes first. */
const BY_STANDING: Readonly<Record<MedicineRow['standing'], number>> = {
  differs: 0,
  'may be the same': 1,
  'cannot compare': 2,
  'only here': 3,
  agrees: 4,
};

/** What is not understood asks for nothing. @param query of the request. @param sources names of those there are. */
export function readFilter(query: unknown, sources: readonly string[]): MedicineFilter {
  const text = (name: string): string => {
    const value = (query as Readonly<Record<string, unknown>>)[name];
    return typeof value === 'string' ? value.trim() : '';
  };
  return {
    search: text('search').slice(0, LONGEST_SEARCH),
    standing: STANDINGS.find((standing) => standing === text('standing')),
    source: sources.find((source) => source === text('source')),
    use: USES.find((use) => use === text('use')),
    sort: SORTS.find((sort) => sort === text('sort')) ?? 'name',
  };
}

export function isNarrowed({ search, standing, source, use }: MedicineFilter): boolean {
  return search !== '' || standing !== undefined || source !== undefined || use !== undefined;
}

export function useOf({ isPast, isAsNeeded }: MedicineRow): (typeof USES)[number] {
  return isPast ? 'past' : isAsNeeded ? 'as-needed' : 'regular';
}

/** @param rows by name. */
export function filterMedicines(rows: readonly MedicineRow[], filter: MedicineFilter): readonly MedicineRow[] {
  const { standing, source, use, sort } = filter;
  const words = filter.search.toLowerCase().split(/\s+/);
  const found = rows.filter(
    (row) =>
      (standing === undefined || row.standing === standing) &&
      (use === undefined || useOf(row) === use) &&
      (source === undefined || [...row.statedBy, ...row.copiedBy].some((told) => told.source === source)) &&
      words.every((word) => textOf(row).includes(word)),
  );
  switch (sort) {
    case 'newest':
      return found.toSorted((a, b) => compare(newestOf(b), newestOf(a)));
    case 'standing':
      return found.toSorted((a, b) => BY_STANDING[a.standing] - BY_STANDING[b.standing]);
    default:
      return found;
  }
}

function textOf({ name = '', names, doses, reasons }: MedicineRow): string {
  return [name, ...[...names, ...doses, ...reasons].map(({ value }) => value)].join('\n').toLowerCase();
}

function newestOf({ statedBy, copiedBy, period }: MedicineRow): string {
  const dates = [...statedBy, ...copiedBy].flatMap(({ date }) => date ?? []);
  return [...dates, period.start ?? ''].toSorted().at(-1) ?? '';
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
