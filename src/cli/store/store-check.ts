/** `phr-gateway store check`: whether the store is whole. Exit 0: it is; 1: it is not; 2: that could not be looked at. */
import { Command } from 'commander';
import type { Terminal } from '../terminal.ts';
import { withStore } from './with-store.ts';

export function storeCheckCommand(terminal: Terminal, finish: (exitCode: number) => void): Command {
  return new Command('check')
    .description(
      'look whether the store is whole: every sealed value, every reference; exit 1 if not, 2 if it cannot be opened',
    )
    .action(async () => {
      finish(
        await withStore(terminal, async (admin) => {
          const { schema, tables, underPreviousKey, faults } = await admin.check();
          await terminal.out(`Schema: ${schema}\n`);
          for (const { name, rows, sealed } of tables) {
            await terminal.out(
              `${name.padEnd(20)} ${String(rows).padStart(9)} rows ${String(sealed).padStart(9)} opened\n`,
            );
          }
          if (underPreviousKey > 0) {
            await terminal.out(`Keys of ${underPreviousKey} people rest under the previous operator key.\n`);
          }
          for (const fault of faults) await terminal.out(`FAULT ${fault}\n`);
          await terminal.out(faults.length === 0 ? 'The store is whole.\n' : `Faults: ${faults.length}\n`);
          return faults.length === 0 ? 0 : 1;
        }),
      );
    });
}
