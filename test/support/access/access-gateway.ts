/** The FHIR endpoint over labelled people in a real store, with sources that are never asked, and a viewer for each token. */
import { createServer } from 'node:http';
import { randomBytes } from 'node:crypto';
import type { AddressInfo } from 'node:net';
import express from 'express';
import type { AccessGrant } from '../../../src/access/access-grant.ts';
import { createFhirRouter } from '../../../src/api/fhir-router.ts';
import type { DurableStore } from '../../../src/ports/durable-store.ts';
import type { LinkedAccount } from '../../../src/ports/linked-account.ts';
import type { SourceConnector } from '../../../src/ports/source-connector.ts';
import { createAccessAudit } from '../../../src/services/audit-access.ts';
import { createAuditLog } from '../../../src/services/audit-log.ts';
import { createFindActor } from '../../../src/services/find-actor.ts';
import { createRecordReader } from '../../../src/services/read-record.ts';
import type { ServiceContext } from '../../../src/services/service-context.ts';
import { createAccountSync } from '../../../src/services/sync-account.ts';
import { createSqliteStore } from '../../../src/store/durable/sqlite/create-sqlite-store.ts';
import { createMemoryStore } from '../../../src/store/shared/create-memory-store.ts';
import {
  baseUrlOf,
  DEFAULT_LABEL,
  LABEL_SYSTEM,
  patientIdAt,
  SOURCES,
  type LabelledPerson,
} from './labelled-person.ts';
import { writeItem } from './write-item.ts';

export const BASE_URL = 'https://gateway.example/fhir/R4';
const AT = '2026-11-21T09:00:00.000Z';
const NOW_MS = Date.parse('2026-11-21T10:00:00.000Z');
const quiet = () => undefined;

export function openStore(): Promise<DurableStore> {
  return createSqliteStore({ file: ':memory:', operatorKey: randomBytes(32), now: () => new Date(NOW_MS) });
}

/** Everything of the person as the sources gave it. */
export async function storePerson(store: DurableStore, person: LabelledPerson): Promise<void> {
  await store.createPerson({
    id: person.id,
    identities: [{ issuer: 'https://sign-in.example', sub: person.id }],
    identifiers: [
      { system: 'https://people.example', value: `number-${person.id}`, verifiedBy: 'https://sign-in.example' },
      // A source may vouch, too: for a child that does not sign in.
      ...person.sources.map((source) => ({
        system: 'https://people.example',
        value: `${source}-number-${person.id}`,
        verifiedBy: source,
      })),
    ],
    name: { text: undefined, family: `family-${person.id}`, given: [] },
    birthDate: '1960-02-03',
    createdAt: AT,
  });
  await store.addRepresentation({
    subjectId: person.id,
    actorId: person.id,
    relationship: 'self',
    since: AT,
    until: undefined,
  });
  for (const source of person.sources) {
    const account = accountOf(person.id, source);
    const items = person.items.filter((item) => item.source === source);
    const outcome = {
      type: 'Everything',
      state: 'done',
      received: items.length,
      reason: undefined,
      wholeAt: AT,
    } as const;
    await store.putAccount({ ...account, outcomes: [outcome] });
    await store.writePull(
      { ...account, outcomes: [outcome] },
      {
        at: AT,
        outcomes: [outcome],
        resources: items.map((item, index) => ({
          resourceType: item.type,
          originalId: item.id,
          text: writeItem(item, () => true),
          fullUrl: item.fullUrl,
          at: `entry[${index}]`,
          unreadable: item.broken === 'text' ? 'It is not JSON.' : undefined,
          readAs: 'Everything',
        })),
      },
    );
  }
}

function accountOf(personId: string, source: (typeof SOURCES)[number]): LinkedAccount {
  return {
    id: `account-${source}-${personId}`,
    subjectId: personId,
    actorId: personId,
    source,
    sourcePatientId: patientIdAt(source, personId),
    grantedScope: 'patient/*.rs',
    state: 'active',
    identity: { result: 'match', agreed: [], contradicted: [], confirmedBy: undefined, confirmedAt: undefined },
    linkedAt: AT,
    lastSuccessAt: AT,
    lastTriedAt: AT,
    lastFailure: undefined,
    outcomes: [],
  };
}

export function contextOver(store: DurableStore): ServiceContext {
  let ids = 0;
  return {
    store,
    shared: createMemoryStore({ now: () => NOW_MS }),
    log: { info: quiet, warn: quiet, error: quiet },
    now: () => NOW_MS,
    newId: () => `made-${ids++}`,
    connectors: new Map(SOURCES.map((source) => [source, silentConnector(source)])),
  };
}

/** Described only: everything is fresh, so nothing is asked for. */
function silentConnector(name: (typeof SOURCES)[number]): SourceConnector {
  const never = () => Promise.reject(new Error('no source is asked here'));
  const label = DEFAULT_LABEL[name];
  return {
    source: {
      name,
      title: `title of ${name}`,
      adds: '',
      kind: 'smart',
      baseUrl: baseUrlOf(name),
      fhirVersion: 'R4',
      viewOf: undefined,
      ...(label === undefined ? {} : { defaultLabels: [{ system: LABEL_SYSTEM, code: label }] }),
    },
    startAuthorization: never,
    completeAuthorization: never,
    refresh: never,
    revoke: never,
    readPatient: never,
    pull: never,
    check: never,
  };
}

export interface Answer {
  readonly status: number;
  readonly body: string;
  /** That tell of the record. */
  readonly headers: Readonly<Record<string, string | null>>;
}

export interface AccessGateway extends AsyncDisposable {
  /** @param path below the FHIR base. @param form sent as a POST where it is given. */
  ask(token: string, path: string, form?: string): Promise<Answer>;
}

const TOLD = ['etag', 'last-modified', 'x-record-completeness', 'content-type', 'www-authenticate', 'content-length'];

/** @param verify of a bearer token. */
export async function openGateway(
  context: ServiceContext,
  verify: (token: string) => Promise<AccessGrant>,
): Promise<AccessGateway> {
  const sync = createAccountSync(context, { pullDeadlineMs: 1_000, onProgress: quiet });
  const findActor = createFindActor(context, 'https://gateway.example');
  const app = express();
  app.use(
    '/fhir/R4',
    createFhirRouter({
      reader: createRecordReader(context, sync, { readDeadlineMs: 1_000, freshForMs: 1e12 }),
      verify: (header) => verify((header ?? '').replace('Bearer ', '')),
      baseUrl: BASE_URL,
      log: context.log,
      version: '0.0.1',
      now: context.now,
      onAccess: createAccessAudit(context, findActor),
      auditLog: createAuditLog(context, findActor),
    }),
  );
  const server = createServer(app);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    async ask(token, path, form) {
      const response = await fetch(`http://127.0.0.1:${port}/fhir/R4${path}`, {
        method: form === undefined ? 'GET' : 'POST',
        headers: {
          authorization: `Bearer ${token}`,
          // Errors name the request.
          'x-request-id': 'the-same-request-id',
          ...(form === undefined ? {} : { 'content-type': 'application/x-www-form-urlencoded' }),
        },
        ...(form === undefined ? {} : { body: form }),
      });
      const headers = Object.fromEntries(TOLD.map((name) => [name, response.headers.get(name)]));
      return { status: response.status, body: await response.text(), headers };
    },
    async [Symbol.asyncDispose]() {
      await sync.close();
      server.closeAllConnections();
      await new Promise<void>((resolve) => server.close(() => resolve()));
    },
  };
}
