/** `phr-gateway keys rotate`: puts everything under the operator's new key, while gateways that know both keys run. */
import { Command } from 'commander';
import { withStore } from '../store/with-store.ts';
import type { Terminal } from '../terminal.ts';

export function keysRotateCommand(terminal: Terminal, finish: (exitCode: number) => void): Command {
  return new Command('rotate')
    .description(
      'wrap every key anew with PHR_OPERATOR_KEY, which every gateway was given before beside PHR_OPERATOR_KEY_PREVIOUS',
    )
    .action(async () => {
      finish(
        await withStore(terminal, async (admin) => {
          const people = await admin.changeOperatorKey();
          await terminal.out(
            `Everything is under PHR_OPERATOR_KEY; keys of ${people} people were wrapped anew. PHR_OPERATOR_KEY_PREVIOUS is not needed any more.\n`,
          );
          return 0;
        }),
      );
    });
}
