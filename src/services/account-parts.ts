/**
 * The accounts' parts of one record: the rows that a source still returns, ready for the reconciler. An account that is in
 * already is made ready while the others are still being read (design 2: side by side).
 */
import type { LabelRights } from '../access/access-grant.ts';
import type { HiddenNames } from '../access/hide-items.ts';
import { createReaders } from '../record/facts/create-readers.ts';
import { prepareSource, type PreparedSource } from '../record/prepare-source.ts';
import type { SourceInput } from '../record/source-input.ts';
import type { LinkedAccount, StoredResource } from '../ports/linked-account.ts';
import type { SourceDescription } from '../ports/source-connector.ts';
import { currentRows, seenRows, sourceInput } from './account-input.ts';
import type { KeptInputs, ReadyInput } from './kept-inputs.ts';
import type { ServiceContext } from './service-context.ts';

export interface AccountPart {
  readonly source: SourceDescription;
  readonly input: SourceInput;
  /** Of the input as it is, with the terminology of {@link AccountParts}; undefined where it is small. */
  readonly prepared?: () => PreparedSource;
  /** By what this account's and other records may refer to items that are not in the input. */
  readonly hidden: HiddenNames;
  readonly noLongerReturned: number;
  /** When the newest of the rows was first seen. */
  readonly newestAt: string | undefined;
}

export interface AccountParts {
  readonly terminology: ServiceContext['terminology'];
  /** The account will not be read any more for this record. @param rows what is stored of it, where that is at hand. */
  begin(account: LinkedAccount, rows: readonly StoredResource[] | undefined): void;
  /** What was begun counts only for the account as it was then. */
  get(account: LinkedAccount): Promise<AccountPart>;
}

/** @param labels those that the viewer may see; undefined: all, and only then is anything kept for the next record. */
export function createAccountParts(
  context: ServiceContext,
  labels: LabelRights | undefined,
  kept: KeptInputs,
): AccountParts {
  const readers = createReaders(context.terminology);
  const begun = new Map<string, { readonly account: LinkedAccount; readonly part: Promise<AccountPart | undefined> }>();
  return {
    terminology: context.terminology,
    begin(account, rows) {
      // A failure is met again, and told, where the part is asked for.
      const part = read(account, rows).catch(() => undefined);
      begun.set(account.id, { account, part });
      // Others are still being waited for: what looks at this source alone is done meanwhile.
      void part.then((early) => early?.prepared?.()).catch(() => undefined);
    },
    async get(account) {
      const early = begun.get(account.id);
      const part = early !== undefined && isSameReading(early.account, account) ? await early.part : undefined;
      if (part !== undefined) return part;
      const late = read(account);
      begun.set(account.id, { account, part: late.catch(() => undefined) });
      return late;
    },
  };

  function read(account: LinkedAccount, rows?: readonly StoredResource[]): Promise<AccountPart> {
    const prepare = (input: SourceInput) => prepareSource(input, account.subjectId, readers);
    return readPart(context, account, labels, { kept, prepare }, rows);
  }
}

interface Preparing {
  readonly kept: KeptInputs;
  readonly prepare: (input: SourceInput) => PreparedSource;
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
  { kept, prepare }: Preparing,
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
  const make = (): ReadyInput => {
    const input = sourceInput(source, account, seen.rows, labels);
    let prepared: PreparedSource | undefined;
    return { input, prepared: () => (prepared ??= prepare(input)) };
  };
  const ground = JSON.stringify([source, account.sourcePatientId]);
  const ready = labels === undefined ? kept.get(account.id, ground, seen.rows, make) : make();
  return {
    source,
    ...ready,
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
