/** Checks the form for adding someone; all faults at once. Pure. */
import type { RepresentedPerson } from '../../services/represent.ts';

export interface PersonFields {
  readonly given: string;
  readonly family: string;
  readonly day: string;
  readonly month: string;
  readonly year: string;
  readonly relationship: string;
}

export interface PersonFault {
  /** Id of the field on the page. */
  readonly field: string;
  /** Of the catalogue's `add-person:fault`. */
  readonly key: 'given' | 'family' | 'nameTooLong' | 'birthDate' | 'birthDateFuture' | 'relationship';
}

export const LONGEST_NAME = 100;

/** @param today FHIR date. */
export function checkPersonForm(
  fields: PersonFields,
  today: string,
): { readonly person: RepresentedPerson } | { readonly faults: readonly PersonFault[] } {
  const { given, family, relationship } = fields;
  const faults: PersonFault[] = [];
  for (const key of ['given', 'family'] as const) {
    const field = `text-${key}`;
    if (fields[key] === '') faults.push({ field, key });
    else if (fields[key].length > LONGEST_NAME) faults.push({ field, key: 'nameTooLong' });
  }
  const birthDate = fullDate(fields);
  const isFuture = birthDate !== undefined && birthDate > today;
  if (birthDate === undefined || isFuture)
    faults.push({ field: 'text-birth-day', key: isFuture ? 'birthDateFuture' : 'birthDate' });
  if (relationship !== 'parent' && relationship !== 'carer')
    faults.push({ field: 'relationship', key: 'relationship' });
  else if (faults.length === 0 && birthDate !== undefined)
    return { person: { given, family, birthDate, relationship } };
  return { faults };
}

function fullDate(fields: Pick<PersonFields, 'day' | 'month' | 'year'>): string | undefined {
  if (!/^\d{1,2}$/.test(fields.day) || !/^\d{1,2}$/.test(fields.month) || !/^\d{4}$/.test(fields.year))
    return undefined;
  const text = `${fields.year}-${fields.month.padStart(2, '0')}-${fields.day.padStart(2, '0')}`;
  const date = new Date(`${text}T00:00:00Z`);
  // 31 February becomes March: only a date that reads back as written is one.
  const isReal = !Number.isNaN(date.getTime()) && date.toISOString().startsWith(text);
  return isReal && Number(fields.year) >= 1875 ? text : undefined;
}
