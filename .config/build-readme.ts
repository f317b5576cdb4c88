/** `npm run build:readme`: writes the settings table between its markers in the README. */
import { readFile, writeFile } from 'node:fs/promises';
import { settingsTable } from '../src/config/settings-table.ts';

const readme = new URL('../README.md', import.meta.url);
const text = await readFile(readme, 'utf8');
const table = `<!-- settings:start -->\n\n${settingsTable().trim()}\n\n<!-- settings:end -->`;
await writeFile(
  readme,
  text.replace(/<!-- settings:start -->[\s\S]*?<!-- settings:end -->/, () => table),
);
