import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';

const root = fileURLToPath(new URL('..', import.meta.url));

export default defineConfig({
  root,
  test: {
    include: ['test/**/*.test.ts'],
    reporters: ['default', fileURLToPath(new URL('../test/closing-line.ts', import.meta.url))],
    setupFiles: [fileURLToPath(new URL('../test/support/print-seed.ts', import.meta.url))],
    // A full run tries ten times as much.
    testTimeout: process.env['PHR_FULL'] === '1' ? 900_000 : 60_000,
    hookTimeout: 60_000,
    pool: 'forks',
    // Every core: much of the time is waiting for servers and browsers.
    maxWorkers: '100%',
    passWithNoTests: false,
  },
});
