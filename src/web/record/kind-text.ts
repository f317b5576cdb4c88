/** How people call the kinds of data that sources give. Pure. */
import { MAIN_TYPES, OTHER_TYPES } from '../authorize-app/tables/kinds-of-data.ts';
import type { Words } from '../locales/words.ts';

const KNOWN: ReadonlySet<string> = new Set([...MAIN_TYPES, ...OTHER_TYPES]);

/** @param type FHIR type. @returns undefined where the pages have no word for it. */
export function kindText(words: Words, type: string): string | undefined {
  return KNOWN.has(type) ? words.text(`record:kind.${type}`) : undefined;
}
