/** The record behind a page: read, put in the access log, and turned into rows once, when a page asks for them, for as long as it stays the same. */
import type { Readers } from '../../record/facts/readers.ts';
import type { R4Resource } from '../../record/fhir/types.ts';
import { everything } from '../../record/views/everything.ts';
import { audit } from '../../services/audit.ts';
import type { RecordAnswer, RecordReader } from '../../services/record-reader.ts';
import { medicineRows, type MedicineRow } from '../../services/medicine-rows.ts';
import { recordRows, type RecordRow } from '../../services/record-rows.ts';
import type { ServiceContext } from '../../services/service-context.ts';
import type { Visit } from '../session/visit.ts';
import type { PageName } from './page-names.ts';
import { createKeptReaders } from './kept-readers.ts';
import { pageGrant } from './page-grant.ts';
import { toldCompleteness, type ToldCompleteness } from './told-completeness.ts';

export interface PageRecord {
  readonly answer: RecordAnswer & { readonly completeness: readonly ToldCompleteness[] };
  /** View `all`. */
  readonly resources: readonly R4Resource[];
  /** Every unified medicine, condition and allergy, by name. */
  readonly rows: readonly RecordRow[];
  /** Every unified medicine with what each source says of it, by name. */
  readonly medicines: readonly MedicineRow[];
  /** Of the words in this record. */
  readonly readers: Readers;
  /** How people know a source; its name where it is not known. */
  readonly titleOf: (source: string) => string;
}

export interface PageRecordReader {
  /** @throws GatewayError as `RecordReader.read`. Settles when the access is in the log. */
  read(visit: Visit, page: PageName): Promise<PageRecord>;
}

export function createPageRecordReader(services: ServiceContext, reader: RecordReader): PageRecordReader {
  // The reader gives the same answer until something changed; rows are worked out once for each.
  const made = new WeakMap<RecordAnswer, PageRecord>();
  const readersFor = createKeptReaders(services.terminology);

  function pageRecord(answer: RecordAnswer, subjectId: string): PageRecord {
    const known = made.get(answer);
    if (known !== undefined) return known;
    const { record } = answer;
    const titles = new Map(answer.completeness.map(({ source, title }) => [source, title]));
    const titleOf = (source: string) => titles.get(source) ?? source;
    const resources = once(() => everything(record, 'all'));
    const rows = once(() => recordRows(resources()));
    const readers = once(() => readersFor(subjectId));
    const medicines = once(() => medicineRows({ record, titleOf, readers: readers() }));
    const page: PageRecord = {
      answer: { ...answer, completeness: toldCompleteness(answer) },
      titleOf,
      get resources() {
        return resources();
      },
      get rows() {
        return rows();
      },
      get medicines() {
        return medicines();
      },
      get readers() {
        return readers();
      },
    };
    made.set(answer, page);
    return page;
  }

  return {
    async read(visit, page) {
      const answer = await reader.read(pageGrant(visit));
      await audit(services, {
        subjectId: visit.subject.id,
        actorId: visit.actor.id,
        action: 'page',
        sources: answer.completeness.map(({ source }) => source),
        notes: [page],
        outcome: 'success',
      });
      return pageRecord(answer, visit.subject.id);
    },
  };
}

/** A page pays for what it shows. */
function once<T>(make: () => T): () => T {
  let made: { readonly value: T } | undefined;
  return () => (made ??= { value: make() }).value;
}
