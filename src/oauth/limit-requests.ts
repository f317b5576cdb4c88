/**
 * Keeps the authorization server from being guessed at: an address that keeps being refused has to wait, and so has one that
 * opens sign-in pages without end (RFC 6749, 10.10; RFC 6819, 5.1.4.2.3). What succeeds is not counted at the endpoints of
 * apps: the servers of one app may ask for many people.
 */
import type { Request, RequestHandler, Response } from 'express';
import { TooManyRequests, type RateLimits } from '../services/rate-limits.ts';

const AUTHORIZE = /^\/auth(\/|$)/;

export function limitRequests(limits: RateLimits): RequestHandler {
  return async (request, response, next) => {
    const address = request.ip ?? '';
    try {
      if (AUTHORIZE.test(request.path)) await limits.countVisitor(address);
      else await limits.checkAddress(address);
    } catch (error) {
      if (!(error instanceof TooManyRequests)) throw error;
      refuse(request, response, error);
      return;
    }
    response.once('finish', () => {
      const isRefused = response.statusCode === 400 || response.statusCode === 401;
      // A failing store has been told of already where it matters.
      if (isRefused && !AUTHORIZE.test(request.path)) void limits.countFailure(address).catch(() => undefined);
    });
    next();
  };
}

function refuse(request: Request, response: Response, { status, retryAfterS, detail }: TooManyRequests): void {
  response.status(status).set({ 'Retry-After': String(retryAfterS), 'Cache-Control': 'no-store' });
  if (request.accepts(['html', 'json']) === 'html') response.type('text').send(detail);
  else response.json({ error: 'temporarily_unavailable', error_description: detail });
}
