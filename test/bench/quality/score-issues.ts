/** Discrepancies, relations and copies against labels. */
import type { Answer, ToldIssue } from './answer.ts';
import type { ExpectedDifference, ExpectedRelation, LabelledPerson, LabelledRecord, Part } from './labels.ts';

export interface IssueTally {
  expected: number;
  found: number;
  /** Not told although the records stand in one unified record: the dangerous kind. */
  hidden: number;
  /** Not told because the records were left apart. */
  apart: number;
  told: number;
  toldRight: number;
}

export interface PersonIssues {
  readonly missed: readonly { readonly expected: ExpectedDifference; readonly hidden: boolean }[];
  readonly wrong: readonly { readonly issue: ToldIssue; readonly entities: readonly string[] }[];
  readonly missedRelations: readonly ExpectedRelation[];
  readonly beyond: readonly { readonly issue: ToldIssue; readonly entities: readonly string[] }[];
}

export const RELATION_CODES: ReadonlySet<string> = new Set(['possible-duplicate', 'laterality-differs']);

export function emptyIssueTally(): IssueTally {
  return { expected: 0, found: 0, hidden: 0, apart: 0, told: 0, toldRight: 0 };
}

export interface IssueScores {
  /** By code. */
  readonly differences: Map<string, IssueTally>;
  /** `beyond`: told of things that no label relates; some are right, many would be noise. */
  readonly relations: { expected: number; found: number; beyond: number };
  /** `wrong`: told as a copy, but is none. */
  readonly copies: { expected: number; found: number; wrong: number };
  /** Entered in error or another person's, but in a unified record. */
  readonly linkedWrongly: { value: number };
  /** Asserted records in no unified record. */
  readonly lost: { value: number };
}

export function emptyIssueScores(): IssueScores {
  return {
    differences: new Map(),
    relations: { expected: 0, found: 0, beyond: 0 },
    copies: { expected: 0, found: 0, wrong: 0 },
    linkedWrongly: { value: 0 },
    lost: { value: 0 },
  };
}

export function scoreIssues(person: LabelledPerson, answer: Answer, part: Part, scores: IssueScores): PersonIssues {
  const byKey = new Map(person.records.map((record) => [record.key, record]));
  const partOfEntity = new Map(person.entities.map((entity) => [entity.id, entity.part]));
  const told = answer.issues.map((issue) => ({
    issue,
    entities: [...new Set(issue.records.flatMap((key) => byKey.get(key)?.entity ?? []))],
  }));
  const tallyOf = (code: string): IssueTally => {
    const tally = scores.differences.get(code) ?? emptyIssueTally();
    scores.differences.set(code, tally);
    return tally;
  };
  const missed: { expected: ExpectedDifference; hidden: boolean }[] = [];
  for (const expected of person.differences) {
    if (partOfEntity.get(expected.entity) !== part) continue;
    const tally = tallyOf(expected.code);
    tally.expected += 1;
    if (told.some(({ issue, entities }) => issue.code === expected.code && entities.includes(expected.entity)))
      tally.found += 1;
    else {
      const hidden = inOneGroup(person.records, expected.entity, answer);
      if (hidden) tally.hidden += 1;
      else tally.apart += 1;
      missed.push({ expected, hidden });
    }
  }
  const wrong: { issue: ToldIssue; entities: readonly string[] }[] = [];
  const covers = (list: readonly ExpectedDifference[], code: string, entities: readonly string[]) =>
    list.some((label) => label.code === code && entities.includes(label.entity));
  const beyond: { issue: ToldIssue; entities: readonly string[] }[] = [];
  for (const item of told) {
    const { issue, entities } = item;
    if ((entities.some((entity) => partOfEntity.get(entity) === 'held-out') ? 'held-out' : 'seen') !== part) continue;
    if (RELATION_CODES.has(issue.code)) {
      if (!person.relations.some((relation) => relation.entities.every((entity) => entities.includes(entity)))) {
        scores.relations.beyond += 1;
        beyond.push(item);
      }
      continue;
    }
    const right = covers(person.differences, issue.code, entities);
    if (!right && covers(person.neutral, issue.code, entities)) continue;
    const tally = tallyOf(issue.code);
    tally.told += 1;
    if (right) tally.toldRight += 1;
    else wrong.push(item);
  }
  return { missed, wrong, beyond, missedRelations: scoreRelations(person, told, partOfEntity, part, scores, answer) };
}

/** Every record of the entity in one group: whatever differs among them is then not shown. */
function inOneGroup(records: readonly LabelledRecord[], entity: string, answer: Answer): boolean {
  const groups = new Set(
    records
      .filter((record) => record.entity === entity && record.standing === 'asserted')
      .map((record) => answer.groups.get(record.key)),
  );
  return groups.size === 1 && !groups.has(undefined);
}

function scoreRelations(
  person: LabelledPerson,
  told: readonly { issue: ToldIssue; entities: readonly string[] }[],
  partOfEntity: ReadonlyMap<string, Part>,
  part: Part,
  scores: IssueScores,
  answer: Answer,
): readonly ExpectedRelation[] {
  const missed: ExpectedRelation[] = [];
  for (const relation of person.relations) {
    const [a, b] = relation.entities;
    if ((partOfEntity.get(a) === 'held-out' || partOfEntity.get(b) === 'held-out' ? 'held-out' : 'seen') !== part)
      continue;
    scores.relations.expected += 1;
    if (told.some(({ entities }) => entities.includes(a) && entities.includes(b))) scores.relations.found += 1;
    else missed.push(relation);
  }
  for (const record of person.records) {
    if (partOfEntity.get(record.entity) !== part) continue;
    const linked = answer.groups.has(record.key);
    if (record.standing === 'unlinked') {
      if (linked) scores.linkedWrongly.value += 1;
      continue;
    }
    if (!linked) scores.lost.value += 1;
    if (record.copy === 'yes') {
      scores.copies.expected += 1;
      if (answer.copies.has(record.key)) scores.copies.found += 1;
    } else if (record.copy === 'no' && answer.copies.has(record.key)) scores.copies.wrong += 1;
  }
  return missed;
}
