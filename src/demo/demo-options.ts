/** The demo's command line. A wrong option is one clear line, exit code 2. */
import { statSync } from 'node:fs';
import { Command, CommanderError, InvalidArgumentError, Option } from 'commander';
import { SANDBOX_PEOPLE } from '../sandbox/people/sandbox-people.ts';

export interface DemoOptions {
  readonly once: boolean;
  readonly json: boolean;
  /** Folder of records to serve instead of the invented people's. */
  readonly records: string | undefined;
  readonly person: string | undefined;
  /** 0: any free port. */
  readonly port: number;
}

/** The command line was answered: print this and end with this code. */
export class DemoExit extends Error {
  readonly exitCode: number;
  readonly text: string;
  constructor(exitCode: number, text: string) {
    super(text);
    this.name = 'DemoExit';
    this.exitCode = exitCode;
    this.text = text;
  }
}

/** @param args without node and script. @throws DemoExit for `--help` and wrong usage. */
export function readDemoOptions(args: readonly string[]): DemoOptions {
  let printed = '';
  const keep = (text: string) => {
    printed += text;
  };
  const invented = SANDBOX_PEOPLE.map(({ identity }) => identity.key).join(', ');
  const command = new Command('npm run demo --')
    .description(
      'Starts three simulated sources and the gateway, links all three for one person, shows the record and stays up.',
    )
    .option('--once', 'end instead of staying up')
    .option('--json', 'print one JSON object on one line instead of the tables')
    .option('--records <dir>', 'serve these FHIR records: a folder per person, <source>.json in it', folder)
    .option('--person <name>', `whose record: ${invented}, or a folder of --records; the first one otherwise`)
    .addOption(new Option('--port <number>', 'port of the gateway; a free one otherwise').argParser(port))
    .allowExcessArguments(false)
    .configureOutput({ writeOut: keep, writeErr: keep })
    .exitOverride();
  try {
    command.parse([...args], { from: 'user' });
  } catch (error) {
    if (!(error instanceof CommanderError)) throw error;
    if (error.exitCode === 0) throw new DemoExit(0, printed.trimEnd());
    // A suggestion comes on a line of its own.
    throw new DemoExit(2, (printed === '' ? error.message : printed).trim().replaceAll('\n', ' '));
  }
  const { once, json, records, person, port: given } = command.opts<Partial<DemoOptions>>();
  return { once: once ?? false, json: json ?? false, records, person, port: given ?? 0 };
}

function port(text: string): number {
  const number = /^\d{1,5}$/.test(text) ? Number(text) : 0;
  if (number < 1 || number > 65_535) throw new InvalidArgumentError('It must be a whole number from 1 to 65535.');
  return number;
}

function folder(path: string): string {
  if (statSync(path, { throwIfNoEntry: false })?.isDirectory() !== true) {
    throw new InvalidArgumentError('There is no such folder.');
  }
  return path;
}
