/** `phr-gateway store copy FROM TO`: moves a deployment between engines and proves that every row is the same. */
import { Command, InvalidArgumentError } from 'commander';
import type { Terminal } from '../terminal.ts';
import { digestLines, withStore } from './with-store.ts';

interface Address {
  readonly postgresUrl?: string;
  readonly dataFile: string;
}

export function storeCopyCommand(terminal: Terminal, finish: (exitCode: number) => void): Command {
  const address = (text: string) => addressOf(text, terminal);
  return new Command('copy')
    .description('copy everything into an empty store and prove that every row is the same')
    .argument('<from>', 'path of a SQLite file, postgresql://…, or env:NAME for a variable that holds one', address)
    .argument('<to>', 'the same; the file or database must be empty', address)
    .action(async (from: Address, to: Address) => {
      finish(
        await withStore(terminal, async (admin) => {
          await terminal.out(digestLines(await admin.copy(from, to)));
          await terminal.out('Every row is the same in both.\n');
          return 0;
        }),
      );
    });
}

/** A password on a command line is read by anybody on the machine: `env:NAME`. */
function addressOf(text: string, { env }: Terminal): Address {
  const given = text.startsWith('env:') ? env[text.slice('env:'.length)] : text;
  if (given === undefined || given === '') throw new InvalidArgumentError('There is no such variable.');
  return /^postgres(?:ql)?:\/\//.test(given) ? { postgresUrl: given, dataFile: '' } : { dataFile: given };
}
