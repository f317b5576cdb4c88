/** Conditions, allergies, vaccinations, other things and the timeline in a real browser, without JavaScript, narrow and wide. */
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { startHarness, type Harness } from '../integration/app-harness.ts';
import { goThrough, lacksBrowser, launchBrowser, shoot } from './chromium.ts';

describe.skipIf(lacksBrowser())('the pages of the record in a browser', () => {
  let harness: Harness;
  let browser: Browser;
  let context: BrowserContext;
  let page: Page;

  beforeAll(async () => {
    [harness, browser] = await Promise.all([startHarness(), launchBrowser()]);
    const visitor = harness.visit('zofia');
    await visitor.linkAll('gp', 'hospital', 'specialist');
    context = await browser.newContext({ javaScriptEnabled: false });
    page = await context.newPage();
    await page.goto(`${harness.config.publicUrl}/sign-in`);
    await goThrough(harness, page, visitor.user);
  });
  afterAll(async () => {
    await browser.close();
    await harness.close();
  });

  test.each(['conditions', 'allergies', 'vaccinations', 'other', 'timeline'])('%s', async (name) => {
    await page.goto(`${harness.config.publicUrl}/${name}`);
    await shoot(page, `record-${name}`);
    expect(await page.locator('h1').count()).toBe(1);
    for (const fold of await page.locator('main details').all()) await fold.locator('> summary').click();
    await shoot(page, `record-${name}-open`);
  });

  test('a list of one kind and one item of it', async () => {
    await page.goto(`${harness.config.publicUrl}/other`);
    await page.locator('.kinds a').first().click();
    await shoot(page, 'record-other-kind');
    await page.locator('tbody a').first().click();
    await page.locator('main summary').click();
    await shoot(page, 'record-other-item');
  });
});
