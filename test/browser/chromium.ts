/** Debian's Chromium for the browser tests, and a person in it who signs in and answers at the sandbox. */
import { existsSync } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import { chromium, type Browser, type Page } from 'playwright-core';
import { expect } from 'vitest';
import type { Harness } from '../integration/app-harness.ts';
import { isMissing } from '../support/needs.ts';

const CHROMIUM = '/usr/bin/chromium';
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
export const OUTPUT = new URL('../../test-output/', import.meta.url).pathname;

/** Says so where there is none. */
export function lacksBrowser(): boolean {
  return isMissing(`a browser at ${CHROMIUM}`, existsSync(CHROMIUM));
}

export async function launchBrowser(): Promise<Browser> {
  await mkdir(OUTPUT, { recursive: true });
  return chromium.launch({ executablePath: CHROMIUM, headless: true, args: FLAGS });
}

/** Signs in and agrees on whatever sandbox page the browser is on, until it is back at the gateway. */
export async function goThrough(
  harness: Harness,
  page: Page,
  user: { readonly userName: string; readonly password: string },
): Promise<void> {
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

/** Pictures for people to look at, narrow and wide; nothing may reach beyond the window. */
export async function shoot(page: Page, name: string): Promise<void> {
  for (const width of WIDTHS) {
    await page.setViewportSize({ width, height: 900 });
    const overflow = await page.evaluate('document.documentElement.scrollWidth - window.innerWidth');
    expect(overflow, `${name} at ${width} px`).toBeLessThanOrEqual(0);
    await page.screenshot({ path: `${OUTPUT}${name}-${width}.png`, fullPage: true });
  }
}
