/** `phr-gateway store backup`: one instant of the store as two files, while gateways run. */
import { Command } from 'commander';
import type { Terminal } from '../terminal.ts';
import { digestLines, withStore } from './with-store.ts';

interface Options {
  readonly data: string;
  readonly keys: string;
}

export function storeBackupCommand(terminal: Terminal, finish: (exitCode: number) => void): Command {
  return new Command('backup')
    .description('write a backup: the data, and apart from it the wrapped keys with the list of deletions')
    .requiredOption('--data <file>', 'where the data goes')
    .requiredOption('--keys <file>', 'where the wrapped keys go: keep it elsewhere than the data')
    .action(async ({ data, keys }: Options) => {
      finish(
        await withStore(terminal, async (admin) => {
          await terminal.out(digestLines(await admin.backUp({ dataFile: data, keysFile: keys })));
          await terminal.out('Keep the keys elsewhere than the data, and only the newest file of them.\n');
          return 0;
        }),
      );
    });
}
