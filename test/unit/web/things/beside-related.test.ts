import { expect, test } from 'vitest';
import { besideRelated } from '../../../../src/web/things/beside-related.ts';

test('each row has one place beside what it may be; a row that is related to nothing keeps its own', () => {
  const row = (path: string, ...related: readonly string[]) => ({ path, related });
  const rows = [row('a', 'd'), row('b'), row('c', 'd', 'gone'), row('d', 'a', 'c')];
  expect(besideRelated(rows, ({ related }) => related).map(({ path }) => path)).toEqual(['a', 'd', 'c', 'b']);
});
