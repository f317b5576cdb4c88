/**
 * The FHIR side of a source that is searched type by type: read, search with paging, changes, `$everything` where the scopes
 * allow. Every answer is bound to the one record the token stands for.
 */
import { Router, json, urlencoded } from 'express';
import type { Request, Response } from 'express';
import type { AuthorizationServer, TokenGrant } from '../oauth/authorization-server.ts';
import type { PatientRecord } from '../records/patient-record.ts';
import { bearerGrant } from './bearer.ts';
import { NOT_FOUND, forbidden, refusal, refuse, sendFhir } from './fhir-answer.ts';
import type { FhirAnswer } from './fhir-answer.ts';
import { answerBatch } from './fhir-batch.ts';
import type { Interaction } from './fhir-batch.ts';
import { pageTokens } from './page-token.ts';
import type { PageTokens } from './page-token.ts';
import { aboutPatient, includedMedications, matches, pageOf, updatedAs } from './search.ts';
import { searchsetText } from './searchset.ts';
import type { SourceChanges } from './source-server.ts';
import { patientsWith, recordNamed, systemMay } from './system-access.ts';

/** What this source's scopes mean. */
export interface ApiRights {
  read(scopes: ReadonlySet<string>, type: string): boolean;
  search(scopes: ReadonlySet<string>, type: string): boolean;
  everything(scopes: ReadonlySet<string>): boolean;
}

/** Habits of real servers, to be switched on. */
export interface ApiQuirks {
  /** Largest page given, whatever `_count` says. */
  readonly maxPageSize: number;
  /** Observation search without `category` is refused (400). */
  readonly observationNeedsCategory: boolean;
  /** Types whose search fails (500) while the others work. */
  readonly failingTypes: readonly string[];
}

interface Rights extends ApiRights {
  /** A backend service: each request says whose record it wants. */
  readonly isSystem: boolean;
}

export interface FhirApiOptions {
  readonly baseUrl: string;
  readonly authorizationServer: AuthorizationServer;
  /** By person. */
  readonly records: ReadonlyMap<string, PatientRecord>;
  readonly rights: ApiRights;
  readonly quirks: ApiQuirks;
  readonly changes: SourceChanges;
}

interface Api {
  readonly options: FhirApiOptions;
  readonly tokens: PageTokens;
  /** Milliseconds since 1970: since then everything is there that does not say otherwise. */
  readonly thereSinceMs: number;
}

interface Asked extends Api {
  readonly rights: ApiRights;
  readonly grant: TokenGrant;
  readonly record: PatientRecord;
}

const ANY_TYPE = '*';

/** A record is older than its server's last start. */
const DAY_MS = 24 * 60 * 60_000;

function queryOf(req: Request): URLSearchParams {
  const query = req.originalUrl.includes('?') ? req.originalUrl.slice(req.originalUrl.indexOf('?') + 1) : '';
  const params = new URLSearchParams(query);
  const body: unknown = req.method === 'POST' ? req.body : undefined;
  if (typeof body !== 'object' || body === null) return params;
  for (const [name, value] of Object.entries(body)) {
    for (const one of Array.isArray(value) ? value : [value]) params.append(name, String(one));
  }
  return params;
}

/** The query, or the one a `next` link of ours goes on with. */
function resume(
  asked: Asked,
  params: URLSearchParams,
): { params: URLSearchParams; offset: number; count: number } | undefined {
  const token = params.get('_page');
  const { maxPageSize } = asked.options.quirks;
  if (token === null) {
    const count = Number(params.get('_count') ?? maxPageSize);
    return {
      params,
      offset: 0,
      count: Number.isInteger(count) && count > 0 ? Math.min(count, maxPageSize) : maxPageSize,
    };
  }
  const state = asked.tokens.read(token);
  if (state === undefined || state.patientId !== asked.record.patientId) return undefined;
  return { params: new URLSearchParams(state.query), offset: state.offset, count: state.count };
}

