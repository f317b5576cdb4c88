/** The words of each source for one thing, from the records that went into it. Pure. */
import type { CodeableConcept, Medication } from 'fhir/r4.js';
import { EXTENSION } from '../../record/fhir/canonical.ts';
import type { R4Resource } from '../../record/fhir/types.ts';
import { conceptText, type RecordRow } from '../record-rows.ts';

/** Words of a source, and the names of the sources that say so. */
export interface Said {
  readonly text: string;
  readonly by: readonly string[];
}

export interface RecordContext {
  /** By `<Type>/<id>`, view `all`. */
  readonly byReference: ReadonlyMap<string, R4Resource>;
  /** By `<Type>/<id>` of a source record: the name of its source. */
  readonly sourceOf: ReadonlyMap<string, string>;
  /** By `<Type>/<id>` of a unified record: names of those that may be the same. */
  readonly related: ReadonlyMap<string, readonly string[]>;
}

/** Differences after which the unified name is no source's own. */
const NAME_DIFFERENCES: ReadonlySet<string> = new Set(['strength', 'form', 'brand', 'name', 'severity or stage']);

/** Empty where the sources do not differ in what they call it. */
export function sourceWords(row: RecordRow, { byReference, sourceOf }: RecordContext): readonly Said[] {
  if (!row.differences.some((difference) => NAME_DIFFERENCES.has(difference))) return [];
  const said = memberReferences(byReference.get(row.reference)).flatMap((reference) => {
    const member = byReference.get(reference);
    const concept = member === undefined ? undefined : conceptOf(member, byReference);
    return concept === undefined ? [] : [{ text: conceptText(concept), by: [sourceOf.get(reference) ?? ''] }];
  });
  return gathered(said);
}

/** Equal words once, with all who say them; in the order of the words, which tells nothing. */
export function gathered(said: readonly Said[]): readonly Said[] {
  const sources = new Map<string, Set<string>>();
  for (const { text, by } of said) sources.set(text, new Set([...(sources.get(text) ?? []), ...by]));
  return [...sources]
    .map(([text, by]) => ({ text, by: [...by].filter((source) => source !== '').toSorted() }))
    .toSorted((a, b) => (a.text < b.text ? -1 : 1));
}

/** `<Type>/<id>` of what a unified record was made of. */
export function memberReferences(unified: R4Resource | undefined): readonly string[] {
  if (unified === undefined) return [];
  if (unified.resourceType === 'MedicationStatement')
    return (unified.derivedFrom ?? []).flatMap(({ reference }) => reference ?? []);
  const { extension = [] } = unified as { extension?: { url: string; valueReference?: { reference?: string } }[] };
  return extension.flatMap(({ url, valueReference }) =>
    url === EXTENSION.derivedFrom ? (valueReference?.reference ?? []) : [],
  );
}

function conceptOf(member: R4Resource, byReference: ReadonlyMap<string, R4Resource>): CodeableConcept | undefined {
  switch (member.resourceType) {
    case 'Condition':
    case 'AllergyIntolerance':
      return member.code;
    case 'MedicationStatement':
    case 'MedicationRequest':
    case 'MedicationDispense':
    case 'MedicationAdministration': {
      if (member.medicationCodeableConcept !== undefined) return member.medicationCodeableConcept;
      const reference = member.medicationReference?.reference ?? '';
      const contained = member.contained?.find((item) => `#${item.id ?? ''}` === reference);
      const medication = (contained ?? byReference.get(reference)) as Medication | undefined;
      return medication?.resourceType === 'Medication' ? medication.code : undefined;
    }
    default:
      return undefined;
  }
}
