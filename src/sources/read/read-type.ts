/** Reads everything of one type, or what changed in it: tries the ways a server may want to be asked, and keeps what any of them gave. */
import type { ReceivedResource, UnreadableItem } from '../../record/source-input.ts';
import type { SourceError } from '../../ports/source-connector.ts';
import type { SourceConfig } from '../../ports/source-config.ts';
import type { FhirReader } from './fhir-reader.ts';
import { readPages } from './read-pages.ts';
import type { Pages } from './read-pages.ts';
import type { ReadingBasis, Since } from './reading-basis.ts';
import { searchWays } from './search-ways.ts';
import type { SearchWay } from './search-ways.ts';

export interface TypeReading {
  readonly type: string;
  readonly resources: readonly ReceivedResource[];
  readonly unreadable: readonly UnreadableItem[];
  /** True where at least one page was read. */
  readonly answered: boolean;
  /** Why something may be missing. */
  readonly shortfall: SourceError | undefined;
  /** Only what changed was asked for, or the source said that nothing did. */
  readonly isIncrement: boolean;
  /** What the next reading may build on; undefined where it must read everything. */
  readonly basis: ReadingBasis | undefined;
}

export interface TypeQuestion {
  readonly config: Pick<SourceConfig, 'baseUrl' | 'limits' | 'quirks'>;
  readonly type: string;
  readonly patientId: string;
  readonly since: Since;
  readonly onPage: (received: number) => void;
  /** Milliseconds since 1970. */
  readonly now: () => number;
}

/** Below this, a smaller page would not help. */
const SMALLEST_PAGE = 10;

/** True where the server answered the whole question and gave nothing at all. */
export function isEmpty({ answered, isIncrement, resources, unreadable, shortfall }: TypeReading): boolean {
  return answered && !isIncrement && resources.length === 0 && unreadable.length === 0 && shortfall === undefined;
}

/** Never rejects with a SourceError. */
export function readType(reader: FhirReader, question: TypeQuestion): Promise<TypeReading> {
  return readForPatient(reader, question, usualForm(question), question.config.limits.pageSize);
}

/** What {@link readType} asks first: the first pages of the first way. */
export function firstUrls(question: Omit<TypeQuestion, 'onPage' | 'now'>): readonly string[] {
  const [first] = waysOf(question, usualForm(question), question.config.limits.pageSize);
  return first?.urls ?? [];
}

function usualForm({ config, patientId }: Pick<TypeQuestion, 'config' | 'patientId'>): string {
  return config.quirks?.includes('patient-by-reference') === true ? `Patient/${patientId}` : patientId;
}

/**
 * Asks once more with the other form, usually `patient=Patient/ID`: some servers answer `patient=ID` with 200 and nothing. The
 * next reading begins anew, since an empty increment would not tell the two apart.
 * @param usual what the usual form gave: it stands where the other one gives nothing either.
 */
export async function readTypeByOtherForm(
  reader: FhirReader,
  question: TypeQuestion,
  usual: TypeReading,
): Promise<TypeReading> {
  const byReference = question.config.quirks?.includes('patient-by-reference') === true;
  const patient = byReference ? question.patientId : `Patient/${question.patientId}`;
  const other = await readForPatient(reader, { ...question, since: {} }, patient, question.config.limits.pageSize);
  const found = other.resources.length > 0 || other.unreadable.length > 0;
  return { ...(found ? other : usual), basis: undefined };
}

async function readForPatient(
  reader: FhirReader,
  question: TypeQuestion,
  patient: string,
  pageSize: number,
): Promise<TypeReading> {
  const ways = waysOf(question, patient, pageSize);
  let reading: TypeReading | undefined;
  for (const [index, way] of ways.entries()) {
    const next = await readWay(reader, question, way, index === 0);
    if (next.answered || !isRefusal(next.shortfall)) {
      reading = next;
      break;
    }
    reading ??= next;
  }
  if (reading === undefined) throw new Error(`no way to search ${question.type}`);
  if (reading.shortfall?.code === 'too-large' && !reading.answered && pageSize > SMALLEST_PAGE) {
    return readForPatient(reader, question, patient, Math.max(SMALLEST_PAGE, Math.floor(pageSize / 10)));
  }
  return reading;
}

function waysOf(
  { config, type, since }: Pick<TypeQuestion, 'config' | 'type' | 'since'>,
  patient: string,
  pageSize: number,
): readonly SearchWay[] {
  const { baseUrl, quirks } = config;
  return searchWays({ baseUrl, type, patient, pageSize, since: since.changedSince, quirks });
}

/** One way may be several searches, one per category: an answer to any of them counts. */
async function readWay(
  reader: FhirReader,
  { config, type, since, onPage, now }: TypeQuestion,
  { urls, isIncrement }: SearchWay,
  isFirstWay: boolean,
): Promise<TypeReading> {
  const startMs = now();
  const counts = urls.map(() => 0);
  const [only] = urls;
  // A tag belongs to the very question it was given for.
  const ifNoneMatch = isFirstWay && urls.length === 1 ? since.etag : undefined;
  const parts = await Promise.all(
    urls.map((url, index) =>
      readPages(reader, url, {
        baseUrl: config.baseUrl,
        maxPages: config.limits.maxPages,
        label: type,
        ifNoneMatch: url === only ? ifNoneMatch : undefined,
        onPage: (received) => {
          counts[index] = received;
          onPage(counts.reduce((sum, count) => sum + count, 0));
        },
      }),
    ),
  );
  const firsts = parts.flatMap(({ first }) => first ?? []);
  const asOfMs = Math.min(startMs, ...firsts.flatMap(({ dateMs }) => dateMs ?? []));
  const isOnePage = isFirstWay && parts.length === 1 && parts[0]?.pageCount === 1;
  const isUnchanged = firsts.some((first) => first.isUnchanged);
  const etag = isUnchanged ? since.etag : isOnePage ? firsts[0]?.etag : undefined;
  return { type, ...joined(parts), isIncrement: isIncrement || isUnchanged, basis: { asOfMs, etag } };
}

function joined(parts: readonly Pages[]): Pick<TypeReading, 'resources' | 'unreadable' | 'answered' | 'shortfall'> {
  return {
    resources: parts.flatMap(({ resources }) => resources),
    unreadable: parts.flatMap(({ unreadable }) => unreadable),
    answered: parts.some(({ pageCount }) => pageCount > 0),
    shortfall: parts.map(({ shortfall }) => shortfall).find((shortfall) => shortfall !== undefined),
  };
}

function isRefusal(error: SourceError | undefined): boolean {
  return error?.code === 'refused' || error?.code === 'forbidden' || error?.code === 'not-found';
}
