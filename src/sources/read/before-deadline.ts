/** Stops waiting for something at the deadline, whether or not it can be stopped itself. */
import { deadlineOver } from '../http/network-failure.ts';

/** @throws SourceError `timed-out` when the signal fires first; otherwise settles as the promise does. */
export async function beforeDeadline<T>(work: Promise<T>, signal: AbortSignal): Promise<T> {
  if (signal.aborted) {
    // It fails by itself; that nobody waits for it must not end the process.
    work.catch(() => undefined);
    throw deadlineOver();
  }
  let stop: (() => void) | undefined;
  const deadline = new Promise<never>((_resolve, reject) => {
    stop = () => reject(deadlineOver());
    signal.addEventListener('abort', stop, { once: true });
  });
  try {
    return await Promise.race([work, deadline]);
  } finally {
    if (stop !== undefined) signal.removeEventListener('abort', stop);
  }
}
