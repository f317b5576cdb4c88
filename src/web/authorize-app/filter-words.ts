/** Says a granular scope's filters in words. Pure; values are the app's own text, so what is not in the tables is bounded. */
import type { ScopeFilter } from '../../access/access-grant.ts';
import { plainText } from '../layout/plain-text.ts';
import type { Words } from '../locales/words.ts';
import { CATEGORIES, DATE_PREFIXES, PARAMETERS } from './tables/filter-words.ts';

const LONGEST_NAME = 30;
const LONGEST_VALUE = 60;
const MOST_VALUES = 5;
const HL7_CATEGORY = /^(?:http:\/\/terminology\.hl7\.org\/CodeSystem\/[\w-]+)?\|/;
const DATE = /^([a-z]{2})?(\d{4}(?:-\d{2}){0,2})$/;

/** "only results of lab tests and where …"; undefined where nothing narrows. */
export function filterWords(words: Words, filters: readonly ScopeFilter[]): string | undefined {
  if (filters.length === 0) return undefined;
  return words.text('authorize-app:filter.only', { parts: words.list(filters.map((item) => oneFilter(words, item))) });
}

function oneFilter(words: Words, { name, value }: ScopeFilter): string {
  const values = value.split(',');
  const most = values.slice(0, MOST_VALUES);
  const more = values.length > MOST_VALUES ? [words.text('authorize-app:filter.others')] : [];
  const known = most.flatMap((item) => knownCategory(words, name, item));
  if (known.length === most.length) return words.either([...known, ...more]);
  const shown = most.map((item) => valueWords(words, item));
  const parameter = PARAMETERS.get(name);
  return words.text('authorize-app:filter.where', {
    name:
      parameter === undefined
        ? plainText(name, LONGEST_NAME)
        : words.text(`authorize-app:filter.parameter.${parameter}`),
    values: words.either([...shown, ...more]),
  });
}

function knownCategory(words: Words, name: string, value: string): readonly string[] {
  const code = value.replace(HL7_CATEGORY, '');
  return name === 'category' && CATEGORIES.has(code) ? [words.text(`authorize-app:filter.category.${code}`)] : [];
}

function valueWords(words: Words, value: string): string {
  const [, prefix = 'eq', date] = DATE.exec(value) ?? [];
  const comparison = DATE_PREFIXES.get(prefix);
  if (date !== undefined && comparison !== undefined)
    return words.text(`authorize-app:filter.date.${comparison}`, { date });
  const code = value.slice(value.lastIndexOf('|') + 1);
  return words.text('authorize-app:filter.quoted', { value: plainText(code === '' ? value : code, LONGEST_VALUE) });
}
