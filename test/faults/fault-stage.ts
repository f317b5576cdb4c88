/** One person with two linked sources, one of which a test makes misbehave, and the gateway's use cases over real stores: what the person and an app would see. */
import { randomBytes, randomUUID } from 'node:crypto';
import type { Log } from '../../src/ports/log.ts';
import type { SourceConfig, SourceLimits } from '../../src/ports/source-config.ts';
import type { LinkedAccount } from '../../src/ports/linked-account.ts';
import type { SourceConnector } from '../../src/ports/source-connector.ts';
import type { SourceCompleteness } from '../../src/record/completeness.ts';
import { createRecordReader } from '../../src/services/read-record.ts';
import type { ServiceContext } from '../../src/services/service-context.ts';
import { createAccountSync, type AccountSync } from '../../src/services/sync-account.ts';
import { createSourceConnector } from '../../src/sources/create-source-connector.ts';
import { createSqliteStore } from '../../src/store/durable/sqlite/create-sqlite-store.ts';
import { createMemoryStore } from '../../src/store/shared/create-memory-store.ts';
import { createLog } from '../../src/telemetry/log.ts';
import { captureLog } from '../servers/captured-log.ts';
import { PATIENT_ID, condition } from '../servers/fhir-bundles.ts';
import { startServer, type TestServer } from '../servers/http-server.ts';
import { sourceConfig } from '../servers/source-config.ts';
import { startMisbehavingSource, type MisbehavingSource } from './misbehaving-source.ts';

/** What the person sees of the source that misbehaves, and of the other one. */
export interface Seen {
  readonly portal: SourceCompleteness;
  readonly steady: SourceCompleteness;
  /** `<Type>/<id>` of the portal's records, its Patient left out, sorted. */
  readonly items: readonly string[];
  /** Everything the answer says, as text. */
  readonly text: string;
  readonly quarantined: number;
  readonly steadyItems: number;
}

export interface FaultStage {
  readonly source: MisbehavingSource;
  /** A server of somebody else, which must never hear from the gateway. */
  readonly stranger: TestServer;
  /** As the operator's log has it, a line each. */
  readonly logged: string[];
  /** The same as a careless logger would print it. */
  readonly unredacted: readonly string[];
  readonly context: ServiceContext;
  readonly sync: AccountSync;
  readonly now: () => number;
  advance(ms: number): void;
  /** From now on the gateway knows the portal so. */
  reconfigure(more: Partial<SourceConfig>, limits?: Partial<SourceLimits>): void;
  /** Reads the record as the person does. */
  read(): Promise<Seen>;
  account(): Promise<LinkedAccount>;
  /** Done before everything else is closed. */
  onClose(work: () => Promise<void>): void;
  close(): Promise<void>;
}

const START = Date.parse('2026-11-21T08:00:00.000Z');
const FRESH_FOR_MS = 60_000;
/** Long: what a test wants to run out of time says so itself. */
const LIMITS: SourceLimits = {
  requestTimeoutMs: 30_000,
  maxResponseBytes: 100_000,
  maxPullBytes: 1_000_000,
  maxPages: 6,
  pageSize: 50,
  concurrency: 4,
  retries: 1,
};

