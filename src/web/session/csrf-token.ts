/**
 * The session's token in a form: each page shows it under another mask, so that the length of a compressed page tells nothing
 * of it (BREACH).
 */
import { randomBytes, timingSafeEqual } from 'node:crypto';

const BYTES = 32;

export function newCsrfToken(): string {
  return randomBytes(BYTES).toString('base64url');
}

export function maskToken(token: string): string {
  const mask = randomBytes(BYTES);
  return Buffer.concat([mask, xor(Buffer.from(token, 'base64url'), mask)]).toString('base64url');
}

/** Takes the same time for every wrong one. */
export function isToken(masked: string, token: string): boolean {
  const bytes = Buffer.from(masked, 'base64url');
  if (bytes.length !== 2 * BYTES) return false;
  const expected = Buffer.from(token, 'base64url');
  const sent = xor(bytes.subarray(BYTES), bytes.subarray(0, BYTES));
  return sent.length === expected.length && timingSafeEqual(sent, expected);
}

function xor(bytes: Buffer, mask: Buffer): Buffer {
  return Buffer.from(bytes.map((byte, index) => byte ^ (mask[index] ?? 0)));
}
