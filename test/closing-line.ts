/** Prints `N passed, N failed` alone on the last line, which build services read. */
import type { Reporter, TestModule } from 'vitest/node';

function countTests(modules: readonly TestModule[]): { passed: number; failed: number; skipped: number } {
  const counts = { passed: 0, failed: 0, skipped: 0 };
  for (const module of modules) {
    if (module.state() === 'failed' && module.children.size === 0) counts.failed++;
    for (const test of module.children.allTests()) {
      const state = test.result().state;
      if (state === 'passed' || state === 'failed' || state === 'skipped') counts[state]++;
    }
  }
  return counts;
}

// A default export because vitest loads reporters by it.
export default class ClosingLine implements Reporter {
  onTestRunEnd(modules: readonly TestModule[], unhandledErrors: readonly unknown[]): void {
    const { passed, failed, skipped } = countTests(modules);
    const skippedPart = skipped > 0 ? `, ${skipped} skipped` : '';
    // After the default reporter's summary, which is printed in the same turn.
    setImmediate(() =>
      process.stdout.write(`\n${passed} passed, ${failed + unhandledErrors.length} failed${skippedPart}\n`),
    );
  }
}
