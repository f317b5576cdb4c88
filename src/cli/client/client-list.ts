/** `phr-gateway client list`: every app that may ask people for access, and where it is registered. Never a secret. */
import { Command } from 'commander';
import type { AppClient } from '../../ports/authorization-store.ts';
import type { Terminal } from '../terminal.ts';
import { withAuthorization } from '../with-authorization.ts';

export function clientListCommand(terminal: Terminal, finish: (exitCode: number) => void): Command {
  return new Command('list')
    .description('list the client apps: id, name, how they sign in, redirect URIs')
    .action(async () => {
      finish(
        await withAuthorization(terminal, async (admin, { clients }) => {
          for (const client of clients) await terminal.out(line(client, 'file'));
          for (const client of await admin.listAppClients()) {
            await terminal.out(line(client, client.registeredBy === 'itself' ? 'registered itself' : 'store'));
          }
          return 0;
        }),
      );
    });
}

function line({ clientId, name, authentication, redirectUris }: AppClient, where: string): string {
  return `${[clientId, name, authentication.method, where, redirectUris.join(' ')].join('\t')}\n`;
}
