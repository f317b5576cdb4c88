/**
 * Two strengths listed at the same time by one source are two lines (5 mg and 1 mg tablets of warfarin); one strength
 * here and another there, neither source listing both, is one therapy whose strength differs.
 */
import type { TherapyUnit } from '../collapse/therapy-unit.ts';
import { compareText } from '../facts/fact.ts';

export interface StrengthSplit {
  /** '' where the class is one therapy whatever its strengths. */
  readonly strength: string;
  readonly units: readonly TherapyUnit[];
  /** True for a unit without strength beside several strengths. */
  readonly undecided: boolean;
}

export function splitByStrength(units: readonly TherapyUnit[]): readonly StrengthSplit[] {
  const bySource = new Map<string, TherapyUnit[]>();
  for (const unit of units) {
    const members = bySource.get(unit.source);
    if (members) members.push(unit);
    else bySource.set(unit.source, [unit]);
  }
  const concurrent = new Set(
    [...bySource].filter(([, members]) => listsSeveralAtOnce(members)).map(([source]) => source),
  );
  if (concurrent.size === 0) return [{ strength: '', units, undecided: false }];

  const byStrength = new Map<string, TherapyUnit[]>();
  const unsaid: TherapyUnit[] = [];
  for (const [source, members] of bySource) {
    // A source that went from one strength to another is one line: it stands under the strength it has now.
    const now = concurrent.has(source) ? undefined : currentStrength(members);
    for (const unit of members) {
      const strength = now ?? unit.strength;
      if (strength === '') unsaid.push(unit);
      else push(byStrength, strength, unit);
    }
  }
  return [
    ...[...byStrength]
      .sort(([a], [b]) => compareText(a, b))
      .map(([strength, members]) => ({ strength, units: members, undecided: false })),
    ...unsaid.map((unit) => ({ strength: '', units: [unit], undecided: true })),
  ];
}

/** Several strengths at once: two of them active, or two that are over and whose times overlap or are not known. */
function listsSeveralAtOnce(units: readonly TherapyUnit[]): boolean {
  const strengths = new Map<string, TherapyUnit[]>();
  for (const unit of units) if (unit.strength !== '') push(strengths, unit.strength, unit);
  if (strengths.size < 2) return false;
  const active = [...strengths.values()].filter((members) => members.some((unit) => unit.active));
  if (active.length > 1) return true;
  if (active[0] && active.length === 1 && units.every((unit) => unit.active || isOver(unit))) {
    return startedBeside(active[0], units);
  }
  return timesMayOverlap([...strengths.values()]);
}

/** Another strength that began, and ended, while this one went on: nothing was stopped for it. */
function startedBeside(lasting: readonly TherapyUnit[], units: readonly TherapyUnit[]): boolean {
  let since = Infinity;
  for (const unit of lasting) if (unit.active) since = Math.min(since, unit.start?.last ?? Infinity);
  const strength = lasting[0]?.strength;
  return units.some((unit) => unit.strength !== '' && unit.strength !== strength && (unit.start?.first ?? 0) > since);
}

function isOver(unit: TherapyUnit): boolean {
  return unit.heads.some((fact) => fact.status === 'stopped' || fact.status === 'completed');
}

/** Sweeps over the units by start day: linear after sorting, however many there are. */
function timesMayOverlap(groups: readonly (readonly TherapyUnit[])[]): boolean {
  const spans = groups.flatMap((members, group) =>
    members.map((unit) => ({ group, first: unit.start?.first, last: unit.end?.last ?? unit.start?.last })),
  );
  if (spans.some((span) => span.first === undefined)) return true;
  spans.sort((a, b) => (a.first ?? 0) - (b.first ?? 0));
  const latestEnd = new Map<number, number>();
  for (const span of spans) {
    for (const [group, end] of latestEnd) if (group !== span.group && end >= (span.first ?? 0)) return true;
    latestEnd.set(span.group, Math.max(latestEnd.get(span.group) ?? 0, span.last ?? span.first ?? 0));
  }
  return false;
}

/** The strength of the active unit, otherwise of the one that started last. */
function currentStrength(units: readonly TherapyUnit[]): string {
  const known = units.filter((unit) => unit.strength !== '');
  const active = known.find((unit) => unit.active);
  if (active) return active.strength;
  let last: TherapyUnit | undefined;
  for (const unit of known) {
    if (!last || (unit.start?.first ?? 0) > (last.start?.first ?? 0)) last = unit;
  }
  return last?.strength ?? '';
}

function push(map: Map<string, TherapyUnit[]>, key: string, unit: TherapyUnit): void {
  const members = map.get(key);
  if (members) members.push(unit);
  else map.set(key, [unit]);
}
