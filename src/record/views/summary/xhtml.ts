/** Builds narrative XHTML (FHIR R4, 2.4.0 "Narrative"): every text is escaped, nothing comes in as markup. */
import type { Narrative } from 'fhir/r4.js';

/** Made by the functions of this file only, so that no text can pass for markup. */
export class Markup {
  readonly xhtml: string;
  constructor(xhtml: string) {
    this.xhtml = xhtml;
  }
}

/** A string is text; a list is lines one below the other. */
export type Content = string | Markup | readonly (string | Markup)[];

type ElementName = 'p' | 'b' | 'table' | 'thead' | 'tbody' | 'tr' | 'th' | 'td' | 'ul' | 'li';

export function element(name: ElementName, ...content: readonly (string | Markup)[]): Markup {
  return new Markup(`<${name}>${content.map(xhtmlOf).join('')}</${name}>`);
}

export function table(headings: readonly string[], rows: readonly (readonly Content[])[]): Markup {
  const cell = (content: Content) => element('td', typeof content === 'string' ? content : lines(content));
  return element(
    'table',
    element('thead', element('tr', ...headings.map((heading) => element('th', heading)))),
    element('tbody', ...rows.map((row) => element('tr', ...row.map(cell)))),
  );
}

export function list(items: readonly string[]): Markup {
  return element('ul', ...items.map((item) => element('li', item)));
}

function lines(content: Markup | readonly (string | Markup)[]): Markup {
  return content instanceof Markup ? content : new Markup(content.map(xhtmlOf).join('<br/>'));
}

/** English: the words between the sources' own are the gateway's. @param content not empty (R4, txt-2). */
export function narrative(content: readonly Markup[]): Narrative {
  const inside = content.map(xhtmlOf).join('');
  return {
    status: 'additional',
    div: `<div xmlns="http://www.w3.org/1999/xhtml" xml:lang="en" lang="en">${inside}</div>`,
  };
}

function xhtmlOf(content: string | Markup): string {
  return content instanceof Markup ? content.xhtml : escapeText(content);
}

const ESCAPED: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

/** What XML cannot hold, and what would turn the direction of the text around it, becomes a space. */
function escapeText(text: string): string {
  return Array.from(text, (char) => (isUnfit(char.codePointAt(0) ?? 0) ? ' ' : (ESCAPED[char] ?? char))).join('');
}

function isUnfit(code: number): boolean {
  return (
    (code < 0x20 && code !== 0x0a && code !== 0x09) ||
    (code >= 0x7f && code < 0xa0) ||
    (code >= 0x200b && code <= 0x200f) ||
    (code >= 0x2028 && code <= 0x202e) ||
    (code >= 0x2060 && code <= 0x206f) ||
    (code >= 0xd800 && code < 0xe000) ||
    code === 0xfeff ||
    code === 0xfffe ||
    code === 0xffff
  );
}
