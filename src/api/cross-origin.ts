/**
 * CORS for browser apps (SMART App Launch 2.2, "Considerations for cross-origin resource sharing"). Any origin may ask,
 * because nothing is given on cookies: without a bearer token, which no browser adds by itself, there is only metadata.
 */
import type { NextFunction, Request, Response } from 'express';

const REQUEST_HEADERS = 'Authorization, Accept, Content-Type, Prefer, If-None-Match, If-Match, X-Request-Id';
const RESPONSE_HEADERS = 'ETag, Last-Modified, X-Request-Id, X-Record-Completeness, WWW-Authenticate';

export function allowAnyOrigin(req: Request, res: Response, next: NextFunction): void {
  res.setHeader('Access-Control-Allow-Origin', '*');
  res.setHeader('Access-Control-Expose-Headers', RESPONSE_HEADERS);
  if (req.method !== 'OPTIONS') {
    next();
    return;
  }
  res.setHeader('Access-Control-Allow-Methods', 'GET, HEAD, POST');
  res.setHeader('Access-Control-Allow-Headers', REQUEST_HEADERS);
  res.setHeader('Access-Control-Max-Age', '600');
  res.status(204).end();
}
