/** `phr-gateway keys rewrap`: puts everything under the operator's new key, while gateways that know both keys run. */
import { Command } from 'commander';
import { withStore } from '../store/with-store.ts';
import type { Terminal } from '../terminal.ts';

export function keysRewrapCommand(terminal: Terminal, finish: (exitCode: number) => void): Command {
  return new Command('rewrap')
    .description(
      'wrap every key anew with PHR_OPERATOR_KEY, which every gateway was given before beside the previous one',
    )
    .action(async () => {
      finish(
        await withStore(terminal, async (admin) => {
          const people = await admin.changeOperatorKey();
          await terminal.out(
            `The operator key is changed; keys of ${people} people were wrapped anew. PHR_OPERATOR_KEY_PREVIOUS is no longer needed.\n`,
          );
          return 0;
        }),
      );
    });
}
