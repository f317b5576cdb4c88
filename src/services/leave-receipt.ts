/**
 * The receipt for who has left: nobody can sign in for it any more, so it is found by an id that only their browser has, and
 * only for a short while.
 */
import { createHash, randomBytes } from 'node:crypto';
import type { LeaveReceiptStore } from '../ports/leave-receipts.ts';
import type { RevocationResult } from './end-source-access.ts';
import { isoNow, type ServiceContext } from './service-context.ts';

export const RECEIPT_KEPT_MS = 30 * 60_000;

export interface EndedAccess {
  /** As people know the source. */
  readonly title: string;
  readonly result: RevocationResult;
}

/** Names nobody: it is kept for a while after the person is gone. */
export interface LeaveReceipt {
  /** ISO instant. */
  readonly at: string;
  /** The one who left is gone themselves, not only a record they looked after. */
  readonly isWhole: boolean;
  /** Records of people they looked after: deleted, and left to others. */
  readonly deletedOthers: number;
  readonly leftToOthers: number;
  readonly endedApps: number;
  readonly sources: readonly EndedAccess[];
}

/** 256 random bits. */
export function newReceiptId(): string {
  return randomBytes(32).toString('base64url');
}

/** Who holds it is the only one that works at this receipt. */
export function receiptLockKey(id: string): string {
  return `lock:leave-receipt:${createHash('sha256').update(id).digest('hex')}`;
}

/** @param writes the transaction of the deletion. */
export async function addReceipt(
  writes: Pick<LeaveReceiptStore, 'addLeaveReceipt'>,
  id: string,
  receipt: LeaveReceipt,
): Promise<void> {
  const until = new Date(Date.parse(receipt.at) + RECEIPT_KEPT_MS).toISOString();
  await writes.addLeaveReceipt(id, JSON.stringify(receipt), until);
}

/** @returns undefined where there is none, or not any more. */
export async function findReceipt(
  context: Pick<ServiceContext, 'store' | 'now'>,
  id: string,
): Promise<LeaveReceipt | undefined> {
  const kept = await context.store.findLeaveReceipt(id, isoNow(context));
  return kept === undefined ? undefined : (JSON.parse(kept) as LeaveReceipt);
}
