/**
 * A person's own record to take away as FHIR: the summary (IPS), everything (view `all`), and every item as its source sent it. As
 * the FHIR endpoint gives them to somebody who may see all of it (laws L1, L2, L7).
 */
import type { Bundle } from 'fhir/r4.js';
import { stringifyFhirJson } from '../record/fhir/json.ts';
import type { R4Resource } from '../record/fhir/types.ts';
import { everything } from '../record/views/everything.ts';
import { originals } from '../record/views/originals.ts';
import { buildSummary } from '../record/views/summary/build-summary.ts';
import type { RecordAnswer } from './record-reader.ts';

/** @param baseUrl of the FHIR endpoint, no slash at the end. @returns JSON of a document Bundle (HL7 FHIR IPS 2.0.1). */
export function summaryDownload(answer: RecordAnswer, baseUrl: string): string {
  const byReference = new Map(stamped(answer).map((resource) => [referenceTo(resource), resource]));
  return stringifyFhirJson(
    buildSummary({
      record: answer.record,
      read: (reference) => byReference.get(reference),
      mayRead: () => true,
      completeness: answer.completeness,
      outcome: answer.record.outcome,
      version: '2.0',
      baseUrl,
      asOf: newest(answer),
    }),
  );
}

/** @returns JSON of a collection Bundle: unified and source records, and what says how complete they are. */
export function recordDownload(answer: RecordAnswer, baseUrl: string): string {
  return collection([...stamped(answer), answer.record.outcome], answer, baseUrl);
}

/** @returns JSON of a collection Bundle of Binary: each names the record whose original it holds. */
export function originalsDownload(answer: RecordAnswer, baseUrl: string): string {
  return collection(originals(answer.record), answer, baseUrl);
}

function collection(resources: readonly R4Resource[], answer: RecordAnswer, baseUrl: string): string {
  const timestamp = newest(answer);
  const bundle: Bundle = {
    resourceType: 'Bundle',
    type: 'collection',
    ...(timestamp === undefined ? {} : { timestamp }),
    entry: resources.map((resource) => ({ fullUrl: `${baseUrl}/${referenceTo(resource)}`, resource })),
  };
  return stringifyFhirJson(bundle);
}

function stamped({ record, stamps }: RecordAnswer): readonly R4Resource[] {
  return everything(record, 'all').map((resource) => {
    const stamp = stamps.get(referenceTo(resource));
    return stamp === undefined ? resource : { ...resource, meta: { ...resource.meta, ...stamp } };
  });
}

/** The last reading of any source, otherwise the newest change; never the time of the request (law L3). */
function newest({ completeness, stamps }: RecordAnswer): string | undefined {
  const readings = completeness.flatMap(({ lastSuccess }) => lastSuccess ?? []);
  const changes = [...stamps.values()].map(({ lastUpdated }) => lastUpdated);
  return (readings.length > 0 ? readings : changes).toSorted((a, b) => Date.parse(a) - Date.parse(b)).at(-1);
}

function referenceTo({ resourceType, id }: R4Resource): string {
  return `${resourceType}/${id}`;
}
