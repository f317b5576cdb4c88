/** Clears what is over out of the store now and then: nobody should have to run a job for it. */
import type { ServiceContext } from '../services/service-context.ts';

const EVERY_MS = 10 * 60_000;
/** A consent without any token for so long came to nothing, or its app has lost what it had. */
const IDLE_MS = 86_400_000;

/** @returns to be called whenever something was written; does its work once in a while and never fails its caller. */
export function createForgetExpired({ store, now, log }: ServiceContext): () => void {
  let last = now();
  return () => {
    if (now() - last < EVERY_MS) return;
    last = now();
    store
      .deleteExpired(new Date(now()).toISOString(), new Date(now() - IDLE_MS).toISOString())
      .catch((error: unknown) => log.warn({ error }, 'expired tokens not cleared'));
  };
}
