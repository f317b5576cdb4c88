/** A SMART source that does everything right until a test takes over how it answers: pages, tokens that rotate and are taken once, a clock of its own. */
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { freePort } from '../servers/free-port.ts';
import { PATIENT_ID, bundle, patient } from '../servers/fhir-bundles.ts';
import { sendJson, type SeenRequest } from '../servers/http-server.ts';
import { createTokenBook, type TokenBook } from './token-book.ts';

export type Json = Readonly<Record<string, unknown>>;

/** @returns true where it has answered, or never will. */
export type Behave = (request: SeenRequest, response: ServerResponse) => boolean | Promise<boolean>;

export interface MisbehavingSource {
  readonly origin: string;
  readonly baseUrl: string;
  /** By `<Type>/<id>`, in the order in which they are given. */
  readonly items: Map<string, Json>;
  readonly tokens: TokenBook;
  readonly seen: SeenRequest[];
  /** Takes requests over; undefined: everything is right. */
  behave: Behave | undefined;
  /** Milliseconds by which its clock is ahead. */
  skewMs: number;
  put(resource: Json): void;
  /** Ends listening: connections are refused. */
  stop(): Promise<void>;
  start(): Promise<void>;
  close(): Promise<void>;
}

/** As many as one page holds. */
const PAGE_SIZE = 2;

/** @param now milliseconds since 1970, by the test's clock. */
export async function startMisbehavingSource(now: () => number): Promise<MisbehavingSource> {
  const port = await freePort();
  const origin = `http://127.0.0.1:${port}`;
  const items = new Map<string, Json>();
  const seen: SeenRequest[] = [];
  const tokens = createTokenBook();
  let server: Server | undefined;

  const source = {
    origin,
    baseUrl: `${origin}/fhir`,
    items,
    tokens,
    seen,
    behave: undefined as Behave | undefined,
    skewMs: 0,
    put(resource: Json): void {
      items.set(`${String(resource['resourceType'])}/${String(resource['id'])}`, resource);
    },
    async start(): Promise<void> {
      const listening = createServer((incoming, response) => {
        // A test may cut a connection at any time.
        response.on('error', () => undefined);
        void readRequest(incoming).then(answer.bind(undefined, response), () => undefined);
      });
      await new Promise<void>((resolve) => listening.listen(port, '127.0.0.1', resolve));
      server = listening;
    },
    async stop(): Promise<void> {
      const ending = server;
      server = undefined;
      if (ending === undefined) return;
      const ended = new Promise((resolve) => ending.close(resolve));
      ending.closeAllConnections();
      await ended;
    },
    close: () => source.stop(),
  };

  async function answer(response: ServerResponse, request: SeenRequest): Promise<void> {
    seen.push(request);
    if ((await source.behave?.(request, response)) === true) return;
    answerRightly(request, response);
  }

  function answerRightly(request: SeenRequest, response: ServerResponse): void {
    const headers = { date: new Date(now() + source.skewMs).toUTCString() };
    const [, , type = '', id] = request.path.split('/');
    if (request.path === '/fhir/.well-known/smart-configuration') sendJson(response, 200, discovery(origin), headers);
    else if (request.path === '/token') tokens.answer(new URLSearchParams(request.body), response);
    else if (type === 'metadata') sendJson(response, 200, STATEMENT, headers);
    else if (!tokens.isGood(request.headers.authorization)) sendJson(response, 401, {}, headers);
    else if (type === 'Patient' && id === PATIENT_ID) sendJson(response, 200, patient(), headers);
    else if (id === undefined) sendJson(response, 200, pageOf(type, request.query), headers);
    else sendJson(response, 404, {}, headers);
  }

  function pageOf(type: string, query: URLSearchParams): Json {
    const since = Date.parse(query.get('_lastUpdated')?.replace(/^ge/, '') ?? '');
    const found = [...items.values()].filter(
      (item) => item['resourceType'] === type && !(updatedAt(item) < since || query.get('patient') !== PATIENT_ID),
    );
    const offset = Number(query.get('offset') ?? '0');
    const more = new URLSearchParams(query);
    more.set('offset', String(offset + PAGE_SIZE));
    const next = offset + PAGE_SIZE < found.length ? `${origin}/fhir/${type}?${more.toString()}` : undefined;
    return bundle(found.slice(offset, offset + PAGE_SIZE), next);
  }

  await source.start();
  return source;
}

const STATEMENT = { resourceType: 'CapabilityStatement', fhirVersion: '4.0.1', rest: [{ mode: 'server' }] };

function discovery(origin: string): Json {
  return {
    issuer: origin,
    authorization_endpoint: `${origin}/authorize`,
    token_endpoint: `${origin}/token`,
    grant_types_supported: ['authorization_code'],
    capabilities: ['launch-standalone', 'context-standalone-patient', 'permission-patient', 'client-public'],
    code_challenge_methods_supported: ['S256'],
  };
}

function updatedAt(item: Json): number {
  const { lastUpdated } = (item['meta'] ?? {}) as { readonly lastUpdated?: string };
  return lastUpdated === undefined ? Infinity : Date.parse(lastUpdated);
}

async function readRequest(incoming: IncomingMessage): Promise<SeenRequest> {
  const chunks: Buffer[] = [];
  for await (const chunk of incoming) chunks.push(chunk as Buffer);
  const url = incoming.url ?? '/';
  const { pathname, searchParams } = new URL(url, 'http://127.0.0.1');
  const body = Buffer.concat(chunks).toString('utf8');
  return {
    method: incoming.method ?? 'GET',
    url,
    path: pathname,
    query: searchParams,
    headers: incoming.headers,
    body,
  };
}
