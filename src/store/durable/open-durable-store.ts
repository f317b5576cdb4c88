/** The durable store over any engine: schema brought up to date, operator key proved, then the parts put together. */
import { randomUUID } from 'node:crypto';
import type { DurableStore, StoreTransaction } from '../../ports/durable-store.ts';
import type { Log } from '../../ports/log.ts';
import type { OperatorKeyring } from '../encryption/operator-keyring.ts';
import { deriveStoreKeys } from '../encryption/store-keys.ts';
import { createAccounts } from './accounts.ts';
import { createAppClients } from './app-clients.ts';
import { createAppGrants } from './app-grants.ts';
import { createAudit, createAuditIds } from './audit.ts';
import { createDecisions } from './decisions.ts';
import { createDueAccounts } from './due-accounts.ts';
import { createDeletionList, type Deletion } from './deletion-list.ts';
import type { DurableEngine } from './durable-engine.ts';
import { requireFilled } from './filling.ts';
import { createIssuedTokens } from './issued-tokens.ts';
import { createLeaveReceipts } from './leave-receipts.ts';
import { createLedger } from './ledger.ts';
import { migrate } from './migrate.ts';
import { openStoreSecretOf } from './operator-key-check.ts';
import { createPeople } from './people.ts';
import { createPersonEntries } from './person-entries.ts';
import { createPersonVersion } from './person-version.ts';
import { replayDeletions } from './replay-deletions.ts';
import { createRepresentations } from './representations.ts';
import { createOpenedResources, createResources } from './resources.ts';
import { createSigningKeys } from './signing-keys.ts';
import { requirePersonKeys, type StoreContext } from './store-context.ts';
import { createTokens } from './tokens.ts';

export interface OpenOptions {
  readonly keyring: OperatorKeyring;
  /** Where the list of deletions is kept; undefined: in the database only. */
  readonly deletionsFile?: string | undefined;
  readonly log?: Log | undefined;
  readonly now?: (() => Date) | undefined;
}

/**
 * @throws StoreOpenError for a newer schema, another operator key, a restore that was broken off, or a list of deletions that
 * cannot be read; the engine is closed then.
 */
export async function openDurableStore(engine: DurableEngine, options: OpenOptions): Promise<DurableStore> {
  try {
    await requireFilled(engine.db);
    await migrate(engine.db, options.keyring);
    const context = await openStoreContext(engine, options);
    const list = options.deletionsFile === undefined ? undefined : createDeletionList(options.deletionsFile);
    if (list !== undefined) {
      const people = await replayDeletions(context, list);
      if (people > 0)
        options.log?.warn({ people }, 'people deleted before this database was restored are deleted again');
    }
    return composeStore(engine, context, async (deletion) => {
      await engine.forgetDeleted();
      // The person is deleted: what is not on the list now is added at the next start.
      await list?.add([deletion]).catch((error: unknown) => {
        options.log?.error({ err: error }, 'a deletion could not be added to the list');
      });
    });
  } catch (error) {
    await engine.close();
    throw error;
  }
}

/** @throws StoreOpenError `wrong-operator-key`. */
export async function openStoreContext(engine: DurableEngine, { keyring, now }: OpenOptions): Promise<StoreContext> {
  const { db, lockPerson, holdOperatorKey } = engine;
  const storeKeys = deriveStoreKeys(await openStoreSecretOf(db, keyring));
  return { db, keyring, storeKeys, now: now ?? (() => new Date()), lockPerson, holdOperatorKey };
}

function composeStore(
  engine: DurableEngine,
  context: StoreContext,
  afterDeletion: (deletion: Deletion) => Promise<void>,
): DurableStore {
  const nextAuditId = createAuditIds();
  const opened = createOpenedResources();
  const parts = (of: StoreContext, deleted: typeof afterDeletion, afterCommit: (work: () => void) => void) => ({
    ...createPeople(of, deleted),
    ...createRepresentations(of),
    ...createAccounts(of),
    ...createTokens(of),
    ...createResources(of, opened, afterCommit),
    ...createAppGrants(of),
    ...createDecisions(of),
    ...createPersonEntries(of),
    ...createLeaveReceipts(of),
    ...createAudit(of, nextAuditId),
  });
  return {
    ...parts(context, afterDeletion, (work) => work()),
    ...createPersonVersion(context),
    ...createDueAccounts(context),
    ...createLedger(context),
    ...createIssuedTokens(context),
    ...createAppClients(context),
    ...createSigningKeys(context),
    async atomically<Result>(subjectId: string, work: (writes: StoreTransaction) => Promise<Result>) {
      const deletions: Deletion[] = [];
      const committed: (() => void)[] = [];
      const later = (deletion: Deletion) => Promise.resolve(void deletions.push(deletion));
      const result = await context.db.transaction().execute(async (queries) => {
        const within = { ...context, db: queries };
        await requirePersonKeys(within, queries, subjectId);
        return work(parts(within, later, (done) => committed.push(done)));
      });
      for (const done of committed) done();
      for (const deletion of deletions) await afterDeletion(deletion);
      return result;
    },
    sharedKey: (purpose) => context.storeKeys.derive(purpose),
    checkWritable: () => tryWriting(context.db),
    close: () => engine.close(),
  };
}

/** A row that nobody sees. An update to what is there already would write nothing. */
async function tryWriting(db: StoreContext['db']): Promise<void> {
  const row = { id: `writable ${randomUUID()}`, operator_key_id: '', check_value: Buffer.alloc(1) };
  await db.transaction().execute(async (queries) => {
    await queries.insertInto('operator_key_check').values(row).execute();
    await queries.deleteFrom('operator_key_check').where('id', '=', row.id).execute();
  });
}
