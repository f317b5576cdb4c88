/** A group as the person's decisions leave it. Its id comes from the decision, never from who else is in it (design 4). */
import { compareFacts, compareText, type Fact, type Join } from '../facts/fact.ts';
import type { Group } from '../match/group.ts';
import type { RuleId } from '../match/rules.ts';
import { compareDecisions, type Decision } from './decision.ts';
import type { KindOfThing } from './thing-kind.ts';

/** A decision as it bears on one group. */
export interface BearingDecision {
  readonly decision: Decision;
  readonly keys: readonly [string, string];
  /** Both items are in the record now. */
  readonly isSeen: boolean;
  /** The item named second is in this group. */
  readonly leaves: boolean;
}

/** What went into the group from one group of the machine's. */
export interface Part<F extends Fact> {
  readonly group: Group<F>;
  readonly index: number;
  readonly facts: F[];
}

/**
 * @param decisions in force that name a member of it (or an item that is not there now).
 * @param kept positions of the machine's groups whose body it is.
 */
export function rebuildGroup<F extends Fact>(
  parts: readonly Part<F>[],
  kind: KindOfThing<F>,
  decisions: readonly BearingDecision[],
  kept: ReadonlySet<number>,
): Group<F> {
  const facts = parts.flatMap((part) => part.facts).sort(compareFacts);
  const whole = parts.length === 1 && parts[0]?.facts.length === parts[0]?.group.facts.length;
  const seen = decisions.filter((item) => item.isSeen).map((item) => item.decision);
  const identity = identityOf(parts, kind, decisions, kept);
  const told = [...new Set(seen)].sort(compareDecisions);
  const own = told.length === 0 ? {} : { decisions: told };
  const [only] = parts;
  if (whole && only) return { ...only.group, identity, ...own };
  return {
    identity,
    facts,
    heads: headsOf(parts, kind),
    joins: joinsOf(parts, kept),
    changes: parts.flatMap((part) => (isWhole(part) ? part.group.changes : kind.changesOf(sorted(part)))),
    ...own,
  };
}

function isWhole<F extends Fact>(part: Part<F>): boolean {
  return part.facts.length === part.group.facts.length;
}

function sorted<F extends Fact>(part: Part<F>): readonly F[] {
  return [...part.facts].sort(compareFacts);
}

function identityOf<F extends Fact>(
  parts: readonly Part<F>[],
  kind: KindOfThing<F>,
  decisions: readonly BearingDecision[],
  kept: ReadonlySet<number>,
): string {
  const first = parts[0]?.facts[0];
  const ground = `${kind.name}|${first === undefined ? '' : kind.standingOf(first)}|person`;
  const byAge = [...decisions].sort((a, b) => compareDecisions(b.decision, a.decision));
  const joined = byAge.find(({ decision }) => decision.kind === 'same');
  if (joined) return `${ground}|same|${[...joined.keys].sort().join('|')}`;
  const machine = parts.find((part) => kept.has(part.index));
  if (machine) return machine.group.identity;
  const left = byAge.find(({ decision, leaves }) => decision.kind === 'not-same' && leaves);
  const refs = parts.flatMap((part) => part.facts.map((fact) => fact.ref)).sort(compareText);
  return `${ground}|apart|${left?.keys[1] ?? refs[0] ?? ''}`;
}

/** What each source says now in each part, side by side: what differs inside a joined group is still named. */
function headsOf<F extends Fact>(parts: readonly Part<F>[], kind: KindOfThing<F>): ReadonlyMap<string, readonly F[]> {
  const heads = new Map<string, F[]>();
  for (const part of parts) {
    for (const [source, facts] of isWhole(part) ? part.group.heads : kind.headsOf(sorted(part))) {
      heads.set(source, [...(heads.get(source) ?? []), ...facts].sort(compareFacts));
    }
  }
  return new Map([...heads].sort(([a], [b]) => compareText(a, b)));
}

function joinsOf<F extends Fact>(parts: readonly Part<F>[], kept: ReadonlySet<number>): ReadonlyMap<string, Join> {
  const joins = new Map<string, Join>();
  for (const part of parts) {
    const rule: RuleId | undefined =
      parts.length > 1 ? 'P-same' : kept.has(part.index) && part.facts.length > 1 ? undefined : 'P-not-same';
    for (const fact of part.facts) {
      const before = part.group.joins.get(fact.ref);
      if (before) joins.set(fact.ref, rule === undefined ? before : { rule, evidence: before.evidence });
    }
  }
  return joins;
}
