/**
 * Reads and writes FHIR JSON so that a decimal keeps its digits: `1.10` must not become `1.1` where a dose is shown
 * (FHIR R4, 2.24.0.1 "decimal": precision has meaning).
 */
import { LosslessNumber, isLosslessNumber, parse } from 'lossless-json';
import { FhirJsonError } from './fhir-json-error.ts';
import { type Findings, MAX_DEPTH, type Span, skipSpace, skipValue } from './json-scan.ts';

/** What `JSON.stringify` makes of a LosslessNumber, at any indent. Quotes in strings are escaped, so none matches inside one. */
const WRAPPED = /\{\s*"value":\s*"(-?[0-9][0-9.eE+-]*)",\s*"isLosslessNumber":\s*true\s*\}/g;

/**
 * As `JSON.parse`, but a number whose text would change becomes a LosslessNumber. Of repeated keys the last one counts.
 * @throws FhirJsonError with the position, never with content.
 */
export function parseFhirJson(text: string): unknown {
  const value = parsePlain(text);
  const findings: Findings = { inexact: [], depth: 0 };
  skipValue(text, 0, findings);
  if (findings.depth > MAX_DEPTH) throw new FhirJsonError('too-deep', undefined);
  return findings.inexact.length === 0 ? value : parseWithExact(text, 0, text.length, findings.inexact);
}

/**
 * `JSON.parse` with a safe error.
 * @throws FhirJsonError
 */
export function parsePlain(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw new FhirJsonError('syntax', syntaxErrorAt(text));
  }
}

/** Parses the slice `start`–`end` of valid JSON text, with the numbers at `inexact` kept exactly. */
export function parseWithExact(text: string, start: number, end: number, inexact: readonly Span[]): unknown {
  const marker = unusedMarker(text.slice(start, end));
  let marked = '';
  let from = start;
  for (const span of inexact) {
    marked += `${text.slice(from, span.start)}"${marker}${text.slice(span.start, span.end)}"`;
    from = span.end;
  }
  return unmark(JSON.parse(marked + text.slice(from, end)), marker);
}

/** Writes what {@link parseFhirJson} read, exact decimals as they were. */
export function stringifyFhirJson(value: unknown, indent?: number): string {
  const text = JSON.stringify(value, undefined, indent);
  return text.includes('"isLosslessNumber":') ? text.replace(WRAPPED, '$1') : text;
}

/** The digits of a number as written; undefined for anything else. */
export function decimalText(value: unknown): string | undefined {
  if (typeof value === 'number') return String(value);
  return isLosslessNumber(value) ? value.value : undefined;
}

/** A private-use character that the text holds neither as such nor escaped. */
function unusedMarker(text: string): string {
  const lower = text.toLowerCase();
  for (let code = 0xe000; ; code++) {
    const character = String.fromCharCode(code);
    if (!text.includes(character) && !lower.includes(`\\u${code.toString(16)}`)) return character;
  }
}

function unmark(value: unknown, marker: string): unknown {
  if (typeof value === 'string') return value.startsWith(marker) ? new LosslessNumber(value.slice(1)) : value;
  if (Array.isArray(value)) return value.map((item) => unmark(item, marker));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, unmark(item, marker)]));
}

/** Where reading stopped; only asked once reading has failed. */
function syntaxErrorAt(text: string): number | undefined {
  const findings: Findings = { inexact: [], depth: 0 };
  skipValue(text, 0, findings);
  // The parser that knows the position is recursive.
  if (findings.depth > MAX_DEPTH) return undefined;
  try {
    parse(text, undefined, { onDuplicateKey: ({ newValue }) => newValue });
    return skipSpace(text, 0);
  } catch (error) {
    const at = /at position ([0-9]+)/.exec(error instanceof Error ? error.message : '');
    return at?.[1] === undefined ? undefined : Number(at[1]);
  }
}
