/**
 * Decides whether a kind of data is read whole or only what changed since (FHIR R4, "Search": `_lastUpdated`; RFC 9110: ETag).
 * An increment cannot see that something was withdrawn, so everything is read anew at intervals.
 */
import type { ReceivedResource } from '../../record/source-input.ts';
import type { ReadOutcome } from '../../ports/linked-account.ts';
import type { SourceConfig } from '../../ports/source-config.ts';
import { resourceTypeOf } from './outline.ts';
import type { ReadingBasis, Since } from './reading-basis.ts';

/** Changes are asked for from this long before the last reading: clocks differ, and a write may show late. */
export const OVERLAP_MS = 5 * 60_000;

const DAY_MS = 24 * 3_600_000;

export interface IncrementQuestion {
  readonly config: Pick<SourceConfig, 'increments' | 'fullPullEveryMs'>;
  readonly earlier: readonly ReadOutcome[];
  readonly nowMs: number;
}

/** Where an earlier reading left an instant to build on, the source offers changes: nothing more is asked about it. */
export function sinceOf(type: string, question: IncrementQuestion): Since {
  const { config, earlier, nowMs } = question;
  const before = earlier.find((outcome) => outcome.type === type);
  if (config.increments === 'none' || before?.wholeAt === undefined) return {};
  const sinceWholeMs = nowMs - Date.parse(before.wholeAt);
  if (!(sinceWholeMs >= 0 && sinceWholeMs < (config.fullPullEveryMs ?? DAY_MS))) return {};
  if (config.increments === 'etag') return before.etag === undefined ? {} : { etag: before.etag };
  if (before.asOf === undefined) return {};
  return { changedSince: new Date(Date.parse(before.asOf) - OVERLAP_MS).toISOString() };
}

export interface BasisQuestion {
  readonly type: string;
  readonly resources: readonly Pick<ReceivedResource, 'json'>[];
  readonly isIncrement: boolean;
  readonly basis: ReadingBasis | undefined;
}

/**
 * What the next reading may build on.
 * @param isWhole nothing was missing or left out.
 * @param hasFollowUps resources were read one by one beside the search.
 */
export function basisAfter(
  { type, resources, isIncrement, basis }: BasisQuestion,
  isWhole: boolean,
  hasFollowUps: boolean,
): Pick<ReadOutcome, 'increment' | 'asOf' | 'etag'> {
  const increment = isIncrement ? { increment: true } : {};
  if (!isWhole || basis === undefined) return increment;
  // A Medication may change while the order that names it does not: such kinds are read whole each time.
  const standsAlone = resources.every(({ json }) => resourceTypeOf(json) === type);
  return {
    ...increment,
    ...(standsAlone && basis.asOfMs !== undefined ? { asOf: new Date(basis.asOfMs).toISOString() } : {}),
    ...(basis.etag === undefined || hasFollowUps ? {} : { etag: basis.etag }),
  };
}