export async function startFaultStage(readDeadlineMs = 60_000): Promise<FaultStage> {
  let nowMs = START;
  const now = (): number => nowMs;
  const logged: string[] = [];
  const closing: (() => Promise<void>)[] = [];
  const careless = captureLog();
  const log = bothLogs(
    careless,
    createLog({ level: 'info', destination: { write: (line) => void logged.push(line) } }),
  );
  const [source, steady, stranger] = await Promise.all([
    startMisbehavingSource(now),
    startMisbehavingSource(now),
    startServer((_request, response) => {
      response.writeHead(200);
      response.end();
    }),
  ]);
  for (const item of FIRST_ITEMS) source.put(item);
  steady.put(condition('s1'));

  const configOf = (more: Partial<SourceConfig>, limits: Partial<SourceLimits> = {}) =>
    sourceConfig(source.baseUrl, { ...more, limits: { ...LIMITS, ...limits } });
  const connect = (config: SourceConfig): SourceConnector => createSourceConnector(config, { log, now });
  const connectors = new Map([
    ['portal', connect(configOf({}))],
    ['steady', connect(sourceConfig(steady.baseUrl, { name: 'steady', title: 'Steady surgery', limits: LIMITS }))],
  ]);
  const store = await createSqliteStore({ file: ':memory:', operatorKey: randomBytes(32), now: () => new Date(now()) });
  const context: ServiceContext = {
    store,
    shared: createMemoryStore({ now }),
    log,
    now,
    newId: randomUUID,
    connectors,
  };
  const sync = createAccountSync(context, { pullDeadlineMs: 60_000, onProgress: () => undefined });
  const reader = createRecordReader(context, sync, { readDeadlineMs, freshForMs: FRESH_FOR_MS });
  const subjectId = await addPerson(context);
  const accountId = await link(context, subjectId, 'portal', source);
  await link(context, subjectId, 'steady', steady);

  return {
    source,
    stranger,
    logged,
    unredacted: careless.lines,
    context,
    sync,
    now,
    advance: (ms) => {
      nowMs += ms;
    },
    reconfigure: (more, limits) => {
      connectors.set('portal', connect(configOf(more, limits)));
    },
    async read() {
      const { record, completeness } = await reader.read(grantFor(subjectId));
      const of = (name: string): SourceCompleteness => {
        const found = completeness.find((one) => one.source === name);
        if (found === undefined) throw new Error(`${name} is not told of`);
        return found;
      };
      const ofPortal = record.sourceRecords.filter((item) => item.source === 'portal');
      return {
        portal: of('portal'),
        steady: of('steady'),
        items: ofPortal
          .map(({ resource, originalId }) => `${resource.resourceType}/${originalId ?? ''}`)
          .filter((name) => name !== `Patient/${PATIENT_ID}`)
          .sort(),
        text: JSON.stringify(record),
        quarantined: record.quarantined.length,
        steadyItems: record.sourceRecords.filter((item) => item.source === 'steady').length,
      };
    },
    async account() {
      const account = await store.getAccount(subjectId, accountId);
      if (account === undefined) throw new Error('The portal is not linked.');
      return account;
    },
    onClose: (work) => void closing.push(work),
    async close() {
      for (const close of closing) await close();
      await sync.close();
      await Promise.all([source.close(), steady.close(), stranger.close()]);
      await store.close();
    },
  };
}

function bothLogs(one: Log, other: Log): Log {
  const write =
    (level: keyof Log): Log[keyof Log] =>
    (context, message) => {
      one[level](context, message);
      other[level](context, message);
    };
  return { info: write('info'), warn: write('warn'), error: write('error') };
}

const FIRST_ITEMS = [condition('c1'), condition('c2'), condition('c3'), allergy('a1')];

export function allergy(id: string): Readonly<Record<string, unknown>> {
  const subject = { reference: `Patient/${PATIENT_ID}` };
  return { resourceType: 'AllergyIntolerance', id, patient: subject, code: { text: `allergy ${id}` } };
}

async function addPerson({ store, now }: ServiceContext): Promise<string> {
  const id = randomUUID();
  await store.createPerson({
    id,
    identities: [],
    identifiers: [],
    name: { text: undefined, family: undefined, given: [] },
    birthDate: undefined,
    createdAt: new Date(now()).toISOString(),
  });
  return id;
}

async function link(
  { store, now }: ServiceContext,
  subjectId: string,
  source: string,
  { tokens }: MisbehavingSource,
): Promise<string> {
  const id = randomUUID();
  const given = tokens.grant();
  await store.putAccount({
    id,
    subjectId,
    actorId: subjectId,
    source,
    sourcePatientId: PATIENT_ID,
    grantedScope: given.scope,
    state: 'active',
    identity: { result: 'match', agreed: [], contradicted: [], confirmedBy: undefined, confirmedAt: undefined },
    linkedAt: new Date(now()).toISOString(),
    lastSuccessAt: undefined,
    lastTriedAt: undefined,
    lastFailure: undefined,
    outcomes: [],
  });
  await store.putTokens(subjectId, id, given);
  return id;
}

function grantFor(subjectId: string) {
  return {
    actor: { issuer: 'https://sign-in.example', sub: 'anna' },
    clientId: undefined,
    subjectId,
    scopes: [],
    sources: undefined,
    labels: undefined,
    until: undefined,
    appGrantId: undefined,
  };
}
