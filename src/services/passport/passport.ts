/**
 * What a medication passport says, without words or layout (requirements P9; the sections of My Medication Passport): what the
 * places say now, each in its own words and none as the winner, what the person says beside it, and what may be missing. Pure.
 */
import type { SourceCompleteness } from '../../record/completeness.ts';
import type { R4Resource } from '../../record/fhir/types.ts';
import type { Person } from '../../ports/people.ts';
import type { PersonEntry } from '../../ports/person-entries.ts';
import type { RecordAnswer } from '../record-reader.ts';
import { sourceNames, type RecordRow } from '../record-rows.ts';
import { careContacts, type CareContact } from './care-contacts.ts';
import { passportAllergies, type PassportAllergy } from './passport-allergies.ts';
import { openStatuses, passportMedicines, type PassportMedicine } from './passport-medicines.ts';
import { relatedNames } from './related-names.ts';
import { sourceWords, type Said } from './source-words.ts';
import { vaccinations, type Vaccination } from './vaccinations.ts';

export interface PassportCondition {
  readonly name: string;
  /** Each source's words where one name would pick a winner; otherwise empty. */
  readonly names: readonly Said[];
  /** Codes, where the sources do not all say `active`; otherwise empty. */
  readonly statuses: readonly Said[];
  readonly saidBy: readonly string[];
}

export interface Passport {
  readonly birthDate: string | undefined;
  /** Ten digits. */
  readonly nhsNumber: string | undefined;
  readonly contacts: readonly CareContact[];
  readonly allergies: readonly PassportAllergy[];
  readonly regular: readonly PassportMedicine[];
  readonly asNeeded: readonly PassportMedicine[];
  readonly conditions: readonly PassportCondition[];
  readonly vaccinations: readonly Vaccination[];
  /** How many medicines, conditions and allergies are over by every account, and so are not on it. */
  readonly past: number;
  readonly completeness: readonly SourceCompleteness[];
  /** Items that could not be understood. */
  readonly quarantined: number;
}

export interface PassportInput {
  readonly person: Person;
  readonly answer: RecordAnswer;
  /** View `all`. */
  readonly resources: readonly R4Resource[];
  readonly rows: readonly RecordRow[];
  readonly entries: readonly PersonEntry[];
}

const NHS_NUMBER_SYSTEM = 'https://fhir.nhs.uk/Id/nhs-number';

/** Statuses after which something is over (FHIR R4 value sets of MedicationRequest, MedicationStatement, Condition, Allergy). */
const OVER: ReadonlySet<string> = new Set([
  'completed',
  'stopped',
  'cancelled',
  'entered-in-error',
  'inactive',
  'remission',
  'resolved',
]);
const NOT_SO: ReadonlySet<string> = new Set(['refuted', 'entered-in-error']);

export function createPassport(input: PassportInput): Passport {
  const { person, answer, resources } = input;
  const byReference = new Map(resources.map((item) => [`${item.resourceType}/${item.id}`, item]));
  const rows = input.rows.filter((row) => !isOver(row, byReference.get(row.reference)));
  const sourceOf = sourceNames(resources);
  const context = { byReference, sourceOf, related: relatedNames(resources) };
  const medicines = passportMedicines(
    rows.filter((row) => row.type === 'MedicationStatement'),
    { ...context, unified: answer.record.unified, entries: input.entries },
  );
  return {
    birthDate: person.birthDate,
    nhsNumber: person.identifiers.find(({ system }) => system === NHS_NUMBER_SYSTEM)?.value,
    contacts: careContacts(resources, byReference, sourceOf),
    allergies: passportAllergies(
      rows.filter((row) => row.type === 'AllergyIntolerance'),
      context,
    ),
    regular: medicines.filter((medicine) => !medicine.isAsNeeded),
    asNeeded: medicines.filter((medicine) => medicine.isAsNeeded),
    conditions: rows
      .filter((row) => row.type === 'Condition' && !row.isOther)
      .map((row) => ({
        name: row.what,
        names: sourceWords(row, context),
        statuses: openStatuses(row),
        saidBy: row.statedBy,
      })),
    vaccinations: vaccinations(resources, sourceOf),
    past: input.rows.length - rows.length,
    completeness: answer.completeness,
    quarantined: answer.record.quarantined.length,
  };
}

/** Over by every account that says something of it. Where one says active it stays (laws L6, L9). */
function isOver(row: RecordRow, resource: R4Resource | undefined): boolean {
  if (resource?.resourceType === 'Condition' || resource?.resourceType === 'AllergyIntolerance') {
    const verification = resource.verificationStatus?.coding?.[0]?.code;
    if (verification !== undefined && NOT_SO.has(verification)) return true;
  }
  return row.statuses.length > 0 && row.statuses.every(({ value }) => OVER.has(value));
}
