/** A discrepancy inside one unified record: the values side by side and who says each (law L9). */

/** Codes of the gateway's CodeSystem `discrepancy`, level "same but differs". */
export type DifferenceCode =
  | 'strength-differs'
  | 'dose-differs'
  | 'frequency-differs'
  | 'form-differs'
  | 'route-differs'
  | 'brand-differs'
  | 'status-differs'
  | 'period-differs'
  | 'severity-or-stage-differs'
  | 'verification-differs'
  | 'code-text-disagree'
  | 'name-differs';

export interface StatedValue {
  /** As the source says it, in words a person can read. */
  readonly value: string;
  readonly refs: readonly string[];
  /** FHIR date of the latest record that says so. */
  readonly date: string | undefined;
}

export interface Difference {
  readonly code: DifferenceCode;
  /** Two or more, sorted by value; for `code-text-disagree` what the code and what the text says. */
  readonly values: readonly StatedValue[];
}
