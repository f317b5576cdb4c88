/** What the pages of a record are given, and every list they make of it. */
import { createReaders } from '../../src/record/facts/create-readers.ts';
import type { ReconciledRecord } from '../../src/record/reconciled-record.ts';
import { everything } from '../../src/record/views/everything.ts';
import { medicineRows } from '../../src/services/medicine-rows.ts';
import { recordRows } from '../../src/services/record-rows.ts';
import type { ThingInput } from '../../src/web/things/thing.ts';

export function thingInput(record: ReconciledRecord): ThingInput {
  return { record, rows: recordRows(everything(record, 'all')), titleOf: (source) => `The ${source}` };
}

export function medicinesOf({ record, titleOf }: ThingInput) {
  return medicineRows({ record, titleOf, readers: createReaders(undefined) });
}
