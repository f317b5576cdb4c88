/** Helpers for tests of the item pages: finds items by name, reads forms off pages, sends them as a browser does. */
import type { Harness, Visitor } from './app-harness.ts';

export interface Opened {
  readonly status: number;
  /** Of the page that it led to. */
  readonly path: string;
  readonly text: string;
}

export type ItemStage = ReturnType<typeof itemStage>;

export function itemStage(harness: Harness) {
  function decisions(visitor: Visitor) {
    return visitor.subjectId().then((id) => harness.gateway.services.store.listDecisions(id));
  }

  async function entries(visitor: Visitor) {
    return harness.gateway.services.store.listEntries(await visitor.subjectId());
  }

  async function heldDecisions(visitor: Visitor) {
    return (await decisions(visitor)).filter(({ withdrawnAt }) => withdrawnAt === undefined);
  }

  /** Path of the item that a list names so. */
  async function pathOf(visitor: Visitor, list: string, name: string): Promise<string> {
    const page = await visitor.page(list);
    const link = links(page).find(([, text]) => text === name);
    if (link === undefined) throw new Error(`no ${name} on ${list}`);
    return link[0];
  }

  /** As a browser does: a redirect is followed. */
  async function open(visitor: Visitor, path: string, form?: Record<string, string>): Promise<Opened> {
    const body = form === undefined ? {} : { method: 'POST', body: new URLSearchParams(form) };
    const response = await visitor.browser.fetch(`${harness.config.publicUrl}${path}`, body);
    const to = response.headers.get('location');
    if (to !== null) return open(visitor, to);
    return { status: response.status, path: path.replace(/[?#].*$/, ''), text: await response.text() };
  }

  /** Sent as the browser that showed this page does. */
  async function send(visitor: Visitor, page: string, action: string, fields: Record<string, string>): Promise<Opened> {
    return open(visitor, action, { ...formOf(page, action), ...fields });
  }

  return { decisions, entries, heldDecisions, pathOf, open, send };
}

export function links(page: string): readonly (readonly [path: string, text: string])[] {
  const found = page.matchAll(/<h3 class="[^"]*thing__name"><a href="([^"]+)">(.*?)<\/a>/gs);
  return Array.from(found, ([, path = '', text = '']) => [path, text.replaceAll(/<[^>]*>/g, '').trim()] as const);
}

/** The fields of the form that goes to this address, as the page has them. */
export function formOf(page: string, action: string): Record<string, string> {
  const form = new RegExp(`<form method="post" action="${action}"[^>]*>(.*?)</form>`, 's').exec(page)?.[1] ?? '';
  const hidden = form.matchAll(/<input type="hidden" name="([^"]+)" value="([^"]*)">/g);
  return Object.fromEntries(Array.from(hidden, ([, name = '', value = '']) => [name, value]));
}

/** Value of the choice whose words hold this. */
export function choice(page: string, words: string): string {
  const radios = page.matchAll(
    /<input class="nhsuk-radios__input"[^>]*name="record"[^>]*value="([^"]+)"[^>]*><label[^>]*>(.*?)<\/label>/gs,
  );
  const options = page.matchAll(/<option lang="en-GB" value="([^"]+)"[^>]*>(.*?)<\/option>/gs);
  for (const [, value = '', text = ''] of [...radios, ...options]) if (text.includes(words)) return value;
  throw new Error(`no choice ${words}`);
}
