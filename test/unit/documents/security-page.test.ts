/** docs/security.md says what is tested; here it is held to its word. */
import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';

const ROOT = new URL('../../../', import.meta.url).pathname;
const page = readFileSync(`${ROOT}docs/security.md`, 'utf8');

const rows = page
  .split('\n')
  .filter((line) => line.startsWith('| ') && line.includes('`test/'))
  .map((line) => line.split('|').map((cell) => cell.trim()))
  .map(([, threat = '', , named = '']) => ({ threat, named }));

describe('the threat model', () => {
  test('has its lines', () => {
    expect(rows.length).toBeGreaterThan(25);
  });

  test.each(rows)('$threat: $named', ({ named }) => {
    const [, file = '', words = ''] = /^`([^`]+)` › (.+)$/.exec(named) ?? [];
    expect(existsSync(`${ROOT}${file}`), file).toBe(true);
    expect(readFileSync(`${ROOT}${file}`, 'utf8')).toContain(words);
  });
});
