/** What is read alike from every resource: marks of another origin. */
import type { CodeableConcept, Extension } from 'fhir/r4.js';
import type { R4Resource } from '../fhir/types.ts';

/** GP Connect: who prescribed ("prescribed-by-another-organisation"). */
const PRESCRIBING_AGENCY = 'PrescribingAgency-1';

/** Elements any of the reconciled types may carry. All optional: sources leave out what they like. */
interface CommonElements {
  readonly extension?: readonly Extension[];
  readonly reportedBoolean?: boolean;
}

export function isFromElsewhere(resource: R4Resource): boolean {
  const { reportedBoolean, extension } = resource as CommonElements;
  return reportedBoolean === true || (extension !== undefined && prescribedElsewhere(extension));
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
