/** Every page as it comes over the wire: light, from nowhere else, without a complaint, and nothing moves once it is there. */
import type { Page, Request } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { seededSample } from '../support/seeded-sample.ts';
import { lacksBrowser } from './chromium.ts';
import { setPageStage, type PageStage } from './page-stage.ts';

/** Of an ordinary run. */
const SAMPLE = 20;
/** Bytes of the page and its sheet, packed, at the first visit. */
const MOST_BYTES = 60_000;

/** Sum of all shifts since the page began (Layout Instability), once two more frames are drawn. */
const SHIFTS = `new Promise((done) => {
  new PerformanceObserver((list) => done(list.getEntries().reduce((sum, { value }) => sum + value, 0))).observe({ type: 'layout-shift', buffered: true });
  requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(() => done(0), 50)));
})`;

describe.skipIf(lacksBrowser())('every page over the wire', () => {
  let stage: PageStage;

  beforeAll(async () => {
    stage = await setPageStage();
  }, 120_000);
  afterAll(() => stage.close());

  test(
    'is light and still, comes from here alone, and the browser has nothing to complain of',
    async () => {
      const { context, page } = await stage.open('en');
      await page.setViewportSize({ width: 320, height: 700 });
      const faults: string[] = [];
      let path = '';
      page.on('console', (message) => {
        if (message.type() === 'error' && !/status of 40[0-9]/.test(message.text()))
          faults.push(`${path}: ${message.text()}`);
      });
      page.on('pageerror', (error) => faults.push(`${path}: ${error.message}`));
      const { origin } = new URL(stage.harness.config.publicUrl);
      page.on('request', (request) => {
        if (new URL(request.url()).origin !== origin) faults.push(`${path}: asks ${request.url()}`);
      });
      const weights: string[] = [];
      const sheet = await sheetBytes(page, () => stage.show(page, '/'));
      for (path of seededSample(stage.paths, SAMPLE)) {
        const html = await htmlBytes(page, () => stage.show(page, path));
        weights.push(`${path} ${html + sheet}`);
        if (html + sheet >= MOST_BYTES) faults.push(`${path}: ${html + sheet} bytes`);
        const shift = Number(await page.evaluate(SHIFTS));
        if (shift > 0) faults.push(`${path}: things move by ${shift}`);
      }
      await context.close();
      expect(sheet).toBeGreaterThan(1_000);
      expect(weights.length).toBeGreaterThan(5);
      expect(faults).toEqual([]);
    },
    process.env['PHR_FULL'] === '1' ? 600_000 : 120_000,
  );
});

async function htmlBytes(page: Page, go: () => Promise<void>): Promise<number> {
  return bytes(page, go, (request) => request.isNavigationRequest());
}

async function sheetBytes(page: Page, go: () => Promise<void>): Promise<number> {
  return bytes(page, go, (request) => request.resourceType() === 'stylesheet');
}

/** Of the last such answer while going there. */
async function bytes(page: Page, go: () => Promise<void>, isMeant: (request: Request) => boolean): Promise<number> {
  const seen: Request[] = [];
  const listen = (request: Request) => {
    if (isMeant(request)) seen.push(request);
  };
  page.on('requestfinished', listen);
  await go();
  page.off('requestfinished', listen);
  const last = seen.at(-1);
  if (last === undefined) throw new Error('nothing came');
  const { responseBodySize, responseHeadersSize } = await last.sizes();
  return responseBodySize + responseHeadersSize;
}
