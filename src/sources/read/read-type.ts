/** Reads everything of one type: tries the ways a server may want to be asked, and keeps what any of them gave. */
import type { ReceivedResource, UnreadableItem } from '../../record/source-input.ts';
import type { SourceError } from '../../ports/source-connector.ts';
import type { SourceConfig } from '../../ports/source-config.ts';
import type { FhirReader } from './fhir-reader.ts';
import { readPages } from './read-pages.ts';
import type { Pages } from './read-pages.ts';
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
}

export interface TypeQuestion {
  readonly config: Pick<SourceConfig, 'baseUrl' | 'limits'>;
  readonly type: string;
  readonly patientId: string;
  readonly onPage: (received: number) => void;
}

/** Below this, a smaller page would not help. */
const SMALLEST_PAGE = 10;

/** True where the server answered and gave nothing at all. */
export function isEmpty({ answered, resources, unreadable, shortfall }: TypeReading): boolean {
  return answered && resources.length === 0 && unreadable.length === 0 && shortfall === undefined;
}

/** Never rejects with a SourceError. */
export function readType(reader: FhirReader, question: TypeQuestion): Promise<TypeReading> {
  return readForPatient(reader, question, question.patientId, question.config.limits.pageSize);
}

/**
 * Asks once more with `patient=Patient/ID`: some servers answer `patient=ID` with 200 and nothing.
 * @param plain what the usual form gave: it stands where the other one gives nothing either.
 */
export async function readTypeByReference(
  reader: FhirReader,
  question: TypeQuestion,
  plain: TypeReading,
): Promise<TypeReading> {
  const reference = `Patient/${question.patientId}`;
  const prefixed = await readForPatient(reader, question, reference, question.config.limits.pageSize);
  return prefixed.resources.length > 0 || prefixed.unreadable.length > 0 ? prefixed : plain;
}

async function readForPatient(
  reader: FhirReader,
  question: TypeQuestion,
  patient: string,
  pageSize: number,
): Promise<TypeReading> {
  const { config, type } = question;
  let reading: TypeReading | undefined;
  for (const way of searchWays({ baseUrl: config.baseUrl, type, patient, pageSize })) {
    const next = await readWay(reader, question, way);
    if (next.answered || !isRefusal(next.shortfall)) {
      reading = next;
      break;
    }
    reading ??= next;
  }
  if (reading === undefined) throw new Error(`no way to search ${type}`);
  if (reading.shortfall?.code === 'too-large' && !reading.answered && pageSize > SMALLEST_PAGE) {
    return readForPatient(reader, question, patient, Math.max(SMALLEST_PAGE, Math.floor(pageSize / 10)));
  }
  return reading;
}

/** One way may be several searches, one per category: an answer to any of them counts. */
async function readWay(
  reader: FhirReader,
  { config, type, onPage }: TypeQuestion,
  way: SearchWay,
): Promise<TypeReading> {
  const counts = way.map(() => 0);
  const parts = await Promise.all(
    way.map((url, index) =>
      readPages(reader, url, {
        baseUrl: config.baseUrl,
        maxPages: config.limits.maxPages,
        label: type,
        onPage: (received) => {
          counts[index] = received;
          onPage(counts.reduce((sum, count) => sum + count, 0));
        },
      }),
    ),
  );
  return { type, ...joined(parts) };
}

function joined(parts: readonly Pages[]): Omit<TypeReading, 'type'> {
  return {
    resources: parts.flatMap(({ resources }) => resources),
    unreadable: parts.flatMap(({ unreadable }) => unreadable),
    answered: parts.some(({ pageCount }) => pageCount > 0),
    shortfall: parts.map(({ shortfall }) => shortfall).find((shortfall) => shortfall !== undefined),
  };
}

function isRefusal(error: SourceError | undefined): boolean {
  return error?.code === 'refused' || error?.code === 'not-found';
}
