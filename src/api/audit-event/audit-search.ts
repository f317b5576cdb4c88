/** Turns the parameters of a search for AuditEvents into a query of the access log (FHIR R4, "Search"; AuditEvent). */
import type { AccessGrant } from '../../access/access-grant.ts';
import { GatewayError } from '../../errors.ts';
import type { AuditAction, AuditFilter, AuditOutcome, AuditPosition } from '../../ports/audit.ts';
import { splitEscaped, unescape } from '../../record/search/escaped.ts';
import { parseDateCriterion } from '../../record/search/match-date.ts';
import { parseReferenceCriterion } from '../../record/search/match-reference.ts';
import { matchesToken, parseToken } from '../../record/search/match-token.ts';
import { SearchFault } from '../../record/search/search-fault.ts';
import { findSearchParameter, isUnsupported } from '../../record/search/search-parameters.ts';
import type { QueryParameter } from '../query.ts';
import { emptyPaging, readPagingParameter, type Paging } from '../result-parameters.ts';
import { AUDIT_ACTIONS, AUDIT_OUTCOMES } from './audit-actions.ts';
import { withinDate } from './within-date.ts';

/** What an AuditEvent can be searched by, for the CapabilityStatement. */
export const AUDIT_SEARCH_PARAMETERS = [
  { name: '_id', type: 'token' },
  { name: '_lastUpdated', type: 'date' },
  { name: 'action', type: 'token' },
  { name: 'date', type: 'date' },
  { name: 'outcome', type: 'token' },
  { name: 'patient', type: 'reference' },
  { name: 'subtype', type: 'token' },
  { name: 'type', type: 'token' },
] as const;

export interface AuditSearch {
  readonly filter: AuditFilter;
  readonly paging: Paging;
  readonly before: AuditPosition | undefined;
  /** Parameters that took effect, for the `self` link. */
  readonly applied: readonly (readonly [string, string])[];
  /** Names of parameters that took none. */
  readonly ignored: readonly string[];
  /** Who is asked for and is not the token's patient. */
  readonly otherPatient: string | undefined;
}

const ACTIONS = Object.keys(AUDIT_ACTIONS) as readonly AuditAction[];
const OUTCOMES = Object.keys(AUDIT_OUTCOMES) as readonly AuditOutcome[];
const CURSOR = /^(\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}\.\d{3}Z) ([0-9a-f-]{1,64})$/;

/** @throws GatewayError `bad-request`, `unsupported-parameter`, `not-acceptable`. */
export function parseAuditSearch(
  parameters: readonly QueryParameter[],
  grant: AccessGrant,
  baseUrl: string,
): AuditSearch {
  try {
    return readAuditSearch(parameters, grant, baseUrl);
  } catch (error) {
    if (!(error instanceof SearchFault)) throw error;
    throw new GatewayError(error.kind === 'value' ? 'bad-request' : 'unsupported-parameter', error.message);
  }
}

function readAuditSearch(parameters: readonly QueryParameter[], grant: AccessGrant, baseUrl: string): AuditSearch {
  const applied: [string, string][] = [];
  const ignored = new Set<string>();
  let filter: AuditFilter = {};
  let paging = emptyPaging;
  let otherPatient: string | undefined;
  for (const given of parameters) {
    const { name, modifier, value } = given;
    if (name === '') continue;
    const shaped = readPagingParameter(given, paging);
    if (shaped !== undefined) paging = shaped;
    else if (name === 'patient') otherPatient ??= otherThan(grant.subjectId, given, baseUrl);
    else {
      const next = readCriterion(given, filter);
      if (next === undefined) {
        ignored.add(name);
        continue;
      }
      filter = next;
    }
    applied.push([modifier === undefined ? name : `${name}:${modifier}`, value]);
  }
  return { filter, paging, before: readPosition(paging.cursor), applied, ignored: [...ignored], otherPatient };
}

/** Where a page begins, as a `next` link carries it. It gives no right: each page is asked for with a token. */
export function writePosition({ at, id }: AuditPosition): string {
  return Buffer.from(`${at} ${id}`).toString('base64url');
}

function readPosition(cursor: string | undefined): AuditPosition | undefined {
  if (cursor === undefined) return undefined;
  const [, at, id] = CURSOR.exec(Buffer.from(cursor, 'base64url').toString('latin1')) ?? [];
  if (at === undefined || id === undefined) throw new GatewayError('bad-request', 'This page does not exist.');
  return { at, id };
}

/** @returns undefined for a parameter that FHIR does not know. */
function readCriterion({ name, modifier, value }: QueryParameter, filter: AuditFilter): AuditFilter | undefined {
  const isKnown = AUDIT_SEARCH_PARAMETERS.some((parameter) => parameter.name === name);
  // Newest first is the only order there is.
  if (name === '_sort' && ['-date', '-_lastUpdated'].includes(value)) return filter;
  if (name === '_sort' || modifier !== undefined || name.includes('.') || (!isKnown && isRefused(name))) {
    throw new GatewayError('unsupported-parameter', 'A parameter, modifier or chain is not supported for AuditEvent.');
  }
  if (!isKnown) return undefined;
  if (value === '') throw new GatewayError('bad-request', `The parameter ${name} is empty.`);
  const alternatives = splitEscaped(value, ',');
  switch (name) {
    case '_id':
      return { ...filter, ids: common(filter.ids, alternatives.map(unescape)) };
    case 'date':
    case '_lastUpdated':
      if (alternatives.length > 1)
        throw new GatewayError('unsupported-parameter', 'One date at a time for AuditEvent.');
      return withinDate(filter, parseDateCriterion(value, name));
    case 'outcome':
      return { ...filter, outcomes: common(filter.outcomes, chosen(OUTCOMES, alternatives, name, outcomeCodings)) };
    default:
      return { ...filter, actions: common(filter.actions, chosen(ACTIONS, alternatives, name, actionCodings(name))) };
  }
}

/** FHIR knows it as a criterion, and the log cannot be searched by it: leaving it out would widen the question. */
function isRefused(name: string): boolean {
  return isUnsupported('AuditEvent', name) || findSearchParameter('AuditEvent', name) !== undefined;
}

function outcomeCodings(outcome: AuditOutcome): readonly unknown[] {
  return [AUDIT_OUTCOMES[outcome]];
}

function actionCodings(parameter: string): (action: AuditAction) => readonly unknown[] {
  return (action) => {
    const names = AUDIT_ACTIONS[action];
    if (parameter === 'action') return [names.action];
    return parameter === 'type' ? [names.type] : names.subtype;
  };
}

function chosen<Value extends string>(
  all: readonly Value[],
  alternatives: readonly string[],
  name: string,
  codings: (value: Value) => readonly unknown[],
): readonly Value[] {
  const wanted = alternatives.map((text) => parseToken(text, name));
  return all.filter((value) => codings(value).some((coding) => wanted.some((token) => matchesToken(coding, token))));
}

/** A parameter given twice must be met twice. */
function common<Value>(one: readonly Value[] | undefined, other: readonly Value[]): readonly Value[] {
  return one === undefined ? other : other.filter((value) => one.includes(value));
}

function otherThan(subjectId: string, { modifier, value }: QueryParameter, baseUrl: string): string | undefined {
  const criteria = splitEscaped(value, ',').map((text) =>
    parseReferenceCriterion(unescape(text), modifier, 'patient', baseUrl),
  );
  const other = criteria.find(
    (criterion) =>
      criterion.url !== undefined || criterion.id !== subjectId || (criterion.type ?? 'Patient') !== 'Patient',
  );
  return other === undefined ? undefined : `${other.url ?? other.id} elsewhere`;
}
