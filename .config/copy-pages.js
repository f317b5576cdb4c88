/** Puts the pages' templates, styles and pictures beside the compiled code: the compiler only takes TypeScript along. */
import { cpSync, readdirSync } from 'node:fs';
import { extname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const from = fileURLToPath(new URL('../src/web', import.meta.url));
const to = fileURLToPath(new URL('../dist/web', import.meta.url));
const kinds = new Set(['.njk', '.css', '.svg', '.js', '.json']);

for (const name of readdirSync(from, { recursive: true })) {
  if (kinds.has(extname(name))) cpSync(join(from, name), join(to, name));
}
