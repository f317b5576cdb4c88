/** Every page in every language, narrow and wide, in ordinary and high contrast, with letters twice as large: axe finds nothing (WCAG 2.2 AA). */
import { writeFile } from 'node:fs/promises';
import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { LANGUAGES } from '../../src/web/locales/languages.ts';
import { seededChoice, seededSample } from '../support/seeded-sample.ts';
import { lacksBrowser, OUTPUT } from './chromium.ts';
import { setPageStage, type PageStage } from './page-stage.ts';

const RULES = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];
/** Of an ordinary run: every page comes up within a few seeds. */
const SAMPLE = 10;

/** Pages looked at of those that differ in what they are about only. */
const OF_EACH_KIND = 2;

interface Look {
  readonly width: number;
  readonly contrast: 'ordinary' | 'more' | 'forced colours';
  /** Of the letters a browser would show (WCAG 1.4.4). */
  readonly percent: 100 | 200;
}

const LOOKS: readonly Look[] = [320, 1280].flatMap((width) => [
  { width, contrast: 'ordinary', percent: 100 },
  { width, contrast: 'ordinary', percent: 200 },
  { width, contrast: 'more', percent: 100 },
  { width, contrast: 'forced colours', percent: 100 },
]);

interface Finding {
  readonly path: string;
  readonly language: string;
  readonly look: Look;
  readonly rule: string;
  readonly help: string;
  readonly where: readonly string[];
}

describe.skipIf(lacksBrowser())('accessibility', () => {
  let stage: PageStage;

  beforeAll(async () => {
    stage = await setPageStage();
  }, 120_000);
  afterAll(() => stage.close());

  test(
    'axe finds nothing, and nothing reaches beyond the window',
    async () => {
      const findings: Finding[] = [];
      const tried: string[] = [];
      const paths = seededSample(ofEachKind(stage.paths), SAMPLE);
      for (const [number, language] of LANGUAGES.entries()) {
        const { context, page } = await stage.open(language.code);
        // In an ordinary run each page is looked at in one language and one way.
        const own = paths.filter((_, index) => seededChoice(LANGUAGES, index).includes(language));
        for (const [index, path] of own.entries()) {
          await stage.show(page, path);
          for (const look of seededChoice(LOOKS, index * LANGUAGES.length + number)) {
            await put(page, look);
            tried.push(`${path} ${language.code} ${JSON.stringify(look)}`);
            const { violations } = await new AxeBuilder({ page }).withTags(RULES).analyze();
            findings.push(
              ...violations.map(({ id, help, nodes }) => ({
                path,
                language: language.code,
                look,
                rule: id,
                help,
                where: nodes.slice(0, 3).map(({ html }) => html.slice(0, 200)),
              })),
            );
            const beyond = Number(await page.evaluate('document.documentElement.scrollWidth - window.innerWidth'));
            if (beyond > 0)
              findings.push({ path, language: language.code, look, rule: 'reflow', help: `${beyond} px`, where: [] });
          }
        }
        await context.close();
      }
      await writeFile(`${OUTPUT}axe.json`, JSON.stringify({ rules: RULES, tried, findings }, null, 2));
      expect(tried.length).toBeGreaterThanOrEqual(Math.min(SAMPLE, stage.paths.length));
      expect(findings).toEqual([]);
    },
    process.env['PHR_FULL'] === '1' ? 3_600_000 : 120_000,
  );
});

/** Pages of many items have one template: some of each kind stand for all of them. */
function ofEachKind(paths: readonly string[]): readonly string[] {
  const seen = new Map<string, number>();
  return paths.filter((path) => {
    const { pathname, searchParams } = new URL(path, 'http://gateway.invalid');
    const [first = '', ...rest] = pathname.slice(1).split('/');
    const kind = JSON.stringify([first, rest.length, [...searchParams.keys()].toSorted()]);
    seen.set(kind, (seen.get(kind) ?? 0) + 1);
    return (seen.get(kind) ?? 0) <= OF_EACH_KIND;
  });
}

async function put(page: Page, { width, contrast, percent }: Look): Promise<void> {
  await page.setViewportSize({ width, height: 800 });
  await page.emulateMedia({
    forcedColors: contrast === 'forced colours' ? 'active' : 'none',
    contrast: contrast === 'more' ? 'more' : 'no-preference',
  });
  await page.evaluate(`document.documentElement.style.fontSize = '${percent}%'`);
}
