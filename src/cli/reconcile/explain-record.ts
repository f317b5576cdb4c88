/** `reconcile --explain [id]`: why the record is as it is, in plain words instead of the Bundle. */
import { explain } from '../../record/explain/explain.ts';
import { printable } from '../../record/explain/printable.ts';
import type { ReconciledRecord } from '../../record/reconciled-record.ts';
import type { Terminal } from '../terminal.ts';

/** @param id true for everything. @returns the exit code: 2 where nothing is called so. */
export async function explainRecord(terminal: Terminal, record: ReconciledRecord, id: string | true): Promise<number> {
  const lines = id === true ? explain(record) : explain(record, id);
  if (lines === undefined) {
    terminal.note(`error: --explain ${printable(String(id))}: no record is called so\n`);
    return 2;
  }
  await terminal.out(lines.length === 0 ? 'Nothing to explain: no record was joined.\n' : `${lines.join('\n')}\n`);
  return record.sourceRecords.length > 0 ? 0 : 1;
}
