/** `phr-gateway store restore`: fills the configured, empty store from a backup and forgets again whoever was deleted since. */
import { Command } from 'commander';
import type { Terminal } from '../terminal.ts';
import { digestLines, withStore } from './with-store.ts';

interface Options {
  readonly data: string;
  readonly keys: string;
}

export function storeRestoreCommand(terminal: Terminal, finish: (exitCode: number) => void): Command {
  return new Command('restore')
    .description(
      'fill the configured store, which must be empty, from a backup; people deleted since are deleted again',
    )
    .requiredOption('--data <file>', 'a backup of the data')
    .requiredOption('--keys <file>', 'the newest backup of the wrapped keys')
    .action(async ({ data, keys }: Options) => {
      finish(
        await withStore(terminal, async (admin) => {
          const { digests, forgotten } = await admin.restore({ dataFile: data, keysFile: keys });
          await terminal.out(digestLines(digests));
          await terminal.out(`Restored. People deleted since the data was written: ${forgotten}.\n`);
          return 0;
        }),
      );
    });
}