function search(asked: Asked, type: string, given: URLSearchParams, path: string): FhirAnswer {
  const { options, record, thereSinceMs } = asked;
  const at = resume(asked, given);
  if (at === undefined) {
    return refusal({ status: 410, code: 'expired', diagnostics: 'This page is no longer known.' });
  }
  const { params, offset, count } = at;
  const firstType = record.entries.find((entry) => entry.type !== undefined)?.type ?? 'Patient';
  const mine = aboutPatient(params, record.patientId);
  const all = !mine
    ? []
    : type === ANY_TYPE
      ? ofTypes(record, params.get('_type'))
      : matches(record, type, firstType, params);
  const since = params.getAll('_since').map((instant) => `gt${instant}`);
  const wanted = options.changes === 'none' ? [] : [...params.getAll('_lastUpdated'), ...since];
  const found = updatedAs(all, wanted, thereSinceMs);
  const page = pageOf(found, offset, count);
  const wantsMedication = params.getAll('_include').some((include) => include.endsWith(':medication'));
  const end = offset + page.length;
  const self = `${options.baseUrl}${path}`;
  const state = { query: params.toString(), patientId: record.patientId, offset: end, count };
  const next = end < found.length ? `${self}?_page=${asked.tokens.write(state)}` : undefined;
  const included = wantsMedication ? includedMedications(record, page) : [];
  const query = params.toString();
  const own = query === '' ? self : `${self}?${query}`;
  return {
    status: 200,
    text: searchsetText({ baseUrl: options.baseUrl, self: own, next, matches: page, included }),
  };
}

/** @param types value of `_type`; null: all. */
function ofTypes({ entries }: PatientRecord, types: string | null): PatientRecord['entries'] {
  const wanted = types?.split(',');
  return wanted === undefined ? entries : entries.filter(({ type }) => type !== undefined && wanted.includes(type));
}

function searchType(asked: Asked, type: string, params: URLSearchParams): FhirAnswer {
  const { options, rights, grant } = asked;
  if (!rights.search(grant.scopes, type)) {
    return refusal(forbidden(`The granted scopes do not allow searching ${type}.`));
  }
  if (options.quirks.failingTypes.includes(type)) {
    return refusal({ status: 500, code: 'exception', diagnostics: 'The search failed.' });
  }
  const needsCategory = options.quirks.observationNeedsCategory && type === 'Observation';
  if (needsCategory && !params.has('category') && !params.has('_page') && !params.has('_id')) {
    const diagnostics = 'Searching Observation needs the parameter category.';
    return refusal({ status: 400, code: 'required', diagnostics });
  }
  return search(asked, type, params, `/${type}`);
}

function read(asked: Asked, type: string, id: string): FhirAnswer {
  const { rights, grant, record } = asked;
  if (!rights.read(grant.scopes, type)) {
    return refusal(forbidden(`The granted scopes do not allow reading ${type}.`));
  }
  // A record whose Patient came without an id is still known by the id in the token answer.
  const found =
    record.entries.find((entry) => entry.type === type && entry.id === id) ??
    (type === 'Patient' && id === record.patientId ? record.entries.find((entry) => entry.type === type) : undefined);
  return found === undefined ? refusal(NOT_FOUND) : { status: 200, text: found.text };
}

function everything(asked: Asked, id: string, params: URLSearchParams): FhirAnswer {
  if (!asked.rights.everything(asked.grant.scopes)) {
    return refusal(forbidden('$everything needs a scope on all resource types.'));
  }
  return id === asked.record.patientId
    ? search(asked, ANY_TYPE, params, `/Patient/${id}/$everything`)
    : refusal(NOT_FOUND);
}

const SYSTEM_RIGHTS: Rights = {
  read: (scopes, type) => systemMay(scopes, type, 'r'),
  search: (scopes, type) => systemMay(scopes, type, 's'),
  everything: () => false,
  isSystem: true,
};

