/** One line of a bench's table. */
export interface BenchRow {
  readonly what: string;
  readonly value: number;
  readonly unit: string;
}

/** The middle of several measurements. */
export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? Number.NaN;
}
