/**
 * Memory of a gateway process while many people's records are computed anew, some at a time, round after round: what it takes at
 * most, and whether it grows. Records rest in the store and were read from their sources just now.
 */
import pLimit from 'p-limit';
import { residentBytes, startFilledGateway } from './filled-gateway.ts';
import type { BenchRow } from './row.ts';

const PEOPLE = 200;
const RESOURCES = 2_000;
const AT_ONCE = 16;
const ROUNDS = process.env['PHR_FULL'] === '1' ? 10 : 3;
const MB = 1024 * 1024;
/** As in a container of 512 MB; otherwise the engine lets garbage lie for as long as the machine has room. */
const HEAP_MB = 256;

export async function benchMemory(): Promise<readonly BenchRow[]> {
  const sizes = Array.from({ length: PEOPLE }, () => RESOURCES);
  await using gateway = await startFilledGateway(sizes, { NODE_OPTIONS: `--max-old-space-size=${HEAP_MB}` });
  const limit = pLimit(AT_ONCE);
  const peaks: number[] = [];
  for (let round = 0; round < ROUNDS; round++) {
    let peak = 0;
    await Promise.all(
      gateway.people.map((patient) =>
        limit(async () => {
          await readRecord(gateway.everythingUrl(patient), await gateway.token(patient));
          peak = Math.max(peak, await residentBytes(gateway.pid));
        }),
      ),
    );
    peaks.push(peak);
  }
  const [first = Number.NaN] = peaks;
  return [
    {
      what: `${PEOPLE} people of ${RESOURCES} resources, ${AT_ONCE} at once, heap of ${HEAP_MB} MB: at most`,
      value: Math.max(...peaks) / MB,
      unit: 'MB',
    },
    { what: `last of ${ROUNDS} rounds / first`, value: (peaks.at(-1) ?? Number.NaN) / first, unit: 'x' },
  ];
}

/** Each on a connection of its own: a gateway that is busy may close one that waits just as it is used again. */
async function readRecord(url: string, token: string): Promise<void> {
  const answer = await fetch(url, { headers: { authorization: `Bearer ${token}`, connection: 'close' } });
  if (!answer.ok) throw new Error(`${answer.status}: ${await answer.text()}`);
  await answer.arrayBuffer();
}
