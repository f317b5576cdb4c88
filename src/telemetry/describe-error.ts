/** What the log says of an error: names, codes and places of the whole chain; words only of errors the gateway wrote. */
import { GatewayError } from '../errors.ts';
import { SourceError } from '../ports/source-connector.ts';
import { scrubText } from './scrub-text.ts';

export interface ErrorDescription {
  readonly name: string;
  readonly code?: string;
  /** Safe words; of the gateway's own errors only: a driver's or a parser's message may quote values. */
  readonly detail?: string;
  /** `at …` lines. */
  readonly stack?: readonly string[];
  /** Causes and gathered errors, outermost first. */
  readonly causes?: readonly Pick<ErrorDescription, 'name' | 'code' | 'detail'>[];
}

const MAX_FRAMES = 15;
const MAX_CAUSES = 8;
const NAME = /^[A-Za-z][A-Za-z0-9_.-]{0,63}$/;

function safeName(value: unknown, otherwise: string): string {
  return typeof value === 'string' && NAME.test(value) ? value : otherwise;
}

function describeOne(error: unknown): Pick<ErrorDescription, 'name' | 'code' | 'detail'> {
  if (!(error instanceof Error)) return { name: `thrown ${typeof error}` };
  const code = 'code' in error ? safeName(error.code, '') : '';
  return {
    name: safeName(error.name, 'Error'),
    ...(code === '' ? {} : { code }),
    ...(error instanceof GatewayError || error instanceof SourceError ? { detail: scrubText(error.detail) } : {}),
  };
}

/** Frames only: the head of a stack repeats the message, which may itself contain line breaks and lines like frames. */
function frames(error: Error): readonly string[] {
  const stack = error.stack ?? '';
  const head = stack.indexOf(error.message) + error.message.length;
  return stack
    .slice(head)
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => /^at .*:\d+:\d+\)?$/.test(line))
    .slice(0, MAX_FRAMES);
}

function causesOf(error: Error): readonly unknown[] {
  const gathered: readonly unknown[] = error instanceof AggregateError ? error.errors : [];
  return error.cause === undefined ? gathered : [error.cause, ...gathered];
}

function chain(error: Error): readonly unknown[] {
  const found: unknown[] = [];
  const waiting = [...causesOf(error)];
  while (waiting.length > 0 && found.length < MAX_CAUSES) {
    const next = waiting.shift();
    if (found.includes(next) || next === error) continue;
    found.push(next);
    if (next instanceof Error) waiting.push(...causesOf(next));
  }
  return found;
}

export function describeError(error: Error): ErrorDescription {
  const causes = chain(error).map(describeOne);
  return { ...describeOne(error), stack: frames(error), ...(causes.length === 0 ? {} : { causes }) };
}
