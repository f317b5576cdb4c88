/** My medicines and one medicine in a real browser: without script, with the keyboard alone, narrow and wide, on paper. */
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { startHarness, type Harness } from '../integration/app-harness.ts';
import { goThrough, lacksBrowser, launchBrowser, shoot } from './chromium.ts';

describe.skipIf(lacksBrowser())('my medicines in a browser', () => {
  let harness: Harness;
  let browser: Browser;

  beforeAll(async () => {
    [harness, browser] = await Promise.all([startHarness({ settings: { freshForMs: 3_600_000 } }), launchBrowser()]);
    await harness.visit('zofia').linkAll('gp', 'hospital', 'specialist');
  });
  afterAll(async () => {
    await browser.close();
    await harness.close();
  });

  async function signedIn(javaScriptEnabled: boolean): Promise<Page> {
    const context = await browser.newContext({ javaScriptEnabled, viewport: { width: 320, height: 700 } });
    const page = await context.newPage();
    await page.goto(`${harness.config.publicUrl}/sign-in`);
    await goThrough(harness, page, harness.visit('zofia').user);
    await page.goto(`${harness.config.publicUrl}/medicines`);
    return page;
  }

  const standing = (page: Page, name: string) =>
    page
      .locator('.thing', { has: page.getByRole('link', { name, exact: true }) })
      .locator('.tag')
      .first()
      .textContent();

  test('searched, parted with a reason, undone, noted: without script', async () => {
    const page = await signedIn(false);
    await shoot(page, 'medicines');
    expect(await standing(page, 'Amlodipine')).toBe('The places differ');

    await page.getByText('Search, choose and sort').click();
    await page.getByLabel('Search by name, dose or reason').fill('amlo');
    await page.getByRole('button', { name: 'Show', exact: true }).click();
    expect(await page.locator('.thing').count()).toBe(1);
    await shoot(page, 'medicines-searched');

    await page.getByRole('link', { name: 'Amlodipine', exact: true }).click();
    await shoot(page, 'medicine');
    await page.getByText('Something here is not the same').click();
    await page.getByRole('button', { name: 'Part them' }).click();
    expect(await page.title()).toMatch(/^Problem: /);
    await page.getByRole('link', { name: 'Choose one.' }).click();
    expect(await page.evaluate('document.activeElement?.id')).toBe('record');
    expect(await page.locator('.nhsuk-error-message').count()).toBe(1);
    await shoot(page, 'medicine-problem');
    await page.getByLabel(/Amlodipine 5mg/).check();
    await page.locator('#text-reason-apart').fill('The hospital meant something else');
    await page.getByRole('button', { name: 'Part them' }).click();
    expect(await page.locator('[role=status]').first().textContent()).toContain('They are parted.');
    await shoot(page, 'medicine-parted');
    // Loading the page again sends nothing again.
    await page.reload();
    expect(await page.locator('#decisions + ul > li').count()).toBe(1);
    await page.getByRole('button', { name: /Undo/ }).click();
    expect(await page.locator('[role=status]').first().textContent()).toContain('It is undone.');

    await page.getByText('I take it in another way, or not at all').click();
    await page.getByLabel('I do not take it').check();
    await page.locator('#text-reason-taking').fill('My ankles swelled');
    await page.locator('#taking').getByRole('button', { name: 'Save' }).click();
    await page.getByRole('link', { name: 'My medicines' }).click();
    const row = page.locator('.thing', { has: page.getByRole('link', { name: 'Amlodipine', exact: true }) });
    expect(await row.textContent()).toContain('Own note: not taken. My ankles swelled');
    await page.context().close();
  });

  test('joined and undone with the keyboard alone', async () => {
    const page = await signedIn(true);
    await page.getByRole('link', { name: 'water tablet', exact: true }).first().focus();
    await page.keyboard.press('Enter');
    await expect.poll(() => page.locator('h1').textContent()).toContain('water tablet');
    await press(page, 'This is the same as another one');
    await tabTo(page, 'other');
    await page.keyboard.press('ArrowDown');
    expect(await page.locator('#other option:checked').textContent()).toContain('Furosemide 40mg tablets');
    await press(page, 'Join them');
    await expect.poll(() => page.locator('[role=status]').first().textContent()).toContain('They are joined.');
    await shoot(page, 'medicine-joined');
    await press(page, 'Undo');
    await expect.poll(() => page.locator('h1').textContent()).toBe('This has moved');
    expect(await page.locator('main li a').count()).toBe(2);
    await page.context().close();
  });

  test('nothing moves after the page is there, and on paper it is the list alone', async () => {
    const page = await signedIn(true);
    const shift = await page.evaluate(`new Promise((resolve) => {
      let sum = 0;
      new PerformanceObserver((list) => { for (const entry of list.getEntries()) sum += entry.value; }).observe({ type: 'layout-shift', buffered: true });
      setTimeout(() => resolve(sum), 300);
    })`);
    expect(shift).toBe(0);
    await page.emulateMedia({ media: 'print' });
    expect(await page.locator('.site-nav').isVisible()).toBe(false);
    expect(await page.getByText('Search, choose and sort').isVisible()).toBe(false);
    expect(await page.getByRole('link', { name: 'Amlodipine', exact: true }).isVisible()).toBe(true);
    // What is folded on the screen is open on paper, without script too.
    const hidden =
      '[...document.querySelectorAll("details:not(.no-print) > :not(summary)")].filter((it) => !it.checkVisibility()).length';
    expect(await page.evaluate(hidden)).toBe(0);
    await page.emulateMedia({ media: 'screen' });
    expect(Number(await page.evaluate(hidden))).toBeGreaterThan(20);
    await page.context().close();
  });

  test('the list is short on a phone, and open where that is asked for', async () => {
    const page = await signedIn(false);
    const rows = await page.locator('.thing').count();
    expect(Number(await page.evaluate('document.documentElement.scrollHeight')) / rows).toBeLessThan(320);
    await page.getByRole('link', { name: 'Show everything open' }).click();
    expect(await page.locator('.more:not([open])').count()).toBe(0);
    await page.getByRole('link', { name: 'Show it short again' }).click();
    expect(await page.locator('.more[open]').count()).toBe(0);
    await page.context().close();
  });
});

/** Goes on with Tab until the element of this id has the focus. */
async function tabTo(page: Page, id: string): Promise<void> {
  for (let step = 0; step < 120; step++) {
    if ((await page.evaluate('document.activeElement?.id')) === id) return;
    await page.keyboard.press('Tab');
  }
  throw new Error(`#${id} is not reached with Tab`);
}

/** Goes on with Tab to what is called so, and presses it. */
async function press(page: Page, words: string): Promise<void> {
  for (let step = 0; step < 120; step++) {
    const focused = String(
      await page.evaluate('document.activeElement?.tagName + " " + document.activeElement?.textContent'),
    );
    if (/^(?:BUTTON|SUMMARY|A) /.test(focused) && focused.includes(words)) {
      await page.keyboard.press('Enter');
      return;
    }
    await page.keyboard.press('Tab');
  }
  throw new Error(`${words} is not reached with Tab`);
}
