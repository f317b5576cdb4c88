/** Asks a source for its CapabilityStatement (FHIR R4, "capabilities") and says whether it can be reached. */
import { SourceError } from '../../ports/source-connector.ts';
import type { CheckFinding } from '../../ports/source-connector.ts';
import type { JsonObject } from '../../record/fhir/types.ts';
import type { HttpAnswer } from '../http/http-answer.ts';
import { isObject, resourceTypeOf } from '../read/outline.ts';
import { whatCame } from '../read/what-came.ts';
import type { SourceParts } from '../source-parts.ts';
import { whyNotReached } from './why-not-reached.ts';

export interface Metadata {
  readonly headers: Headers | undefined;
  /** CapabilityStatement, or Conformance of DSTU2. */
  readonly statement: JsonObject | undefined;
  readonly findings: readonly CheckFinding[];
}

export async function fetchMetadata({ config, sendFhir }: SourceParts): Promise<Metadata> {
  let answer: HttpAnswer;
  try {
    answer = await sendFhir({ url: `${config.baseUrl.replace(/\/$/, '')}/metadata`, accessToken: undefined });
  } catch (error) {
    if (!(error instanceof SourceError)) throw error;
    return {
      headers: undefined,
      statement: undefined,
      findings: [{ subject: 'reachability', level: 'wrong', text: whyNotReached(error) }],
    };
  }
  const reached: CheckFinding = {
    subject: 'reachability',
    level: 'works',
    text: `The source answers at ${config.baseUrl}.`,
  };
  const type = resourceTypeOf(answer.outline);
  if (answer.status === 200 && isObject(answer.outline) && (type === 'CapabilityStatement' || type === 'Conformance')) {
    return { headers: answer.headers, statement: answer.outline, findings: [reached] };
  }
  return { headers: answer.headers, statement: undefined, findings: [reached, noStatement(answer)] };
}

function noStatement(answer: HttpAnswer): CheckFinding {
  const why =
    answer.status === 401 || answer.status === 403
      ? 'It gives its CapabilityStatement only after a sign-in.'
      : answer.status === 200
        ? whatCame(answer, 'a CapabilityStatement')
        : `It gives no CapabilityStatement (status ${answer.status}).`;
  return { subject: 'capabilities', level: 'missing', text: `${why} What it offers is not known.` };
}
