/** The pages in a real browser: no script, no request elsewhere, forms that lead to the sources and back. */
import { existsSync } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import { chromium, type Browser, type Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { startHarness, type Harness } from '../integration/app-harness.ts';
import { isMissing } from '../support/needs.ts';

const CHROMIUM = '/usr/bin/chromium';
const noBrowser = isMissing(`a browser at ${CHROMIUM}`, existsSync(CHROMIUM));

const FLAGS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];
const WIDTHS = [320, 1280] as const;
const OUTPUT = new URL('../../test-output/', import.meta.url).pathname;

describe.skipIf(noBrowser)('the pages in a browser', () => {
  let harness: Harness;
  let browser: Browser;

  beforeAll(async () => {
    await mkdir(OUTPUT, { recursive: true });
    [harness, browser] = await Promise.all([
      startHarness(),
      chromium.launch({ executablePath: CHROMIUM, headless: true, args: FLAGS }),
    ]);
  });
  afterAll(async () => {
    await browser.close();
    await harness.close();
  });

  /** Signs in and agrees on whatever sandbox page the browser is on, until it is back at the gateway. */
  async function goThrough(page: Page, user: { userName: string; password: string }): Promise<void> {
    const gateway = new URL(harness.config.publicUrl).origin;
    for (let step = 0; step < 6 && new URL(page.url()).origin !== gateway; step++) {
      if ((await page.locator('form#sign-in').count()) > 0) {
        await page.fill('form#sign-in [name=userName]', user.userName);
        await page.fill('form#sign-in [name=password]', user.password);
        await page.locator('form#sign-in button').first().click();
      } else {
        await page.locator('form#consent button[value=allow]').click();
      }
      await page.waitForLoadState('load');
    }
  }

  async function shoot(page: Page, name: string): Promise<void> {
    for (const width of WIDTHS) {
      await page.setViewportSize({ width, height: 900 });
      const overflow = await page.evaluate('document.documentElement.scrollWidth - window.innerWidth');
      expect(overflow, `${name} at ${width} px`).toBeLessThanOrEqual(0);
      await page.screenshot({ path: `${OUTPUT}${name}-${width}.png`, fullPage: true });
    }
  }

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
        complaints.push(`${page.url()}: ${message.text()}`);
    });
    page.on('request', (request) => {
      const { origin, protocol } = new URL(request.url());
      if (protocol.startsWith('http') && !known.has(origin)) foreign.push(request.url());
    });

    await page.goto(`${harness.config.publicUrl}/`);
    await shoot(page, 'start');
    await page.getByRole('link', { name: 'Sign in' }).click();
    await goThrough(page, user);
    await expect.poll(() => page.locator('h1').textContent()).toBe('Your sources');
    await shoot(page, 'sources');

    for (const source of harness.sandbox.sources) {
      const card = page.locator('li', { has: page.locator(`#source-${source.name}`) });
      await card.getByRole('button', { name: 'Link' }).click();
      await goThrough(page, user);
      await expect.poll(() => page.locator('[role=status]').textContent()).toContain('The account is linked');
    }
    await shoot(page, 'sources-linked');

    await page.getByRole('link', { name: 'See the record' }).click();
    await expect.poll(() => page.locator('h1').textContent()).toBe('Your record');
    expect(await page.locator('table').count()).toBeGreaterThanOrEqual(3);
    expect(await page.locator('footer').textContent()).toContain('No patient has reviewed this yet.');
    await shoot(page, 'record');

    await page.goto(`${harness.config.publicUrl}/people/add`);
    await page.getByRole('button', { name: 'Add' }).click();
    await expect.poll(() => page.locator('[role=alert]').textContent()).toContain('There is a problem');
    await page.getByRole('link', { name: 'Enter their first name.' }).click();
    expect(await page.evaluate('document.activeElement?.id')).toBe('given');
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
    await goThrough(page, user);
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
    await card.getByRole('button', { name: 'Link' }).click();
    await goThrough(page, user);
    expect(await page.locator('h1').textContent()).toBe('Whose account is this?');
    await page.screenshot({ path: `${OUTPUT}confirm-identity-320.png`, fullPage: true });
    await page.getByLabel('Yes, this is the same person').check();
    await page.getByRole('button', { name: 'Continue' }).click();
    expect(await page.locator('[role=status]').textContent()).toContain('being read now');
    await context.close();
  });
});
