/** Ends one request at its own time limit or at the deadline of the whole reading, whichever comes first. */

export interface TimeLimit {
  readonly signal: AbortSignal;
  /** To be called when the request is over, however it ended. */
  end(): void;
}

/** A timer of its own: in Node 20 a signal made by `AbortSignal.any` of a timeout may be collected before it fires. */
export function startTimeLimit(deadline: AbortSignal | undefined, timeoutMs: number): TimeLimit {
  const controller = new AbortController();
  const stop = (): void => controller.abort(new DOMException('over time', 'TimeoutError'));
  const timer = setTimeout(stop, timeoutMs);
  deadline?.addEventListener('abort', stop, { once: true });
  if (deadline?.aborted === true) stop();
  return {
    signal: controller.signal,
    end: () => {
      clearTimeout(timer);
      deadline?.removeEventListener('abort', stop);
    },
  };
}
