/** The use cases that read one linked account, over real stores and a real connector, on a clock the test moves. */
import { randomBytes, randomUUID } from 'node:crypto';
import type { SourceConfig } from '../../src/ports/source-config.ts';
import type { LinkedAccount } from '../../src/ports/linked-account.ts';
import { currentRows } from '../../src/services/account-input.ts';
import type { ServiceContext } from '../../src/services/service-context.ts';
import { createAccountSync } from '../../src/services/sync-account.ts';
import { createSourceConnector } from '../../src/sources/create-source-connector.ts';
import { createSqliteStore } from '../../src/store/durable/sqlite/create-sqlite-store.ts';
import { createMemoryStore } from '../../src/store/shared/create-memory-store.ts';
import { captureLog } from './captured-log.ts';
import { PATIENT_ID } from './fhir-bundles.ts';
import { sourceConfig } from './source-config.ts';

export interface ReadingGateway {
  readonly account: () => Promise<LinkedAccount>;
  /** Reads the source once. */
  readonly read: () => Promise<LinkedAccount>;
  /** `<Type>/<id> <text>` of what counts as the source's record now, the Patient left out; sorted. */
  readonly contents: () => Promise<readonly string[]>;
  readonly context: ServiceContext;
  readonly close: () => Promise<void>;
}

export async function startReadingGateway(
  baseUrl: string,
  now: () => number,
  more: Partial<SourceConfig> = {},
): Promise<ReadingGateway> {
  const log = captureLog();
  const connector = createSourceConnector(sourceConfig(baseUrl, more), { log, now });
  const store = await createSqliteStore({ file: ':memory:', operatorKey: randomBytes(32), now: () => new Date(now()) });
  const context: ServiceContext = {
    store,
    shared: createMemoryStore({ now }),
    log,
    now,
    newId: randomUUID,
    connectors: new Map([['portal', connector]]),
  };
  const sync = createAccountSync(context, { pullDeadlineMs: 10_000, onProgress: () => undefined });
  const subjectId = randomUUID();
  const linkedAt = new Date(now()).toISOString();
  const name = { text: undefined, family: undefined, given: [] };
  await store.createPerson({
    id: subjectId,
    identities: [],
    identifiers: [],
    name,
    birthDate: undefined,
    createdAt: linkedAt,
  });
  const scope = 'patient/*.rs';
  const first: LinkedAccount = {
    id: randomUUID(),
    subjectId,
    actorId: subjectId,
    source: 'portal',
    sourcePatientId: PATIENT_ID,
    grantedScope: scope,
    state: 'active',
    identity: { result: 'match', agreed: [], contradicted: [], confirmedBy: undefined, confirmedAt: undefined },
    linkedAt,
    lastSuccessAt: undefined,
    lastTriedAt: undefined,
    lastFailure: undefined,
    outcomes: [],
  };
  await store.putAccount(first);
  await store.putTokens(subjectId, first.id, { accessToken: 'at', refreshToken: 'rt', expiresAt: undefined, scope });

  const account = async (): Promise<LinkedAccount> => (await store.getAccount(subjectId, first.id)) ?? first;
  return {
    account,
    context,
    read: async () => sync.sync(await account()),
    contents: async () => {
      const rows = await store.listResources(subjectId, first.id);
      return currentRows(await account(), rows)
        .current.filter(({ resourceType }) => resourceType !== 'Patient')
        .map(({ text }) => JSON.parse(text) as { resourceType: string; id: string; code: { text: string } })
        .map(({ resourceType, id, code }) => `${resourceType}/${id} ${code.text}`)
        .sort();
    },
    close: () => store.close(),
  };
}
