/** What one account gives to the reconciler: the rows its source still returns, and how complete they are (laws L6, L7). */
import type { SourceCompleteness, SourceState, TypeOutcome } from '../record/completeness.ts';
import { parseFhirJson } from '../record/fhir/json.ts';
import type { ReceivedResource, SourceInput, UnreadableItem } from '../record/source-input.ts';
import type { LinkedAccount, StoredResource } from '../ports/linked-account.ts';
import type { SourceDescription } from '../ports/source-connector.ts';

export interface CurrentRows {
  readonly current: readonly StoredResource[];
  readonly noLongerReturned: number;
}

/** A row is no longer returned where its kind was delivered whole after the row was last seen. */
export function currentRows(account: LinkedAccount, rows: readonly StoredResource[]): CurrentRows {
  const wholeAt = new Map(account.outcomes.map((item) => [item.type, item.wholeAt]));
  const current = rows.filter((row) => row.lastSeenAt >= (wholeAt.get(row.readAs) ?? ''));
  return { current, noLongerReturned: rows.length - current.length };
}

export function sourceInput(
  source: SourceDescription,
  account: LinkedAccount,
  rows: readonly StoredResource[],
): SourceInput {
  const resources: ReceivedResource[] = [];
  const unreadable: UnreadableItem[] = [];
  for (const row of rows) {
    const { text, at, fullUrl } = row;
    const json = row.unreadable === undefined ? parsed(text) : undefined;
    if (json === undefined) unreadable.push({ at, text, reason: row.unreadable ?? 'It is not JSON.' });
    else resources.push({ json: json.value, text, at, ...(fullUrl === undefined ? {} : { fullUrl }) });
  }
  return {
    name: source.name,
    baseUrl: source.baseUrl,
    fhirVersion: source.fhirVersion,
    viewOf: source.viewOf,
    ...(source.defaultLabels === undefined ? {} : { defaultLabels: source.defaultLabels }),
    patientId: account.sourcePatientId,
    resources,
    unreadable,
  };
}

function parsed(text: string): { readonly value: unknown } | undefined {
  try {
    return { value: parseFhirJson(text) };
  } catch {
    return undefined;
  }
}

/** @param late a reading is still under way and its data not in yet. */
export function accountCompleteness(
  source: Pick<SourceDescription, 'name' | 'title'>,
  account: LinkedAccount,
  noLongerReturned: number,
  late: boolean,
): SourceCompleteness {
  const { state, reason } = stateAndReason(account, late);
  return {
    source: source.name,
    title: source.title,
    state,
    lastSuccess: account.lastSuccessAt,
    reason,
    types: account.outcomes.map(withoutTime),
    noLongerReturned,
  };
}

function stateAndReason(account: LinkedAccount, late: boolean): { state: SourceState; reason: string | undefined } {
  const older = account.lastSuccessAt !== undefined;
  switch (account.state) {
    case 'awaiting-confirmation':
      return { state: 'failed', reason: 'Not read yet: confirm first whose account this is.' };
    case 'needs-sign-in':
      return { state: 'needs-sign-in', reason: account.lastFailure ?? 'Sign in at the source again.' };
    case 'refused':
    case 'unreachable':
      return { state: older ? 'stale' : 'failed', reason: account.lastFailure };
    case 'active': {
      if (late) {
        const reason = 'It did not answer in time and is still being read. Look again shortly.';
        return { state: older ? 'stale' : 'failed', reason };
      }
      if (!older) return { state: 'failed', reason: account.lastFailure ?? 'Not read yet.' };
      const missing = account.outcomes.find((item) => item.state !== 'done' && item.state !== 'nothing-there');
      return { state: missing === undefined ? 'complete' : 'partial', reason: missing?.reason };
    }
  }
}

/** The time of the last whole delivery is the gateway's own book-keeping. */
function withoutTime(outcome: TypeOutcome): TypeOutcome {
  const { type, state, received, reason } = outcome;
  return { type, state, received, reason };
}
