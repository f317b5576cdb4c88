/** Reads the sandbox's own forms from its pages; not a general HTML parser. */

export interface HtmlForm {
  readonly id: string;
  readonly action: string;
  /** Names and values a browser would send without the person touching anything. */
  readonly fields: readonly (readonly [name: string, value: string])[];
}

const ENTITIES: Readonly<Record<string, string>> = {
  '&amp;': '&',
  '&lt;': '<',
  '&gt;': '>',
  '&quot;': '"',
  '&#39;': "'",
};

export function unescapeHtml(text: string): string {
  return text.replace(/&(?:amp|lt|gt|quot|#39);/g, (entity) => ENTITIES[entity] ?? entity);
}

function attributes(tag: string): ReadonlyMap<string, string> {
  const found = new Map<string, string>();
  for (const match of tag.matchAll(/\s([a-zA-Z-]+)="([^"]*)"/g))
    found.set(match[1] ?? '', unescapeHtml(match[2] ?? ''));
  return found;
}

function inputField(tag: string): readonly [string, string] | undefined {
  const found = attributes(tag);
  const name = found.get('name');
  if (
    name === undefined ||
    (['checkbox', 'radio'].includes(found.get('type') ?? '') && !/\schecked(?:[\s>=]|$)/.test(tag))
  )
    return undefined;
  return [name, found.get('value') ?? ''];
}

function selectField(html: string): readonly [string, string] | undefined {
  const name = attributes(html.slice(0, html.indexOf('>'))).get('name');
  const first = /<option\b([^<>]*)>/.exec(html);
  return name === undefined || first === null ? undefined : [name, attributes(first[1] ?? '').get('value') ?? ''];
}

/** The forms of a page whose `id` is given; forms without id are not ours. */
export function formsOf(html: string): readonly HtmlForm[] {
  return html
    .split('<form')
    .slice(1)
    .map((part) => part.slice(0, part.indexOf('</form>')))
    .map((part) => {
      const found = attributes(part.slice(0, part.indexOf('>')));
      const inputs = [...part.matchAll(/<input\b([^<>]*)>/g)].map((match) => inputField(` ${match[1] ?? ''} `));
      const selects = part.split('<select').slice(1).map(selectField);
      const fields = [...inputs, ...selects].filter((field) => field !== undefined);
      return { id: found.get('id') ?? '', action: found.get('action') ?? '', fields };
    })
    .filter(({ id }) => id !== '');
}
