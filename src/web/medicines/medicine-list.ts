/**
 * My medicines as the page shows them: what is taken regularly (or nobody says), only when needed, past; apart from them what a
 * source states of there being none, and its records that count for nothing (laws L1, L6, L9). Pure.
 */
import type { PersonEntry } from '../../ports/person-entries.ts';
import { conceptText, recordNames } from '../../record/explain/record-names.ts';
import { isMedicationResource } from '../../record/facts/medication-fact.ts';
import type { Standing } from '../../record/normalise/source-record.ts';
import { OWN_SOURCE } from '../../record/own/own-source.ts';
import type { ReconciledRecord } from '../../record/reconciled-record.ts';
import type { MedicineRow } from '../../services/medicine-rows.ts';
import { createOwnWords, type OwnWords } from '../../services/own-words.ts';
import { writtenOn } from '../../services/written-on.ts';
import { besideRelated } from '../things/beside-related.ts';
import { filterMedicines, useOf, type MedicineFilter } from './medicine-filter.ts';

/** One line of what is said of a medicine: every value with who says it, and whether they stand against each other. */
export interface ShownMedicine extends MedicineRow {
  /** Codes that are no line of their own: the doses, names and statuses show them side by side already. */
  readonly otherDifferences: MedicineRow['differences'];
  /** Codes of all that differs, each once: a line that names them. */
  readonly differing: readonly string[];
  readonly nameDiffers: boolean;
  /** Codes of what of the product differs, each once. */
  readonly nameDifferences: readonly string[];
  /** How much or how often; otherwise doses in several wordings are the same, or cannot be set against each other. */
  readonly doseDiffers: boolean;
  /** Each wording stands with who says it: they differ, or one tablet is not as much as another. */
  readonly dosesApart: boolean;
  readonly statusDiffers: boolean;
  /** The person added it, and no place has it. */
  readonly isOwn: boolean;
  readonly own: OwnWords;
}

/** A source's record that is no medicine of the person: kept, and never counted. */
export interface NotCounted {
  readonly name: string | undefined;
  readonly why: Exclude<Standing, 'asserted'>;
  readonly title: string;
  readonly date: string | undefined;
  readonly path: string;
}

export interface MedicineList {
  readonly regular: readonly ShownMedicine[];
  readonly asNeeded: readonly ShownMedicine[];
  readonly past: readonly ShownMedicine[];
  readonly statedNone: readonly MedicineRow[];
  readonly notCounted: readonly NotCounted[];
  /** Of all medicines there are, whatever is shown. */
  readonly total: number;
  readonly shown: number;
}

export interface MedicineListInput {
  readonly record: ReconciledRecord;
  readonly medicines: readonly MedicineRow[];
  readonly titleOf: (source: string) => string;
  readonly entries: readonly PersonEntry[];
  readonly filter: MedicineFilter;
}

const PRODUCT: ReadonlySet<string> = new Set(['strength-differs', 'form-differs', 'brand-differs', 'name-differs']);
/** Of a product that is not as strong, or not surely the same, the same words are another dose. */
const AMOUNT: ReadonlySet<string> = new Set(['strength-differs', 'name-differs', 'code-text-disagree']);
const DOSE: ReadonlySet<string> = new Set(['dose-differs', 'frequency-differs']);

export function listMedicines(input: MedicineListInput): MedicineList {
  const { record, medicines, titleOf, entries, filter } = input;
  const ownWordsOf = createOwnWords(entries);
  const items = medicines.filter(({ isStatedNone }) => !isStatedNone);
  const shown = filterMedicines(items, filter).map((row) => ({
    ...shownMedicine(row),
    own: ownWordsOf(row.unified.members),
  }));
  const used = (use: ReturnType<typeof useOf>) => {
    const rows = shown.filter((row) => useOf(row) === use);
    return filter.sort === 'name' ? besideRelated(rows, ({ relatedTo }) => relatedTo.map(({ path }) => path)) : rows;
  };
  return {
    regular: used('regular'),
    asNeeded: used('as-needed'),
    past: used('past'),
    statedNone: medicines.filter(({ isStatedNone }) => isStatedNone),
    notCounted: notCounted(record, titleOf),
    total: items.length,
    shown: shown.length,
  };
}

/** Without what the person says of it. */
export function shownMedicine(row: MedicineRow): Omit<ShownMedicine, 'own'> {
  const isShown = (code: string): boolean =>
    code === 'status-differs' ||
    (PRODUCT.has(code) && row.names.length > 1) ||
    (DOSE.has(code) && row.doses.length > 1);
  const differing = [...new Set(row.differences.map(({ code }) => code))];
  const nameDifferences = differing.filter((code) => PRODUCT.has(code));
  return {
    ...row,
    otherDifferences: row.differences.filter(({ code }) => !isShown(code)),
    differing,
    doseDiffers: row.differences.some(({ code }) => DOSE.has(code)),
    dosesApart: row.dosesDiffer || (row.doses.length > 1 && row.differences.some(({ code }) => AMOUNT.has(code))),
    nameDiffers: nameDifferences.length > 0,
    nameDifferences,
    statusDiffers: row.differences.some(({ code }) => code === 'status-differs'),
    isOwn: row.unified.members.every(({ source }) => source === OWN_SOURCE),
  };
}

function notCounted(record: ReconciledRecord, titleOf: (source: string) => string): readonly NotCounted[] {
  const left = record.sourceRecords.filter((item) => item.standing !== 'asserted' && isMedicationResource(item));
  if (left.length === 0) return [];
  const names = recordNames(record);
  return left.flatMap(({ resource, source, standing }) => {
    if (standing === 'asserted') return [];
    const path = `/other/${resource.resourceType}/${resource.id}`;
    const name = conceptText(names.productOf(resource));
    return [{ name, why: standing, title: titleOf(source), date: writtenOn(resource), path }];
  });
}
