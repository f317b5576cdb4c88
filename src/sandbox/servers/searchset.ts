/** A page of search results, put together as text so that every resource goes out byte for byte. */
import type { RecordEntry } from '../records/patient-record.ts';

export interface Searchset {
  readonly baseUrl: string;
  readonly self: string;
  readonly next: string | undefined;
  readonly matches: readonly RecordEntry[];
  readonly included: readonly RecordEntry[];
}

function entryText(entry: RecordEntry, baseUrl: string, mode: 'match' | 'include'): string {
  const own = entry.type === undefined || entry.id === undefined ? undefined : `${baseUrl}/${entry.type}/${entry.id}`;
  const fullUrl = entry.fullUrlText ?? (own === undefined ? undefined : JSON.stringify(own));
  return `{${fullUrl === undefined ? '' : `"fullUrl":${fullUrl},`}"resource":${entry.text},"search":{"mode":"${mode}"}}`;
}

/** No `total`: many portals give none, and a client must not need it. */
export function searchsetText({ baseUrl, self, next, matches, included }: Searchset): string {
  const link = [{ relation: 'self', url: self }, ...(next === undefined ? [] : [{ relation: 'next', url: next }])];
  const entries = [
    ...matches.map((entry) => entryText(entry, baseUrl, 'match')),
    ...included.map((entry) => entryText(entry, baseUrl, 'include')),
  ];
  const entry = entries.length === 0 ? '' : `,"entry":[${entries.join(',')}]`;
  return `{"resourceType":"Bundle","type":"searchset","link":${JSON.stringify(link)}${entry}}`;
}
