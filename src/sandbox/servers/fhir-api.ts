/**
 * The FHIR side of a source that is searched type by type: read, search with paging, `$everything` where the scopes
 * allow. Every answer is bound to the one record the token stands for.
 */
import { Router, urlencoded } from 'express';
import type { Request, Response } from 'express';
import type { AuthorizationServer, TokenGrant } from '../oauth/authorization-server.ts';
import type { PatientRecord } from '../records/patient-record.ts';
import { bearerGrant } from './bearer.ts';
import { NOT_FOUND, forbidden, refuse, sendFhir } from './fhir-answer.ts';
import { pageTokens } from './page-token.ts';
import type { PageTokens } from './page-token.ts';
import { aboutPatient, includedMedications, matches, pageOf } from './search.ts';
import { searchsetText } from './searchset.ts';
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
}

interface Asked {
  readonly options: FhirApiOptions;
  readonly rights: ApiRights;
  readonly tokens: PageTokens;
  readonly grant: TokenGrant;
  readonly record: PatientRecord;
}

const ANY_TYPE = '*';

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

function search(asked: Asked, type: string, given: URLSearchParams, path: string, res: Response): void {
  const { options, record } = asked;
  const at = resume(asked, given);
  if (at === undefined) {
    refuse(res, { status: 410, code: 'expired', diagnostics: 'This page is no longer known.' });
    return;
  }
  const { params, offset, count } = at;
  const firstType = record.entries.find((entry) => entry.type !== undefined)?.type ?? 'Patient';
  const mine = aboutPatient(params, record.patientId);
  const found = !mine ? [] : type === ANY_TYPE ? record.entries : matches(record, type, firstType, params);
  const page = pageOf(found, offset, count);
  const wantsMedication = params.getAll('_include').some((include) => include.endsWith(':medication'));
  const end = offset + page.length;
  const self = `${options.baseUrl}${path}`;
  const state = { query: params.toString(), patientId: record.patientId, offset: end, count };
  const next = end < found.length ? `${self}?_page=${asked.tokens.write(state)}` : undefined;
  const included = wantsMedication ? includedMedications(record, page) : [];
  const query = params.toString();
  const own = query === '' ? self : `${self}?${query}`;
  sendFhir(res, 200, searchsetText({ baseUrl: options.baseUrl, self: own, next, matches: page, included }));
}

function searchType(asked: Asked, type: string, req: Request, res: Response): void {
  const { options, rights, grant } = asked;
  const params = queryOf(req);
  if (!rights.search(grant.scopes, type)) {
    refuse(res, forbidden(`The granted scopes do not allow searching ${type}.`));
    return;
  }
  if (options.quirks.failingTypes.includes(type)) {
    refuse(res, { status: 500, code: 'exception', diagnostics: 'The search failed.' });
    return;
  }
  const needsCategory = options.quirks.observationNeedsCategory && type === 'Observation';
  if (needsCategory && !params.has('category') && !params.has('_page') && !params.has('_id')) {
    refuse(res, { status: 400, code: 'required', diagnostics: 'Searching Observation needs the parameter category.' });
    return;
  }
  search(asked, type, params, `/${type}`, res);
}

function read(asked: Asked, type: string, id: string, res: Response): void {
  const { rights, grant, record } = asked;
  if (!rights.read(grant.scopes, type)) {
    refuse(res, forbidden(`The granted scopes do not allow reading ${type}.`));
    return;
  }
  // A record whose Patient came without an id is still known by the id in the token answer.
  const found =
    record.entries.find((entry) => entry.type === type && entry.id === id) ??
    (type === 'Patient' && id === record.patientId ? record.entries.find((entry) => entry.type === type) : undefined);
  if (found === undefined) refuse(res, NOT_FOUND);
  else sendFhir(res, 200, found.text);
}

function everything(asked: Asked, id: string, req: Request, res: Response): void {
  if (!asked.rights.everything(asked.grant.scopes)) {
    refuse(res, forbidden('$everything needs a scope on all resource types.'));
  } else if (id !== asked.record.patientId) {
    refuse(res, NOT_FOUND);
  } else {
    search(asked, ANY_TYPE, queryOf(req), `/Patient/${id}/$everything`, res);
  }
}

function segment(req: Request, name: 'type' | 'id'): string {
  const value = req.params[name];
  return typeof value === 'string' ? value : '';
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

function askedRecord(options: FhirApiOptions, tokens: PageTokens, req: Request): PatientRecord | undefined {
  const id = segment(req, 'id');
  if (id !== '') return recordNamed(options.records, segment(req, 'type') || 'Patient', id, false);
  const params = queryOf(req);
  const page = params.get('_page');
  const named = page === null ? params.get('patient') : tokens.read(page)?.patientId;
  return recordNamed(options.records, segment(req, 'type'), named?.replace(/^.*\//, ''), true);
}

function bearerOf(req: Request): string {
  return (req.get('authorization') ?? '').replace(/^bearer /i, '');
}

export function fhirApi(options: FhirApiOptions): Router {
  const router = Router();
  const tokens = pageTokens();
  const withGrant =
    (answer: (asked: Asked, req: Request, res: Response) => void) =>
    async (req: Request, res: Response): Promise<void> => {
      const grant = await bearerGrant(options.authorizationServer, req, res);
      if (grant === undefined) return;
      const rights = rightsOf(options, grant);
      const record = rights.isSystem ? askedRecord(options, tokens, req) : ownRecord(options, grant);
      if (record === undefined)
        refuse(res, rights.isSystem ? NOT_FOUND : forbidden('This token opens no record here.'));
      else answer({ options, rights, tokens, grant, record }, req, res);
    };
  const onType = withGrant((asked, req, res) => searchType(asked, segment(req, 'type'), req, res));
  router.get(
    '/Patient/:id/\\$everything',
    withGrant((asked, req, res) => everything(asked, segment(req, 'id'), req, res)),
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
  router.post('/:type/_search', urlencoded({ extended: false }), onType);
  router.get('/:type', onType);
  router.get(
    '/:type/:id',
    withGrant((asked, req, res) => read(asked, segment(req, 'type'), segment(req, 'id'), res)),
  );
  router.use((_req, res) => refuse(res, NOT_FOUND));
  return router;
}
