/** `phr-gateway config check`: every fault of settings, source files and files of client apps at once. */
import { Command } from 'commander';
import { ConfigError, renderConfigError } from '../config/config-error.ts';
import { loadConfiguration } from '../config/load-configuration.ts';
import type { Terminal } from './terminal.ts';

export function configCheckCommand(terminal: Terminal, finish: (exitCode: number) => void): Command {
  return new Command('check')
    .description(
      'read the settings (environment), config/sources and config/clients; name every fault; exit 2 if there is one',
    )
    .action(async () => {
      try {
        const { config, sources, clients } = loadConfiguration(terminal.env);
        for (const notice of config.notices) terminal.note(`${notice}\n`);
        await terminal.out(
          `The configuration is whole. Sources: ${sources.map((source) => source.name).join(', ') || 'none yet'}.\n`,
        );
        await terminal.out(`Client apps in files: ${clients.map((client) => client.clientId).join(', ') || 'none'}.\n`);
      } catch (error) {
        if (!(error instanceof ConfigError)) throw error;
        terminal.note(`${renderConfigError(error).join('\n')}\n`);
        finish(2);
      }
    });
}
