/** What a dosage instruction says, in comparable terms. */

export interface DosageReading {
  /** The instruction as a person reads it, exactly as written; composed from the structure only where no text was given. */
  readonly text: string;
  readonly asNeeded: boolean | undefined;
  /** Amount per administration: decimal text and unit key (`tablet`, `mg`, `mL`, `puff`, `unit`, `drop`, …); a range has `high`. */
  readonly perDose: { readonly value: string; readonly high: string | undefined; readonly unit: string } | undefined;
  /** Administrations per day as decimal text ("1", "2", "0.142857" for weekly is given as per: 'week'). */
  readonly frequency:
    | { readonly times: string; readonly high: string | undefined; readonly per: 'hour' | 'day' | 'week' | 'month' }
    | undefined;
  /** Time-of-day words found: morning, night, noon, evening, with-food … sorted. */
  readonly when: readonly string[];
  /** Canonical route key: oral, sublingual, inhaled, subcutaneous, … */
  readonly route: string | undefined;
  /** True where the dose is told by scheme ("as directed", "sliding scale", "reducing course", "see yellow book"): cannot be compared. */
  readonly byScheme: boolean;
}
