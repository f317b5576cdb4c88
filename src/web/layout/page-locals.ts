/** What every page needs to know of its request: the language, the nonce of its scripts and the way back to it. */
import { randomBytes } from 'node:crypto';
import type { RequestHandler, Response } from 'express';
import { chosenLanguage } from '../locales/chosen-language.ts';
import { ENGLISH, type Language } from '../locales/languages.ts';

export interface PageLocals {
  readonly language: Language;
  /** Of this answer only (CSP Level 3). */
  readonly nonce: string;
  /** Path of the page; '/' where it answers a form. */
  readonly path: string;
}

export function setPageLocals(): RequestHandler {
  return (request, response, next) => {
    const path = request.method === 'GET' ? request.originalUrl : '/';
    const locals: PageLocals = {
      language: chosenLanguage(request),
      nonce: randomBytes(16).toString('base64'),
      path,
    };
    Object.assign(response.locals, { page: locals });
    next();
  };
}

export function pageLocals(response: Response): PageLocals {
  const locals = (response.locals as { page?: PageLocals }).page;
  return locals ?? { language: ENGLISH, nonce: '', path: '/' };
}
