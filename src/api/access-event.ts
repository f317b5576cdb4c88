/** What is told of each access to a record, allowed or refused, to whoever keeps account of it (IHE BALP; issue of audit elsewhere). */
import type { AccessDecision } from '../access/decide.ts';
import type { AccessGrant } from '../access/access-grant.ts';

export interface AccessEvent {
  /** Undefined where no grant could be made of the token, or none came. */
  readonly grant: AccessGrant | undefined;
  /** `read`, `vread`, `search-type`, or `$` and the operation's name. */
  readonly interaction: string;
  readonly method: string;
  /** From the path; undefined where it is no type of FHIR R4. */
  readonly resourceType: string | undefined;
  readonly id: string | undefined;
  /** As in the URL and the form, names and values; may hold what the person would not want in a log. */
  readonly query: string;
  /** Undefined where it did not come to a decision. */
  readonly decision: AccessDecision | undefined;
  /** Types that were asked for; undefined = whatever there is, or it did not come to that. */
  readonly askedTypes: readonly string[] | undefined;
  /** Names of the sources that the answer was made from. */
  readonly sources: readonly string[];
  /** HTTP status of the answer. */
  readonly status: number;
  readonly requestId: string | undefined;
}

/** Called before the answer is sent: what cannot be accounted for is not given. */
export type OnAccess = (event: AccessEvent) => Promise<void>;
