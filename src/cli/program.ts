/** The commands and their options. */
import { Command } from 'commander';
import { changesCommand } from './changes/changes-command.ts';
import { clientAddCommand } from './client/client-add.ts';
import { clientListCommand } from './client/client-list.ts';
import { clientRemoveCommand } from './client/client-remove.ts';
import { configCheckCommand } from './config-check.ts';
import { keysRotateSigningCommand } from './keys/keys-rotate-signing.ts';
import { keysRotateCommand } from './keys/keys-rotate.ts';
import { reconcileCommand } from './reconcile/reconcile-command.ts';
import { sourceAddCommand } from './source/source-add.ts';
import { sourcePresetsCommand } from './source/source-presets.ts';
import { sourceCheckCommand } from './source/source-check.ts';
import { storeBackupCommand } from './store/store-backup.ts';
import { storeCheckCommand } from './store/store-check.ts';
import { storeCopyCommand } from './store/store-copy.ts';
import { storeRestoreCommand } from './store/store-restore.ts';
import type { Terminal } from './terminal.ts';
import { terminologyImportCommand } from './terminology/terminology-import.ts';

/**
 * Parses the arguments and runs the command.
 * @returns the exit code.
 * @throws CommanderError for wrong usage, help and version.
 */
export async function createProgram(terminal: Terminal): Promise<number> {
  let exitCode = 0;
  const finish = (code: number): void => {
    exitCode = code;
  };
  const program = new Command('phr-gateway')
    .description('One patient endpoint over every portal that holds a person’s record.')
    .exitOverride()
    .configureOutput({ writeErr: (text) => terminal.note(text) })
    .showHelpAfterError('(--help shows the options)');
  const source = new Command('source').description('work with configured sources');
  const client = new Command('client').description('work with client apps');
  const keys = new Command('keys').description('work with the keys of the gateway');
  const store = new Command('store').description('work with the database of the gateway');
  const config = new Command('config').description('work with the configuration');
  const terminology = new Command('terminology').description('work with official terminology releases');
  add(program, reconcileCommand(terminal, finish));
  add(program, changesCommand(terminal, finish));
  add(program, source);
  add(source, sourceAddCommand(terminal, finish));
  add(source, sourceCheckCommand(terminal, finish));
  add(source, sourcePresetsCommand(terminal, finish));
  add(program, client);
  add(client, clientAddCommand(terminal, finish));
  add(client, clientListCommand(terminal, finish));
  add(client, clientRemoveCommand(terminal, finish));
  add(program, keys);
  add(keys, keysRotateCommand(terminal, finish));
  add(keys, keysRotateSigningCommand(terminal, finish));
  add(program, store);
  add(store, storeCheckCommand(terminal, finish));
  add(store, storeBackupCommand(terminal, finish));
  add(store, storeRestoreCommand(terminal, finish));
  add(store, storeCopyCommand(terminal, finish));
  add(program, config);
  add(config, configCheckCommand(terminal, finish));
  add(program, terminology);
  add(terminology, terminologyImportCommand(terminal, finish));
  await program.parseAsync([...terminal.arguments]);
  return exitCode;
}

/** Commander hands its settings down only to commands it makes itself. */
function add(parent: Command, command: Command): void {
  parent.addCommand(command.copyInheritedSettings(parent));
}
