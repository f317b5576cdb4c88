/** Every page by the keyboard alone: all that can be used is reached in reading order, seen when reached, and left again (WCAG 2.1.1, 2.1.2, 2.4.3, 2.4.7, 2.4.11). */
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { seededSample } from '../support/seeded-sample.ts';
import { lacksBrowser } from './chromium.ts';
import { setPageStage, type PageStage } from './page-stage.ts';

/** Of an ordinary run. */
const SAMPLE = 6;
const MOST_STOPS = 1_500;

/** Marks what can be used, in reading order. Of a group of radio buttons one is reached, the others by the arrow keys. */
const MARK = `(() => {
  const usable = 'a[href], button, input:not([type=hidden]), select, textarea, summary, [tabindex="0"]';
  const groups = new Map();
  const shown = [...document.querySelectorAll(usable)].filter((element) => element.checkVisibility({ visibilityProperty: true }));
  const reached = shown.filter((element) => {
    if (element.type !== 'radio') return true;
    const group = element.form?.action + ' ' + element.name;
    const chosen = document.querySelector('input[type=radio][name="' + element.name + '"]:checked');
    if (chosen) return chosen === element;
    if (groups.has(group)) return false;
    groups.set(group, element);
    return true;
  });
  reached.forEach((element, index) => { element.dataset.stop = String(index); });
  // A page with faults begins at its summary: here every page begins at its beginning.
  document.body.tabIndex = -1;
  document.body.focus();
  document.body.removeAttribute('tabindex');
  return reached.length;
})()`;

/** What is focused now: its number, and whether it can be seen that and where. */
const LOOK = `(() => {
  const element = document.activeElement;
  if (element === null || element === document.body || element === document.documentElement) return null;
  const parts = [element, ...element.querySelectorAll('*'), ...(element.labels ?? [])];
  const style = () => parts.flatMap((part) => ['', '::before', '::after'].map((pseudo) => {
    const { outline, boxShadow, backgroundColor, borderColor, borderWidth, color } = getComputedStyle(part, pseudo);
    return [outline, boxShadow, backgroundColor, borderColor, borderWidth, color].join();
  })).join(';');
  const focused = style();
  const [box] = element.getClientRects();
  const x = box.left + box.width / 2;
  const y = box.top + Math.min(box.height / 2, 20);
  const top = document.elementFromPoint(x, y);
  const isOnTop = top !== null && (element.contains(top) || top.contains(element) || [...(element.labels ?? [])].some((label) => label.contains(top)));
  element.blur();
  const isSeen = style() !== focused;
  element.focus({ preventScroll: true });
  return { stop: Number(element.dataset.stop ?? -1), what: element.outerHTML.slice(0, 120), isOnTop, isSeen };
})()`;

interface Stop {
  readonly stop: number;
  readonly what: string;
  readonly isOnTop: boolean;
  readonly isSeen: boolean;
}

describe.skipIf(lacksBrowser())('by the keyboard alone', () => {
  let stage: PageStage;

  beforeAll(async () => {
    stage = await setPageStage();
  }, 120_000);
  afterAll(() => stage.close());

  test(
    'every page: all is reached in reading order, seen, and left',
    async () => {
      const faults: string[] = [];
      const { context, page } = await stage.open('en');
      await page.setViewportSize({ width: 320, height: 700 });
      for (const path of seededSample(stage.paths, SAMPLE)) {
        await stage.show(page, path);
        faults.push(...(await walk(page)).map((fault) => `${path}: ${fault}`));
      }
      await context.close();
      expect(faults).toEqual([]);
    },
    process.env['PHR_FULL'] === '1' ? 1_200_000 : 120_000,
  );

  test('the walk finds what is wrong', async () => {
    const { context, page } = await stage.open('en');
    await page.setContent(`<style>:focus { outline: none }</style>
      <p><a href="/a" style="position: absolute">covered</a><span style="position: absolute; inline-size: 99px; block-size: 99px">over it</span></p>
      <p style="margin-block: 200px"><button tabindex="2">second</button><button tabindex="1">first</button></p>`);
    const faults = (await walk(page)).join();
    for (const fault of ['2 of 3 are not reached', 'nobody sees that it is focused: <a', 'something lies over it: <a'])
      expect(faults).toContain(fault);
    await context.close();
  });

  test('the first key leads past the menus', async () => {
    const { context, page } = await stage.open('en');
    await stage.show(page, '/medicines');
    await page.keyboard.press('Tab');
    const link = await page.evaluate('document.activeElement.getBoundingClientRect().top');
    expect(await page.evaluate('document.activeElement.textContent')).toBe('Skip to the page');
    expect(Number(link)).toBeGreaterThanOrEqual(0);
    await page.keyboard.press('Enter');
    await page.keyboard.press('Tab');
    expect(await page.evaluate(`document.querySelector('main').contains(document.activeElement)`)).toBe(true);
    await context.close();
  });
});

async function walk(page: Page): Promise<readonly string[]> {
  const count = Number(await page.evaluate(MARK));
  const stops: Stop[] = [];
  for (let step = 0; step < MOST_STOPS; step++) {
    await page.keyboard.press('Tab');
    const stop: Stop | null = await page.evaluate(LOOK);
    // After the last one comes the browser itself, which has nothing to stop at here.
    if (stop === null || (stop.stop === stops[0]?.stop && stops.length > 1)) break;
    if (stops.some((earlier) => earlier.stop === stop.stop)) return [`comes round to ${stop.what} before the end`];
    stops.push(stop);
  }
  const missed = Array.from({ length: count }, (_, index) => index).filter(
    (index) => !stops.some(({ stop }) => stop === index),
  );
  return [
    ...(missed.length > 0 ? [`${missed.length} of ${count} are not reached, the first is ${missed[0]}`] : []),
    ...stops
      .filter(({ stop }, index) => stop < (stops[index - 1]?.stop ?? -1))
      .map(({ what }) => `out of order: ${what}`),
    ...stops.filter(({ isSeen }) => !isSeen).map(({ what }) => `nobody sees that it is focused: ${what}`),
    ...stops.filter(({ isOnTop }) => !isOnTop).map(({ what }) => `something lies over it: ${what}`),
  ];
}
