/** Port: what people decided about their records. Kept, attributed, reversible; nothing is ever overwritten (law L12). */
import type { Decision } from '../record/decide/decision.ts';

export interface PersonDecision extends Decision {
  /** When it was taken back, as an ISO instant; undefined while it holds. */
  readonly withdrawnAt: string | undefined;
  /** Who took it back: an id at the gateway. */
  readonly withdrawnBy: string | undefined;
}

/** Part of the durable store. */
export interface PersonDecisionStore {
  /** @throws GatewayError `conflict` for an id that this subject's decisions have already. */
  addDecision(subjectId: string, decision: Decision): Promise<void>;
  /** By time, withdrawn ones among them. */
  listDecisions(subjectId: string): Promise<readonly PersonDecision[]>;
  /** @returns false where there is no such decision that holds. */
  withdrawDecision(
    subjectId: string,
    decisionId: string,
    by: { readonly actorId: string; readonly at: string },
  ): Promise<boolean>;
}
