/** The network's own code for a failure (`ENOTFOUND`), for the operator; other words of a cause may hold parts of the request. */
import type { SourceError } from '../../ports/source-connector.ts';

const CODE = /^[A-Z][A-Z0-9_]{2,60}$/;

/** @returns undefined where the cause is no bare code. */
export function causeCode({ cause }: SourceError): string | undefined {
  return cause instanceof Error && CODE.test(cause.message) ? cause.message : undefined;
}