function rightsOf(options: FhirApiOptions, grant: TokenGrant): Rights {
  return grant.accountId === undefined ? SYSTEM_RIGHTS : { ...options.rights, isSystem: false };
}

function ownRecord(options: FhirApiOptions, { person }: TokenGrant): PatientRecord | undefined {
  return person === undefined ? undefined : options.records.get(person);
}

function askedRecord({ options, tokens }: Api, { path, params }: Interaction): PatientRecord | undefined {
  const [type = 'Patient', id] = path;
  if (id !== undefined) return recordNamed(options.records, type, id, false);
  const page = params.get('_page');
  const named = page === null ? params.get('patient') : tokens.read(page)?.patientId;
  return recordNamed(options.records, type, named?.replace(/^.*\//, ''), true);
}

function answer(api: Api, grant: TokenGrant, interaction: Interaction): FhirAnswer {
  const rights = rightsOf(api.options, grant);
  const record = rights.isSystem ? askedRecord(api, interaction) : ownRecord(api.options, grant);
  if (record === undefined) {
    return refusal(rights.isSystem ? NOT_FOUND : forbidden('This token opens no record here.'));
  }
  const asked = { ...api, rights, grant, record };
  const [type = '', id, operation, ...more] = interaction.path;
  if (id === undefined) return searchType(asked, type, interaction.params);
  if (operation === undefined) return read(asked, type, id);
  const isEverything = type === 'Patient' && operation === '$everything' && more.length === 0;
  return isEverything ? everything(asked, id, interaction.params) : refusal(NOT_FOUND);
}

function segments(req: Request): readonly string[] {
  return ['type', 'id'].flatMap((name) => {
    const value = req.params[name];
    return typeof value === 'string' ? [value] : [];
  });
}

function bearerOf(req: Request): string {
  return (req.get('authorization') ?? '').replace(/^bearer /i, '');
}

export function fhirApi(options: FhirApiOptions): Router {
  const router = Router();
  const api: Api = { options, tokens: pageTokens(), thereSinceMs: Date.now() - DAY_MS };
  const withGrant =
    (make: (grant: TokenGrant, req: Request) => FhirAnswer) =>
    async (req: Request, res: Response): Promise<void> => {
      const grant = await bearerGrant(options.authorizationServer, req, res);
      if (grant === undefined) return;
      const { status, text } = make(grant, req);
      sendFhir(res, status, text);
    };
  const one = withGrant((grant, req) => answer(api, grant, { path: segments(req), params: queryOf(req) }));
  if (options.changes === 'batch') {
    const body = json({ type: ['application/fhir+json', 'application/json'], limit: '1mb' });
    router.post(
      '/',
      body,
      withGrant((grant, req) =>
        answerBatch(options.baseUrl, req.body, (interaction) => answer(api, grant, interaction)),
      ),
    );
  }
  router.get(
    '/Patient/:id/\\$everything',
    withGrant((grant, req) => {
      const path = ['Patient', ...segments(req), '$everything'];
      return answer(api, grant, { path, params: queryOf(req) });
    }),
  );
  router.get('/Patient', async (req, res, next) => {
    const identifier = queryOf(req).get('identifier');
    const grant = identifier === null ? undefined : await options.authorizationServer.tokenGrant(bearerOf(req));
    if (identifier === null || grant === undefined || !systemMay(grant.scopes, 'Patient', 's')) {
      next();
      return;
    }
    const self = `${options.baseUrl}/Patient`;
    const found = patientsWith(options.records, identifier);
    sendFhir(
      res,
      200,
      searchsetText({ baseUrl: options.baseUrl, self, next: undefined, matches: found, included: [] }),
    );
  });
  router.post('/:type/_search', urlencoded({ extended: false }), one);
  router.get('/:type', one);
  router.get('/:type/:id', one);
  router.use((_req, res) => refuse(res, NOT_FOUND));
  return router;
}
