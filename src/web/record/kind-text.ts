/** How people call the kinds of data that sources give. Pure. */
import { MAIN_TYPES, OTHER_TYPES } from '../authorize-app/tables/kinds-of-data.ts';
import type { Words } from '../locales/words.ts';

const KNOWN: ReadonlySet<string> = new Set([...MAIN_TYPES, ...OTHER_TYPES]);
/** Of earlier FHIR versions; one kind of R4 took the place of them all, and a source may give several. */
const OF_OWN_NAME: ReadonlySet<string> = new Set(['DiagnosticOrder', 'ProcedureRequest', 'ReferralRequest']);
/** Kinds of earlier FHIR versions, where one of R4 took their place. */
const LATER_NAMES: ReadonlyMap<string, string> = new Map([
  ['DeviceUseRequest', 'DeviceRequest'],
  ['MedicationOrder', 'MedicationRequest'],
]);

/** @param type FHIR type, as the source's version names it. @returns undefined where the pages have no word for it. */
export function kindText(words: Words, type: string): string | undefined {
  const name = LATER_NAMES.get(type) ?? type;
  return KNOWN.has(name) || OF_OWN_NAME.has(name) ? words.text(`record:kind.${name}`) : undefined;
}
