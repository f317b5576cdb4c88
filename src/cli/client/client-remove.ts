/** `phr-gateway client remove ID`: the app may ask nobody any more, and everything people allowed it ends at once. */
import { Command } from 'commander';
import type { Terminal } from '../terminal.ts';
import { withAuthorization } from '../with-authorization.ts';

export function clientRemoveCommand(terminal: Terminal, finish: (exitCode: number) => void): Command {
  return new Command('remove')
    .description('remove a client app from the store; what people allowed it ends at once')
    .argument('<id>', 'client id')
    .action(async (clientId: string) => {
      finish(
        await withAuthorization(terminal, async (admin, { clients }) => {
          if (clients.some((client) => client.clientId === clientId)) {
            terminal.note('error: this app is in a file of the clients folder; remove the file and restart\n');
            return 2;
          }
          if (await admin.deleteAppClient(clientId)) {
            await terminal.out(`${clientId} is removed\n`);
            return 0;
          }
          terminal.note('error: there is no such app\n');
          return 2;
        }),
      );
    });
}
