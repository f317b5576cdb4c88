/** Makes a copy of a log context that holds no secret at any depth (law L11). */
import { describeError } from './describe-error.ts';
import { isKnownCode } from './known-codes.ts';
import { REDACTED, scrubText } from './scrub-text.ts';
import { isSecretName } from './secret-names.ts';

const MAX_DEPTH = 8;
const MAX_ITEMS = 100;

function redactEntries(entries: Iterable<readonly [string, unknown]>, depth: number): Record<string, unknown> {
  const copy: Record<string, unknown> = Object.create(null) as Record<string, unknown>;
  for (const [name, value] of entries) {
    const isHidden = isSecretName(name) && !isKnownCode(name, value);
    copy[scrubText(name)] = isHidden ? REDACTED : redactValue(value, depth);
  }
  return copy;
}

function redactObject(value: object, depth: number): unknown {
  if (value instanceof Error) return describeError(value);
  if (depth >= MAX_DEPTH) return '[too deep]';
  if (value instanceof Date) return Number.isNaN(value.getTime()) ? 'Invalid Date' : value.toISOString();
  if (value instanceof URL) return scrubText(value.href);
  // Bytes may be a key; nobody reads them in a log.
  if (ArrayBuffer.isView(value) || value instanceof ArrayBuffer) return `[${value.byteLength} bytes]`;
  if (value instanceof URLSearchParams || value instanceof Headers) return redactEntries(value, depth + 1);
  if (value instanceof Map) {
    return redactEntries(
      [...value].map(([name, item]: [unknown, unknown]) => [String(name), item] as const),
      depth + 1,
    );
  }
  if (Array.isArray(value) || value instanceof Set) {
    return [...value].slice(0, MAX_ITEMS).map((item: unknown) => redactValue(item, depth + 1));
  }
  return redactEntries(Object.entries(value), depth + 1);
}

function redactValue(value: unknown, depth: number): unknown {
  if (typeof value === 'string') return scrubText(value);
  if (typeof value === 'bigint') return value.toString();
  if (typeof value === 'object' && value !== null) return redactObject(value, depth);
  return typeof value === 'function' || typeof value === 'symbol' ? `[${typeof value}]` : value;
}

export function redactContext(context: Readonly<Record<string, unknown>>): Record<string, unknown> {
  return redactEntries(Object.entries(context), 0);
}
