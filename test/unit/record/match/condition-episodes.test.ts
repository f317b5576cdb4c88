/** `docs/rules.md`, C-same-episode: what comes and goes is one entry per episode, as exactly as the dates were written. */
import { expect, test } from 'vitest';
import { condition, decided, groupsOf, source } from '../decide/decided-record.ts';

type Told = readonly [source: 'gp' | 'hospital', onset: string | undefined];

function episodesOf(...told: readonly Told[]): readonly string[] {
  const of = (name: string): readonly object[] =>
    told.flatMap(([where, onsetDateTime], index) =>
      where === name
        ? [condition(`c${index}`, 'Urinary tract infection', onsetDateTime === undefined ? {} : { onsetDateTime })]
        : [],
    );
  return groupsOf(decided([source('gp', of('gp')), source('hospital', of('hospital'))]));
}

test('one day in two sources is one episode, another day another', () => {
  expect(episodesOf(['gp', '2024-03-04'], ['hospital', '2024-03-04'])).toEqual(['gp/c0 hospital/c1']);
  expect(episodesOf(['gp', '2024-03-04'], ['hospital', '2024-03-05'])).toEqual(['gp/c0', 'hospital/c1']);
});

test('a month joins the only episode of that month', () => {
  expect(episodesOf(['gp', '2024-03-04'], ['hospital', '2024-03'])).toEqual(['gp/c0 hospital/c1']);
  expect(episodesOf(['gp', '2024-03-04'], ['gp', '2024-03-20'], ['hospital', '2024-03'])).toEqual([
    'gp/c0',
    'gp/c1',
    'hospital/c2',
  ]);
});

test('a year told twice by one source is two episodes', () => {
  expect(episodesOf(['gp', '2023'], ['gp', '2023'])).toEqual(['gp/c0', 'gp/c1']);
  expect(episodesOf(['gp', '2023'], ['hospital', '2023'])).toEqual(['gp/c0 hospital/c1']);
});

test('without dates two sources join only where each tells of just one', () => {
  expect(episodesOf(['gp', undefined], ['hospital', undefined])).toEqual(['gp/c0 hospital/c1']);
  expect(episodesOf(['gp', undefined], ['gp', undefined], ['hospital', undefined])).toEqual([
    'gp/c0',
    'gp/c1',
    'hospital/c2',
  ]);
});

test('without a date beside a dated episode it stands alone', () => {
  expect(episodesOf(['gp', '2024-03-04'], ['hospital', undefined])).toEqual(['gp/c0', 'hospital/c1']);
});
