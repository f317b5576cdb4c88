/** Runs the import rules and fails where they were broken or where no module was read: a rule over nothing holds always. */
import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';

const run = spawnSync(
  process.execPath,
  [
    fileURLToPath(new URL('../node_modules/dependency-cruiser/bin/dependency-cruise.mjs', import.meta.url)),
    '--config',
    fileURLToPath(new URL('dependency-cruiser.cjs', import.meta.url)),
    '--output-type',
    'json',
    'src',
  ],
  { encoding: 'utf8', maxBuffer: 256 * 1024 * 1024 },
);
let summary;
try {
  summary = JSON.parse(run.stdout).summary;
} catch {
  process.stderr.write(`import rules: the tool gave no answer\n${run.stderr}\n`);
  process.exit(1);
}
const written = summary.violations.map(({ rule, from, to }) => `  ${rule.name}: ${from} → ${to}\n`);
process.stdout.write(written.join(''));
process.stdout.write(`import rules: ${summary.totalCruised} modules read, ${summary.violations.length} violations\n`);
if (summary.totalCruised === 0) process.stderr.write('import rules: no module was read\n');
process.exitCode = summary.totalCruised === 0 || summary.violations.length > 0 ? 1 : 0;
