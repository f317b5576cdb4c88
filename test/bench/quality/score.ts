/** All figures of one method over all people. */
import type { Method } from './answer.ts';
import type { Kind, LabelledPerson, LabelledRecord, Part } from './labels.ts';
import { emptyTally, scoreGroups, type GroupSlice, type GroupTally, type Pair } from './score-groups.ts';
import { emptyIssueScores, scoreIssues, type IssueScores, type PersonIssues } from './score-issues.ts';

export const PARTS: readonly Part[] = ['seen', 'held-out'];
export const KINDS: readonly Kind[] = ['medicine', 'condition', 'allergy'];
export const CODED = ['all', 'coded', 'text-only'] as const;
export type Coded = (typeof CODED)[number];

export interface Scores {
  /** Key `<part> <kind> <coded>`. */
  readonly groups: ReadonlyMap<string, GroupTally>;
  readonly issues: Readonly<Record<Part, IssueScores>>;
  readonly falsePairs: Readonly<Record<Part, Pair[]>>;
  readonly missedPairs: Readonly<Record<Part, Pair[]>>;
  readonly details: readonly { readonly person: LabelledPerson; readonly part: Part; readonly issues: PersonIssues }[];
  readonly lostValues: readonly string[];
}

export function score(people: readonly LabelledPerson[], method: Method): Scores {
  const groups = new Map<string, GroupTally>();
  const issues = { seen: emptyIssueScores(), 'held-out': emptyIssueScores() };
  const falsePairs: Record<Part, Pair[]> = { seen: [], 'held-out': [] };
  const missedPairs: Record<Part, Pair[]> = { seen: [], 'held-out': [] };
  const details: { person: LabelledPerson; part: Part; issues: PersonIssues }[] = [];
  const lostValues: string[] = [];
  for (const person of people) {
    const answer = method(person);
    lostValues.push(...answer.lostValues.map((value) => `${person.id} ${value}`));
    const partOfEntity = new Map(person.entities.map((entity) => [entity.id, entity.part]));
    for (const part of PARTS) {
      for (const kind of KINDS) {
        for (const coded of CODED) {
          const key = sliceKey(part, kind, coded);
          const tally = groups.get(key) ?? emptyTally();
          groups.set(key, tally);
          const all = coded === 'all';
          scoreGroups(
            person,
            answer,
            sliceOf(partOfEntity, part, kind, coded),
            tally,
            all ? (pair) => falsePairs[part].push(pair) : undefined,
            all ? (pair) => missedPairs[part].push(pair) : undefined,
          );
        }
      }
      details.push({ person, part, issues: scoreIssues(person, answer, part, issues[part]) });
    }
  }
  return { groups, issues, falsePairs, missedPairs, details, lostValues };
}

export function sliceKey(part: Part, kind: Kind, coded: Coded): string {
  return `${part} ${kind} ${coded}`;
}

/** A pair is `seen` only if both are; it is text only if either record is, for then there is nothing but words. */
function sliceOf(partOfEntity: ReadonlyMap<string, Part>, part: Part, kind: Kind, coded: Coded): GroupSlice {
  const inPart = (record: LabelledRecord) => partOfEntity.get(record.entity) === part;
  const record = (one: LabelledRecord) =>
    one.kind === kind && inPart(one) && (coded === 'all' || one.coded === (coded === 'coded'));
  return {
    record,
    pair: (a, b) => {
      if (a.kind !== kind) return false;
      if (coded !== 'all' && (a.coded && b.coded) !== (coded === 'coded')) return false;
      return part === 'seen' ? inPart(a) && inPart(b) : inPart(a) || inPart(b);
    },
  };
}
