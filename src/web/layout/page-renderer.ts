/** Renders a page from its template; every value is escaped unless a template says otherwise, and none does. */
import { fileURLToPath } from 'node:url';
import nunjucks from 'nunjucks';
import type { Response } from 'express';
import type { Visit } from '../session/visit.ts';
import { personName, when } from './words.ts';

/** Controls but line ends, and what turns the direction of the text after it: a name may not rearrange the page. */
const UNPRINTABLE = /(?![\n\r\t])[\p{Cc}\u202A-\u202E\u2066-\u2069]/gu;

export interface PageRenderer {
  /** @param page folder of the page. `visit` gives the header its name and sign-out form. */
  send(response: Response, page: string, values: Readonly<Record<string, unknown>>, visit?: Visit): void;
}

export function createPageRenderer(): PageRenderer {
  const folder = fileURLToPath(new URL('..', import.meta.url));
  const environment = new nunjucks.Environment(new nunjucks.FileSystemLoader(folder), {
    autoescape: true,
    throwOnUndefined: false,
    trimBlocks: true,
    lstripBlocks: true,
  });
  environment.addFilter('when', when);
  return {
    send(response, page, values, visit) {
      const visitor =
        visit === undefined
          ? undefined
          : {
              actor: personName(visit.actor),
              subject: personName(visit.subject),
              subjectId: visit.subject.id,
              isSelf: visit.actor.id === visit.subject.id,
              csrf: visit.session.csrfToken,
            };
      response
        .set('Cache-Control', 'no-store')
        .type('html')
        .send(environment.render(`${page}/page.njk`, { ...values, visitor }).replace(UNPRINTABLE, '\uFFFD'));
    },
  };
}
