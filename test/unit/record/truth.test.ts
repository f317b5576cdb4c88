import { describe, expect, test } from 'vitest';
import { everything } from '../../../src/record/views/everything.ts';
import { SANDBOX_PEOPLE } from '../../../src/sandbox/people/sandbox-people.ts';
import { checkTruth } from '../../support/check-truth.ts';
import { reconciledPerson } from '../../support/reconciled-person.ts';

describe.each(SANDBOX_PEOPLE.map((person) => ({ name: person.identity.key, person })))('$name', ({ person }) => {
  const record = reconciledPerson(person);
  const reports = checkTruth(person.truth, [...everything(record, 'all'), record.outcome]);

  test.each(reports.map((report) => ({ row: report.row, report })))('$row comes out right', ({ report }) => {
    expect(report.faults, report.faults.join('; ')).toEqual([]);
  });

  test.each(person.truth.unlinked.map((item) => ({ why: item.why, item })))(
    '$item.item ($why) is kept and linked to nothing',
    ({ item }) => {
      const kept = record.sourceRecords.find(
        (source) =>
          source.source === item.source && `${source.resource.resourceType}/${source.originalId ?? ''}` === item.item,
      );
      expect(kept?.standing).toBe(item.why);
      const linked = record.unified.some((unified) =>
        unified.members.some(
          (member) => member.originalId === item.item.split('/')[1] && member.source === item.source,
        ),
      );
      expect(linked).toBe(false);
    },
  );
});
