/** Computes a record from what is stored of its accounts, and stamps it with the ledger (design 2 and 4). */
import { createHash } from 'node:crypto';
import { GatewayError } from '../errors.ts';
import type { AccessGrant } from '../access/access-grant.ts';
import { forgetHidden } from '../access/forget-hidden.ts';
import type { Decision } from '../record/decide/decision.ts';
import type { OwnRecordEntry } from '../record/own/own-entry.ts';
import type { SourceCompleteness } from '../record/completeness.ts';
import { stringifyFhirJson } from '../record/fhir/json.ts';
import type { Reason } from '../record/reasons.ts';
import { reconcile } from '../record/reconcile.ts';
import type { SourceInput } from '../record/source-input.ts';
import type { LinkedAccount } from '../ports/linked-account.ts';
import type { Person } from '../ports/people.ts';
import { accountCompleteness } from './account-input.ts';
import type { AccountPart, AccountParts } from './account-parts.ts';
import { gatewayPatient } from './gateway-patient.ts';
import { ownPart } from './own-part.ts';
import { goneOf, stampsOf, unifiedMembers, updateLedger, type ContentDigests } from './record-ledger.ts';
import type { RecordAnswer } from './record-reader.ts';
import { isoNow, type ServiceContext } from './service-context.ts';
import { withLock } from './with-lock.ts';

const LEDGER_LOCK = { ttlMs: 30_000, waitMs: 20_000 };

/** What of a subject a viewer may see. */
export interface SeenSubject {
  readonly person: Person;
  readonly accounts: readonly LinkedAccount[];
  readonly decisions: readonly Decision[];
  /** What the person added themselves. */
  readonly entries: readonly OwnRecordEntry[];
}

/** @param late ids of accounts whose reading is still under way. */
export async function computeAnswer(
  context: ServiceContext,
  { person, accounts, decisions, entries }: SeenSubject,
  late: ReadonlySet<string>,
  parts: AccountParts,
  grant: AccessGrant,
  contentDigests: ContentDigests,
): Promise<RecordAnswer> {
  const delivered: AccountPart[] = [];
  const completeness: SourceCompleteness[] = [];
  let recordedAt: string | undefined;
  const own = ownPart(person.id, entries, grant.labels);
  for (const account of accounts) {
    const part = await parts.get(account);
    const { source, noLongerReturned, newestAt } = part;
    delivered.push(part);
    completeness.push(accountCompleteness(source, account, noLongerReturned, late.has(account.id), grant.labels));
    recordedAt = latest(recordedAt, newestAt);
  }
  if (own !== undefined) {
    delivered.push(own.part);
    completeness.push(own.completeness);
    recordedAt = latest(recordedAt, own.part.newestAt);
  }
  completeness.push(...withheld(grant));
  const idKey = await context.store.recordKey(person.id);
  const sources = sourceInputs(delivered);
  // Names of the terminology server's are known only now.
  const isReady = parts.terminology === context.terminology;
  const ready = new Map(delivered.map(({ input, prepared }) => [input, prepared]));
  const record = reconcile({
    patient: gatewayPatient(person, grant.sources),
    sources,
    prepared: (source) => (isReady ? ready.get(source)?.() : undefined),
    completeness,
    decisions,
    isNarrowed: grant.sources !== undefined || grant.labels !== undefined,
    idKey,
    recordedAt,
    terminology: context.terminology,
  });

  const digests = contentDigests(record);
  const members = unifiedMembers(record);
  const rows = await keepLedger(context, person.id, viewName(grant), digests, members);
  return {
    record,
    completeness,
    stamps: stampsOf(rows),
    gone: goneOf(rows, members),
    digest: digestOf([[...digests], record.outcome, completeness]),
  };
}

function latest(a: string | undefined, b: string | undefined): string | undefined {
  if (a === undefined || b === undefined) return a ?? b;
  return a > b ? a : b;
}

async function keepLedger(
  context: ServiceContext,
  subjectId: string,
  view: string,
  digests: ReadonlyMap<string, string>,
  members: ReadonlyMap<string, readonly string[]>,
) {
  const kept = await withLock(context.shared, `ledger:${subjectId}:${view}`, LEDGER_LOCK, async () => {
    const earlier = await context.store.readLedger(subjectId, view);
    const { rows, changed } = updateLedger(earlier, digests, isoNow(context), members);
    if (changed.length > 0) await context.store.writeLedger(subjectId, view, changed);
    return rows;
  });
  if (kept === undefined) throw new GatewayError('conflict');
  return kept.value;
}

/** What the accounts delivered, without what refers to items that this viewer may not see, in whichever account. */
function sourceInputs(parts: readonly AccountPart[]): readonly SourceInput[] {
  const urls = new Set(parts.flatMap(({ hidden }) => [...hidden.urls]));
  return parts.map(({ input, hidden: { identifiers } }) => {
    if (urls.size === 0 && identifiers.size === 0) return input;
    const resources = input.resources.map((received) => {
      const json = forgetHidden(received.json, { urls, identifiers }, input.baseUrl);
      return json === received.json ? received : { ...received, json, text: stringifyFhirJson(json) };
    });
    return { ...input, resources };
  });
}

/** Always told to a viewer with less than all, so that it tells nothing about what there is (law L10). */
function withheld({ sources, labels }: AccessGrant): readonly SourceCompleteness[] {
  if (sources === undefined && labels === undefined) return [];
  const what = [...(sources === undefined ? [] : ['sources']), ...(labels === undefined ? [] : ['sensitivity labels'])];
  const reason: Reason = `This viewer may see some ${what.join(' and ')} only. Whether there are others is not told.`;
  const statement = { source: 'withheld', title: 'Other records', state: 'withheld', reason } as const;
  return [{ ...statement, lastSuccess: undefined, types: [], noLongerReturned: 0 }];
}

/** Whoever sees the same sources and labels sees the same record: one ledger for each such view. */
export function viewName({ sources, labels }: AccessGrant): string {
  const ofSources = sources === undefined ? [] : [`sources:${[...new Set(sources)].sort().join(',')}`];
  const ofLabels =
    labels === undefined ? [] : [`labels:${digestOf([labels.unlabelled, [...new Set(labels.codes)].sort()])}`];
  return ofSources.length + ofLabels.length === 0 ? 'all' : [...ofSources, ...ofLabels].join(';');
}

function digestOf(parts: readonly unknown[]): string {
  return createHash('sha256').update(JSON.stringify(parts)).digest('base64url');
}
