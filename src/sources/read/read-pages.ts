/** Follows a search from page to page: under the source's base only, never twice to the same page, at most so many. What was read is kept whatever comes next. */
import type { ReceivedResource, UnreadableItem } from '../../record/source-input.ts';
import { SourceError } from '../../ports/source-connector.ts';
import type { HttpAnswer } from '../http/http-answer.ts';
import { foreignLink } from '../http/foreign-link.ts';
import { resolveUnderBase } from '../http/under-base.ts';
import { readBundlePage } from './bundle-page.ts';
import type { FhirReader } from './fhir-reader.ts';

export interface Pages {
  readonly resources: readonly ReceivedResource[];
  readonly unreadable: readonly UnreadableItem[];
  /** Pages that were Bundles. */
  readonly pageCount: number;
  /** Why there may be more than was read; undefined where all pages were. */
  readonly shortfall: SourceError | undefined;
  /** Of the first page. */
  readonly first: FirstPage | undefined;
}

export interface FirstPage {
  /** The source's own clock, in milliseconds since 1970. */
  readonly dateMs: number | undefined;
  readonly etag: string | undefined;
  /** 304: everything is as it was when the given tag came. */
  readonly isUnchanged: boolean;
}

export interface PageWalk {
  readonly baseUrl: string;
  readonly maxPages: number;
  /** Name of the search for messages: `MedicationRequest`. */
  readonly label: string;
  /** Called after each page with the number of resources so far. */
  readonly onPage: (received: number) => void;
  /** For the first page. */
  readonly ifNoneMatch?: string | undefined;
}

/** Never rejects with a SourceError: the result says how far it came. */
export async function readPages(reader: FhirReader, firstUrl: string, walk: PageWalk): Promise<Pages> {
  const resources: ReceivedResource[] = [];
  const unreadable: UnreadableItem[] = [];
  const seen = new Set<string>();
  let pageCount = 0;
  let shortfall: SourceError | undefined;
  let first: FirstPage | undefined;
  let matches = 0;
  let total = 0;
  let url: string | undefined = firstUrl;
  while (url !== undefined) {
    seen.add(url);
    const current: string = url;
    url = undefined;
    try {
      const answer = await reader.read(current, seen.size === 1 ? { ifNoneMatch: walk.ifNoneMatch } : {});
      first ??= firstPage(answer);
      if (answer.status === 304) return { resources, unreadable, pageCount: 1, shortfall, first };
      const page = readBundlePage(answer);
      const at = (place: string): string => `${walk.label} page ${seen.size} ${place}`;
      resources.push(...page.resources.map((resource) => ({ ...resource, at: at(resource.at) })));
      unreadable.push(...page.unreadable.map((item) => ({ ...item, at: at(item.at) })));
      shortfall ??= page.shortfall;
      if (page.shortfall?.code !== 'not-fhir') pageCount += 1;
      matches += page.matches;
      total = Math.max(total, page.total ?? 0);
      walk.onPage(resources.length);
      if (page.next !== undefined) url = nextUrl(page.next, current, seen, walk);
    } catch (error) {
      if (!(error instanceof SourceError)) throw error;
      shortfall = error;
    }
  }
  if (matches < total) shortfall ??= gaveLess(total, matches);
  return { resources, unreadable, pageCount, shortfall, first };
}

/** Without a next page the rest cannot be reached; it must not be taken for gone (FHIR R4, "Bundle.total"; law L6). */
function gaveLess(total: number, matches: number): SourceError {
  return new SourceError('incomplete', `The source says that it has ${total} and gave ${matches}.`);
}

function firstPage({ status, headers }: HttpAnswer): FirstPage {
  const dateMs = Date.parse(headers.get('date') ?? '');
  return {
    dateMs: Number.isNaN(dateMs) ? undefined : dateMs,
    etag: headers.get('etag') ?? undefined,
    isUnchanged: status === 304,
  };
}

/** @throws SourceError where the link must not be followed. */
function nextUrl(next: string, current: string, seen: ReadonlySet<string>, { baseUrl, maxPages }: PageWalk): string {
  const url = resolveUnderBase(baseUrl, next, current);
  if (url === undefined) throw foreignLink();
  if (seen.has(url)) {
    throw new SourceError(
      'cyclic-paging',
      'The source’s pages lead back to one already read, so the rest cannot be reached.',
    );
  }
  if (seen.size >= maxPages) throw new SourceError('too-many-pages', `Only the first ${maxPages} pages were read.`);
  return url;
}
