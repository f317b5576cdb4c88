/** Port: the access log. One line per thing done to a person's record, by whomever; lines are added and read, never changed. */

/** What was done. The first group are requests of client apps, named as FHIR names its interactions and operations. */
export type AuditAction =
  | 'read'
  | 'vread'
  | 'search'
  | 'everything'
  | 'summary'
  | 'docref'
  | 'original'
  | 'operation'
  /** A person read the record on the gateway's own pages. */
  | 'page'
  | 'link'
  | 'confirm-identity'
  | 'unlink'
  | 'sync'
  | 'represent'
  | 'grant'
  | 'revoke'
  | 'decision'
  /** What the person adds to the record themselves, or takes back. */
  | 'entry'
  /** The person, or who looks after them, had everything deleted. */
  | 'leave';

/** `refused`: the gateway said no (401, 403, another patient). `failure`: it was allowed and did not work. */
export type AuditOutcome = 'success' | 'refused' | 'failure';

/** What rests under the person's own key: with the key gone it cannot be read any more. Never holds values of the record. */
export interface AuditDetails {
  /** Resource types asked for or given; empty: not about types, or all that the viewer may read. */
  readonly types: readonly string[];
  /** Names of the sources that the answer was made from, or that the action was about. */
  readonly sources: readonly string[];
  /** `<Type>/<id>` that was read. */
  readonly reference: string | undefined;
  /** The question, without the base URL and with values that could tell of the person left out. */
  readonly query: string | undefined;
  /** Short words of the gateway's own that say more: a relationship, granted scopes, why it was refused. */
  readonly notes: readonly string[];
}

export interface AuditEntry extends AuditDetails {
  /** ISO instant. */
  readonly at: string;
  /** Whose record. */
  readonly subjectId: string;
  /** Who was signed in; undefined where the gateway acted by itself or nobody is known. */
  readonly actorId: string | undefined;
  /** As `audit-agent.ts` names a client app; `web` for the gateway's pages, `gateway` where it acted by itself. */
  readonly agent: string;
  /** The consent it rests on (`AppGrant.id`). */
  readonly appGrantId: string | undefined;
  readonly action: AuditAction;
  readonly outcome: AuditOutcome;
  /** HTTP status of the answer; undefined where there was none. */
  readonly status: number | undefined;
  readonly requestId: string | undefined;
}

/** As kept. */
export interface AuditRecord extends AuditEntry {
  /** FHIR id syntax. */
  readonly id: string;
}

/** Where a page of the log ends: what follows is older. */
export type AuditPosition = Pick<AuditRecord, 'at' | 'id'>;

export interface AuditFilter {
  /** ISO instants: from this one on, and before that one. */
  readonly from?: string | undefined;
  readonly until?: string | undefined;
  readonly ids?: readonly string[] | undefined;
  readonly actions?: readonly AuditAction[] | undefined;
  readonly outcomes?: readonly AuditOutcome[] | undefined;
  readonly agents?: readonly string[] | undefined;
  /** Of this consent only. */
  readonly appGrantId?: string | undefined;
}

export interface AuditQuery extends AuditFilter {
  readonly limit: number;
  readonly before?: AuditPosition | undefined;
}

/** Part of the durable store. */
export interface AuditStore {
  /** Settles when the line is on disk. */
  appendAudit(entry: AuditEntry): Promise<void>;
  /** Newest first, at most `limit`. */
  listAudit(subjectId: string, query: AuditQuery): Promise<readonly AuditRecord[]>;
  countAudit(subjectId: string, filter: AuditFilter): Promise<number>;
  /** Ends the nameless log of deleted people. @param before ISO instant. @returns how many lines. */
  deleteNamelessAudit(before: string): Promise<number>;
}
