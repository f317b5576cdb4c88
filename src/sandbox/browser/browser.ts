/**
 * A person at a browser, as a program: keeps cookies, follows redirects, fills in the sandbox's sign-in and consent forms.
 * The demo and the tests walk the real authorization flows with it.
 */
import type { SandboxUser } from '../sandbox-user.ts';
import { CookieJar } from './cookie-jar.ts';
import { formsOf } from './html-form.ts';
import type { HtmlForm } from './html-form.ts';

const MAX_STEPS = 40;

export interface Walker extends Pick<SandboxUser, 'userName' | 'password'> {
  /** Person whose record is chosen where the page asks; the first offered otherwise. */
  readonly record?: string;
  /** Scopes to untick on the consent page. */
  readonly refuseScopes?: readonly string[];
  /** Press Deny. */
  readonly deny?: boolean;
}

export interface WalkOptions {
  /** Asked for every URL the browser would be sent to; the walk ends before visiting the first it says yes to. */
  readonly until: (url: URL) => boolean;
}

/** The walk came to a page it has no answer to. No query string is in the message: it may hold a code. */
export class WalkError extends Error {
  readonly status: number;
  /** What the page says, without where it is. */
  readonly reason: string;

  constructor(reason: string, url: URL, status: number) {
    super(`${reason} at ${url.origin}${url.pathname} (HTTP ${String(status)})`);
    this.name = 'WalkError';
    this.status = status;
    this.reason = reason;
  }
}

export interface Browser {
  /** One request with this browser's cookies; redirects are not followed. */
  fetch(url: string | URL, init?: RequestInit): Promise<Response>;
  /** Goes on until `until`; returns that URL. @throws WalkError */
  walk(startUrl: string, user: Walker, options: WalkOptions): Promise<string>;
}

function filledIn(form: HtmlForm, user: Walker): URLSearchParams {
  const refused = new Set(user.refuseScopes ?? []);
  const fields = form.fields
    .filter(([name, value]) => !(name === 'scope' && refused.has(value)))
    .map(([name, value]): [string, string] => [name, name === 'record' ? (user.record ?? value) : value])
    .filter(([name]) => name !== 'userName' && name !== 'password');
  if (form.id === 'sign-in')
    return new URLSearchParams([...fields, ['userName', user.userName], ['password', user.password]]);
  return new URLSearchParams([...fields, ['decision', user.deny === true ? 'deny' : 'allow']]);
}

async function nextForm(response: Response): Promise<HtmlForm | undefined> {
  if (!(response.headers.get('content-type') ?? '').startsWith('text/html')) return undefined;
  return formsOf(await response.text()).find(({ id }) => id === 'sign-in' || id === 'consent');
}

export function createBrowser(): Browser {
  const jar = new CookieJar();

  async function request(url: string | URL, init: RequestInit = {}): Promise<Response> {
    const target = new URL(url);
    const headers = new Headers(init.headers);
    const cookie = jar.header(target);
    if (cookie !== undefined) headers.set('Cookie', cookie);
    if (init.method === 'POST' && !headers.has('Origin')) headers.set('Origin', target.origin);
    if (!headers.has('Accept')) headers.set('Accept', 'text/html,*/*;q=0.8');
    const response = await fetch(target, { ...init, headers, redirect: 'manual' });
    jar.take(target, response.headers.getSetCookie());
    return response;
  }

  async function walk(startUrl: string, user: Walker, { until }: WalkOptions): Promise<string> {
    let url = new URL(startUrl);
    let init: RequestInit = {};
    const submitted = new Set<string>();
    for (let step = 0; step < MAX_STEPS; step += 1) {
      const response = await request(url, init);
      const location = response.headers.get('location');
      if (location !== null) {
        await response.body?.cancel();
        url = new URL(location, url);
        init = {};
        if (until(url)) return url.href;
        continue;
      }
      const form = await nextForm(response);
      if (form === undefined) throw new WalkError('No form to go on with', url, response.status);
      const action = new URL(form.action, url);
      if (submitted.has(action.href)) throw new WalkError('The form was not accepted', url, response.status);
      submitted.add(action.href);
      url = action;
      init = { method: 'POST', body: filledIn(form, user) };
    }
    throw new WalkError('Too many steps', url, 0);
  }

  return { fetch: request, walk };
}

/** A walk in a browser of its own: {@link Browser.walk}. */
export function walkAuthorization(startUrl: string, user: Walker, options: WalkOptions): Promise<string> {
  return createBrowser().walk(startUrl, user, options);
}
