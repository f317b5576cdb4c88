/** The durable store over any engine: schema brought up to date, operator key proved, then the parts put together. */
import type { Kysely } from 'kysely';
import type { DurableStore } from '../../ports/durable-store.ts';
import type { OperatorKeys } from '../encryption/operator-keys.ts';
import { createAccounts } from './accounts.ts';
import { createAppClients } from './app-clients.ts';
import { createAppGrants } from './app-grants.ts';
import { createAudit } from './audit.ts';
import { createDecisions } from './decisions.ts';
import { createIssuedTokens } from './issued-tokens.ts';
import { createLedger } from './ledger.ts';
import { migrate } from './migrate.ts';
import { checkOperatorKey } from './operator-key-check.ts';
import { createPeople } from './people.ts';
import { createPersonEntries } from './person-entries.ts';
import { createPersonVersion } from './person-version.ts';
import { createRepresentations } from './representations.ts';
import { createResources } from './resources.ts';
import type { Schema } from './schema.ts';
import { createSigningKeys } from './signing-keys.ts';
import type { StoreContext } from './store-context.ts';
import { createTokens } from './tokens.ts';

/** What an engine gives. Its driver turns constraint violations into GatewayError `conflict`. */
export interface DurableEngine extends Pick<StoreContext, 'lockPerson'> {
  readonly db: Kysely<Schema>;
  /** Overwrites what is left of deleted rows, as far as the engine can. */
  forgetDeleted(): Promise<void>;
  close(): Promise<void>;
}

/**
 * @throws StoreOpenError for a newer schema or another operator key; the engine is closed then.
 */
export async function openDurableStore(
  engine: DurableEngine,
  operatorKeys: OperatorKeys,
  now: () => Date,
): Promise<DurableStore> {
  const { db } = engine;
  try {
    await migrate(db, operatorKeys);
    await checkOperatorKey(db, operatorKeys);
  } catch (error) {
    await engine.close();
    throw error;
  }
  const context: StoreContext = { db, operatorKeys, now, lockPerson: engine.lockPerson };
  return {
    ...createPeople(context, () => engine.forgetDeleted()),
    ...createPersonVersion(context),
    ...createRepresentations(context),
    ...createAccounts(context),
    ...createTokens(context),
    ...createResources(context),
    ...createLedger(context),
    ...createAudit(context),
    ...createAppGrants(context),
    ...createIssuedTokens(context),
    ...createAppClients(context),
    ...createSigningKeys(context),
    ...createDecisions(context),
    ...createPersonEntries(context),
    close: () => engine.close(),
  };
}
