/** `npm run bench -- <name> [--json]`: measurements, each a ratio of two sides timed in one run. Never part of the tests. */
import { benchBackup } from './backup.ts';
import { benchCold } from './cold.ts';
import { benchEngine } from './engine.ts';
import { benchMemory } from './memory.ts';
import { benchPages } from './pages.ts';
import { benchQuality } from './quality/quality.ts';
import type { BenchRow } from './row.ts';
import { benchProcesses } from './processes.ts';
import { benchScale } from './scale.ts';
import { benchStart } from './start.ts';
import { benchWarm } from './warm.ts';

const benches: Readonly<Record<string, () => readonly BenchRow[] | Promise<readonly BenchRow[]>>> = {
  backup: benchBackup,
  cold: benchCold,
  engine: benchEngine,
  memory: benchMemory,
  pages: benchPages,
  processes: benchProcesses,
  quality: benchQuality,
  scale: benchScale,
  start: benchStart,
  warm: benchWarm,
};

// Words up to the first option are benches; a bench reads its own options.
const firstOption = process.argv.findIndex((argument, index) => index > 1 && argument.startsWith('--'));
const names = process.argv.slice(2, firstOption === -1 ? undefined : firstOption);
const json = process.argv.includes('--json');
const unknown = names.find((name) => !(name in benches));
if (unknown !== undefined || names.length === 0) {
  process.stderr.write(`usage: npm run bench -- ${Object.keys(benches).join('|')} [--json]\n`);
  process.exit(2);
}
for (const name of names) {
  const rows = (await benches[name]?.()) ?? [];
  process.stdout.write(json ? `${JSON.stringify({ bench: name, rows })}\n` : table(name, rows));
}

function table(name: string, rows: readonly BenchRow[]): string {
  const lines = rows.map((row) => `  ${row.what.padEnd(64)} ${row.value.toFixed(2).padStart(10)} ${row.unit}`);
  return `${name}\n${lines.join('\n')}\n`;
}
