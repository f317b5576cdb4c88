/** The ways to ask for one type, in the order to try them: a server that refuses one may answer the next. */
import { MEDICATION_TYPES, SEARCH_CATEGORIES } from './tables/search-categories.ts';

/** Searches that together give one type. */
export type SearchWay = readonly string[];

export interface SearchQuestion {
  /** FHIR base URL, with or without a slash at the end. */
  readonly baseUrl: string;
  readonly type: string;
  /** Value of the `patient` parameter. */
  readonly patient: string;
  readonly pageSize: number;
}

export function searchWays(question: SearchQuestion): readonly SearchWay[] {
  const { type } = question;
  const plain = searchUrl(question, {});
  const ways: SearchWay[] = [[plain]];
  // IPA, "Medication guidance": servers with Medications of their own give them by _include.
  if (MEDICATION_TYPES.has(type)) ways.unshift([searchUrl(question, { _include: `${type}:medication` })]);
  const categories = SEARCH_CATEGORIES.get(type);
  if (categories !== undefined) ways.push(categories.map((category) => searchUrl(question, { category })));
  return ways;
}

function searchUrl(
  { baseUrl, type, patient, pageSize }: SearchQuestion,
  more: Readonly<Record<string, string>>,
): string {
  const parameters = new URLSearchParams({ patient, ...more, _count: String(pageSize) });
  return `${baseUrl.replace(/\/$/, '')}/${type}?${parameters.toString()}`;
}
