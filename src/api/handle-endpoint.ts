/** One request to an endpoint, from its headers to its answer: who asks, what for, and the account of it (design 2). */
import type { Request, RequestHandler } from 'express';
import type { AccessGrant } from '../access/access-grant.ts';
import { decide, type AccessDecision, type Refusal } from '../access/decide.ts';
import { RefusedToken } from '../access/refused-token.ts';
import { R4_TYPES } from '../access/tables/resource-types.ts';
import { GatewayError } from '../errors.ts';
import type { RecordReader } from '../services/record-reader.ts';
import type { OnAccess } from './access-event.ts';
import { nameOf, type Endpoint } from './endpoint.ts';
import type { ApiParts, FhirRequest } from './fhir-request.ts';
import { negotiate } from './negotiate.ts';
import { queryOf } from './query.ts';
import type { RateLimits } from '../services/rate-limits.ts';
import type { RenderedAnswer } from './rendered-answers.ts';
import { requestIdOf } from './request-id.ts';
import { isStrict, parametersOf } from './request-parameters.ts';
import { checkPreconditions, sendAnswer, statusOf } from './send-answer.ts';
import { toGatewayError } from './render-error.ts';

export interface EndpointParts {
  readonly api: ApiParts;
  readonly reader: RecordReader;
  /** @throws GatewayError `invalid-token`, `insufficient-scope`. */
  readonly verify: (authorizationHeader: string | undefined) => Promise<AccessGrant>;
  readonly onAccess: OnAccess;
  /** Undefined: as often as anyone likes. */
  readonly limits: RateLimits | undefined;
  /** Milliseconds since the epoch. */
  readonly now: () => number;
}

/** What became of a request so far. */
interface Course {
  grant?: AccessGrant;
  decision?: AccessDecision;
  askedTypes?: readonly string[] | undefined;
  sources?: readonly string[];
}

const FHIR_ID = /^[A-Za-z0-9\-.]{1,64}$/;

const REFUSALS = {
  over: 'invalid-token',
  'other-patient': 'forbidden',
  scope: 'insufficient-scope',
} as const satisfies Record<Refusal, string>;

export function handleEndpoint(endpoint: Endpoint, parts: EndpointParts): RequestHandler {
  return async (req, res) => {
    const course: Course = {};
    const account = (status: number) => parts.onAccess({ ...accessed(endpoint, req, course), status, requestId });
    const requestId = requestIdOf(res);
    let answer: RenderedAnswer;
    try {
      answer = await answerTo(endpoint, parts, req, course);
      checkPreconditions(req, answer);
    } catch (error) {
      if (error instanceof RefusedToken) course.grant = error.grant;
      await account(toGatewayError(error).status);
      throw error;
    }
    await account(statusOf(req, answer));
    sendAnswer(req, res, answer);
  };
}

async function answerTo(
  endpoint: Endpoint,
  parts: EndpointParts,
  req: Request,
  course: Course,
): Promise<RenderedAnswer> {
  const { api, reader, now } = parts;
  const grant = await grantOf(req, parts);
  course.grant = grant;
  await parts.limits?.countGrant(grant);
  const parameters = parametersOf(req, endpoint.body);
  negotiate(req.get('Accept'), parameters);
  const { type, id, version } = target(endpoint, req);
  if (!R4_TYPES.has(type) || ![id, version].every((part) => part === '' || FHIR_ID.test(part)))
    throw new GatewayError('not-found');
  const request: FhirRequest = {
    grant,
    resourceType: type,
    id,
    version,
    parameters,
    strict: isStrict(req),
    decide(access) {
      const decision = decide(grant, access, now());
      course.decision = decision;
      course.askedTypes = access.types;
      if (decision.refusal === undefined) return decision;
      throw new GatewayError(REFUSALS[decision.refusal], decision.reason);
    },
    async readRecord() {
      const answer = await reader.read(grant);
      course.sources = answer.completeness.map(({ source }) => source);
      return answer;
    },
  };
  return endpoint.handle(api, request);
}

/** @throws GatewayError `too-many-requests`; as `verify`. */
async function grantOf(req: Request, { verify, limits }: EndpointParts): Promise<AccessGrant> {
  const address = req.ip ?? '';
  await limits?.checkAddress(address);
  try {
    return await verify(req.get('Authorization'));
  } catch (error) {
    if (toGatewayError(error).status === 401) await limits?.countFailure(address);
    throw error;
  }
}

function target(endpoint: Endpoint, req: Request) {
  const {
    type,
    id = '',
    vid = '',
  } = req.params as { readonly type?: string; readonly id?: string; readonly vid?: string };
  return { type: type ?? endpoint.types?.[0] ?? '', id, version: vid };
}

function accessed(endpoint: Endpoint, req: Request, { grant, decision, askedTypes, sources = [] }: Course) {
  const { type, id } = target(endpoint, req);
  const form = endpoint.body === 'form' && typeof req.body === 'string' ? req.body : '';
  return {
    grant,
    interaction: nameOf(endpoint),
    resourceType: R4_TYPES.has(type) ? type : undefined,
    id: FHIR_ID.test(id) ? id : undefined,
    query: [queryOf(req.originalUrl), form].filter((part) => part !== '').join('&'),
    decision,
    askedTypes,
    sources,
  };
}
