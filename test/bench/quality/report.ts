/** The benchmark in words: tables of every method, then what went wrong. Words of the scored part only where asked. */
import type { LabelledPerson, Part } from './labels.ts';
import { CODED, KINDS, PARTS, sliceKey, type Scores } from './score.ts';
import { figures, type Pair } from './score-groups.ts';

export interface MethodScores {
  readonly name: string;
  readonly scores: Scores;
}

export interface ReportOptions {
  /** Print the words of the scored part too. */
  readonly show: boolean;
  /** How many examples of each kind of mistake. */
  readonly examples: number;
}

export function groupTable(methods: readonly MethodScores[]): string {
  const head = row([
    'part',
    'kind',
    'coded',
    'method',
    'precision',
    'recall',
    'F1',
    'B-cubed F1',
    'cross recall',
    'false pairs',
  ]);
  const lines = PARTS.flatMap((part) =>
    KINDS.flatMap((kind) =>
      CODED.flatMap((coded) =>
        methods.map(({ name, scores }) => {
          const tally = scores.groups.get(sliceKey(part, kind, coded));
          if (!tally) return '';
          const of = figures(tally);
          return row([
            part,
            kind,
            coded,
            name,
            ...[of.precision, of.recall, of.f1, of.bcubed, of.crossRecall].map(digits),
            String(of.falsePairs),
          ]);
        }),
      ),
    ),
  );
  return [head, ...lines].join('\n');
}

export function issueTable(scores: Scores): string {
  const head = row(['part', 'difference', 'expected', 'found', 'recall', 'hidden', 'left apart', 'told', 'precision']);
  const lines = PARTS.flatMap((part) =>
    [...scores.issues[part].differences]
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([code, tally]) =>
        row([
          part,
          code,
          String(tally.expected),
          String(tally.found),
          digits(tally.found / tally.expected),
          String(tally.hidden),
          String(tally.apart),
          String(tally.told),
          digits(tally.toldRight / tally.told),
        ]),
      ),
  );
  return [head, ...lines].join('\n');
}

export function mistakes(people: readonly LabelledPerson[], scores: Scores, options: ReportOptions): string {
  const parts: readonly Part[] = options.show ? PARTS : ['seen'];
  const entity = new Map(people.flatMap((person) => person.entities.map((one) => [one.id, one] as const)));
  const words = wordsOf(people);
  const section = (title: string, lines: readonly string[]) => [`\n${title}`, ...grouped(lines, options.examples)];
  const pairLine = ({ a, b }: Pair) =>
    [a, b]
      .map((one) => `${one.source} "${one.words}" [${entity.get(one.entity)?.trap ?? ''}]`)
      .sort()
      .join('  +  ');
  const pick = <T>(of: Readonly<Record<Part, readonly T[]>>) => parts.flatMap((part) => of[part]);
  const details = scores.details.filter((detail) => parts.includes(detail.part));
  return [
    ...section(
      'False merges',
      pick(scores.falsePairs).map((pair) => `${pair.a.kind}: ${pairLine(pair)}`),
    ),
    ...section(
      'Missed pairs',
      pick(scores.missedPairs).map((pair) => `${pair.a.kind}: ${pairLine(pair)}`),
    ),
    ...section(
      'Missed differences',
      details.flatMap(({ issues }) =>
        issues.missed.map(
          ({ expected, hidden }) => `${expected.code} ${hidden ? 'hidden' : 'apart'}: ${words(expected.entity)}`,
        ),
      ),
    ),
    ...section(
      'Wrong differences',
      details.flatMap(({ issues }) =>
        issues.wrong.map(
          ({ issue, entities }) => `${issue.code} <${issue.values.join(' | ')}> ${entities.map(words).join(' ## ')}`,
        ),
      ),
    ),
    ...section(
      'Missed relations',
      details.flatMap(({ issues }) =>
        issues.missedRelations.map(({ entities, why }) => `${why}: ${entities.map(words).join(' ## ')}`),
      ),
    ),
    ...section(
      'Relations told beyond the labels',
      details.flatMap(({ issues }) =>
        issues.beyond.map(
          ({ issue, entities }) => `${issue.code} ${issue.reason ?? ''}: ${entities.map(words).join(' ## ')}`,
        ),
      ),
    ),
    ...section('Lost values', scores.lostValues),
  ].join('\n');
}

function wordsOf(people: readonly LabelledPerson[]): (entity: string) => string {
  const all = new Map<string, Set<string>>();
  for (const person of people) {
    for (const record of person.records) {
      const list = all.get(record.entity) ?? new Set<string>();
      all.set(record.entity, list.add(`${record.source}: ${record.words}`));
    }
  }
  return (entity) => `${entity} ${[...(all.get(entity) ?? [])].join(' / ')}`;
}

/** Equal lines once, with their count, most frequent first. */
function grouped(lines: readonly string[], most: number): readonly string[] {
  const counts = new Map<string, number>();
  for (const line of lines) counts.set(line, (counts.get(line) ?? 0) + 1);
  const sorted = [...counts].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1));
  return [
    `  ${lines.length} in all, ${sorted.length} different`,
    ...sorted.slice(0, most).map(([line, count]) => `  ${count} x ${line}`),
  ];
}

function digits(value: number): string {
  return Number.isNaN(value) ? '-' : value.toFixed(4);
}

function row(cells: readonly string[]): string {
  return cells.map((cell, index) => (index < 4 ? cell.padEnd(18) : cell.padStart(12))).join(' ');
}
