/** `phr-gateway changes`: two pulls of one person's files → what is not as it was, in plain words or JSON. */
import { Command } from 'commander';
import { compareRecords } from '../../record/changes/compare-records.ts';
import { readDecisionsFile } from '../reconcile/decisions-file.ts';
import type { SourceFile } from '../reconcile/read-source-file.ts';
import { patientIdOf, reconcileFiles, type ReconcileResult } from '../reconcile/reconcile-files.ts';
import { addSourceFile } from '../reconcile/source-option.ts';
import type { Terminal } from '../terminal.ts';

interface Options {
  readonly before: readonly SourceFile[];
  readonly after: readonly SourceFile[];
  readonly decisions?: string;
  readonly json: boolean;
}

export function changesCommand(terminal: Terminal, finish: (exitCode: number) => void): Command {
  const command = new Command('changes')
    .description('what changed between two pulls of one person: new, stopped, changed, disputed, no longer returned')
    .option('--before <name=file>', 'a source as it was; repeat', addSourceFile, [])
    .option('--after <name=file>', 'a source as it is; repeat', addSourceFile, [])
    .option('--decisions <file>', 'what the person decided, as for reconcile; applied to both')
    .option('--json', 'an array of changes instead of words', false);
  return command.action(async (options: Options) => {
    if (options.before.length === 0 || options.after.length === 0) {
      command.error('error: give at least one --before name=file and one --after name=file', { exitCode: 2 });
    }
    finish(await printChanges(terminal, options));
  });
}

async function printChanges(terminal: Terminal, options: Options): Promise<number> {
  const { decisions, faults } =
    options.decisions === undefined ? { decisions: [], faults: [] } : await readDecisionsFile(options.decisions);
  for (const fault of faults) terminal.note(`error: --decisions ${fault}\n`);
  if (faults.length > 0) return 2;
  const read = (files: readonly SourceFile[]): Promise<ReconcileResult> =>
    reconcileFiles({ patientId: patientIdOf('patient'), files, view: 'all', withOriginals: false, decisions });
  const [before, after] = [await read(options.before), await read(options.after)];
  for (const note of before.notes) terminal.note(`before: ${note}\n`);
  for (const note of after.notes) terminal.note(`after: ${note}\n`);
  const changes = compareRecords(before.record, after.record);
  const words = changes.length === 0 ? 'Nothing changed.' : changes.map((change) => change.words).join('\n');
  await terminal.out(`${options.json ? JSON.stringify(changes, undefined, 2) : words}\n`);
  return before.record.sourceRecords.length > 0 && after.record.sourceRecords.length > 0 ? 0 : 1;
}
