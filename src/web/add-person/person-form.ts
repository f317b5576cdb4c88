/** Checks the form for adding someone; all faults at once, each in words and by field. Pure. */
import type { RepresentedPerson } from '../../services/represent.ts';

export interface PersonFields {
  readonly given: string;
  readonly family: string;
  readonly day: string;
  readonly month: string;
  readonly year: string;
  readonly relationship: string;
}

export interface FieldFault {
  readonly field: keyof PersonFields;
  readonly text: string;
}

const LONGEST_NAME = 100;

/** @param today FHIR date. */
export function checkPersonForm(
  fields: PersonFields,
  today: string,
): { readonly person: RepresentedPerson } | { readonly faults: readonly FieldFault[] } {
  const faults: FieldFault[] = [];
  if (fields.given === '') faults.push({ field: 'given', text: 'Enter their first name.' });
  if (fields.family === '') faults.push({ field: 'family', text: 'Enter their last name.' });
  for (const field of ['given', 'family'] as const) {
    if (fields[field].length > LONGEST_NAME)
      faults.push({ field, text: `A name has ${LONGEST_NAME} characters at most.` });
  }
  const birthDate = fullDate(fields);
  if (birthDate === undefined) faults.push({ field: 'day', text: 'Enter a real date of birth, such as 31 3 2015.' });
  else if (birthDate > today) faults.push({ field: 'day', text: 'The date of birth must be in the past.' });
  const { relationship } = fields;
  if (relationship !== 'parent' && relationship !== 'carer') {
    faults.push({ field: 'relationship', text: 'Choose whether you are their parent or their carer.' });
  } else if (faults.length === 0 && birthDate !== undefined) {
    return { person: { given: fields.given, family: fields.family, birthDate, relationship } };
  }
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
