/** The rows of RxNorm's files: fields between bars, one row a line (Rich Release Format). */
import { ReleaseFaultError } from '../release-fault.ts';
import type { Line } from '../release-files.ts';

export interface RxNormConcept {
  readonly type: string;
  /** Preferred name first. */
  readonly names: readonly string[];
}

/** @throws ReleaseFaultError where the row has fewer fields. */
export function rrfFields(file: string, { number, text }: Line, atLeast: number): readonly string[] {
  const fields = text.split('|');
  if (fields.length >= atLeast) return fields;
  throw new ReleaseFaultError({ file, line: number, what: `has ${fields.length} fields, not ${atLeast} or more` });
}
