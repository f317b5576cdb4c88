/** One text for equal JSON values, whatever the order of members: the ground of every digest (law L3). */
import { createHash } from 'node:crypto';
import { decimalText } from './json.ts';

/** JSON with members sorted by code unit; exact decimals as written; members that are undefined left out. */
export function canonicalJson(value: unknown): string {
  if (value === undefined) return 'null';
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  if (Array.isArray(value)) return `[${value.map(canonicalJson).join(',')}]`;
  const exact = decimalText(value);
  if (exact !== undefined) return exact;
  const members = Object.entries(value)
    .filter(([, member]) => member !== undefined)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([key, member]) => `${JSON.stringify(key)}:${canonicalJson(member)}`);
  return `{${members.join(',')}}`;
}

/** 32 hexadecimal characters of SHA-256. */
export function digestOf(text: string): string {
  return createHash('sha256').update(text, 'utf8').digest('hex').slice(0, 32);
}
