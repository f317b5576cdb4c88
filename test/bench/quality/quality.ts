/** `npm run bench -- quality [--seed N] [--people N] [--examples N] [--show] [--json]`: how well records are brought together. */
import type { BenchRow } from '../row.ts';
import { exactBaseline, similarBaseline } from './baselines.ts';
import { engineAnswer } from './engine-answer.ts';
import { inventPeople } from './invent-person.ts';
import { groupTable, issueTable, mistakes, type MethodScores } from './report.ts';
import { CODED, KINDS, PARTS, score, sliceKey, type Scores } from './score.ts';
import { figures, ratio } from './score-groups.ts';
import { RELATION_CODES } from './score-issues.ts';

const SEED = 20261;
const PEOPLE = 300;

export function benchQuality(): readonly BenchRow[] {
  const words = process.argv;
  const people = inventPeople(numberAfter(words, '--seed', SEED), numberAfter(words, '--people', PEOPLE));
  const engine = score(people, engineAnswer);
  const methods: readonly MethodScores[] = [
    { name: 'engine', scores: engine },
    { name: 'exact', scores: score(people, exactBaseline) },
    { name: 'similar 0.6', scores: score(people, similarBaseline) },
  ];
  if (!words.includes('--json')) {
    const options = { show: words.includes('--show'), examples: numberAfter(words, '--examples', 12) };
    process.stdout.write(
      [groupTable(methods), '', issueTable(engine), mistakes(people, engine, options), ''].join('\n'),
    );
  }
  return [
    { what: 'people', value: people.length, unit: 'people' },
    { what: 'records', value: people.reduce((sum, person) => sum + person.records.length, 0), unit: 'records' },
    // The tables above hold them; programs get every row.
    ...(words.includes('--json') ? methods.flatMap(({ name, scores }) => groupRows(name, scores)) : []),
    ...issueRows(engine),
  ];
}

function numberAfter(words: readonly string[], option: string, usual: number): number {
  const at = words.indexOf(option);
  const value = Number(words[at + 1]);
  return at === -1 || !Number.isInteger(value) || value < 1 ? usual : value;
}

function groupRows(name: string, scores: Scores): readonly BenchRow[] {
  return PARTS.flatMap((part) =>
    KINDS.flatMap((kind) =>
      CODED.flatMap((coded) => {
        const tally = scores.groups.get(sliceKey(part, kind, coded));
        if (!tally || (coded !== 'all' && name !== 'engine')) return [];
        const of = figures(tally);
        return (['precision', 'recall', 'f1', 'bcubed', 'crossRecall', 'falsePairs'] as const).map((figure) => ({
          what: `${name}: ${part}, ${kind}, ${coded}: ${figure}`,
          value: of[figure],
          unit: figure === 'falsePairs' ? 'pairs' : '',
        }));
      }),
    ),
  );
}

function issueRows(scores: Scores): readonly BenchRow[] {
  return PARTS.flatMap((part) => {
    const { differences, relations, copies, linkedWrongly, lost } = scores.issues[part];
    const tallies = [...differences].filter(([code]) => !RELATION_CODES.has(code)).map(([, tally]) => tally);
    const sum = (of: (tally: (typeof tallies)[number]) => number) =>
      tallies.reduce((total, tally) => total + of(tally), 0);
    const rows: readonly (readonly [string, number])[] = [
      [
        'differences: recall',
        ratio(
          sum((tally) => tally.found),
          sum((tally) => tally.expected),
        ),
      ],
      [
        'differences: precision',
        ratio(
          sum((tally) => tally.toldRight),
          sum((tally) => tally.told),
        ),
      ],
      ['differences: hidden', sum((tally) => tally.hidden)],
      ['relations: recall', ratio(relations.found, relations.expected)],
      ['relations: told beyond the labels', relations.beyond],
      ['copies: recall', ratio(copies.found, copies.expected)],
      ['copies: told of records that are none', copies.wrong],
      ['records that must not be linked, but are', linkedWrongly.value],
      ['asserted records in no unified record', lost.value],
    ];
    return rows.map(([what, value]) => ({ what: `engine: ${part}: ${what}`, value, unit: '' }));
  }).concat([{ what: 'engine: input values lost', value: scores.lostValues.length, unit: '' }]);
}
