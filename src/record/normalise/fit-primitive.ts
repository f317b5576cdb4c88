/** Whether a value is a valid FHIR R4 primitive, and what can be kept of one that nearly is (FHIR R4, 2.24.0.1). */
import { isLosslessNumber } from 'lossless-json';
import { isFhirDate, isFhirDateTime, isFhirInstant, isFhirTime, parsePartialDate } from '../fhir/partial-date.ts';
import { isFhirId } from '../fhir/references.ts';
import type { PrimitiveKind } from './r4-shape.ts';

/** True where the value may stand as it is. */
export function isValidPrimitive(value: unknown, kind: PrimitiveKind, codes: ReadonlySet<string> | undefined): boolean {
  if (typeof value === 'string') return value !== '' && isValidText(value, kind, codes);
  switch (kind) {
    case 'boolean':
      return typeof value === 'boolean';
    case 'decimal':
      return typeof value === 'number' || isLosslessNumber(value);
    case 'integer':
      return Number.isInteger(value);
    case 'positiveInt':
      return Number.isInteger(value) && (value as number) > 0;
    case 'unsignedInt':
      return Number.isInteger(value) && (value as number) >= 0;
    default:
      return false;
  }
}

function isValidText(value: string, kind: PrimitiveKind, codes: ReadonlySet<string> | undefined): boolean {
  switch (kind) {
    case 'code':
      return codes === undefined ? isCode(value) : codes.has(value);
    case 'uri':
    case 'url':
    case 'canonical':
    case 'oid':
    case 'uuid':
      return !hasWhiteSpace(value);
    case 'id':
      return isFhirId(value);
    case 'date':
      return isFhirDate(value);
    case 'dateTime':
      return isFhirDateTime(value);
    case 'instant':
      return isFhirInstant(value);
    case 'time':
      return isFhirTime(value);
    case 'base64Binary':
      return isBase64(value);
    case 'boolean':
    case 'decimal':
    case 'integer':
    case 'positiveInt':
    case 'unsignedInt':
      return false;
    default:
      return true;
  }
}

function hasWhiteSpace(value: string): boolean {
  for (let i = 0; i < value.length; i++) {
    const c = value.charCodeAt(i);
    if (c <= 32) return true;
    if (c > 126) return /\s/.test(value);
  }
  return false;
}

/** Groups of four. White space, which FHIR allows and readers stumble over, is taken out by {@link repairPrimitive}. */
function isBase64(value: string): boolean {
  return value.length % 4 === 0 && /^[A-Za-z0-9+/]+={0,2}$/.test(value);
}

/** No white space at the ends, single blanks inside. */
function isCode(value: string): boolean {
  return !hasWhiteSpace(value) || /^\S+(?: \S+)*$/.test(value);
}

export interface Repair {
  readonly value: unknown;
  /** Why it could not stay; undefined where nothing of the value was lost. */
  readonly reason: string | undefined;
}

/** What of an invalid value can stand in its place; undefined where nothing can. */
export function repairPrimitive(value: unknown, kind: PrimitiveKind): Repair | undefined {
  if (isLosslessNumber(value) && (kind === 'integer' || kind === 'positiveInt' || kind === 'unsignedInt')) {
    const whole = Number(value.value);
    return isValidPrimitive(whole, kind, undefined) ? { value: whole, reason: undefined } : undefined;
  }
  if (typeof value === 'string' && kind === 'base64Binary') {
    const packed = value.replace(/\s/g, '');
    return isValidPrimitive(packed, kind, undefined) ? { value: packed, reason: undefined } : undefined;
  }
  if (typeof value !== 'string' || (kind !== 'date' && kind !== 'dateTime' && kind !== 'instant')) return undefined;
  const toTheMinute = /^([0-9-]{10}T[0-9]{2}:[0-9]{2})(Z|[+-][0-9]{2}:[0-9]{2})$/.exec(value);
  if (kind !== 'date' && toTheMinute !== null) {
    const filled = `${toTheMinute[1] ?? ''}:00${toTheMinute[2] ?? ''}`;
    return parsePartialDate(filled) === undefined ? undefined : { value: filled, reason: 'a time without seconds' };
  }
  const day = value.slice(0, 10);
  if (kind === 'instant' || !/^[T ]/.test(value.slice(10)) || !isFhirDate(day) || day.length !== 10) return undefined;
  return { value: day, reason: kind === 'date' ? 'a date with a time' : 'a time that R4 does not allow' };
}
