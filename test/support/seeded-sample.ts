/** A part of a list that differs from run to run and is the same for the same seed; all of it in a full run. */
const isFull = process.env['PHR_FULL'] === '1';
const seed = Number(process.env['PHR_SEED'] ?? 20_261_121);

/** @param size in a normal run. */
export function seededSample<T>(items: readonly T[], size: number): readonly T[] {
  if (isFull || items.length <= size) return items;
  const step = items.length / size;
  const first = seed % items.length;
  return Array.from({ length: size }, (_, index) => items[Math.floor(first + index * step) % items.length]).filter(
    (item) => item !== undefined,
  );
}

/** One of a list by its number and the seed; `all` where the run is full. */
export function seededChoice<T>(items: readonly T[], number: number): readonly T[] {
  return isFull ? items : items.slice((number + seed) % items.length, ((number + seed) % items.length) + 1);
}
