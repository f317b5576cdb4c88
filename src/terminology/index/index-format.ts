/**
 * The index file: a line that names the format, a line of JSON (the header), then the tables. A table is its entries in
 * the order of their keys' bytes, and before them where each begins (32-bit, little-endian, one more than entries). An
 * entry is UTF-8: key, number of the release, names, more; tabs between, U+001F between several names.
 */
import { z } from 'zod';

export const FORMAT_LINE = 'phr-gateway terminology index 1\n';
export const BETWEEN_FIELDS = '\t';
export const BETWEEN_NAMES = '\u001f';

export const TABLE_NAMES = ['medicines', 'ingredients', 'conditions'] as const;
export type TableName = (typeof TABLE_NAMES)[number];

const size = z.number().int().nonnegative();
const table = z.object({ entries: size, offsetsAt: size, dataAt: size, dataBytes: size });

export const headerSchema = z.object({
  releases: z.array(z.string()),
  /** Of everything behind the header. */
  bytes: size,
  sha256: z.string(),
  tables: z.object({ medicines: table, ingredients: table, conditions: table }),
});

export type IndexHeader = z.infer<typeof headerSchema>;
export type IndexTable = z.infer<typeof table>;

/** One letter for the systems the index has codes of, to keep keys short. */
const SYSTEM_LETTERS: ReadonlyMap<string, string> = new Map([
  ['http://www.nlm.nih.gov/research/umls/rxnorm', 'r'],
  ['http://snomed.info/sct', 's'],
]);

/** @returns undefined for a system the index holds nothing of. */
export function codeKey(system: string, code: string): string | undefined {
  const letter = SYSTEM_LETTERS.get(system);
  return letter === undefined ? undefined : `${letter}${code}`;
}

/** The same name in any letter case and with any spaces. */
export function nameKey(name: string): string {
  return name.normalize('NFKC').toLowerCase().trim().replace(/\s+/g, ' ');
}
