/** Renders a page from its template in the visitor's language; every value is escaped unless a template says otherwise. */
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import nunjucks from 'nunjucks';
import type { Response } from 'express';
import { LANGUAGES, ENGLISH, type Language } from '../locales/languages.ts';
import { loadCatalogues } from '../locales/load-catalogues.ts';
import { createAllWords, type Words } from '../locales/words.ts';
import { maskToken } from '../session/csrf-token.ts';
import type { Visit } from '../session/visit.ts';
import { createAssets, type Assets } from './assets.ts';
import { pageLocals } from './page-locals.ts';
import { personName } from './person-name.ts';
import { say, sayReason, written } from './template-words.ts';

/** Controls but line ends, and what turns the direction of the text after it: a name may not rearrange the page. */
const UNPRINTABLE = /(?![\n\r\t])[\p{Cc}\u202A-\u202E\u2066-\u2069]/gu;

export interface PageRenderer {
  readonly assets: Assets;
  /** The visitor's language, for what is no page (a PDF, a receipt) and for what a page prepares. */
  words(response: Response): Words;
  /** For what is read in another language than the page, as a sheet to show to someone. */
  wordsIn(language: Language): Words;
  /** @param page folder of the page. `visit` gives the header its name and sign-out form. */
  send(response: Response, page: string, values: Readonly<Record<string, unknown>>, visit?: Visit): void;
}

export interface PageRendererOptions {
  /** IANA name, for times of day. */
  readonly timeZone: string;
}

export function createPageRenderer({ timeZone }: PageRendererOptions): PageRenderer {
  const environment = createEnvironment();
  const assets = createAssets();
  const allWords = createAllWords(loadCatalogues(), timeZone);
  const english = allWords.get(ENGLISH.code);
  if (english === undefined) throw new Error('There is no English catalogue.');
  const wordsOf = (response: Response): Words => allWords.get(pageLocals(response).language.code) ?? english;
  return {
    assets,
    words: wordsOf,
    wordsIn: ({ code }) => allWords.get(code) ?? english,
    send(response, page, values, visit) {
      const { nonce, path } = pageLocals(response);
      const words = wordsOf(response);
      const html = environment.render(`${page}/page.njk`, {
        ...values,
        page: { name: page, nonce, path, language: words.language, languages: LANGUAGES, assets: assets.urls },
        t: say(words),
        why: sayReason(words),
        ...words.language.signs,
        day: (date: string | undefined) => words.day(date),
        instant: (iso: string | undefined) => words.instant(iso),
        visitor: visit === undefined ? undefined : visitorOf(visit, words),
      });
      response
        .set('Cache-Control', 'no-store')
        .set('Content-Language', words.language.tag)
        .type('html')
        .send(html.replace(UNPRINTABLE, '\uFFFD'));
    },
  };
}

function createEnvironment(): nunjucks.Environment {
  const pages = fileURLToPath(new URL('..', import.meta.url));
  // Templates name the components as the library's guide does: `nhsuk/components/…`.
  const library = join(dirname(createRequire(import.meta.url).resolve('nhsuk-frontend/package.json')), 'dist');
  const environment = new nunjucks.Environment(new nunjucks.FileSystemLoader([pages, library]), {
    autoescape: true,
    throwOnUndefined: false,
    trimBlocks: true,
    lstripBlocks: true,
  });
  environment.addFilter('written', written);
  return environment;
}

function visitorOf(visit: Visit, words: Words) {
  const name = (person: Visit['actor']) => personName(person) || words.text('common:nameNotKnown');
  return {
    actor: name(visit.actor),
    subject: name(visit.subject),
    subjectId: visit.subject.id,
    isSelf: visit.actor.id === visit.subject.id,
    csrf: maskToken(visit.session.csrfToken),
  };
}
