/**
 * What a medication passport says, without words or layout (requirements P9; the sections of My Medication Passport): what counts
 * now by any place, each in its own words and none as the winner, what the person says beside it, and what may be missing. Pure.
 */
import type { Person } from '../../ports/people.ts';
import type { PersonEntry } from '../../ports/person-entries.ts';
import { listAllergies, type AllergyList } from '../allergies/allergy-list.ts';
import { listConditions, type ConditionList } from '../conditions/condition-list.ts';
import { readFilter } from '../medicines/medicine-filter.ts';
import { listMedicines, type MedicineList } from '../medicines/medicine-list.ts';
import type { PageRecord } from '../record/page-record.ts';
import type { ToldCompleteness } from '../record/told-completeness.ts';
import { listVaccinations, type VaccinationGroup } from '../vaccinations/vaccination-list.ts';
import { careContacts, type CareContact } from './care-contacts.ts';

export interface Passport {
  readonly birthDate: string | undefined;
  /** Ten digits. */
  readonly nhsNumber: string | undefined;
  readonly contacts: readonly CareContact[];
  readonly allergies: Pick<AllergyList, 'current' | 'statements'>;
  readonly medicines: Pick<MedicineList, 'regular' | 'asNeeded' | 'statedNone'>;
  readonly conditions: Pick<ConditionList, 'current' | 'statedNone'>;
  readonly vaccinations: readonly VaccinationGroup[];
  /** How many medicines, conditions and allergies are over by every account or ruled out, and so are not on it. */
  readonly past: number;
  readonly completeness: readonly ToldCompleteness[];
  /** Items that could not be understood. */
  readonly quarantined: number;
}

export interface PassportInput {
  readonly person: Person;
  readonly page: Pick<PageRecord, 'answer' | 'rows' | 'medicines' | 'titleOf'>;
  readonly entries: readonly PersonEntry[];
}

const NHS_NUMBER_SYSTEM = 'https://fhir.nhs.uk/Id/nhs-number';

export function createPassport({ person, page, entries }: PassportInput): Passport {
  const { rows, titleOf } = page;
  const { record, completeness } = page.answer;
  const medicines = listMedicines({ ...page, record, entries, filter: readFilter({}, []) });
  const allergies = listAllergies({ record, rows, titleOf, completeness });
  const conditions = listConditions({ record, rows, titleOf });
  const isPast = [medicines.past, allergies.past, allergies.ruledOut, conditions.past, conditions.ruledOut];
  return {
    birthDate: person.birthDate,
    nhsNumber: person.identifiers.find(({ system }) => system === NHS_NUMBER_SYSTEM)?.value,
    contacts: careContacts(record, titleOf),
    allergies,
    medicines,
    conditions,
    vaccinations: listVaccinations(record, titleOf).given,
    past: isPast.reduce((sum, list) => sum + list.length, 0),
    completeness,
    quarantined: record.quarantined.length,
  };
}
