/** What the actor is shown to confirm, between the link and their answer. Kept for half an hour in the shared store. */
import type { PatientFacts } from './patient-facts.ts';
import type { ServiceContext } from './service-context.ts';

const CONFIRM_TTL_MS = 30 * 60_000;

export async function keepForConfirmation(
  context: ServiceContext,
  accountId: string,
  facts: PatientFacts,
): Promise<void> {
  await context.shared.set(`identity:${accountId}`, JSON.stringify(facts), CONFIRM_TTL_MS);
}

/** @returns undefined where the time has passed: the account is linked again then. */
export async function pendingIdentity(context: ServiceContext, accountId: string): Promise<PatientFacts | undefined> {
  const kept = await context.shared.get(`identity:${accountId}`);
  return kept === undefined ? undefined : (JSON.parse(kept) as PatientFacts);
}

export async function dropPendingIdentity(context: ServiceContext, accountId: string): Promise<void> {
  await context.shared.delete(`identity:${accountId}`);
}
