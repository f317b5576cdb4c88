/** Words for the operator who checks a source: beside what people are told, the network's own code (`ENOTFOUND`). */
import type { SourceError } from '../../ports/source-connector.ts';

const CODE = /^[A-Z][A-Z0-9_]{2,60}$/;

/** A cause is told only where it is a bare code: other words may hold parts of the request. */
export function whyNotReached({ detail, cause }: SourceError): string {
  return cause instanceof Error && CODE.test(cause.message) ? `${detail} (${cause.message})` : detail;
}
