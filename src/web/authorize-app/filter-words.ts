/** Says a granular scope's filters in words. Pure; values are the app's own text, so what is not in the tables is bounded. */
import type { ScopeFilter } from '../../access/access-grant.ts';
import { plainText } from '../layout/plain-text.ts';
import { CATEGORY_WORDS, PARAMETER_WORDS, PREFIX_WORDS } from './tables/filter-words.ts';

const LONGEST_NAME = 30;
const LONGEST_VALUE = 60;
const MOST_VALUES = 5;
const HL7_CATEGORY = /^(?:http:\/\/terminology\.hl7\.org\/CodeSystem\/[\w-]+)?\|/;
const DATE = /^([a-z]{2})?(\d{4}(?:-\d{2}){0,2})$/;

/** "only results from laboratories, or with …"; undefined where nothing narrows. */
export function filterWords(filters: readonly ScopeFilter[]): string | undefined {
  if (filters.length === 0) return undefined;
  return `only ${filters.map(oneFilter).join(', and only ')}`;
}

function oneFilter({ name, value }: ScopeFilter): string {
  const values = value.split(',');
  const words = values.slice(0, MOST_VALUES).map((item) => knownCategory(name, item));
  const more = values.length > MOST_VALUES ? ' or others' : '';
  if (words.every((item) => item !== undefined)) return `${words.join(' or ')}${more}`;
  const parameter = PARAMETER_WORDS[name] ?? plainText(name, LONGEST_NAME);
  const shown = values.slice(0, MOST_VALUES).map((item) => valueWords(item));
  return `where the ${parameter} is ${shown.join(' or ')}${more}`;
}

function knownCategory(name: string, value: string): string | undefined {
  if (name !== 'category') return undefined;
  const code = value.replace(HL7_CATEGORY, '');
  return Object.hasOwn(CATEGORY_WORDS, code) ? CATEGORY_WORDS[code] : undefined;
}

function valueWords(value: string): string {
  const [, prefix, date] = DATE.exec(value) ?? [];
  if (date !== undefined) return `${PREFIX_WORDS[prefix ?? 'eq'] ?? ''}${date}`;
  const code = value.slice(value.lastIndexOf('|') + 1);
  return `“${plainText(code === '' ? value : code, LONGEST_VALUE)}”`;
}
