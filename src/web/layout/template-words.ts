/** What templates call to put words on a page: the pages' own by key, and the sources' as they were written. */
import nunjucks from 'nunjucks';
import type { Words } from '../locales/words.ts';
import { tellReason } from '../record/tell-reason.ts';

/** Sources here write English; a screen reader must not read a drug's name in the page's language. */
const SOURCE_LANGUAGE = 'en-GB';

const { SafeString } = nunjucks.runtime;
type Safe = InstanceType<typeof SafeString>;
/** The library's own; its types leave it out. */
const { escape } = nunjucks.lib as unknown as { readonly escape: (text: string) => string };

/** Own words hold no markup (a test of the catalogues sees to it); values are escaped unless `written` made them. */
export function say(words: Words): (key: string, values?: Readonly<Record<string, unknown>>) => Safe {
  return (key, values) => {
    if (values === undefined) return new SafeString(words.text(key));
    // Macros call with keyword arguments as one more argument of the library's own.
    const entries = Object.entries(values).filter(([name]) => name !== '__keywords');
    return new SafeString(words.text(key, Object.fromEntries(entries.map(([name, value]) => [name, safe(value)]))));
  };
}

/** A reason that the gateway gave, or what stands in its place; '' for none. */
export function sayReason(words: Words): (reason: unknown) => Safe | '' {
  return (reason) => {
    if (typeof reason !== 'string' || reason === '') return '';
    const { text, isWritten } = tellReason(words, reason);
    return isWritten ? written(text) : new SafeString(escape(text));
  };
}

/**
 * Text of a source or of a person: never translated, marked with its language, kept apart from the page's direction.
 * @param language BCP 47.
 */
export function written(text: unknown, language = SOURCE_LANGUAGE): Safe | '' {
  if (text === undefined || text === null || text === '') return '';
  return new SafeString(`<bdi lang="${safe(language)}">${safe(text)}</bdi>`);
}

function safe(value: unknown): string | number {
  if (typeof value === 'number') return value;
  if (value instanceof SafeString) return value.toString();
  return escape(typeof value === 'string' ? value : '');
}
