/** What every page needs to know of its request: the language, the nonce of its scripts and the way back to it. */
import { randomBytes } from 'node:crypto';
import type { Request, RequestHandler, Response } from 'express';
import { chosenLanguage } from '../locales/chosen-language.ts';
import { ENGLISH, type Language } from '../locales/languages.ts';

export interface PageLocals {
  readonly language: Language;
  /** Of this answer only (CSP Level 3). */
  readonly nonce: string;
  /** Path of the page; '/' where nobody can come back to it. */
  readonly path: string;
}

const LONGEST_PATH = 1_000;

export function setPageLocals(): RequestHandler {
  return (request, response, next) => {
    const locals: PageLocals = {
      language: chosenLanguage(request),
      nonce: randomBytes(16).toString('base64'),
      path: wayBack(request),
    };
    Object.assign(response.locals, { page: locals });
    next();
  };
}

/** An answer to a form, and the way back from a sign-in with its code, are had once; a page does not repeat such a code. */
function wayBack({ method, path, originalUrl }: Request): string {
  if (method !== 'GET' || path.endsWith('/callback')) return '/';
  return originalUrl.length > LONGEST_PATH ? path.slice(0, LONGEST_PATH) : originalUrl;
}

export function pageLocals(response: Response): PageLocals {
  const locals = (response.locals as { page?: PageLocals }).page;
  return locals ?? { language: ENGLISH, nonce: '', path: '/' };
}
