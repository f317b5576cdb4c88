/** The structured log: one JSON object a line, secrets blotted out of contexts, messages and errors alike. */
import type { DestinationStream } from 'pino';
import { pino } from 'pino';
import type { Log } from '../ports/log.ts';
import { redactContext } from './redact.ts';
import { scrubText } from './scrub-text.ts';

export interface LogOptions {
  readonly level: 'silent' | 'error' | 'warn' | 'info';
  /** Standard output where not given. */
  readonly destination?: DestinationStream;
}

export function createLog({ level, destination }: LogOptions): Log {
  const options = {
    level,
    // No host name, no process id: they say nothing inside a container.
    base: null,
    timestamp: () => `,"time":"${new Date().toISOString()}"`,
    formatters: { level: (label: string) => ({ level: label }) },
  };
  const logger = destination === undefined ? pino(options) : pino(options, destination);
  const write = (at: 'info' | 'warn' | 'error') => (context: Readonly<Record<string, unknown>>, message: string) => {
    if (logger.isLevelEnabled(at)) logger[at](redactContext(context), scrubText(message));
  };
  return { info: write('info'), warn: write('warn'), error: write('error') };
}
