/** Goes to every page that links lead to from the first ones, one page of each shape, so that a new page is in the tests by itself. */
import { formsOf, unescapeHtml, type PageForm } from './page-forms.ts';

export interface CrawledPage {
  readonly path: string;
  /** The path with what is one person's taken out. */
  readonly shape: string;
  readonly html: string;
  readonly forms: readonly PageForm[];
}

/** Other answers than pages, and ways out of the session. */
const NO_PAGE = /^\/(?:assets|language|sign-in|download|fhir|oauth|passport\.pdf)(?:[/?.]|$)/;
const MOST_PAGES = 200;

export async function crawlPages(
  get: (path: string) => Promise<Response>,
  starts: readonly string[],
): Promise<readonly CrawledPage[]> {
  const found = new Map<string, CrawledPage>();
  const waiting = [...starts];
  for (let path = waiting.shift(); path !== undefined && found.size < MOST_PAGES; path = waiting.shift()) {
    const shape = shapeOf(path);
    if (found.has(shape)) continue;
    const response = await get(path);
    const isPage = (response.headers.get('content-type') ?? '').startsWith('text/html') && response.status === 200;
    const html = await response.text();
    if (!isPage) continue;
    found.set(shape, { path, shape, html, forms: formsOf(html, path) });
    waiting.push(...linksOf(html).filter((link) => !NO_PAGE.test(link)));
  }
  return [...found.values()];
}

function linksOf(html: string): readonly string[] {
  return [...html.matchAll(/\shref="(\/[^"#]*)/g)].map(([, link = '']) => unescapeHtml(link));
}

function shapeOf(path: string): string {
  const [way = ''] = path.split('?');
  const named = new URLSearchParams(path.slice(way.length + 1));
  const query = [...new Set(named.keys())].toSorted().join('&');
  const isOnesOwn = (part: string, before = '') => before === 'link' || /[\d~%]|^[A-Z]|^.{12,}$/.test(part);
  const all = way.split('/');
  const parts = all.map((part, index) => (index > 1 && isOnesOwn(part, all[index - 1]) ? '*' : part));
  return `${parts.join('/')}${query === '' ? '' : `?${query}`}`;
}
