import fc from 'fast-check';
import { expect, test } from 'vitest';
import { foldLines } from '../../../../src/web/apps-log/fold-lines.ts';
import type { LogLine } from '../../../../src/web/apps-log/log-line.ts';

const line = (given: Partial<LogLine>): LogLine => ({
  at: '2026-10-01T08:00:00.000Z',
  who: { by: 'you' },
  action: 'page',
  app: undefined,
  types: [],
  places: [],
  page: undefined,
  problem: undefined,
  ...given,
});

test('another person, day, action, app or problem is another line; what stands between parts them', () => {
  const one = line({});
  const others = [
    line({ who: { by: 'person', name: 'Ada' } }),
    line({ at: '2026-10-02T08:00:00.000Z' }),
    line({ action: 'read' }),
    line({ app: 'Walks' }),
    line({ problem: 'failure' }),
  ];
  for (const other of others) expect(foldLines([one, other, one]).map(({ lines }) => lines.length)).toEqual([1, 1, 1]);
  expect(foldLines([one, one]).map(({ lines }) => lines.length)).toEqual([2]);
});

test('what was looked at is named once, of all lines', () => {
  const [group] = foldLines([
    line({ page: 'medicines', places: ['A'] }),
    line({ page: 'passport', places: ['B', 'A'] }),
    line({ page: 'medicines' }),
  ]);
  expect(group).toMatchObject({ pages: ['medicines', 'passport'], places: ['A', 'B'] });
});

test('no line is lost, and none changes its place', () => {
  const any = fc.record({
    at: fc.constantFrom('2026-10-01T08', '2026-10-02T08'),
    action: fc.constantFrom('page', 'read'),
  });
  fc.assert(
    fc.property(fc.array(any), (given) => {
      const lines = given.map((one) => line(one as Partial<LogLine>));
      expect(foldLines(lines).flatMap((group) => group.lines)).toEqual(lines);
    }),
  );
});
