/** How complete an answer is, per source (law L7). */

/**
 * Outcome of reading one kind of data from one source. `unread`: not asked yet. `refused`: the source said no (403, scope).
 */
export type ReadState = 'done' | 'nothing-there' | 'partial' | 'refused' | 'failed' | 'unread';

export interface TypeOutcome {
  /** FHIR resource type, or the operation's name for sources that give all at once. */
  readonly type: string;
  readonly state: ReadState;
  readonly received: number;
  /** Safe words: what happened and what can be done; undefined when all went well. */
  readonly reason: string | undefined;
  /** ISO instant of the last pull that delivered this kind whole; kept with the account, never given out. */
  readonly wholeAt?: string;
}

/**
 * `complete`: all kinds read in this or a recent pull. `partial`: some kinds failed or were refused. `stale`: the last pull
 * failed, older data shown. `failed`: never read. `needs-sign-in`: the person must sign in again. `withheld`: not for this viewer.
 */
export type SourceState = 'complete' | 'partial' | 'stale' | 'failed' | 'needs-sign-in' | 'withheld';

export interface SourceCompleteness {
  readonly source: string;
  readonly title: string;
  readonly state: SourceState;
  /** ISO instant of the last pull that read anything; undefined when none did. */
  readonly lastSuccess: string | undefined;
  readonly reason: string | undefined;
  readonly types: readonly TypeOutcome[];
  /** Items this source gave before and no longer returns. Never called deleted (law L6). */
  readonly noLongerReturned: number;
}
