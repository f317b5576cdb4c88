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
  const stopped = toldToStop();
  const demo = await runDemo(options, { print: toOut, note: options.json ? toErr : note, width });
  if (!options.once) await stopped;
  await demo.close();
}

/** Listens from the start: whatever ends the demo early, its data folder ends with it. A second Ctrl-C ends it at once. */
function toldToStop(): Promise<void> {
  return new Promise((resolve) => {
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.once(signal, () => resolve());
    // The reader has enough (`| head`): nobody sees what comes now.
    for (const stream of [process.stdout, process.stderr]) stream.on('error', () => resolve());
  });
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
