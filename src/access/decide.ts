/** Whether a grant allows a request, and how far (design 2 and 4, law L10): a value with its reason, no side effects. */
import type { AccessGrant } from './access-grant.ts';
import { COMPANION_TYPES, isReadable, readableTypes, type Interaction, type ReadableTypes } from './readable-types.ts';

export interface AccessRequest {
  readonly interaction: Interaction;
  /** Whose record is asked for; undefined where the request leaves it to the token. */
  readonly patientId: string | undefined;
  /** Types asked for; undefined = whatever there is. */
  readonly types: readonly string[] | undefined;
}

export interface AccessDecision {
  readonly outcome: 'allowed' | 'narrowed' | 'refused';
  /** All types this viewer may read in this interaction, asked for or not. Empty where refused. */
  readonly types: ReadableTypes;
  /** Types that were asked for and are not given, sorted. Says nothing about whether any exist. */
  readonly withheld: readonly string[];
  /** Why it is refused; undefined where it is not. */
  readonly refusal: 'other-patient' | 'scope' | undefined;
  /** Plain words for the viewer; names scopes and types, nothing from the record. */
  readonly reason: string;
}

/** The refusal is the same whether or not the other patient, or any record of the type, exists. */
export function decide(grant: AccessGrant, request: AccessRequest): AccessDecision {
  if (request.patientId !== undefined && request.patientId !== grant.subjectId) {
    return refused('other-patient', [], 'The access token is for another patient.');
  }
  const types = readableTypes(grant, request.interaction);
  const asked = request.types ?? [];
  if (types !== '*' && types.length === 0) return refused('scope', asked, 'No scope of the access token allows this.');
  const withheld = asked.filter((type) => !COMPANION_TYPES.has(type) && !isReadable(types, type)).sort();
  const notAllowed = `The access token does not allow: ${withheld.join(', ')}.`;
  if (withheld.length > 0 && withheld.length === asked.length) return refused('scope', withheld, notAllowed);
  const given = { types, withheld, refusal: undefined };
  if (withheld.length > 0) return { ...given, outcome: 'narrowed', reason: notAllowed };
  if (request.types === undefined && types !== '*') {
    return { ...given, outcome: 'narrowed', reason: `The access token allows these types only: ${types.join(', ')}.` };
  }
  return { ...given, outcome: 'allowed', reason: 'The scopes of the access token allow this.' };
}

function refused(refusal: 'other-patient' | 'scope', withheld: readonly string[], reason: string): AccessDecision {
  return { outcome: 'refused', types: [], withheld, refusal, reason };
}
