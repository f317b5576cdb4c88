/** Checks the form for a medicine of the person's own; all faults at once. Pure. */
import type { OwnMedicine } from '../../ports/person-entries.ts';
import { isPartialDate, MAX_NAME, MAX_SHORT, textFault } from '../../services/own-entry-faults.ts';
import type { FormFault } from '../add/entry-form.ts';

/** As typed; '' where nothing was. */
export interface MedicineFields {
  readonly name: string;
  readonly dose: string;
  readonly what: string;
  readonly day: string;
  readonly month: string;
  readonly year: string;
  readonly use: string;
  readonly sort: string;
}

export const SORTS = ['over-the-counter', 'supplement', 'home-treatment', 'prescribed-elsewhere'] as const;
/** `unsaid`: a choice that is made cannot be unmade without a script. */
export const USES = ['regular', 'as-needed', 'unsaid'] as const;

/** @param today FHIR date. */
export function checkMedicineForm(
  fields: MedicineFields,
  today: string,
): { readonly content: OwnMedicine } | { readonly faults: readonly FormFault[] } {
  const sort = SORTS.find((item) => item === fields.sort);
  const chosen = USES.find((item) => item === fields.use);
  const use = chosen === 'unsaid' ? undefined : chosen;
  const since = partialDate(fields);
  const faults = [
    ...lineFault('text-name', fields.name, MAX_NAME, true),
    ...(sort === undefined ? [{ field: 'sort', key: 'choose' }] : []),
    ...lineFault('text-dose', fields.dose, MAX_SHORT, false),
    ...lineFault('text-what', fields.what, MAX_SHORT, false),
    ...dateFault(since, today),
  ];
  if (faults.length > 0 || sort === undefined || since === false) return { faults };
  const { name, dose, what } = fields;
  return { content: { kind: 'medicine', name, dose: said(dose), what: said(what), since, use, sort } };
}

export function medicineFields(medicine: OwnMedicine): MedicineFields {
  const [year = '', month = '', day = ''] = (medicine.since ?? '').split('-');
  const { name, dose = '', what = '', use = '', sort } = medicine;
  return { name, dose, what, day, month, year, use, sort };
}

export function lineFault(field: string, text: string, most: number, needed: boolean): readonly FormFault[] {
  const fault = textFault(said(text), { max: most, needed });
  return fault === undefined ? [] : [{ field, key: fault, most }];
}

function said(text: string): string | undefined {
  return text === '' ? undefined : text;
}

/** A year, a month of a year, or a day. @returns undefined where nothing was typed, false where it is no date. */
function partialDate({ day, month, year }: MedicineFields): string | undefined | false {
  if (day + month + year === '') return undefined;
  if (!/^\d{4}$/.test(year) || (day !== '' && month === '')) return false;
  const parts = [month, day].filter((part) => part !== '');
  if (!parts.every((part) => /^\d{1,2}$/.test(part))) return false;
  const date = [year, ...parts.map((part) => part.padStart(2, '0'))].join('-');
  return isPartialDate(date) && date;
}

function dateFault(since: string | undefined | false, today: string): readonly FormFault[] {
  if (since === false) return [{ field: 'text-since-day', key: 'no-date' }];
  return since !== undefined && since > today.slice(0, since.length)
    ? [{ field: 'text-since-day', key: 'future' }]
    : [];
}
