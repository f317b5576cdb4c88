/** Entry of `npm run demo`. Exit 0: shown; 1: something failed; 2: wrong usage or a port that is taken. */
import { readDemoOptions, DemoExit } from './demo-options.ts';
import { printable } from './printable.ts';
import { withoutGreetings } from './without-greetings.ts';

const NARROWEST = 72;
const WIDEST = 120;

const toOut = (line: string) => process.stdout.write(`${line}\n`);
const toErr = (line: string) => process.stderr.write(`${printable(line)}\n`);
const note = (line: string) => toOut(printable(line));

async function main(): Promise<void> {
  const options = readDemoOptions(process.argv.slice(2));
  // Only now: a wrong option is answered without loading the servers.
  const { runDemo } = await withoutGreetings(() => import('./run-demo.ts'));
  // Undefined where the output is no terminal.
  const columns = process.stdout.columns as number | undefined;
  const width = Math.min(WIDEST, Math.max(NARROWEST, columns ?? WIDEST));
  const demo = await runDemo(options, { print: toOut, note: options.json ? toErr : note, width });
  if (options.once) {
    await demo.close();
    return;
  }
  await new Promise<void>((resolve) => {
    for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => resolve());
  });
  await demo.close();
}

try {
  await main();
} catch (error) {
  if (error instanceof DemoExit) {
    (error.exitCode === 0 ? toOut : toErr)(error.text);
    process.exitCode = error.exitCode;
  } else {
    toErr(`The demo failed: ${error instanceof Error ? error.message : 'unknown reason'}`);
    process.exitCode = 1;
  }
}
