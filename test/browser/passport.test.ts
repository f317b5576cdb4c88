/** The passport in a real browser: on a phone, chosen by a form without scripts, and on paper as the browser prints it. */
import { mkdir, writeFile } from 'node:fs/promises';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { startHarness, type Harness } from '../integration/app-harness.ts';
import { lacksPoppler, pdfInfo, pdfText } from '../support/pdf-text.ts';
import { goThrough, lacksBrowser, launchBrowser, shoot } from './chromium.ts';

const OUTPUT = new URL('../../test-output/', import.meta.url).pathname;

describe.skipIf(lacksBrowser() || lacksPoppler())('the passport in a browser', () => {
  let harness: Harness;
  let browser: Browser;
  let page: Page;

  beforeAll(async () => {
    [harness, browser] = await Promise.all([startHarness({ settings: { freshForMs: 3_600_000 } }), launchBrowser()]);
    const zofia = harness.visit('zofia');
    await zofia.linkAll('gp', 'hospital', 'specialist');
    const context = await browser.newContext({ javaScriptEnabled: false, locale: 'en-GB' });
    page = await context.newPage();
    await page.goto(`${harness.config.publicUrl}/sign-in`);
    await goThrough(harness, page, zofia.user);
  }, 60_000);
  afterAll(async () => {
    await browser.close();
    await harness.close();
  });

  async function printed(name: string): Promise<Buffer> {
    const pdf = await page.pdf({ preferCSSPageSize: true });
    await mkdir(OUTPUT, { recursive: true });
    await writeFile(`${OUTPUT}${name}.pdf`, pdf);
    return pdf;
  }

  test('what is chosen is on it, in the language that was chosen, and the page stays in its own', async () => {
    await page.goto(`${harness.config.publicUrl}/passport`);
    await shoot(page, 'passport');
    await page.getByText('Choose what is on it').click();
    await shoot(page, 'passport-choices');
    await page.getByLabel('Conditions on the lists now').uncheck();
    await page.getByLabel('My NHS number').check();
    await page.getByLabel('Language of the headings').selectOption('pl');
    await page.getByRole('button', { name: 'Show it like this' }).click();
    const sheet = page.locator('article');
    expect(await sheet.getAttribute('lang')).toBe('pl');
    expect(await page.locator('html').getAttribute('lang')).toBe('en-GB');
    expect(await sheet.textContent()).toContain('999 104 7263');
    expect(await sheet.textContent()).not.toContain('Atrial fibrillation');
    expect(await sheet.locator('bdi[lang=en-GB]').count()).toBeGreaterThan(50);
    // What was chosen is chosen still.
    await page.getByText('Choose what is on it').click();
    expect(await page.getByLabel('Conditions on the lists now').isChecked()).toBe(false);
    const link = await page.getByRole('link', { name: 'Open as a PDF to print' }).getAttribute('href');
    expect(link).toContain('language=pl');
  });

  test('on paper it is the sheet alone', async () => {
    await page.goto(`${harness.config.publicUrl}/passport`);
    const pdf = await printed('passport-print');
    const text = await pdfText(pdf);
    expect(text).toContain('Health passport of Zofia');
    for (const words of ['Sign out', 'Choose what is on it', 'Cymraeg', 'Open as a PDF'])
      expect(text).not.toContain(words);
    expect((await pdfInfo(pdf)).get('Page size')).toContain('A4');
    expect(Number((await pdfInfo(pdf)).get('Pages'))).toBeLessThanOrEqual(3);
  });

  test('to be folded it lies across', async () => {
    await page.goto(`${harness.config.publicUrl}/passport?size=pocket`);
    await shoot(page, 'passport-pocket');
    const size = (await pdfInfo(await printed('passport-print-pocket'))).get('Page size') ?? '';
    const [width = 0, height = 0] = size.split(' x ').map((part) => Number.parseFloat(part));
    expect(width).toBeGreaterThan(height);
  });

  test('in Urdu it runs from right to left and nothing reaches beyond the window', async () => {
    await page.goto(`${harness.config.publicUrl}/passport?language=ur&print=large`);
    expect(await page.locator('article').getAttribute('dir')).toBe('rtl');
    await shoot(page, 'passport-ur');
  });

  test('downloads', async () => {
    await page.goto(`${harness.config.publicUrl}/download`);
    await shoot(page, 'download');
  });
});
