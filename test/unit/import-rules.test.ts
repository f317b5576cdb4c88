import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';

const root = new URL('../..', import.meta.url).pathname;
let checkout = '';

/** A small checkout with the project's own rules and packages. */
beforeEach(() => {
  checkout = mkdtempSync(join(tmpdir(), 'import-rules-'));
  mkdirSync(join(checkout, 'src'));
  cpSync(join(root, '.config'), join(checkout, '.config'), { recursive: true });
  cpSync(join(root, 'tsconfig.json'), join(checkout, 'tsconfig.json'));
  cpSync(join(root, 'package.json'), join(checkout, 'package.json'));
  symlinkSync(join(root, 'node_modules'), join(checkout, 'node_modules'));
});

afterEach(() => rmSync(checkout, { recursive: true, force: true }));

function plant(path: string, text: string): void {
  mkdirSync(dirname(join(checkout, path)), { recursive: true });
  writeFileSync(join(checkout, path), text);
}

function check(): { exitCode: number | null; output: string } {
  const run = spawnSync(process.execPath, ['.config/check-imports.js'], { cwd: checkout, encoding: 'utf8' });
  return { exitCode: run.status, output: run.stdout + run.stderr };
}

test('a module that keeps the rules passes', () => {
  plant('src/record/value.ts', 'export const value = 1;\n');
  plant('src/services/use.ts', "import { value } from '../record/value.ts';\nexport const used = value;\n");
  expect(check()).toMatchObject({ exitCode: 0 });
});

test.each([
  [
    'record-does-no-io',
    'src/record/bad.ts',
    "import { readFileSync } from 'node:fs';\nexport const bad = readFileSync;\n",
  ],
  ['record-is-pure', 'src/record/bad.ts', "import { value } from '../services/value.ts';\nexport const bad = value;\n"],
  [
    'services-know-no-engine',
    'src/services/bad.ts',
    "import { value } from '../store/value.ts';\nexport const bad = value;\n",
  ],
  [
    'api-knows-no-other-surface',
    'src/api/bad.ts',
    "import { value } from '../web/value.ts';\nexport const bad = value;\n",
  ],
  ['sql-only-in-store', 'src/services/bad.ts', "import { sql } from 'kysely';\nexport const bad = sql;\n"],
  [
    'oidc-provider-only-in-servers',
    'src/services/bad.ts',
    "import Provider from 'oidc-provider';\nexport const bad = Provider;\n",
  ],
])('a planted violation of %s is caught', (rule, path, text) => {
  for (const folder of ['services', 'store', 'web']) plant(`src/${folder}/value.ts`, 'export const value = 1;\n');
  plant(path, text);
  const result = check();
  expect(result.output).toContain(`${rule}: ${path}`);
  expect(result.exitCode).toBe(1);
});

test('rules that read no module fail', () => {
  const result = check();
  expect(result.output).toContain('no module was read');
  expect(result.exitCode).toBe(1);
});
