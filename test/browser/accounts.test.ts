/**
 * The journey through accounts, apps, who looked and leaving, in a real browser: with scripts, without, and by keyboard alone.
 * Accounts are linked through the sources' own pages.
 */
import { AxeBuilder } from '@axe-core/playwright';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { beginProgress } from '../../src/services/sync-progress.ts';
import { startHarness, type Harness } from '../integration/app-harness.ts';
import { appClient } from '../integration/oauth-apps.ts';
import { goThrough, lacksBrowser, launchBrowser, shoot } from './chromium.ts';

const WATCH_SHIFTS = `
  window.shifts = 0;
  new PerformanceObserver((list) => {
    for (const entry of list.getEntries()) if (!entry.hadRecentInput) window.shifts += entry.value;
  }).observe({ type: 'layout-shift', buffered: true });
`;
/** What has the focus, and whether that can be seen (WCAG 2.2, 2.4.7 and 2.4.11). */
const FOCUS = `(() => {
  const node = document.activeElement;
  if (node === null || node === document.body) return { name: '', isSeen: true };
  const style = getComputedStyle(node.matches('.nhsuk-radios__input, .nhsuk-checkboxes__input') ? node.nextElementSibling : node, null);
  const before = getComputedStyle(node.nextElementSibling ?? node, '::before');
  const isMarked = [style, before].some(({ outlineStyle, boxShadow }) => outlineStyle !== 'none' || boxShadow !== 'none');
  const { width, height, top, bottom } = node.getBoundingClientRect();
  const isSeen = isMarked && width > 0 && height > 0 && bottom > 0 && top < innerHeight;
  return { name: (node.labels?.[0]?.textContent ?? node.textContent).trim(), isSeen };
})()`;
const SOON = { timeout: 8_000 };

