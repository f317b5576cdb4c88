/** Sums up the reading of one kind of data for completeness (law L7). */
import type { ReadState, TypeOutcome } from '../../record/completeness.ts';
import { joinReasons, type Reason } from '../../record/reasons.ts';
import type { SourceError, SourceErrorCode } from '../../ports/source-connector.ts';

export interface ReadingSummary {
  readonly type: string;
  /** Items kept. */
  readonly received: number;
  /** True where the source answered at all. */
  readonly answered: boolean;
  readonly shortfall: SourceError | undefined;
  readonly remarks: readonly Reason[];
}

export function typeOutcome({ type, received, answered, shortfall, remarks }: ReadingSummary): TypeOutcome {
  return {
    type,
    state: stateOf(received, answered, shortfall, remarks.length > 0),
    received,
    reason: joinReasons(shortfall === undefined ? remarks : [shortfall.detail, ...remarks]),
  };
}

const REFUSALS: ReadonlySet<SourceErrorCode> = new Set(['refused', 'forbidden', 'not-found']);

function stateOf(
  received: number,
  answered: boolean,
  shortfall: SourceError | undefined,
  remarked: boolean,
): ReadState {
  if (!answered) return shortfall !== undefined && REFUSALS.has(shortfall.code) ? 'refused' : 'failed';
  if (shortfall !== undefined || remarked) return 'partial';
  return received === 0 ? 'nothing-there' : 'done';
}
