/** `phr-gateway keys rotate-signing`: new keys sign the id tokens; the old ones stay published until their tokens are over. */
import { Command } from 'commander';
import type { Terminal } from '../terminal.ts';
import { withAuthorization } from '../with-authorization.ts';

export function keysRotateSigningCommand(terminal: Terminal, finish: (exitCode: number) => void): Command {
  return new Command('rotate-signing')
    .description('make new signing keys for id tokens; running gateways follow within half a minute')
    .action(async () => {
      finish(
        await withAuthorization(terminal, async (admin) => {
          await admin.rotateKeys();
          await terminal.out('New keys sign from now on; the old ones stay published until their tokens are over.\n');
          return 0;
        }),
      );
    });
}
