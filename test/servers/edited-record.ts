/** A FHIR server whose record a test edits: `_lastUpdated` searches, pages, entity tags, a clock of its own. */
import { createHash } from 'node:crypto';
import { bundle, patient, PATIENT_ID } from './fhir-bundles.ts';
import { sendJson, startServer } from './http-server.ts';
import type { SeenRequest, TestServer } from './http-server.ts';

export interface EditedRecord {
  readonly server: TestServer;
  readonly baseUrl: string;
  /** New or changed. */
  put(type: string, id: string, text: string): void;
  /** Gone without a trace: a search for changes never tells of it. */
  withdraw(type: string, id: string): void;
  /** `<Type>/<id> <text>` of everything there, sorted. */
  contents(): readonly string[];
  /** Requests that asked for changes only. */
  incrementRequests(): readonly SeenRequest[];
  /** Requests of this kind from now on fail with 500 after the first page; undefined: none. */
  failAfterFirstPage: string | undefined;
  /** Milliseconds by which its clock is ahead. */
  skewMs: number;
  /** `_lastUpdated` is refused (400). */
  refusesLastUpdated: boolean;
  givesEtag: boolean;
}

interface Item {
  readonly type: string;
  readonly id: string;
  readonly text: string;
  readonly updatedMs: number;
}

const PAGE_SIZE = 3;

/** @param now the test's clock. */
export async function startEditedRecord(now: () => number, offered: boolean = true): Promise<EditedRecord> {
  const items = new Map<string, Item>();
  const record = {
    failAfterFirstPage: undefined as string | undefined,
    skewMs: 0,
    refusesLastUpdated: false,
    givesEtag: false,
  };
  const clock = (): number => now() + record.skewMs;

  const server = await startServer((request, response, { origin }) => {
    const headers = { date: new Date(clock()).toUTCString() };
    const [, , type = '', id] = request.path.split('/');
    if (type === 'metadata') {
      const searchParam = offered ? [{ name: '_lastUpdated' }] : [];
      sendJson(
        response,
        200,
        { resourceType: 'CapabilityStatement', rest: [{ mode: 'server', searchParam }] },
        headers,
      );
      return;
    }
    if (id !== undefined) {
      sendJson(response, 200, patient(), headers);
      return;
    }
    const since = request.query.get('_lastUpdated');
    if (since !== null && record.refusesLastUpdated) {
      sendJson(response, 400, {}, headers);
      return;
    }
    const offset = Number(request.query.get('offset') ?? '0');
    if (offset > 0 && record.failAfterFirstPage === type) {
      sendJson(response, 500, {}, headers);
      return;
    }
    const from = since === null ? -Infinity : Date.parse(since.replace(/^ge/, ''));
    const found = [...items.values()].filter((item) => item.type === type && item.updatedMs >= from);
    const page = found.slice(offset, offset + PAGE_SIZE).map(resourceOf);
    const more = new URLSearchParams(request.query);
    more.set('offset', String(offset + PAGE_SIZE));
    const next = offset + PAGE_SIZE < found.length ? `${origin}/fhir/${type}?${more.toString()}` : undefined;
    const body = bundle(page, next);
    const etag = `W/"${createHash('sha256').update(JSON.stringify(body)).digest('hex').slice(0, 16)}"`;
    if (record.givesEtag && request.headers['if-none-match'] === etag) {
      response.writeHead(304, { etag, ...headers });
      response.end();
      return;
    }
    sendJson(response, 200, body, { ...headers, ...(record.givesEtag ? { etag } : {}) });
  });

  return Object.assign(record, {
    server,
    baseUrl: `${server.origin}/fhir`,
    put: (type: string, id: string, text: string) => {
      items.set(`${type}/${id}`, { type, id, text, updatedMs: clock() });
    },
    withdraw: (type: string, id: string) => {
      items.delete(`${type}/${id}`);
    },
    contents: () => [...items.values()].map(({ type, id, text }) => `${type}/${id} ${text}`).sort(),
    incrementRequests: () => server.seen.filter(({ query }) => query.has('_lastUpdated')),
  });
}

function resourceOf({ type, id, text, updatedMs }: Item): Readonly<Record<string, unknown>> {
  return {
    resourceType: type,
    id,
    meta: { lastUpdated: new Date(updatedMs).toISOString() },
    subject: { reference: `Patient/${PATIENT_ID}` },
    code: { text },
  };
}
