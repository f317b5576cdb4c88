/** Pairs and B-cubed of groups against labels. A pair that matching leaves open counts neither way. */
import type { Answer } from './answer.ts';
import type { LabelledPerson, LabelledRecord } from './labels.ts';

export interface Pair {
  readonly person: string;
  readonly a: LabelledRecord;
  readonly b: LabelledRecord;
}

export interface GroupTally {
  truePairs: number;
  falsePairs: number;
  missedPairs: number;
  /** Of the pairs that are one thing: those between two sources, and how many of them were joined. */
  crossPairs: number;
  crossFound: number;
  records: number;
  bcubedPrecision: number;
  bcubedRecall: number;
}

export function emptyTally(): GroupTally {
  return {
    truePairs: 0,
    falsePairs: 0,
    missedPairs: 0,
    crossPairs: 0,
    crossFound: 0,
    records: 0,
    bcubedPrecision: 0,
    bcubedRecall: 0,
  };
}

export interface GroupSlice {
  readonly record: (record: LabelledRecord) => boolean;
  readonly pair: (a: LabelledRecord, b: LabelledRecord) => boolean;
}

export function scoreGroups(
  person: LabelledPerson,
  answer: Answer,
  slice: GroupSlice,
  tally: GroupTally,
  onFalse?: (pair: Pair) => void,
  onMissed?: (pair: Pair) => void,
): void {
  const records = person.records.filter((record) => record.standing === 'asserted');
  records.forEach((a, index) => {
    for (const b of records.slice(index + 1)) {
      if (a.kind !== b.kind || open(a, b) || !slice.pair(a, b)) continue;
      const joined = together(answer, a, b);
      if (a.entity === b.entity) {
        const cross = a.source !== b.source;
        if (cross) tally.crossPairs += 1;
        if (joined) {
          tally.truePairs += 1;
          if (cross) tally.crossFound += 1;
        } else {
          tally.missedPairs += 1;
          onMissed?.({ person: person.id, a, b });
        }
      } else if (joined) {
        tally.falsePairs += 1;
        onFalse?.({ person: person.id, a, b });
      }
    }
  });
  for (const record of records) {
    if (!slice.record(record)) continue;
    const others = records.filter((other) => other.kind === record.kind && !open(record, other));
    const group = others.filter((other) => other === record || together(answer, record, other));
    const entity = others.filter((other) => other.entity === record.entity);
    const right = group.filter((other) => other.entity === record.entity).length;
    tally.records += 1;
    tally.bcubedPrecision += right / group.length;
    tally.bcubedRecall += right / entity.length;
  }
}

function open(a: LabelledRecord, b: LabelledRecord): boolean {
  return a.mayJoin.includes(b.entity) || b.mayJoin.includes(a.entity);
}

export function together(answer: Answer, a: LabelledRecord, b: LabelledRecord): boolean {
  const group = answer.groups.get(a.key);
  return group !== undefined && group === answer.groups.get(b.key);
}

export function ratio(part: number, whole: number): number {
  return whole === 0 ? Number.NaN : part / whole;
}

export interface GroupFigures {
  readonly precision: number;
  readonly recall: number;
  readonly f1: number;
  readonly bcubed: number;
  readonly crossRecall: number;
  readonly falsePairs: number;
}

export function figures(tally: GroupTally): GroupFigures {
  const precision = ratio(tally.truePairs, tally.truePairs + tally.falsePairs);
  const recall = ratio(tally.truePairs, tally.truePairs + tally.missedPairs);
  const [p, r] = [ratio(tally.bcubedPrecision, tally.records), ratio(tally.bcubedRecall, tally.records)];
  return {
    precision,
    recall,
    f1: (2 * precision * recall) / (precision + recall),
    bcubed: (2 * p * r) / (p + r),
    crossRecall: ratio(tally.crossFound, tally.crossPairs),
    falsePairs: tally.falsePairs,
  };
}
