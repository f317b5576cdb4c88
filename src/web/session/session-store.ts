/** Sessions in the shared store, under the digest of their id: who reads the store cannot take one over. */
import { createHash } from 'node:crypto';
import type { SharedStore } from '../../ports/shared-store.ts';
import type { PendingSignIn } from '../sign-in/open-id-sign-in.ts';

export interface SignedInSession {
  readonly kind: 'signed-in';
  readonly actorId: string;
  /** Whose record the pages show. */
  readonly subjectId: string;
  readonly identity: { readonly issuer: string; readonly sub: string };
  readonly csrfToken: string;
  /** Milliseconds since the epoch. */
  readonly startedAt: number;
  /** When it was last prolonged. */
  readonly seenAt: number;
}

/** Between leaving for the sign-in service and coming back. */
export interface SigningInSession {
  readonly kind: 'signing-in';
  readonly pending: PendingSignIn;
  /** Path of ours to go on to; the sources page where it is not said. */
  readonly returnTo: string | undefined;
}

export type Session = SignedInSession | SigningInSession;

function key(sessionId: string): string {
  return `session:${createHash('sha256').update(sessionId).digest('hex')}`;
}

export async function getSession(shared: SharedStore, sessionId: string): Promise<Session | undefined> {
  const kept = await shared.get(key(sessionId));
  return kept === undefined ? undefined : (JSON.parse(kept) as Session);
}

/** Reads and ends: a sign-in is completed once. */
export async function takeSession(shared: SharedStore, sessionId: string): Promise<Session | undefined> {
  const kept = await shared.take(key(sessionId));
  return kept === undefined ? undefined : (JSON.parse(kept) as Session);
}

export async function putSession(
  shared: SharedStore,
  sessionId: string,
  session: Session,
  ttlMs: number,
): Promise<void> {
  await shared.set(key(sessionId), JSON.stringify(session), ttlMs);
}

export async function endSession(shared: SharedStore, sessionId: string): Promise<void> {
  await shared.delete(key(sessionId));
}
