/** A gateway with everything on it, a signed-in browser, and every page there is: found by its links, and those no link leads to. */
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { LANGUAGES, type LanguageCode } from '../../src/web/locales/languages.ts';
import { startHarness, type Harness, type Visitor } from '../integration/app-harness.ts';
import { appClient, authorizationRequest, discover } from '../integration/oauth-apps.ts';
import { crawlPages } from '../support/pages/crawl-pages.ts';
import { goThrough, launchBrowser } from './chromium.ts';

export interface PageStage {
  readonly harness: Harness;
  readonly browser: Browser;
  /** Paths of every page, of the one signed in unless it says otherwise. */
  readonly paths: readonly string[];
  /** A window of its own, signed in, in this language. */
  open(language: LanguageCode): Promise<{ readonly context: BrowserContext; readonly page: Page }>;
  /** Goes there; forms with faults are made by sending them empty (`POST <path>`). */
  show(page: Page, path: string): Promise<void>;
  close(): Promise<void>;
}

const SEND_EMPTY = `(() => {
  const form = document.querySelector('main form[method=post]');
  form.setAttribute('novalidate', '');
  form.requestSubmit();
})()`;

/** Where an app waits for an answer; each window asks anew. */
export const CONSENT = 'an app that asks';

export async function setPageStage(): Promise<PageStage> {
  const [harness, browser] = await Promise.all([
    startHarness({ clients: [appClient('own-app', { method: 'none' }, { registeredBy: 'itself' })] }),
    launchBrowser(),
  ]);
  const visitor = harness.visit('zofia');
  await visitor.linkAll('hospital', 'gp', 'specialist');
  const at = (path: string) => `${harness.config.publicUrl}${path}`;
  const pages = await crawlPages((path) => visitor.browser.fetch(at(path)), ['/', '/home']);
  const withFaults = pages
    .filter(({ forms }) => forms.some(({ method, fields }) => method === 'post' && fields.some(isToFill)))
    .map(({ path }) => `POST ${path}`);
  const signedIn = await signedInState(harness, browser, visitor);

  return {
    harness,
    browser,
    paths: [...pages.map(({ path }) => path), ...withFaults, '/nowhere', CONSENT],
    async open(language) {
      const context = await browser.newContext({ storageState: signedIn, locale: tagOf(language) });
      await context.addCookies([{ name: 'phr_gateway_language', value: language, url: harness.config.publicUrl }]);
      return { context, page: await context.newPage() };
    },
    async show(page, path) {
      if (path === CONSENT) {
        const config = await discover(harness, 'own-app');
        const { url } = await authorizationRequest(harness, config, { scope: 'openid launch/patient patient/*.rs' });
        await page.goto(url.href, { waitUntil: 'load' });
        return;
      }
      const [, faulty] = path.split('POST ');
      await page.goto(at(faulty ?? path), { waitUntil: 'load' });
      if (faulty === undefined) return;
      await Promise.all([page.waitForEvent('load'), page.evaluate(SEND_EMPTY)]);
    },
    async close() {
      await browser.close();
      await harness.close();
    },
  };
}

function isToFill({ kind }: { readonly kind: string }): boolean {
  return kind === 'text' || kind === 'textarea' || kind === 'radio';
}

function tagOf(code: LanguageCode): string {
  return LANGUAGES.find((language) => language.code === code)?.tag ?? code;
}

async function signedInState(harness: Harness, browser: Browser, { user }: Visitor) {
  const context = await browser.newContext();
  const page = await context.newPage();
  await page.goto(`${harness.config.publicUrl}/sign-in`);
  await goThrough(harness, page, user);
  const state = await context.storageState();
  await context.close();
  return state;
}
