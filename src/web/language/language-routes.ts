/** Changes the language of the pages and goes back to the page the visitor was on. */
import type { Router } from 'express';
import { GatewayError } from '../../errors.ts';
import { keepLanguage } from '../locales/chosen-language.ts';
import { findLanguage } from '../locales/languages.ts';
import type { WebDeps } from '../web-deps.ts';

/** A path of ours and nothing that a browser could take for another host (`//host`, `/\host`). */
const OWN_PATH = /^\/(?:[\w\-.~%?&=+][\w\-./~%?&=+]*)?$/;

export function addLanguageRoutes(router: Router, { settings }: WebDeps): void {
  router.get('/language/:code', (request, response) => {
    const language = findLanguage(request.params.code);
    if (language === undefined) throw new GatewayError('not-found');
    keepLanguage(response, settings.publicUrl, language);
    const { back } = request.query;
    response.redirect(303, typeof back === 'string' && OWN_PATH.test(back) ? back : '/');
  });
}
