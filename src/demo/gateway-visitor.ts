/**
 * A person at the gateway's pages, as a program: signs in, adds someone, links sources, confirms identity. It only uses what
 * a browser would: the pages' forms, cookies and redirects.
 */
import { WalkError, type Browser, type Walker } from '../sandbox/browser/browser.ts';
import { unescapeHtml } from '../sandbox/browser/html-form.ts';

export interface NewPerson {
  readonly given: string;
  readonly family: string;
  /** FHIR date. */
  readonly birthDate: string;
  readonly relationship: 'parent' | 'carer';
}

export interface GatewayVisitor {
  signIn(): Promise<void>;
  addPerson(person: NewPerson): Promise<void>;
  /** @returns whether the gateway asked whose account it is. */
  link(source: string, choice: { readonly record: string }): Promise<'proved' | 'confirmed'>;
}

/** @throws WalkError where a page does not lead on. */
/** What every form of the pages carries. */
const OWN_FIELDS = [
  ['csrf', /name="csrf" value="([^"]+)"/],
  ['shown', /name="shown" value="([^"]+)"/],
] as const;

export function createGatewayVisitor(gatewayUrl: string, browser: Browser, user: Walker): GatewayVisitor {
  const at = (path: string) => new URL(`${gatewayUrl}${path}`);

  async function page(path: string): Promise<string> {
    const response = await browser.fetch(at(path));
    const html = await response.text();
    if (!response.ok) throw new WalkError(heading(html), at(path), response.status);
    return html;
  }

  /** Posts a form of the gateway. @returns where it leads. */
  async function post(from: string, path: string, fields: Readonly<Record<string, string>>): Promise<URL> {
    const html = await page(from);
    const own = OWN_FIELDS.flatMap(([name, pattern]): [string, string][] => {
      const value = pattern.exec(html)?.[1];
      return value === undefined ? [] : [[name, value]];
    });
    const body = new URLSearchParams([...own, ...Object.entries(fields)]);
    const response = await browser.fetch(at(path), { method: 'POST', body });
    return leadsTo(response, at(path));
  }

  async function leadsTo(response: Response, url: URL): Promise<URL> {
    const location = response.headers.get('location');
    const html = await response.text();
    if (location === null) throw new WalkError(heading(html), url, response.status);
    return new URL(location, url);
  }

  /** Goes through another server's pages until it sends the browser back to `callbackPath`. @returns where that leads. */
  async function thereAndBack(start: URL, walker: Walker, callbackPath: string): Promise<URL> {
    const callback = at(callbackPath);
    const isBack = (url: URL) => url.origin === callback.origin && url.pathname === callback.pathname;
    const back = await browser.walk(start.href, walker, { until: isBack });
    return leadsTo(await browser.fetch(back), callback);
  }

  return {
    async signIn() {
      const start = await leadsTo(await browser.fetch(at('/sign-in')), at('/sign-in'));
      await thereAndBack(start, user, '/sign-in/callback');
    },
    async addPerson({ given, family, birthDate, relationship }) {
      const [year = '', month = '', day = ''] = birthDate.split('-');
      await post('/people/add', '/people/add', {
        'text-given': given,
        'text-family': family,
        'text-birth-day': day,
        'text-birth-month': month,
        'text-birth-year': year,
        relationship,
      });
    },
    async link(source, choice) {
      const start = await post('/accounts', `/link/${source}`, {});
      const next = await thereAndBack(start, { ...user, ...choice }, `/link/${source}/callback`);
      const confirm = `/link/${source}/confirm`;
      if (next.pathname !== at(confirm).pathname) return 'proved';
      await post(confirm, confirm, { answer: 'yes' });
      return 'confirmed';
    },
  };
}

/** The error page's own words; nothing else of a page is repeated. */
function heading(html: string): string {
  const [, afterHeading = ''] = html.split('<h1');
  const [, afterParagraph = ''] = afterHeading.split('<p>');
  const words = [afterHeading.slice(afterHeading.indexOf('>') + 1), afterParagraph].map((text) => text.split('<')[0]);
  return afterParagraph === '' ? 'The page does not lead on' : unescapeHtml(words.join(': '));
}
