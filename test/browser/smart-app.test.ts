/** The example app, which uses nothing but fhirclient, in a real browser: launch, consent, read, page, renew, be stopped. */
import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { startHarness, type Harness, type Visitor } from '../integration/app-harness.ts';
import { goThrough, lacksBrowser, launchBrowser, shoot } from './chromium.ts';

const SERVE = fileURLToPath(new URL('../../docs/examples/smart-app/serve.js', import.meta.url));

/** As the guide says, on a free port. @returns the process and the address it prints. */
async function serveApp(): Promise<{ readonly process: ChildProcess; readonly url: string }> {
  const child = spawn(process.execPath, [SERVE, '0'], { stdio: ['ignore', 'pipe', 'inherit'] });
  const [line] = (await once(child.stdout, 'data')) as [Buffer];
  const url = /http:\S+/.exec(line.toString())?.[0];
  if (url === undefined) throw new Error('the app says no address');
  return { process: child, url };
}

describe.skipIf(lacksBrowser())('the example app in a browser', () => {
  let app: Awaited<ReturnType<typeof serveApp>>;
  let harness: Harness;
  let browser: Browser;
  let zofia: Visitor;

  beforeAll(async () => {
    [app, browser] = await Promise.all([serveApp(), launchBrowser()]);
    harness = await startHarness();
    zofia = harness.visit('zofia');
    await zofia.linkAll('hospital', 'gp', 'specialist');
    await zofia.everything();
  }, 120_000);
  afterAll(async () => {
    app.process.kill();
    await browser.close();
    await harness.close();
  });

  const told = (page: Page) => page.locator('#told').textContent();

  /** Connects, signs in at the sandbox's sign-in service. @returns the browser at the consent page. */
  async function connect(): Promise<Page> {
    const page = await (await browser.newContext()).newPage();
    await page.goto(app.url);
    await page.getByLabel('FHIR server').fill(harness.config.fhirBaseUrl);
    await page.getByRole('button', { name: 'Connect' }).click();
    await page.waitForURL((url) => url.href.startsWith(harness.sandbox.signIn.issuer));
    await goThrough(harness, page, zofia.user);
    await page.waitForURL(/\/apps\/authorize\//);
    return page;
  }

  test('reads the patient and every page of a search, renews its token, and is told when it is stopped', async () => {
    const page = await connect();
    const complaints: string[] = [];
    page.on('console', (message) => {
      if (message.type() === 'error') complaints.push(message.text());
    });
    const searches: string[] = [];
    page.on('response', (response) => {
      const { pathname } = new URL(response.url());
      if (pathname.startsWith('/fhir/R4') && response.request().method() === 'GET') {
        searches.push(`${response.status()} ${pathname.slice('/fhir/R4/'.length)}`);
      }
    });
    expect(await page.locator('h1').textContent()).toBe('Let “Demo app” read your record?');
    await shoot(page, 'consent');
    await page.getByRole('button', { name: 'Allow', exact: true }).click();
    await page.waitForURL((url) => url.href.startsWith(app.url));
    await expect.poll(() => told(page), { timeout: 20_000 }).toMatch(/^\d+ medicines of Zofia /);

    const { resources } = await zofia.everything();
    const medicines = resources.filter(
      ({ resourceType, meta }) =>
        resourceType === 'MedicationStatement' && meta?.tag?.some(({ code }) => code === 'unified') === true,
    ).length;
    expect(medicines).toBeGreaterThan(5);
    expect(await told(page)).toContain(`${medicines} medicines`);
    expect(await page.locator('#medicines li').count()).toBe(medicines);
    // Five a page.
    expect(searches.filter((line) => line === '200 MedicationStatement')).toHaveLength(Math.ceil(medicines / 5));

    await page.getByRole('button', { name: 'Renew the token' }).click();
    await expect.poll(() => told(page)).toBe('The token is renewed.');
    await page.getByRole('button', { name: 'Read again' }).click();
    await expect.poll(() => told(page)).toContain(`${medicines} medicines`);
    expect(complaints).toEqual([]);

    const own = await page.context().newPage();
    await own.goto(`${harness.config.publicUrl}/apps`);
    await expect.poll(() => own.locator('main .nhsuk-card h2').textContent()).toBe('Demo app');
    await shoot(own, 'apps');
    await own.getByRole('button', { name: 'Stop this access' }).click();
    expect(await own.locator('[role=status]').textContent()).toContain('This access is stopped');
    expect(await own.locator('main .nhsuk-card').count()).toBe(0);

    await page.getByRole('button', { name: 'Read again' }).click();
    await expect.poll(() => told(page)).toMatch(/^That did not work: /);
    await page.getByRole('button', { name: 'Renew the token' }).click();
    await expect.poll(() => told(page)).toMatch(/^That did not work: /);
    await page.context().close();
  });

  test('is told when the person says no', async () => {
    const page = await connect();
    await page.getByRole('button', { name: 'Do not allow' }).click();
    await page.waitForURL((url) => url.href.startsWith(app.url));
    await expect.poll(() => told(page)).toBe('That did not work: access_denied: The person said no.');
    await page.context().close();
  });
});
