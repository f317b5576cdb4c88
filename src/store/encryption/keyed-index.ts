/** A keyed digest to look a value up by, where the value itself must not rest in clear. */
import { createHmac } from 'node:crypto';

/** @returns HMAC-SHA-256 over the parts in order, base64url. */
export function keyedIndex(key: Uint8Array, parts: readonly (string | number | null)[]): string {
  return createHmac('sha256', key).update(JSON.stringify(parts), 'utf8').digest('base64url');
}
