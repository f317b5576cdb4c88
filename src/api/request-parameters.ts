/** The parameters of a request: of its URL, and of its body where it may have one (FHIR R4, 3.1.0.9, 3.2.0.2). */
import { text as textBody, type Request, type RequestHandler } from 'express';
import { GatewayError } from '../errors.ts';
import type { Endpoint } from './endpoint.ts';
import { readParameters } from './parameters-body.ts';
import { parseQuery, queryOf, type QueryParameter } from './query.ts';

const MAX_BODY_BYTES = 32_768;
const MEDIA_TYPES = {
  form: ['application/x-www-form-urlencoded'],
  parameters: ['application/fhir+json', 'application/json', 'text/json'],
} as const;

/** Reads the body of such a request as text. */
export function bodyReader(body: NonNullable<Endpoint['body']>): RequestHandler {
  return textBody({ type: [...MEDIA_TYPES[body]], limit: MAX_BODY_BYTES });
}

/** @throws GatewayError `bad-request`, `too-large`, `unsupported-media-type`, `unprocessable`. */
export function parametersOf(req: Request, body: Endpoint['body']): readonly QueryParameter[] {
  const inUrl = parseQuery(queryOf(req.originalUrl));
  if (req.method !== 'POST' || body === undefined) return inUrl;
  if (typeof req.body !== 'string') {
    if (req.is([...MEDIA_TYPES[body]]) === false && hasBody(req)) throw new GatewayError('unsupported-media-type');
    return inUrl;
  }
  if (req.body === '') return inUrl;
  return [...inUrl, ...(body === 'form' ? parseQuery(req.body) : readParameters(req.body))];
}

/** FHIR R4, 3.1.1.1.3: what cannot be applied is refused. */
export function isStrict(req: Request): boolean {
  return /(?:^|[\s,;])handling=strict(?:$|[\s,;])/i.test(req.get('Prefer') ?? '');
}

function hasBody(req: Request): boolean {
  return req.get('Content-Length') !== '0';
}
