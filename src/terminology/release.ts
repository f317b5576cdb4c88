/** What one release gives: its name and date, and what it says of codes; the readers make it, the index keeps it. */

export interface Release {
  /** "RxNorm 2026-11-02"; without the date where no file tells it. */
  readonly title: string;
  /** Canonical URI of the code system of its medicines. */
  readonly medicineSystem: string;
  readonly medicines: ReadonlyMap<string, ReleaseMedicine>;
  /** Exact name of a substance → its one name. */
  readonly ingredients: ReadonlyMap<string, string>;
  readonly conditions: ReadonlyMap<string, ReleaseCondition>;
}

/** Maps are by code; the system is the release's. */
export interface ReleaseMedicine {
  readonly names: readonly string[];
  readonly ingredients: readonly string[];
}

export interface ReleaseCondition {
  readonly names: readonly string[];
  readonly icd10: readonly string[];
}

/** Called now and then while a file is read. */
export type ReadProgress = (file: string, readBytes: number, allBytes: number) => void;

export const SNOMED = 'http://snomed.info/sct';
export const RXNORM = 'http://www.nlm.nih.gov/research/umls/rxnorm';

export function releaseTitle(name: string, date: string | undefined): string {
  return date === undefined ? name : `${name} ${date}`;
}
