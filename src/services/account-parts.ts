/**
 * The accounts' parts of one record: the rows that a source still returns, ready for the reconciler. An account that is in
 * already is made ready while the others are still being read (design 2: side by side).
 */
import type { LabelRights } from '../access/access-grant.ts';
import type { HiddenNames } from '../access/hide-items.ts';
import type { SourceInput } from '../record/source-input.ts';
import type { LinkedAccount, StoredResource } from '../ports/linked-account.ts';
import type { SourceDescription } from '../ports/source-connector.ts';
import { currentRows, seenRows, sourceInput } from './account-input.ts';
import type { ServiceContext } from './service-context.ts';

export interface AccountPart {
  readonly source: SourceDescription;
  readonly input: SourceInput;
  /** By what this account's and other records may refer to items that are not in the input. */
  readonly hidden: HiddenNames;
  readonly noLongerReturned: number;
  /** When the newest of the rows was first seen. */
  readonly newestAt: string | undefined;
}

export interface AccountParts {
  /** The account will not be read any more for this record. @param rows what is stored of it, where that is at hand. */
  begin(account: LinkedAccount, rows: readonly StoredResource[] | undefined): void;
  /** What was begun counts only for the account as it was then. */
  get(account: LinkedAccount): Promise<AccountPart>;
}

/** Of one record: nothing is kept from one to the next. @param labels those that the viewer may see; undefined: all. */
export function createAccountParts(context: ServiceContext, labels: LabelRights | undefined): AccountParts {
  const begun = new Map<string, { readonly account: LinkedAccount; readonly part: Promise<AccountPart | undefined> }>();
  return {
    begin(account, rows) {
      // A failure is met again, and told, where the part is asked for.
      begun.set(account.id, { account, part: readPart(context, account, labels, rows).catch(() => undefined) });
    },
    async get(account) {
      const early = begun.get(account.id);
      const part = early !== undefined && isSameReading(early.account, account) ? await early.part : undefined;
      if (part !== undefined) return part;
      const read = readPart(context, account, labels);
      begun.set(account.id, { account, part: read.catch(() => undefined) });
      return read;
    },
  };
}

/** Every reading and every new sign-in changes when it was last tried. */
function isSameReading(early: LinkedAccount, account: LinkedAccount): boolean {
  return (
    early.lastTriedAt === account.lastTriedAt &&
    early.state === account.state &&
    early.sourcePatientId === account.sourcePatientId
  );
}

async function readPart(
  context: ServiceContext,
  account: LinkedAccount,
  labels: LabelRights | undefined,
  atHand?: readonly StoredResource[],
): Promise<AccountPart> {
  const source = describeSource(context, account);
  // Until the actor has said whose account it is, nothing of it is anybody's record.
  const isConfirmed = account.state !== 'awaiting-confirmation';
  const rows = isConfirmed ? (atHand ?? (await context.store.listResources(account.subjectId, account.id))) : [];
  const { current, earlier } = currentRows(account, rows);
  const seen = seenRows(source, current, labels);
  const newestAt = seen.rows.reduce<string | undefined>(
    (newest, { firstSeenAt }) => (newest === undefined || firstSeenAt > newest ? firstSeenAt : newest),
    undefined,
  );
  return {
    source,
    input: sourceInput(source, account, seen.rows, labels),
    hidden: seen.hidden,
    noLongerReturned: seenRows(source, earlier, labels).rows.length,
    newestAt,
  };
}

/** A source that the operator has removed from the configuration still names what it gave. */
export function describeSource(
  context: Pick<ServiceContext, 'connectors'>,
  account: Pick<LinkedAccount, 'source'>,
): SourceDescription {
  const known = context.connectors.get(account.source)?.source;
  if (known !== undefined) return known;
  return {
    name: account.source,
    title: account.source,
    adds: '',
    kind: 'smart',
    baseUrl: `https://sources.invalid/${account.source}`,
    fhirVersion: 'R4',
    viewOf: undefined,
  };
}
