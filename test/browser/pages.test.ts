/** The pages in a real browser: nothing complains, no request elsewhere, forms that lead to the sources and back. */
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { startHarness, type Harness } from '../integration/app-harness.ts';
import { goThrough, lacksBrowser, launchBrowser, shoot } from './chromium.ts';

describe.skipIf(lacksBrowser())('the pages in a browser', () => {
  let harness: Harness;
  let browser: Browser;

  beforeAll(async () => {
    [harness, browser] = await Promise.all([startHarness(), launchBrowser()]);
  });
  afterAll(async () => {
    await browser.close();
    await harness.close();
  });

  test('a person signs in, links an account through its own pages, sees the record, signs out', async () => {
    const { user } = harness.visit('zofia');
    const context = await browser.newContext({ javaScriptEnabled: true, viewport: { width: 1280, height: 900 } });
    const page = await context.newPage();
    const complaints: string[] = [];
    const foreign: string[] = [];
    const known = new Set([
      new URL(harness.config.publicUrl).origin,
      new URL(harness.sandbox.signIn.issuer).origin,
      ...harness.sandbox.sources.map((source) => new URL(source.baseUrl).origin),
    ]);
    page.on('console', (message) => {
      if (message.type() === 'error' && page.url().startsWith(harness.config.publicUrl))
        complaints.push(`${page.url()}: ${message.text()} ${message.location().url}`);
    });
    page.on('request', (request) => {
      const { origin, protocol } = new URL(request.url());
      if (protocol.startsWith('http') && !known.has(origin)) foreign.push(request.url());
    });

    await page.goto(`${harness.config.publicUrl}/`);
    await shoot(page, 'start');
    await page.getByRole('link', { name: 'Sign in' }).click();
    await goThrough(harness, page, user);
    await expect.poll(() => new URL(page.url()).pathname).toBe('/home');
    await shoot(page, 'home');
    await page.getByRole('link', { name: 'My accounts' }).click();

    for (const source of harness.sandbox.sources) {
      const card = page.locator('li', { has: page.locator(`#source-${source.name}`) });
      await card.getByRole('button', { name: 'Link this account' }).click();
      await goThrough(harness, page, user);
      await expect.poll(() => page.locator('[role=status]').first().textContent()).toContain('The account is linked');
    }

    await page.getByRole('link', { name: 'See the medicines' }).click();
    await expect.poll(() => page.locator('h1').textContent()).toBe('My medicines');
    expect(await page.locator('footer').textContent()).toContain('No patient has reviewed this yet.');

    await page.goto(`${harness.config.publicUrl}/people/add`);
    await page.getByRole('button', { name: 'Add' }).click();
    await expect.poll(() => page.locator('[role=alert]').textContent()).toContain('There is a problem');
    await page.getByRole('link', { name: 'Enter their first name.' }).click();
    expect(await page.evaluate('document.activeElement?.id')).toBe('text-given');
    await shoot(page, 'add-person-problem');

    await page.getByRole('button', { name: 'Sign out' }).click();
    await expect.poll(() => new URL(page.url()).pathname).toBe('/');
    await page.goto(`${harness.config.publicUrl}/accounts`);
    expect(await page.locator('h1').textContent()).toBe('Sign in first');
    await context.close();

    // The last page answered 401 on purpose, the form with faults 400.
    expect(complaints.filter((text) => !/status of 40[01]/.test(text))).toEqual([]);
    expect(foreign).toEqual([]);
  });

  test('a parent links for a child without JavaScript and is asked whose account it is', async () => {
    const { user, person } = harness.visit('milo');
    const context = await browser.newContext({ javaScriptEnabled: false, viewport: { width: 320, height: 700 } });
    const page = await context.newPage();
    await page.goto(`${harness.config.publicUrl}/sign-in`);
    await goThrough(harness, page, user);
    await page.getByRole('link', { name: 'Add someone you look after' }).click();
    const { SANDBOX_PEOPLE } = await import('../../src/sandbox/people/sandbox-people.ts');
    const child = SANDBOX_PEOPLE.find((item) => item.identity.key === person)?.identity;
    const [year = '', month = '', day = ''] = (child?.birthDate ?? '').split('-');
    await page.getByLabel('First name').fill(child?.given.join(' ') ?? '');
    await page.getByLabel('Last name').fill(child?.family ?? '');
    await page.getByLabel('Day').fill(day);
    await page.getByLabel('Month').fill(month);
    await page.getByLabel('Year').fill(year);
    await page.getByLabel('Parent').check();
    await page.getByRole('button', { name: 'Add' }).click();
    const card = page.locator('li', { has: page.locator('#source-gp') });
    await card.getByRole('button', { name: 'Link this account' }).click();
    await goThrough(harness, page, user);
    expect(await page.locator('h1').textContent()).toBe('Whose account is this?');
    await shoot(page, 'confirm-identity');
    await page.getByLabel('Yes, this is the same person').check();
    await page.getByRole('button', { name: 'Go on' }).click();
    expect(await page.locator('[role=status]').textContent()).toContain('The account is linked');
    await context.close();
  });
});
