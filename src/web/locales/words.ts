/** The pages' own words in one language: sentences by key, dates, lists. Pure once made. */
import { createInstance, type i18n } from 'i18next';
import type { Catalogues } from './load-catalogues.ts';
import { ENGLISH, LANGUAGES, type Language } from './languages.ts';

export type WordValues = Readonly<Record<string, string | number>>;

export interface Words {
  readonly language: Language;
  /**
   * @param key `<namespace>:<key>`; the namespace is the page's folder, or `common`.
   * @param values for the sentence's `{{places}}`; `count` chooses the plural (CLDR's rules).
   * @returns plain text; the English one where the language has none, the key where nobody has.
   */
  text(key: string, values?: WordValues): string;
  /** An ISO instant with its time of day; '' for none. */
  instant(iso: string | undefined): string;
  /** A FHIR date or instant as a day, as precise as it is; '' for none. */
  day(date: string | undefined): string;
  /** "a, b and c"; in Welsh "a, b, c". */
  list(items: readonly string[]): string;
  /** "a, b or c". */
  either(items: readonly string[]): string;
}

/** More than the catalogues have: keys that nobody foresaw cannot fill the memory. */
const MAX_PLAIN = 10_000;

/** By language code. @param timeZone IANA name, for times of day. */
export function createAllWords(catalogues: Catalogues, timeZone: string): ReadonlyMap<string, Words> {
  const library = createInstance();
  // Initialised at once: nothing is loaded from elsewhere.
  void library.init({
    resources: catalogues,
    lng: ENGLISH.code,
    fallbackLng: ENGLISH.code,
    initAsync: false,
    interpolation: { escapeValue: false },
    returnNull: false,
  });
  return new Map(LANGUAGES.map((language) => [language.code, createWords(library, language, timeZone)]));
}

function createWords(library: i18n, language: Language, timeZone: string): Words {
  const translate = library.getFixedT(language.code);
  const { tag } = language;
  // Most words stand on a page many times and have no places to fill.
  const plain = new Map<string, string>();
  // In 24 hours: Urdu would otherwise have AM and PM in Latin letters.
  const timeFormat = new Intl.DateTimeFormat(tag, { timeStyle: 'short', hourCycle: 'h23', timeZone });
  const instantDayFormat = new Intl.DateTimeFormat(tag, { dateStyle: 'long', timeZone });
  // A FHIR date is a day without a place: no time zone may move it.
  const dayFormat = new Intl.DateTimeFormat(tag, { dateStyle: 'long', timeZone: 'UTC' });
  const monthFormat = new Intl.DateTimeFormat(tag, { year: 'numeric', month: 'long', timeZone: 'UTC' });
  // "And" has two forms in Welsh, which CLDR leaves to the reader: "a(c)".
  const listFormat = new Intl.ListFormat(tag, { type: language.code === 'cy' ? 'unit' : 'conjunction' });
  const eitherFormat = new Intl.ListFormat(tag, { type: 'disjunction' });
  return {
    language,
    text(key, values) {
      if (values !== undefined) return translate(key, values);
      const known = plain.get(key) ?? translate(key);
      if (plain.size < MAX_PLAIN) plain.set(key, known);
      return known;
    },
    instant(iso) {
      if (iso === undefined || Number.isNaN(Date.parse(iso))) return '';
      const at = new Date(iso);
      return translate('common:instant', { day: instantDayFormat.format(at), time: timeFormat.format(at) });
    },
    day(date) {
      if (date === undefined) return '';
      if (/^\d{4}-\d{2}-\d{2}$/.test(date)) return dayFormat.format(new Date(`${date}T00:00:00Z`));
      if (/^\d{4}-\d{2}$/.test(date)) return monthFormat.format(new Date(`${date}-01T00:00:00Z`));
      return /^\d{4}$/.test(date) || Number.isNaN(Date.parse(date)) ? date : instantDayFormat.format(new Date(date));
    },
    list: (items) => listFormat.format(items),
    either: (items) => eitherFormat.format(items),
  };
}
