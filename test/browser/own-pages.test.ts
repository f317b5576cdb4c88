/** What a person adds, asks and looks up themselves, in a real browser with JavaScript off. */
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { startHarness, type Harness } from '../integration/app-harness.ts';
import { goThrough, lacksBrowser, launchBrowser, shoot } from './chromium.ts';

describe.skipIf(lacksBrowser())('own pages in a browser without JavaScript', () => {
  let harness: Harness;
  let browser: Browser;
  let page: Page;

  beforeAll(async () => {
    [harness, browser] = await Promise.all([startHarness(), launchBrowser()]);
    const visitor = harness.visit('zofia');
    await visitor.linkAll(...harness.sandbox.sources.map(({ name }) => name));
    const context = await browser.newContext({ javaScriptEnabled: false, viewport: { width: 320, height: 700 } });
    page = await context.newPage();
    await page.goto(`${harness.config.publicUrl}/sign-in`);
    await goThrough(harness, page, visitor.user);
  }, 60_000);
  afterAll(async () => {
    await browser.close();
    await harness.close();
  });

  const open = (path: string) => page.goto(`${harness.config.publicUrl}${path}`);
  const told = () => page.locator('[role=status]').textContent();

  test('a medicine is added with every fault told first, changed, taken back and added again', async () => {
    await open('/add');
    await shoot(page, 'add-empty');
    await page.getByRole('link', { name: 'A medicine I buy myself' }).click();
    await shoot(page, 'add-medicine');
    await page.fill('#text-since-day', '31');
    await page.getByRole('button', { name: 'Save' }).click();
    expect(await page.title()).toMatch(/^Problem: /);
    expect(await page.locator('.nhsuk-error-summary a').count()).toBe(2);
    expect(await page.inputValue('#text-since-day')).toBe('31');
    await shoot(page, 'add-medicine-faults');
    await page.locator('.nhsuk-error-summary a').first().click();
    expect(new URL(page.url()).hash).toBe('#text-name');
    await page.fill('#text-name', 'Omeprazole 10 mg capsules');
    await page.fill('#text-dose', '1 capsule when my stomach burns');
    await page.fill('#text-since-day', '');
    await page.fill('#text-since-year', '2024');
    await page.getByLabel('I take it only when I need it').check();
    await page.getByRole('button', { name: 'Save' }).click();
    expect(await told()).toContain('The medicine is saved.');
    await page.getByRole('link', { name: 'Change Omeprazole' }).click();
    await page.fill('#text-what', 'stomach');
    await page.getByRole('button', { name: 'Save' }).click();
    expect(await page.locator('.own__facts').textContent()).toContain('For: stomach');
    await open('/add/allergy');
    await shoot(page, 'add-allergy');
    await page.fill('#text-name', 'Grapefruit');
    await page.getByLabel('I cannot take it for another reason').check();
    await page.getByRole('button', { name: 'Save' }).click();
    await shoot(page, 'add');
    await page.getByRole('button', { name: 'Take back Grapefruit' }).click();
    await page.getByText('1 thing that was taken back').click();
    await shoot(page, 'add-taken-back');
    await page.getByRole('link', { name: 'Add again Grapefruit' }).click();
    await page.getByRole('button', { name: 'Save' }).click();
    await open('/medicines');
    expect(await page.locator('main').textContent()).toContain('Omeprazole 10 mg capsules');
  });

  test('questions are made, ticked, worded anew, added to and printed', async () => {
    await open('/questions');
    await shoot(page, 'questions');
    const amlodipine = page.locator('.question', { hasText: 'Amlodipine' }).filter({ hasText: 'Strength' });
    expect(await amlodipine.textContent()).toContain('Which one is right for me?');
    await amlodipine.getByRole('button', { name: 'I asked this' }).click();
    expect(await told()).toContain('marked as asked');
    await page.getByText('Asked: 1').click();
    const omeprazole = page.locator('.question', { hasText: 'Omeprazole' }).first();
    await omeprazole.getByRole('link', { name: 'Edit' }).click();
    await shoot(page, 'question-write');
    await page.fill('#text-question', '  ');
    await page.getByRole('button', { name: 'Save' }).click();
    expect(await page.title()).toMatch(/^Problem: /);
    await page.fill('#text-question', 'Do I still need <b>omeprazole</b>?');
    await page.getByRole('button', { name: 'Save' }).click();
    await page.getByRole('link', { name: 'Write a question of your own' }).click();
    await page.fill('#text-question', 'Can I drink coffee?\nAnd tea?');
    await page.getByRole('button', { name: 'Save' }).click();
    const list = await page.locator('main').textContent();
    expect(list).toContain('Do I still need <b>omeprazole</b>?');
    expect(list).toContain('Can I drink coffee?');
    await page.emulateMedia({ media: 'print' });
    await shoot(page, 'questions-print');
    await page.emulateMedia({ media: 'screen' });
  });

  test('changes: everything is there the first time, a source linked since is one line, own doings are told', async () => {
    await open('/changes');
    expect(await page.locator('main').textContent()).toContain('You are here for the first time');
    await shoot(page, 'changes-first');
    expect(await page.locator('main').textContent()).toContain('An allergy was added');
    await page.getByText('that the places wrote down').or(page.getByText('that a place wrote down')).click();
    await shoot(page, 'changes-open');
    // Nobody is there for the first time twice.
    await open('/changes');
    expect(await page.locator('main').textContent()).toContain('Nothing new was found.');
    await page.getByRole('button', { name: 'Sign out' }).click();
    await page.goto(`${harness.config.publicUrl}/sign-in`);
    await goThrough(harness, page, harness.visit('zofia').user);
    await open('/changes');
    expect(await page.locator('main').textContent()).toContain('Nothing new was found.');
    await shoot(page, 'changes-nothing');
  });
});
