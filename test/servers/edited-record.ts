/** A FHIR server whose record a test edits: `_lastUpdated` searches, batches, pages, entity tags, a clock of its own. */
import { createHash } from 'node:crypto';
import { bundle, patient, PATIENT_ID } from './fhir-bundles.ts';
import { sendJson, startServer } from './http-server.ts';
import type { SeenRequest, TestServer } from './http-server.ts';

/** How batches are answered: not at all, or wrongly in one of the ways of servers. */
export type BatchHabit = 'rightly' | 'refused' | 'no-search-in-it' | 'in-another-order' | 'one-missing' | 'one-fails';

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
  batches: BatchHabit;
}

export interface Offered {
  readonly lastUpdated: boolean;
  readonly batch: boolean;
}

interface Item {
  readonly type: string;
  readonly id: string;
  readonly text: string;
  readonly updatedMs: number;
}

interface Answered {
  readonly status: number;
  readonly body: unknown;
}

type Json = Readonly<Record<string, unknown>>;

const PAGE_SIZE = 3;

/** @param now the test's clock. */
export async function startEditedRecord(
  now: () => number,
  { lastUpdated, batch }: Offered = { lastUpdated: true, batch: false },
): Promise<EditedRecord> {
  const items = new Map<string, Item>();
  const record = {
    failAfterFirstPage: undefined as string | undefined,
    skewMs: 0,
    refusesLastUpdated: false,
    givesEtag: false,
    batches: 'rightly' as BatchHabit,
  };
  const clock = (): number => now() + record.skewMs;

  function statement(): Json {
    const searchParam = lastUpdated ? [{ name: '_lastUpdated' }] : [];
    const interaction = batch ? [{ code: 'batch' }] : [];
    return { resourceType: 'CapabilityStatement', rest: [{ mode: 'server', searchParam, interaction }] };
  }

  function answer(origin: string, path: string, query: URLSearchParams): Answered {
    const [, , type = '', id] = path.split('/');
    if (type === 'metadata') return { status: 200, body: statement() };
    if (id !== undefined) return { status: 200, body: patient() };
    const since = query.get('_lastUpdated');
    if (since !== null && record.refusesLastUpdated) return { status: 400, body: {} };
    const offset = Number(query.get('offset') ?? '0');
    if (offset > 0 && record.failAfterFirstPage === type) return { status: 500, body: {} };
    const from = since === null ? -Infinity : Date.parse(since.replace(/^ge/, ''));
    const found = [...items.values()].filter((item) => item.type === type && item.updatedMs >= from);
    const page = found.slice(offset, offset + PAGE_SIZE).map(resourceOf);
    const more = new URLSearchParams(query);
    more.set('offset', String(offset + PAGE_SIZE));
    const next = offset + PAGE_SIZE < found.length ? `${origin}/fhir/${type}?${more.toString()}` : undefined;
    return { status: 200, body: bundle(page, next) };
  }

  function answerBatch(origin: string, asked: string): Answered {
    const { entry } = JSON.parse(asked) as { entry: { request: { url: string } }[] };
    const entries = entry.map(({ request: { url } }, index): Json => {
      const { pathname, searchParams } = new URL(url, `${origin}/fhir/`);
      const { status, body } = answer(origin, pathname, searchParams);
      const isFailing =
        (record.batches === 'no-search-in-it' && searchParams.size > 0) ||
        (record.batches === 'one-fails' && index === entry.length - 1);
      const told = isFailing ? 400 : status;
      return told === 200
        ? { resource: body, response: { status: '200 OK' } }
        : { response: { status: String(told), outcome: { resourceType: 'OperationOutcome' } } };
    });
    const given =
      record.batches === 'in-another-order'
        ? entries.toReversed()
        : record.batches === 'one-missing'
          ? entries.slice(1)
          : entries;
    return { status: 200, body: { resourceType: 'Bundle', type: 'batch-response', entry: given } };
  }

  const server = await startServer((request, response, { origin }) => {
    const headers = { date: new Date(clock()).toUTCString() };
    const isBatch = request.method === 'POST';
    const { status, body } = !isBatch
      ? answer(origin, request.path, request.query)
      : record.batches === 'refused'
        ? { status: 403, body: {} }
        : answerBatch(origin, request.body);
    const etag = `W/"${createHash('sha256').update(JSON.stringify(body)).digest('hex').slice(0, 16)}"`;
    if (record.givesEtag && request.headers['if-none-match'] === etag) {
      response.writeHead(304, { etag, ...headers });
      response.end();
      return;
    }
    sendJson(response, status, body, { ...headers, ...(record.givesEtag ? { etag } : {}) });
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
    incrementRequests: () =>
      server.seen.filter(({ query, body }) => query.has('_lastUpdated') || body.includes('_lastUpdated')),
  });
}

function resourceOf({ type, id, text, updatedMs }: Item): Json {
  return {
    resourceType: type,
    id,
    meta: { lastUpdated: new Date(updatedMs).toISOString() },
    subject: { reference: `Patient/${PATIENT_ID}` },
    code: { text },
  };
}
