/** Sends an answer, or says that the client has it already (RFC 9110, 13.1.2; FHIR R4, 3.1.0.5). */
import type { Request, Response } from 'express';
import { GatewayError } from '../errors.ts';
import type { RenderedAnswer } from './rendered-answers.ts';

/** Last-Modified is told but never compared: a record can become less complete without being modified (law L7). */
export function sendAnswer(req: Request, res: Response, answer: RenderedAnswer): void {
  res.setHeader('ETag', answer.etag);
  res.setHeader('Cache-Control', 'private, no-cache');
  res.setHeader('Vary', 'Authorization, Accept, Prefer');
  if (answer.lastModified !== undefined) res.setHeader('Last-Modified', new Date(answer.lastModified).toUTCString());
  if (answer.completeness !== '') res.setHeader('X-Record-Completeness', answer.completeness);
  const status = statusOf(req, answer);
  if (status === 304) {
    res.status(304).end();
    return;
  }
  res.setHeader('Content-Type', answer.contentType);
  res.setHeader('Content-Length', answer.body.length);
  res.setHeader('X-Content-Type-Options', 'nosniff');
  res.status(status).end(req.method === 'HEAD' ? undefined : answer.body);
}

/**
 * FHIR's ETags are weak and compared as such (FHIR R4, 3.1.0.5), where RFC 9110, 13.1.1 has only strong ones match.
 * @throws GatewayError `precondition-failed`.
 */
export function checkPreconditions(req: Request, answer: RenderedAnswer): void {
  const ifMatch = req.get('If-Match');
  if (ifMatch !== undefined) {
    if (!isKnownTo(ifMatch, answer.etag)) throw new GatewayError('precondition-failed');
    return;
  }
  const since = Date.parse(req.get('If-Unmodified-Since') ?? '');
  // The header counts whole seconds.
  const modified = answer.lastModified === undefined ? NaN : Math.floor(Date.parse(answer.lastModified) / 1000) * 1000;
  if (modified > since) throw new GatewayError('precondition-failed');
}

export function statusOf(req: Request, answer: RenderedAnswer): 200 | 304 {
  return isKnownTo(req.get('If-None-Match'), answer.etag) ? 304 : 200;
}

/** Weak comparison: the mark of weakness does not count. */
function isKnownTo(tags: string | undefined, etag: string): boolean {
  if (tags === undefined) return false;
  const opaque = (tag: string) => tag.trim().replace(/^W\//, '');
  return tags.split(',').some((tag) => tag.trim() === '*' || opaque(tag) === opaque(etag));
}
