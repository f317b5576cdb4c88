/** From where a browser sends a request: another site can make it do so, but not say that it was us (Fetch Metadata, 2.2; RFC 6454, 7). */
import type { Request, RequestHandler } from 'express';
import { GatewayError } from '../../errors.ts';

/** `unsaid`: by the person's own hand, by an old browser, or by no browser at all. */
export type Sender = 'own page' | 'elsewhere' | 'unsaid';

export function senderOf(request: Request, publicUrl: string): Sender {
  const site = request.get('Sec-Fetch-Site');
  if (site !== undefined) return site === 'same-origin' ? 'own page' : site === 'none' ? 'unsaid' : 'elsewhere';
  const origin = request.get('Origin');
  // `null`: a browser that does not tell.
  if (origin === undefined || origin === 'null') return 'unsaid';
  return origin === new URL(publicUrl).origin ? 'own page' : 'elsewhere';
}

/** A form of another site is refused before it is read, whatever it holds; the forms' tokens hold where nothing is said. */
export function refuseForeignForms(publicUrl: string): RequestHandler {
  return (request, _response, next) => {
    if (request.method === 'POST' && senderOf(request, publicUrl) === 'elsewhere') throw new GatewayError('forbidden');
    next();
  };
}
