/** What a browser may do on our pages: nothing from elsewhere, no script but the page's own by its nonce, no frame (CSP Level 3). */
import helmet from 'helmet';
import type { RequestHandler, Response } from 'express';
import { pageLocals } from './layout/page-locals.ts';

const POLICY = {
  'default-src': ["'none'"],
  'style-src': ["'self'"],
  'connect-src': ["'self'"],
  'img-src': ["'self'"],
  'form-action': ["'self'"],
  'frame-ancestors': ["'none'"],
  'base-uri': ["'none'"],
};

export function securityHeaders(publicUrl: string): RequestHandler {
  const isHttps = publicUrl.startsWith('https:');
  return helmet({
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        ...POLICY,
        'script-src': [(_request, response) => scriptSource(response as Response)],
      },
    },
    strictTransportSecurity: isHttps ? { maxAge: 31_536_000, includeSubDomains: false } : false,
    xFrameOptions: { action: 'deny' },
    // The way to a source must not carry where the person was; we ourselves are told which forms are ours (`sender-of.ts`).
    referrerPolicy: { policy: 'same-origin' },
  });
}

/**
 * Lets a form of this page lead to other origins. Browsers apply `form-action` to the redirects after a form as well, and a
 * source may send the person on to a sign-in page of its own choice, so single hosts cannot be named.
 */
export function allowFormsTo(response: Response, origins: readonly string[]): void {
  const policy = Object.entries({
    ...POLICY,
    'script-src': [scriptSource(response)],
    'form-action': ["'self'", ...origins],
  });
  response.set('Content-Security-Policy', policy.map(([name, values]) => `${name} ${values.join(' ')}`).join(';'));
}

function scriptSource(response: Response): string {
  return `'nonce-${pageLocals(response).nonce}'`;
}
