/**
 * How often properties are tried: the same seeded sample at every `npm test`, ten times as many with a new seed in
 * `npm run test:full`. A failure prints its seed, and `PHR_SEED` repeats it.
 */
import fc from 'fast-check';

const isFull = process.env['PHR_FULL'] === '1';
const seed = Number(process.env['PHR_SEED'] ?? (isFull ? Date.now() % 2_147_483_647 : 20_261_121));
const timesAsMany = isFull ? 10 : 1;

fc.configureGlobal({ seed, numRuns: 100 * timesAsMany });

/** Runs of a property that wants another number than the usual hundred. */
export function runs(sample: number): { readonly numRuns: number; readonly seed: number } {
  return { numRuns: sample * timesAsMany, seed };
}

/** For the reader of a run that failed. */
export function seedWords(): string {
  return `properties: seed ${seed} (PHR_SEED=${seed} repeats it)`;
}
