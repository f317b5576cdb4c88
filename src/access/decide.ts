/** Whether a grant allows a request, and how far (design 2 and 4, law L10): a value with its reason, no side effects. */
import type { AccessGrant } from './access-grant.ts';
import { mayReadAll, mayReadSome, readRights, typesOf, type ReadRights } from './read-rights.ts';
import { COMPANION_TYPES, type Interaction, type ReadableTypes } from './readable-types.ts';

export interface AccessRequest {
  readonly interaction: Interaction;
  /** Whose record is asked for; undefined where the request leaves it to the token. */
  readonly patientId: string | undefined;
  /** Types asked for; undefined = whatever there is. */
  readonly types: readonly string[] | undefined;
}

export type Refusal = 'over' | 'other-patient' | 'scope';

export interface AccessDecision {
  readonly outcome: 'allowed' | 'narrowed' | 'refused';
  /** What this viewer may have in this interaction, asked for or not. Nothing where refused. */
  readonly rights: ReadRights;
  /** Types of which it gives some or all. */
  readonly types: ReadableTypes;
  /** Types that were asked for and are not given, sorted. Says nothing about whether any exist. */
  readonly withheld: readonly string[];
  /** Why it is refused; undefined where it is not. */
  readonly refusal: Refusal | undefined;
  /** Plain words for the viewer; names scopes and types, nothing from the record. */
  readonly reason: string;
}

/**
 * The refusal is the same whether or not the other patient, or any record of the type, exists.
 * @param nowMs milliseconds since the epoch.
 */
export function decide(grant: AccessGrant, request: AccessRequest, nowMs: number): AccessDecision {
  if (isOver(grant, nowMs)) return refused('over', [], 'What allowed this access has ended.');
  if (request.patientId !== undefined && request.patientId !== grant.subjectId) {
    return refused('other-patient', [], 'The access token is for another patient.');
  }
  const rights = readRights(grant, request.interaction);
  const types = typesOf(rights);
  const asked = request.types ?? [];
  if (types !== '*' && types.length === 0) return refused('scope', asked, 'No scope of the access token allows this.');
  const withheld = asked.filter((type) => !COMPANION_TYPES.has(type) && !mayReadSome(rights, type)).sort();
  const notAllowed = `The access token does not allow: ${withheld.join(', ')}.`;
  if (withheld.length > 0 && withheld.length === asked.length) return refused('scope', withheld, notAllowed);
  const limits = [
    ...(withheld.length > 0 ? [notAllowed] : []),
    ...(request.types === undefined && types !== '*'
      ? [`The access token allows these types only: ${types.join(', ')}.`]
      : []),
    ...partlyWords(rights, request.types),
  ];
  const given = { rights, types, withheld, refusal: undefined };
  if (limits.length > 0) return { ...given, outcome: 'narrowed', reason: limits.join(' ') };
  return { ...given, outcome: 'allowed', reason: 'The scopes of the access token allow this.' };
}

/** An end that cannot be read has come. */
export function isOver({ until }: Pick<AccessGrant, 'until'>, nowMs: number): boolean {
  return until !== undefined && !(nowMs < Date.parse(until));
}

function partlyWords(rights: ReadRights, asked: readonly string[] | undefined): readonly string[] {
  const types = new Set(rights.some.map(({ type }) => type));
  if (types.size === 0) return [];
  const partly =
    asked === undefined || types.has('*')
      ? [...types].map((type) => (type === '*' ? 'every other type' : type))
      : asked.filter((type) => types.has(type) && !mayReadAll(rights, type));
  return partly.length === 0
    ? []
    : [`The access token allows only those records that its scopes describe of: ${partly.sort().join(', ')}.`];
}

function refused(refusal: Refusal, withheld: readonly string[], reason: string): AccessDecision {
  return { outcome: 'refused', rights: { whole: [], some: [] }, types: [], withheld, refusal, reason };
}
