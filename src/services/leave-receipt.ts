/**
 * The receipt for who has left: nobody can sign in for it any more, so it is found by an id that only their browser has, and
 * only for a short while.
 */
import { createHash, randomBytes } from 'node:crypto';
import type { SharedStore } from '../ports/shared-store.ts';
import type { LeaveReceipt } from './leave.ts';

export const RECEIPT_KEPT_MS = 30 * 60_000;

/** 256 random bits. */
export function newReceiptId(): string {
  return randomBytes(32).toString('base64url');
}

/** The store holds the id's digest: who reads it cannot ask for the receipt. */
function key(id: string): string {
  return `leave-receipt:${createHash('sha256').update(id).digest('hex')}`;
}

/** Who holds it is the only one that works at this receipt. */
export function receiptLockKey(id: string): string {
  return `lock:${key(id)}`;
}

export async function keepReceipt(shared: SharedStore, id: string, receipt: LeaveReceipt): Promise<void> {
  await shared.set(key(id), JSON.stringify(receipt), RECEIPT_KEPT_MS);
}

/** @returns undefined where there is none, or not any more. */
export async function findReceipt(shared: SharedStore, id: string): Promise<LeaveReceipt | undefined> {
  const kept = await shared.get(key(id));
  return kept === undefined ? undefined : (JSON.parse(kept) as LeaveReceipt);
}
