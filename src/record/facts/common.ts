/** What is read alike from every resource: business identifiers and marks of another origin. */
import type { CodeableConcept, Extension, Identifier } from 'fhir/r4.js';
import type { SourceRecord } from '../normalise/source-record.ts';
import type { DaySpan } from './day-span.ts';
import type { Fact } from './fact.ts';

/** GP Connect: who prescribed ("prescribed-by-another-organisation"). */
const PRESCRIBING_AGENCY = 'PrescribingAgency-1';

/** Elements any of the reconciled types may carry. All optional: sources leave out what they like. */
interface CommonElements {
  readonly identifier?: readonly Identifier[];
  readonly extension?: readonly Extension[];
  readonly reportedBoolean?: boolean;
}

export function commonFact(record: SourceRecord, words: string, dated: DaySpan | undefined): Fact {
  const elements = record.resource as CommonElements;
  return {
    record,
    ref: `${record.resource.resourceType}/${record.resource.id}`,
    source: record.source,
    words,
    identifiers: identifierKeys(elements.identifier),
    dated,
    fromElsewhere: elements.reportedBoolean === true || prescribedElsewhere(elements.extension),
  };
}

/** Identifiers without a system say nothing outside their source, so they are left out. */
export function identifierKeys(identifiers: readonly Identifier[] | undefined): readonly string[] {
  if (!Array.isArray(identifiers)) return [];
  const keys: string[] = [];
  for (const identifier of identifiers as readonly Identifier[]) {
    if (identifier.system && identifier.value) keys.push(`${identifier.system}|${identifier.value}`);
  }
  return keys;
}

function prescribedElsewhere(extensions: readonly Extension[] | undefined): boolean {
  const agency = findExtension(extensions, PRESCRIBING_AGENCY)?.valueCodeableConcept;
  return hasCode(agency, 'prescribed-by-another-organisation');
}

/** First extension whose URL ends with the name (GP Connect's URLs differ by publisher and release). */
export function findExtension(extensions: readonly Extension[] | undefined, urlEnd: string): Extension | undefined {
  if (!Array.isArray(extensions)) return undefined;
  return (extensions as readonly Extension[]).find((extension) => extension.url.endsWith(urlEnd));
}

export function hasCode(concept: CodeableConcept | undefined, code: string): boolean {
  return concept?.coding?.some((coding) => coding.code === code) === true;
}

/** First code of a CodeableConcept such as clinicalStatus. */
export function firstCode(concept: CodeableConcept | undefined): string | undefined {
  return concept?.coding?.find((coding) => coding.code)?.code;
}
