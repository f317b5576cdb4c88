/** The commands and their options. */
import { Command } from 'commander';
import { configCheckCommand } from './config-check.ts';
import { reconcileCommand } from './reconcile/reconcile-command.ts';
import { sourceCheckCommand } from './source-check.ts';
import type { Terminal } from './terminal.ts';

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
  program.addCommand(reconcileCommand(terminal, finish).exitOverride());
  const source = new Command('source').description('work with configured sources').exitOverride();
  source.addCommand(sourceCheckCommand(terminal, finish).exitOverride());
  program.addCommand(source);
  const config = new Command('config').description('work with the configuration').exitOverride();
  config.addCommand(configCheckCommand(terminal, finish).exitOverride());
  program.addCommand(config);
  await program.parseAsync([...terminal.arguments]);
  return exitCode;
}