describe.skipIf(lacksBrowser())('accounts, apps and leaving in a browser', () => {
  let harness: Harness;
  let browser: Browser;

  beforeAll(async () => {
    [harness, browser] = await Promise.all([
      startHarness({ clients: [appClient('walks', { method: 'none' })] }),
      launchBrowser(),
    ]);
  }, 60_000);
  afterAll(async () => {
    await browser.close();
    await harness.close();
  });

  const at = (path: string) => `${harness.config.publicUrl}${path}`;
  const heading = (page: Page) => page.locator('h1').textContent();

  async function enter(
    options: Parameters<Browser['newContext']>[0],
  ): Promise<{ context: BrowserContext; page: Page }> {
    const context = await browser.newContext(options);
    const page = await context.newPage();
    await page.goto(at('/sign-in'));
    await goThrough(harness, page, harness.visit('zofia').user);
    return { context, page };
  }

  async function link(page: Page, source: string): Promise<void> {
    const card = page.locator(`[data-source="${source}"]`);
    await card.getByRole('button', { name: 'Link this account' }).click();
    await goThrough(harness, page, harness.visit('zofia').user);
    expect(await page.locator('[role=status]').first().textContent()).toContain('The account is linked');
  }

  /** Pictures, and what axe finds where no link leads to (WCAG 2.2 AA). */
  async function look(page: Page, name: string): Promise<void> {
    await shoot(page, name);
    const { violations } = await new AxeBuilder({ page }).analyze();
    expect(
      violations.map(({ id, nodes }) => [id, nodes[0]?.html]),
      name,
    ).toEqual([]);
  }

  async function allowApp(): Promise<void> {
    const { store, newId } = harness.gateway.services;
    const subjectId = await harness.visit('zofia').subjectId();
    await store.putAppGrant({
      id: newId(),
      subjectId,
      actorId: subjectId,
      clientId: 'walks',
      scopes: ['patient/MedicationStatement.rs'],
      sources: undefined,
      labels: undefined,
      grantedAt: '2026-11-20T08:00:00.000Z',
      until: undefined,
      lastUsedAt: undefined,
    });
  }

  test('links three accounts, sees them read, stops an app, reads the log, unlinks, leaves', async () => {
    const { context, page } = await enter({ viewport: { width: 320, height: 900 } });
    const complaints: string[] = [];
    page.on('console', (message) => {
      if (message.type() === 'error' && page.url().startsWith(harness.config.publicUrl))
        complaints.push(`${page.url()}: ${message.text()}`);
    });
    await page.goto(at('/accounts'));
    await shoot(page, 'accounts-none');
    for (const source of ['hospital', 'gp', 'specialist']) await link(page, source);
    await expect.poll(() => page.getByText('Being read now').count(), { timeout: 20_000 }).toBe(0);

    // Another process reads: the page hears of it through the shared store, and nothing moves.
    const { store, shared } = harness.gateway.services;
    const account = await harness.visit('zofia').account('hospital');
    const notes = await beginProgress(shared, account.id, 60_000);
    for (const { type } of account.outcomes) notes.note({ type, state: 'pending', received: 0 });
    notes.note({ type: 'Patient', state: 'done', received: 1 });
    await expect.poll(() => shared.get(`progress:${account.id}`)).toContain('"done"');
    await page.goto(at('/accounts'));
    await look(page, 'accounts-reading');
    await page.setViewportSize({ width: 320, height: 900 });
    await page.addInitScript(WATCH_SHIFTS);
    await page.reload();
    const card = page.locator('[data-source="hospital"]');
    expect(await card.locator('[data-part=sum]').textContent()).toBe(
      `1 of ${account.outcomes.length} kinds of data are done.`,
    );
    notes.note({ type: 'Condition', state: 'reading', received: 40 });
    await expect.poll(() => card.locator('[data-kind=Condition] td').textContent(), SOON).toBe('Being read: 40 so far');
    expect(await page.locator('[data-part=said]').textContent()).toBe('');
    await page.locator('[data-part=again]').focus();
    notes.note({ type: 'Condition', state: 'done', received: 52 });
    await notes.end();
    await expect.poll(() => card.locator('[data-part=state]').textContent(), SOON).toBe('Linked');
    expect(await page.locator('[data-part=said]').textContent()).toMatch(
      /: Linked\. \d+ kinds of data were read\. Reading has ended\.$/,
    );
    // Nothing says any longer that it is being read; who is on the link stays there.
    const box = page.locator('[data-part=waiting]');
    expect((await box.innerText()).trim()).toMatch(/^Reading has ended\.\s+See what you can do now$/);
    expect(await page.evaluate('document.activeElement.dataset.part')).toBe('again');
    expect(await page.getByText(/reading (it )?now|being read now|how far/i).count()).toBe(0);
    expect(await card.locator('progress').isVisible()).toBe(false);
    expect(await page.evaluate('window.shifts')).toBe(0);
    await shoot(page, 'accounts-reading-ended');
    await page.setViewportSize({ width: 320, height: 900 });

    await page.goto(at('/accounts'));
    await page.locator('[data-source="gp"] summary').click();
    await shoot(page, 'accounts-linked');

    await allowApp();
    await page.goto(at('/apps'));
    await shoot(page, 'apps');
    await page.getByRole('button', { name: 'Stop this access' }).click();
    expect(await page.locator('[role=status]').textContent()).toContain('This access is stopped');
    await page.getByRole('link', { name: 'See who looked at the record' }).click();
    expect(await heading(page)).toBe('Who looked');
    expect(await page.locator('main').textContent()).toContain('Stopped the access of App walks');
    await shoot(page, 'apps-log');

    await page.goto(at('/accounts'));
    await page.locator('[data-source="specialist"]').getByRole('link', { name: 'Unlink' }).click();
    expect(await heading(page)).toContain('Unlink');
    await shoot(page, 'unlink');
    await page.getByRole('button', { name: 'Unlink and delete its data here' }).click();
    expect(await page.locator('[role=status]').textContent()).toContain('The account is unlinked');

    const subjectId = await harness.visit('zofia').subjectId();
    await page.goto(at('/leave'));
    await shoot(page, 'leave');
    await page.getByRole('button', { name: 'Delete everything now' }).click();
    await expect.poll(() => page.locator('.nhsuk-error-summary').textContent()).toContain('Tick the box');
    await look(page, 'leave-problem');
    await page.getByLabel('I understand that this cannot be undone').check();
    await page.getByRole('button', { name: 'Delete everything now' }).click();
    await expect.poll(() => heading(page)).toBe('Everything is deleted');
    await look(page, 'leave-receipt');
    expect(await store.getPerson(subjectId)).toBeUndefined();
    const [file] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('link', { name: /text file/ }).click(),
    ]);
    expect(file.suggestedFilename()).toBe('receipt.txt');
    expect(complaints.filter((text) => !/status of 400/.test(text))).toEqual([]);
    await context.close();
  }, 120_000);

  test('the same without scripts', async () => {
    const { context, page } = await enter({ javaScriptEnabled: false, viewport: { width: 320, height: 700 } });
    await page.goto(at('/accounts'));
    for (const source of ['hospital', 'gp', 'specialist']) await link(page, source);
    // The page says how it stands; the person looks again.
    for (let look = 0; look < 20 && (await page.getByText('Being read now').count()) > 0; look++) {
      await page.getByRole('link', { name: 'See how far it is now' }).click();
    }
    expect(await page.locator('[data-source="gp"] [data-part=state]').textContent()).toBe('Linked');
    await allowApp();
    await page.goto(at('/apps'));
    await page.getByRole('button', { name: 'Stop this access' }).click();
    await page.getByRole('link', { name: 'See who looked at the record' }).click();
    await page.getByRole('link', { name: 'Only who looked' }).click();
    expect(await heading(page)).toBe('Who looked');
    await page.goto(at('/accounts'));
    await page.locator('[data-source="gp"]').getByRole('link', { name: 'Unlink' }).click();
    await page.getByRole('button', { name: 'Unlink and delete its data here' }).click();
    expect(await page.locator('[data-source="gp"] [data-part=state]').textContent()).toBe('Not linked');
    await page.goto(at('/leave'));
    await page.getByRole('button', { name: 'Delete everything now' }).click();
    expect(await page.locator('.nhsuk-error-summary').textContent()).toContain('Tick the box');
    await page.getByLabel('I understand that this cannot be undone').check();
    await page.getByRole('button', { name: 'Delete everything now' }).click();
    expect(await heading(page)).toBe('Everything is deleted');
    await page.getByRole('link', { name: 'Go to the start page' }).click();
    expect(new URL(page.url()).pathname).toBe('/');
    await context.close();
  }, 120_000);

  test('the same by keyboard alone', async () => {
    const { context, page } = await enter({ viewport: { width: 1280, height: 900 } });
    /** Tabs on until the focus is on it; every stop on the way can be seen. */
    async function tabTo(name: string | RegExp): Promise<void> {
      for (let step = 0; step < 120; step++) {
        await page.keyboard.press('Tab');
        const focus = await page.evaluate<{ readonly name: string; readonly isSeen: boolean }>(FOCUS);
        expect(focus, `stop ${step} at ${page.url()}`).toMatchObject({ isSeen: true });
        if (typeof name === 'string' ? focus.name === name : name.test(focus.name)) return;
      }
      throw new Error(`never at ${String(name)}`);
    }
    const press = async (name: string | RegExp) => {
      await tabTo(name);
      await Promise.all([page.waitForEvent('load'), page.keyboard.press('Enter')]);
    };
    await page.goto(at('/home'));
    await press('Accounts');
    await press('Link this account');
    await goThrough(harness, page, harness.visit('zofia').user);
    expect(await page.locator('[role=status]').first().textContent()).toContain('The account is linked');
    await allowApp();
    await page.goto(at('/apps'));
    await press('Stop this access');
    await press('See who looked at the record');
    await press('Only what was refused');
    expect(await page.locator('main').textContent()).toContain('There is nothing here.');
    await page.goto(at('/accounts'));
    await press('Unlink');
    await press('Unlink and delete its data here');
    expect(await page.locator('[role=status]').first().textContent()).toContain('The account is unlinked');
    await page.goto(at('/leave'));
    await press('Delete everything now');
    // The summary of problems has the focus; its link leads to the box.
    await tabTo(/^Tick the box/);
    await page.keyboard.press('Enter');
    await page.keyboard.press('Space');
    expect(await page.getByLabel('I understand that this cannot be undone').isChecked()).toBe(true);
    await press('Delete everything now');
    expect(await heading(page)).toBe('Everything is deleted');
    await context.close();
  }, 120_000);
});
