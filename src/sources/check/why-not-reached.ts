/** Words for the operator who checks a source: beside what people are told, the network's own code. */
import type { SourceError } from '../../ports/source-connector.ts';
import { causeCode } from '../http/cause-code.ts';

export function whyNotReached(error: SourceError): string {
  const code = causeCode(error);
  return code === undefined ? error.detail : `${error.detail} (${code})`;
}
