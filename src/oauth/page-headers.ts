/** Headers of everything the authorization server answers: never framed, nothing loaded, no address passed on (RFC 9700, 4.2, 4.16). */
import type { NextFunction, Request, Response } from 'express';

const POLICY = "default-src 'none'; frame-ancestors 'none'; form-action 'none'; base-uri 'none'";

export function pageHeaders(publicUrl: string) {
  const isHttps = publicUrl.startsWith('https:');
  return (_request: Request, response: Response, next: NextFunction): void => {
    response.set({
      'Content-Security-Policy': POLICY,
      'X-Frame-Options': 'DENY',
      'X-Content-Type-Options': 'nosniff',
      'Referrer-Policy': 'no-referrer',
      ...(isHttps ? { 'Strict-Transport-Security': 'max-age=31536000' } : {}),
    });
    next();
  };
}

/** The library builds addresses from the request; the gateway's are configuration (RFC 9700, 4.13: headers can be spoofed). */
export function fixOrigin(publicUrl: string) {
  const { host, protocol } = new URL(publicUrl);
  return (request: Request, _response: Response, next: NextFunction): void => {
    request.headers.host = host;
    request.headers['x-forwarded-proto'] = protocol.slice(0, -1);
    delete request.headers['x-forwarded-host'];
    delete request.headers[':authority'];
    next();
  };
}
