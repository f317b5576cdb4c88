/** How the sources stand to each other about one thing, in Twinlist's four words. Copies do not count (law L5). */
import type { Difference } from '../compare/difference.ts';
import type { Fact } from '../facts/fact.ts';
import type { Quotation } from '../origin/quotations.ts';

export type MatchLevel = 'same' | 'same-but-differs' | 'related' | 'only-here';

export function matchLevel(
  facts: readonly Fact[],
  differences: readonly Difference[],
  isRelated: boolean,
  quotations: ReadonlyMap<string, Quotation>,
): MatchLevel {
  const origins = new Set<string>();
  for (const fact of facts) if (!quotations.has(fact.ref)) origins.add(fact.source);
  // A record whose own code and text disagree stands against itself, not against another.
  const againstAnother = differences.some((difference) => difference.code !== 'code-text-disagree');
  if (againstAnother || (origins.size > 1 && differences.length > 0)) return 'same-but-differs';
  if (origins.size > 1) return 'same';
  return isRelated ? 'related' : 'only-here';
}
