import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { settingNames } from '../../../src/config/settings.ts';
import { settingsTable } from '../../../src/config/settings-table.ts';

const MARKED = /<!-- settings:start -->\n([\s\S]*?)<!-- settings:end -->/;

describe('the settings table', () => {
  test('has a row for every setting, and names the file of every secret', () => {
    const table = settingsTable();
    expect(table.split('\n')).toHaveLength(settingNames.length + 2);
    for (const name of settingNames) expect(table).toContain(`| \`${name}\``);
    expect(table).toContain('`PHR_OPERATOR_KEY_FILE`');
    expect(table).not.toContain('undefined');
  });

  const readme = existsSync('README.md') ? readFileSync('README.md', 'utf8') : '';
  test.skipIf(!MARKED.test(readme))('stands in the README as it is now, where that has the markers', () => {
    // Whatever a formatter does to the width of columns.
    const cells = (text: string) =>
      text
        .trim()
        .replace(/ *\| */g, '|')
        .replace(/-{3,}/g, '---');
    expect(cells(MARKED.exec(readme)?.[1] ?? '')).toBe(cells(settingsTable()));
  });

  test('and the example environment know the same settings', () => {
    const example = readFileSync('config/example.env', 'utf8');
    for (const name of settingNames) expect(example).toContain(name);
    const named = [...example.matchAll(/^#?(PHR_[A-Z_]+)=/gm)].map(([, name]) =>
      name?.replace(/_(?:FILE|COMMAND)$/, ''),
    );
    const known = new Set<string>([...settingNames, 'PHR_DATA', 'PHR_DELETIONS', 'PHR_TERMINOLOGY']);
    expect(named.filter((name) => name !== undefined && !known.has(name))).toEqual([]);
  });
});
