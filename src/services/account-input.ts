/** What one account gives to the reconciler: the rows its source still returns, and how complete they are (laws L6, L7). */
import type { LabelRights } from '../access/access-grant.ts';
import { hideItems, type HiddenNames } from '../access/hide-items.ts';
import type { SourceCompleteness, SourceState, TypeOutcome } from '../record/completeness.ts';
import type { Reason } from '../record/reasons.ts';
import { parseFhirJson } from '../record/fhir/json.ts';
import type { ReceivedResource, SourceInput, UnreadableItem } from '../record/source-input.ts';
import type { LinkedAccount, StoredResource } from '../ports/linked-account.ts';
import type { SourceDescription } from '../ports/source-connector.ts';
import { newestVersions } from './newest-versions.ts';

export interface CurrentRows {
  readonly current: readonly StoredResource[];
  /** What its source no longer returns: the newest text of each item that is not among the current ones. */
  readonly earlier: readonly StoredResource[];
}

/** A row is no longer returned where its kind was delivered whole after the row was last seen, or a newer text of its item came. */
export function currentRows(account: LinkedAccount, rows: readonly StoredResource[]): CurrentRows {
  const wholeAt = new Map(account.outcomes.map((item) => [item.type, item.wholeAt]));
  const isCurrent = (row: StoredResource) => row.lastSeenAt >= (wholeAt.get(row.readAs) ?? '');
  const current = newestVersions(rows.filter(isCurrent));
  const stands = new Set(current);
  return {
    current,
    earlier: goneItems(
      rows.filter((row) => !stands.has(row)),
      current,
    ),
  };
}

/** An item that was only changed is still returned, and a text that could not be read is no item. */
function goneItems(rows: readonly StoredResource[], current: readonly StoredResource[]): readonly StoredResource[] {
  const present = new Set(current.map(itemName));
  const gone = new Map<string, StoredResource>();
  for (const row of rows) {
    const name = itemName(row);
    const known = gone.get(name);
    if (row.unreadable !== undefined || present.has(name)) continue;
    if (known === undefined || row.lastSeenAt > known.lastSeenAt) gone.set(name, row);
  }
  return [...gone.values()];
}

function itemName({ resourceType, originalId, text }: StoredResource): string {
  return `${resourceType}/${originalId ?? `\n${text}`}`;
}

export interface SeenRows {
  readonly rows: readonly StoredResource[];
  /** By what the rows that are left may refer to the others. */
  readonly hidden: HiddenNames;
}

/** The rows that these labels let a viewer see (law L10). What is no JSON has no labels, so it is for all labels only. */
export function seenRows(
  source: SourceDescription,
  rows: readonly StoredResource[],
  labels: LabelRights | undefined,
): SeenRows {
  if (labels === undefined) return { rows, hidden: NONE_HIDDEN };
  const items = rows.map((row) => ({
    row,
    json: row.unreadable === undefined ? parsed(row.text)?.value : undefined,
    fullUrl: row.fullUrl,
  }));
  const { baseUrl, defaultLabels = [] } = source;
  const { seen, hidden } = hideItems(items, { baseUrl, defaults: defaultLabels }, labels);
  return { rows: seen.map(({ row }) => row), hidden };
}

const NONE_HIDDEN: HiddenNames = { urls: new Set(), identifiers: new Set() };

export function sourceInput(
  source: SourceDescription,
  account: LinkedAccount,
  rows: readonly StoredResource[],
  labels: LabelRights | undefined,
): SourceInput {
  const resources: ReceivedResource[] = [];
  const unreadable: UnreadableItem[] = [];
  for (const row of rows) {
    const { text, fullUrl } = row;
    // The place among all that came would count what is hidden.
    const at = labels === undefined ? row.at : 'an untold place';
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

/**
 * @param late a reading is still under way and its data not in yet.
 * @param labels numbers and words of a reading may be about what they hide, so they are left out.
 */
export function accountCompleteness(
  source: Pick<SourceDescription, 'name' | 'title'>,
  account: LinkedAccount,
  noLongerReturned: number,
  late: boolean,
  labels: LabelRights | undefined,
): SourceCompleteness {
  const { state, reason } = stateAndReason(account, late);
  if (labels !== undefined) {
    return {
      source: source.name,
      title: source.title,
      state,
      lastSuccess: account.lastSuccessAt,
      reason: state === 'partial' ? undefined : reason,
      types: account.outcomes.map(withoutNumbers),
      noLongerReturned,
    };
  }
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

const CONFIRM_FIRST: Reason = 'Not read yet: confirm first whose account this is.';
const SIGN_IN_AGAIN: Reason = 'Sign in at the source again.';
const STILL_READING: Reason = 'It did not answer in time and is still being read. Look again shortly.';
const NOT_READ_YET: Reason = 'Not read yet.';

function stateAndReason(account: LinkedAccount, late: boolean): { state: SourceState; reason: string | undefined } {
  const older = account.lastSuccessAt !== undefined;
  switch (account.state) {
    case 'awaiting-confirmation':
      return { state: 'failed', reason: CONFIRM_FIRST };
    case 'needs-sign-in':
      return { state: 'needs-sign-in', reason: account.lastFailure ?? SIGN_IN_AGAIN };
    case 'refused':
    case 'unreachable':
      return { state: older ? 'stale' : 'failed', reason: account.lastFailure };
    case 'active': {
      if (late) {
        return { state: older ? 'stale' : 'failed', reason: STILL_READING };
      }
      if (!older) return { state: 'failed', reason: account.lastFailure ?? NOT_READ_YET };
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

/** That some of a kind could not be read is told; how many there were, or that there was none, is not. */
function withoutNumbers({ type, state }: TypeOutcome): TypeOutcome {
  return { type, state: state === 'nothing-there' ? 'done' : state, received: 0, reason: undefined };
}
