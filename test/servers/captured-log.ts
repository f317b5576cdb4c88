/** A log that keeps its lines, to look for what must not be in them. */
import type { Log } from '../../src/ports/log.ts';

export interface CapturedLog extends Log {
  readonly lines: string[];
}

export function captureLog(): CapturedLog {
  const lines: string[] = [];
  const keep = (context: Readonly<Record<string, unknown>>, message: string): void => {
    lines.push(`${message} ${JSON.stringify(context, showErrors)}`);
  };
  return { lines, info: keep, warn: keep, error: keep };
}

/** Errors with everything in them, causes too, as a careless logger would print them. */
export function showErrors(_key: string, value: unknown): unknown {
  if (!(value instanceof Error)) return value;
  return {
    name: value.name,
    message: value.message,
    stack: value.stack,
    cause: value.cause,
    more: Object.entries(value),
  };
}
