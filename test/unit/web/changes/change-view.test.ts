import { describe, expect, test } from 'vitest';
import type { OwnAction } from '../../../../src/services/changes/own-actions.ts';
import { daysView, newsOf } from '../../../../src/web/changes/change-view.ts';

const names = { titleOf: (source: string) => source, kindOf: () => undefined, known: new Set<string>() };

function did(at: string, isActor = true): OwnAction {
  return { at, what: 'medicine-added', text: `at ${at}`, isActor };
}

function reading(at: string, source: string) {
  return { at, changes: [], newItems: [], newSources: [{ source, count: 1, names: [] }] };
}

describe('the dated history', () => {
  const actions = ['2026-01-05T10:00:00Z', '2026-02-01T08:00:00Z', '2026-02-01T09:00:00Z', '2026-03-01T10:00:00Z'].map(
    (at) => did(at),
  );

  test('has what was done by hand on its day, also where nothing was read that day; newest first', () => {
    const days = daysView(
      { days: [reading('2026-02-01T12:00:00Z', 'gp')], older: undefined },
      { actions, before: undefined },
      names,
    );
    expect(days.map(({ at, own, newSources }) => [at.slice(0, 10), own.length, newSources.length])).toEqual([
      ['2026-03-01', 1, 0],
      ['2026-02-01', 2, 1],
      ['2026-01-05', 1, 0],
    ]);
    expect(days[1]?.own.map(({ at }) => at)).toEqual(['2026-02-01T09:00:00Z', '2026-02-01T08:00:00Z']);
  });

  test('has each action on one of its pages', () => {
    const older = '2026-02-01T12:00:00Z';
    const newest = daysView({ days: [reading(older, 'gp')], older }, { actions, before: undefined }, names);
    const rest = daysView({ days: [], older: undefined }, { actions, before: older }, names);
    const shown = [...newest, ...rest].flatMap(({ own }) => own.map(({ at }) => at));
    expect(shown.toSorted()).toEqual(actions.map(({ at }) => at));
    expect(rest).toHaveLength(1);
  });

  test('is news only where somebody else did it since', () => {
    const all = [did('2026-01-01T00:00:00Z', false), did('2026-01-03T00:00:00Z'), did('2026-01-04T00:00:00Z', false)];
    expect(newsOf(all, '2026-01-02T00:00:00Z')).toEqual([all[2]]);
  });
});
