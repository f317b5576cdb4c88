/** Decides whether this process can serve: both stores answer, and what must last can be written (a full disk still reads). */
import type { DurableStore } from './ports/durable-store.ts';
import type { SharedStore } from './ports/shared-store.ts';

/** Anybody may ask; the stores are asked no oftener than this. */
const HOLDS_FOR_MS = 1_000;

const KEY = 'health-check';

/** @returns never rejects. */
export function createReadiness(
  store: Pick<DurableStore, 'checkWritable'>,
  shared: Pick<SharedStore, 'set'>,
): () => Promise<boolean> {
  let asked: { readonly answer: Promise<boolean>; readonly untilMs: number } | undefined;
  return () => {
    const nowMs = performance.now();
    if (asked === undefined || nowMs >= asked.untilMs) {
      const answer = Promise.all([store.checkWritable(), shared.set(KEY, '1', HOLDS_FOR_MS)]).then(
        () => true,
        () => false,
      );
      asked = { answer, untilMs: nowMs + HOLDS_FOR_MS };
    }
    return asked.answer;
  };
}
