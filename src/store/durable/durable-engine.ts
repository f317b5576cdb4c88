/** What an engine gives to the durable store. Its driver turns constraint violations into GatewayError `conflict`. */
import type { Kysely } from 'kysely';
import type { Schema } from './schema.ts';
import type { Queries, StoreContext } from './store-context.ts';

export interface DurableEngine extends Pick<StoreContext, 'lockPerson' | 'holdOperatorKey'> {
  readonly name: 'sqlite' | 'postgresql';
  readonly db: Kysely<Schema>;
  /** Reads everything as it is at one instant, while others go on writing. */
  readSnapshot<Result>(read: (queries: Queries) => Promise<Result>): Promise<Result>;
  /** Overwrites what is left of deleted rows, as far as the engine can. */
  forgetDeleted(): Promise<void>;
  close(): Promise<void>;
}
