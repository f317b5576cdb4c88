/** What a person allowed a client app: the ground of every token that the gateway's own authorization server issues. */
import type { LabelRights } from '../access/access-grant.ts';

export interface AppGrant {
  /** Random, at least 122 bits. */
  readonly id: string;
  /** Whose record. */
  readonly subjectId: string;
  /** Who allowed it. */
  readonly actorId: string;
  readonly clientId: string;
  /** Scopes as granted, in the app's own writing (v1 where v1 was asked). */
  readonly scopes: readonly string[];
  /** Source names; undefined = all, those linked later too. */
  readonly sources: readonly string[] | undefined;
  /** undefined = all. */
  readonly labels: LabelRights | undefined;
  readonly grantedAt: string;
  /** ISO instant; undefined: until it is revoked. */
  readonly until: string | undefined;
  readonly lastUsedAt: string | undefined;
}

/** Part of the durable store. Revoking deletes: no token that rests on the grant works from then on. */
export interface AppGrantStore {
  putAppGrant(grant: AppGrant): Promise<void>;
  /** By id alone: a token names nothing else. */
  findAppGrant(id: string): Promise<AppGrant | undefined>;
  /** Newest first. */
  listAppGrants(subjectId: string): Promise<readonly AppGrant[]>;
  deleteAppGrant(subjectId: string, id: string): Promise<void>;
  /** Writes `lastUsedAt` and nothing else: a grant that was revoked meanwhile stays away. */
  noteAppGrantUse(id: string, at: string): Promise<void>;
}
