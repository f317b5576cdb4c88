/** Port: what must survive a restart. Every method that touches a person's data names the subject. */
import type { AuditStore } from './audit.ts';
import type { AppGrantStore } from './app-grants.ts';
import type { AuthorizationStore } from './authorization-store.ts';
import type { LeaveReceiptStore } from './leave-receipts.ts';
import type { LinkedAccount, ReadOutcome, StoredResource, TokenSet } from './linked-account.ts';
import type { Person, Representation, SignInIdentity, VerifiedIdentifier } from './people.ts';
import type { PersonDecisionStore } from './person-decisions.ts';
import type { PersonEntryStore } from './person-entries.ts';

/** What a ledger remembers of one unified or source record under one view (design 4). */
export interface LedgerRow {
  /** `<Type>/<id>` */
  readonly reference: string;
  readonly digest: string;
  readonly version: number;
  /** ISO instant when this digest was first seen. */
  readonly lastUpdated: string;
  /** ISO instant when it was no longer there; undefined while it is. */
  readonly goneAt: string | undefined;
  /** Of a unified record: references to what it was made of when last given, so that it can be told what became of it. */
  readonly members?: readonly string[];
}

export interface PullWrite {
  readonly at: string;
  readonly outcomes: readonly ReadOutcome[];
  /**
   * Everything delivered. For each kind with outcome `done`, `nothing-there` that is no increment the delivery is whole: what
   * it does not name keeps its older `lastSeenAt`. For the others the older rows stay as they were.
   */
  readonly resources: readonly Omit<StoredResource, 'firstSeenAt' | 'lastSeenAt'>[];
}

/** What can be part of one transaction. */
export type StoreTransaction = Pick<
  DurableStore,
  | 'createPerson'
  | 'updatePerson'
  | 'deletePerson'
  | 'addRepresentation'
  | 'listRepresentationsOf'
  | 'putAccount'
  | 'getAccount'
  | 'listAccounts'
  | 'deleteAccount'
  | 'deleteTokens'
  | 'writePull'
  | 'putAppGrant'
  | 'deleteAppGrant'
  | 'addDecision'
  | 'listDecisions'
  | 'withdrawDecision'
  | 'addEntry'
  | 'countEntries'
  | 'withdrawEntry'
  | 'addLeaveReceipt'
  | 'appendAudit'
>;

export interface DurableStore
  extends AuditStore, AppGrantStore, AuthorizationStore, LeaveReceiptStore, PersonDecisionStore, PersonEntryStore {
  /**
   * One transaction: all of it is on disk once this settles, or nothing of it ever was. Until then others who write about this
   * person wait. The work does nothing but read and write by what it is given: asked inside, the store itself would wait for it.
   * @throws GatewayError `not-found` where there is no such person (any more); what the work throws takes everything back.
   */
  atomically<Result>(subjectId: string, work: (writes: StoreTransaction) => Promise<Result>): Promise<Result>;

  /** @param self who may act for them, in the same transaction: a person whom nobody can reach is never kept. */
  createPerson(person: Person, self?: Representation): Promise<void>;
  getPerson(id: string): Promise<Person | undefined>;
  /** Another text whenever the person, an account, a decision or an entry of theirs was written since; undefined for nobody. Opens nothing. */
  personVersion(id: string): Promise<string | undefined>;
  findPersonByIdentity(identity: SignInIdentity): Promise<Person | undefined>;
  /** By a verified identifier, exactly as it is kept; undefined where nobody or more than one has it. */
  findPersonByIdentifier(identifier: Pick<VerifiedIdentifier, 'system' | 'value'>): Promise<Person | undefined>;
  updatePerson(person: Person): Promise<void>;
  /** Deletes the person, the accounts, tokens, resources, ledger and the data key. Audit lines lose the actor's and subject's link. */
  deletePerson(id: string): Promise<void>;

  addRepresentation(representation: Representation): Promise<void>;
  listRepresentations(actorId: string): Promise<readonly Representation[]>;
  /** Those who act, or acted, for this subject, themselves among them. */
  listRepresentationsOf(subjectId: string): Promise<readonly Representation[]>;

  /** Creates or replaces by (subjectId, id). One account per (subject, source): a second one is a `conflict`. Tokens go with it or not at all. */
  putAccount(account: LinkedAccount, tokens?: TokenSet): Promise<void>;
  getAccount(subjectId: string, id: string): Promise<LinkedAccount | undefined>;
  listAccounts(subjectId: string): Promise<readonly LinkedAccount[]>;
  /** Deletes the account with its tokens and resources. */
  deleteAccount(subjectId: string, id: string): Promise<void>;

  /**
   * Takes what is to be read by itself by `now`, the longest due first, and puts its time off to `until`: each account is taken
   * by one process, and is due again where that one dies. ISO instants.
   */
  takeDueAccounts(query: {
    readonly now: string;
    readonly until: string;
    readonly limit: number;
  }): Promise<readonly LinkedAccount[]>;
  /** Sets when the account is read again by itself; undefined: not at all. Nothing where there is no such account. */
  planReading(subjectId: string, accountId: string, at: string | undefined): Promise<void>;

  getTokens(subjectId: string, accountId: string): Promise<TokenSet | undefined>;
  putTokens(subjectId: string, accountId: string, tokens: TokenSet): Promise<void>;
  deleteTokens(subjectId: string, accountId: string): Promise<void>;

  /**
   * Stores a pull in one transaction and the account's new state with it.
   * @returns what `listResources` gives from then on.
   */
  writePull(account: LinkedAccount, pull: PullWrite): Promise<readonly StoredResource[]>;
  /** All rows ever received and not unlinked, those no longer returned included. */
  listResources(subjectId: string, accountId: string): Promise<readonly StoredResource[]>;

  readLedger(subjectId: string, view: string): Promise<readonly LedgerRow[]>;
  writeLedger(subjectId: string, view: string, rows: readonly LedgerRow[]): Promise<void>;

  /** A secret of this person, made at creation: the HMAC key of unified ids (design 4). 32 bytes. */
  recordKey(subjectId: string): Promise<Uint8Array>;

  /**
   * A key that every gateway on this store has in common, another for each purpose; a change of the operator's key leaves it as
   * it is. 32 bytes.
   */
  readonly sharedKey: (purpose: string) => Uint8Array;

  /** Writes something and takes it back. @throws GatewayError `unavailable` where nothing can be written: no disk left, a server that only reads. */
  checkWritable(): Promise<void>;

  close(): Promise<void>;
}
