/** docs/dependencies.md gives a reason for every package that runs, and for no other. */
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';

const ROOT = new URL('../../../', import.meta.url).pathname;

test('every package that runs has its reason', () => {
  const rows = readFileSync(`${ROOT}docs/dependencies.md`, 'utf8')
    .split('\n')
    .filter((line) => line.startsWith('| `'));
  const listed = rows.flatMap((row) => [...(row.split('|')[1] ?? '').matchAll(/`([^`]+)`/g)].map(([, name]) => name));
  const { dependencies } = JSON.parse(readFileSync(`${ROOT}package.json`, 'utf8')) as { dependencies: object };
  expect(listed.toSorted()).toEqual(Object.keys(dependencies).toSorted());
});
