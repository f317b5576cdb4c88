/** The ways to ask for one type, in the order to try them: a server that refuses one may answer the next. */
import type { SourceQuirk } from '../../ports/source-config.ts';
import { MEDICATION_TYPES, SEARCH_CATEGORIES } from './tables/search-categories.ts';

export interface SearchWay {
  /** Searches that together give one type. */
  readonly urls: readonly string[];
  /** Asks for what changed only. */
  readonly isIncrement: boolean;
}

export interface SearchQuestion {
  /** FHIR base URL, with or without a slash at the end. */
  readonly baseUrl: string;
  readonly type: string;
  /** Value of the `patient` parameter. */
  readonly patient: string;
  readonly pageSize: number;
  /** ISO instant; what changed from then on may do. */
  readonly since?: string | undefined;
  readonly quirks?: readonly SourceQuirk[] | undefined;
}

export function searchWays(question: SearchQuestion): readonly SearchWay[] {
  const whole = waysOf(question, {}).map((urls): SearchWay => ({ urls, isIncrement: false }));
  if (question.since === undefined) return whole;
  // FHIR R4, "Search": prefix ge includes the instant itself.
  const changed = waysOf(question, { _lastUpdated: `ge${question.since}` });
  return [...changed.map((urls): SearchWay => ({ urls, isIncrement: true })), ...whole];
}

type Parameters = Readonly<Record<string, string>>;

function waysOf(question: SearchQuestion, more: Parameters): readonly (readonly string[])[] {
  const { type, quirks = [] } = question;
  const plain = [searchUrl(question, more)];
  // IPA, "Medication guidance": servers with Medications of their own give them by _include.
  const withMedications =
    MEDICATION_TYPES.has(type) && !quirks.includes('no-include')
      ? [[searchUrl(question, { ...more, _include: `${type}:medication` })]]
      : [];
  const categories = SEARCH_CATEGORIES.get(type)?.map((category) => searchUrl(question, { ...more, category }));
  const byCategory = categories === undefined ? [] : [categories];
  return quirks.includes('category-required')
    ? [...byCategory, ...withMedications, plain]
    : [...withMedications, plain, ...byCategory];
}

function searchUrl({ baseUrl, type, patient, pageSize }: SearchQuestion, more: Parameters): string {
  const parameters = new URLSearchParams({ patient, ...more, _count: String(pageSize) });
  return `${baseUrl.replace(/\/$/, '')}/${type}?${parameters.toString()}`;
}
