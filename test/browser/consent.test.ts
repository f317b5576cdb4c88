/** The consent page in a real browser without scripts: the longest one, on a phone and on a desk, by hand and by keyboard. */
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { startHarness, type Harness, type Visitor } from '../integration/app-harness.ts';
import { appClient, authorizationRequest, discover, REDIRECT_URI } from '../integration/oauth-apps.ts';
import { goThrough, lacksBrowser, launchBrowser, shoot } from './chromium.ts';

const LONG_NAME = 'Supercalifragilisticexpialidocious companion for everyone and their relatives';
/** CSS pixels; the smallest that WCAG 2.2 (2.5.8) allows, and what a thumb hits. */
const SMALLEST_TARGET = 24;
const BUTTON = 44;

describe.skipIf(lacksBrowser())('the consent page in a browser', () => {
  let harness: Harness;
  let browser: Browser;
  let parent: Visitor;

  beforeAll(async () => {
    [harness, browser] = await Promise.all([
      startHarness({
        clients: [
          appClient('own-app', { method: 'none' }, { registeredBy: 'itself', name: LONG_NAME }),
          appClient(
            'known-app',
            { method: 'none' },
            {
              homePage: 'https://a-rather-long-host-name-of-an-app.example/',
              policyPage: 'https://app.example/privacy',
            },
          ),
        ],
      }),
      launchBrowser(),
    ]);
    parent = harness.visit('milo');
    await parent.linkAll('gp');
  }, 60_000);
  afterAll(async () => {
    await browser.close();
    await harness.close();
  });

  /** Signs in on the way. @returns the browser at the consent page. */
  async function ask(clientId: string, scope: string): Promise<Page> {
    const context = await browser.newContext({ javaScriptEnabled: false, viewport: { width: 320, height: 700 } });
    const page = await context.newPage();
    // The app itself is not there: what it is told is in the address it would be called at.
    await page.route(`${REDIRECT_URI}**`, (route) => route.fulfill({ body: 'the app' }));
    const config = await discover(harness, clientId);
    const { url } = await authorizationRequest(harness, config, { scope });
    await page.goto(url.href);
    await goThrough(harness, page, parent.user);
    return page;
  }

  async function expectTargets(page: Page): Promise<void> {
    for (const input of await page.locator('main input:not([type=hidden])').all()) {
      const box = await input.boundingBox();
      expect(Math.min(box?.width ?? 0, box?.height ?? 0)).toBeGreaterThanOrEqual(SMALLEST_TARGET);
    }
    for (const button of await page.locator('main button').all()) {
      expect((await button.boundingBox())?.height ?? 0).toBeGreaterThanOrEqual(BUTTON);
    }
    const [deny, allow] = await Promise.all(
      ['Do not allow', 'Allow'].map((name) => page.getByRole('button', { name, exact: true }).boundingBox()),
    );
    expect([allow?.width, allow?.height]).toEqual([deny?.width, deny?.height]);
  }

  test('whose record, every kind, every source; what is wrong is named and led to', async () => {
    const page = await ask('own-app', 'openid offline_access launch/patient patient/*.read');
    expect(await page.locator('h1').textContent()).toContain('Supercalifragilisticexpialidocious');
    expect(await page.locator('.nhsuk-warning-callout').textContent()).toContain('Nobody here has checked this app');
    await expectTargets(page);
    await shoot(page, 'consent-long');

    // The child: chosen, but not looked at yet.
    await page.getByLabel('(you are their parent)').check();
    await page.getByRole('button', { name: 'Allow', exact: true }).click();
    expect(await page.locator('[role=status]').textContent()).toContain('now shows another person’s record');
    expect(await page.locator('h1').textContent()).toMatch(/read the record of /);

    for (const box of await page.locator('input[name=data]').all()) await box.uncheck();
    await page.getByLabel('Places linked later too').uncheck();
    await page.getByRole('button', { name: 'Allow', exact: true }).click();
    expect(await page.title()).toMatch(/^Problem: /);
    expect(await page.locator('input[name=later]').isChecked()).toBe(false);
    await shoot(page, 'consent-problem');
    await page.getByRole('link', { name: 'Tick at least one kind of data.' }).click();
    expect(new URL(page.url()).hash).toBe('#data');

    await page.getByLabel('Allergies').check();
    await page.getByRole('button', { name: 'Allow', exact: true }).click();
    await page.waitForURL(`${REDIRECT_URI}**`);
    expect(new URL(page.url()).searchParams.has('code')).toBe(true);

    await page.goto(`${harness.config.publicUrl}/accounts`);
    await page.locator('fieldset').getByLabel('(you are their parent)').check();
    await page.getByRole('button', { name: 'Show this record' }).click();
    await page.goto(`${harness.config.publicUrl}/apps`);
    expect(await page.locator('dl').textContent()).toContain('Allergies');
    await expectStop(page);
    await shoot(page, 'apps-child');
    await page.context().close();
  });

  async function expectStop(page: Page): Promise<void> {
    const box = await page.getByRole('button', { name: 'Stop this access' }).boundingBox();
    expect(box?.height ?? 0).toBeGreaterThanOrEqual(BUTTON);
  }

  test('the return key alone allows nothing', async () => {
    const page = await ask('known-app', 'patient/Condition.rs patient/Observation.rs?category=laboratory');
    await shoot(page, 'consent-known');
    await page.getByLabel('Conditions').focus();
    await page.keyboard.press('Enter');
    await page.waitForLoadState('load');
    const grants = await harness.gateway.services.store.listAppGrants(await parent.subjectId());
    expect(grants.filter(({ clientId }) => clientId === 'known-app')).toEqual([]);
    await page.context().close();
  });

  test('someone else signs in and finds the same question; the next one at the same device is asked anew', async () => {
    const page = await ask('known-app', 'patient/Condition.rs');
    const question = page.url();
    /** Without a script, the sandbox's sign-in service cannot change its user: it is made to forget the one before. */
    const change = async (user: Visitor['user']) => {
      await page.getByRole('button', { name: 'Sign in as someone else' }).click();
      expect(await page.locator('h1').textContent()).toBe('You are signed out');
      await page.context().clearCookies({ name: /^signin/ });
      await page.getByRole('button', { name: 'Sign in and go on' }).click();
      expect(await page.locator('form#sign-in').count()).toBe(1);
      await goThrough(harness, page, user);
    };
    const allow = async () => {
      await page.getByRole('button', { name: 'Allow', exact: true }).click();
      await page.waitForURL(`${REDIRECT_URI}**`);
      expect(new URL(page.url()).searchParams.has('code')).toBe(true);
    };
    await change(harness.visit('zofia').user);
    expect(page.url()).toBe(question);
    expect(await page.locator('main').textContent()).toContain('You are signed in as Zofia');
    await allow();

    const { url } = await authorizationRequest(harness, await discover(harness, 'known-app'));
    await page.goto(url.href);
    expect(await page.locator('main').textContent()).toContain('You are signed in as Zofia');
    await change(parent.user);
    expect(await page.locator('main').textContent()).not.toContain('Zofia');
    await allow();

    await page.goto((await authorizationRequest(harness, await discover(harness, 'known-app'))).url.href);
    await allow();
    await page.goto(`${harness.config.publicUrl}/apps`);
    await shoot(page, 'apps-twice');
    await page.getByRole('button', { name: 'Stop all access of this app' }).click();
    expect(await page.locator('main').textContent()).toContain('No app has your permission to read your record.');
    await page.context().close();
  });
});
