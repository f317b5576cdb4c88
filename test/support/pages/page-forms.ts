/** The forms of our own pages, as they are in the markup; no parser of HTML in general. */

export interface FormField {
  readonly name: string;
  /** As it would be sent untouched. */
  readonly value: string;
  readonly kind: 'hidden' | 'text' | 'textarea' | 'radio' | 'checkbox' | 'select' | 'button';
  /** Of radio buttons and check boxes. */
  readonly isChosen: boolean;
}

export interface PageForm {
  readonly method: 'get' | 'post';
  /** Path, with its query. */
  readonly action: string;
  /** Path of the page. */
  readonly page: string;
  readonly fields: readonly FormField[];
}

const ENTITIES: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', '#39': "'" };

export function unescapeHtml(text: string): string {
  return text.replaceAll(/&(amp|lt|gt|quot|#39);/g, (entity, name: string) => ENTITIES[name] ?? entity);
}

export function formsOf(html: string, page: string): readonly PageForm[] {
  const parts = html.split('<form').slice(1);
  return parts.map((part) => {
    const whole = part.slice(0, part.indexOf('</form>'));
    const own = attributes(whole.slice(0, whole.indexOf('>')));
    const method = own.get('method')?.toLowerCase() === 'post' ? 'post' : 'get';
    return { method, action: own.get('action') ?? page, page, fields: fieldsOf(whole) };
  });
}

/** What a browser would send: one value of each choice, the first button. */
export function sentBy(form: PageForm): readonly (readonly [string, string])[] {
  const [button] = form.fields.filter(({ kind }) => kind === 'button');
  return form.fields
    .filter((field) => (field.kind === 'button' ? field === button : isSent(field)))
    .map(({ name, value }) => [name, value] as const);
}

function isSent({ kind, isChosen }: FormField): boolean {
  return (kind !== 'radio' && kind !== 'checkbox') || isChosen;
}

function fieldsOf(html: string): readonly FormField[] {
  const fields: FormField[] = [];
  for (const [, tag = '', inside = ''] of html.matchAll(/<(input|textarea|select|button)\b([^>]*)>/g)) {
    const own = attributes(inside);
    const name = own.get('name');
    if (name === undefined) continue;
    const kind = kindOf(tag, own.get('type'));
    fields.push({ name, kind, value: own.get('value') ?? '', isChosen: own.has('checked') });
  }
  return fields;
}

function kindOf(tag: string, type = 'text'): FormField['kind'] {
  if (tag !== 'input') return tag as 'textarea' | 'select' | 'button';
  return type === 'hidden' || type === 'radio' || type === 'checkbox' ? type : 'text';
}

function attributes(inside: string): ReadonlyMap<string, string> {
  const found = [...` ${inside}`.matchAll(/\s([a-zA-Z-]+)(?:="([^"]*)")?/g)];
  return new Map(found.map(([, name = '', value = '']) => [name, unescapeHtml(value)]));
}
