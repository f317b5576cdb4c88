/**
 * Real records as the pages list them: nothing that a source gave is unreachable, no row is without a source or a page of its own.
 * A seeded sample at every run, all of them in the full one.
 */
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { reconcileFiles } from '../../src/cli/reconcile/reconcile-files.ts';
import { timelineItems } from '../../src/record/views/timeline-items.ts';
import { placeVoice, timelineScale } from '../../src/record/views/timeline.ts';
import { listAllergies } from '../../src/web/allergies/allergy-list.ts';
import { listConditions } from '../../src/web/conditions/condition-list.ts';
import { otherRecords } from '../../src/web/other/other-items.ts';
import { createNames } from '../../src/web/other/reference-names.ts';
import { itemDetail } from '../../src/web/other-item/item-detail.ts';
import { listVaccinations } from '../../src/web/vaccinations/vaccination-list.ts';
import { recordsFolder } from '../support/needs.ts';
import { thingInput } from '../support/page-lists.ts';
import { unreachable } from '../support/reachable.ts';
import { recordFiles } from '../support/record-files.ts';
import { seededSample } from '../support/seeded-sample.ts';

const records = recordsFolder();
const SAMPLE = 40;
const TODAY = Date.UTC(2026, 10, 22) / 86_400_000;

describe.skipIf(records === undefined)('real records on the pages', () => {
  const files = records === undefined ? [] : seededSample(recordFiles(records), SAMPLE);

  test.each(files)('%s', async (name) => {
    const source = { name: 'file', path: join(records ?? '', name) };
    const { record, completeness } = await reconcileFiles({
      patientId: 'p',
      files: [source],
      view: 'all',
      withOriginals: false,
    });
    expect(unreachable(record)).toEqual([]);

    const input = thingInput(record);
    const conditions = listConditions(input);
    const allergies = listAllergies({ ...input, completeness });
    const rows = [
      ...[
        ...conditions.current,
        ...conditions.past,
        ...conditions.ruledOut,
        ...conditions.others,
        ...conditions.pastOthers,
      ],
      ...[...allergies.current, ...allergies.past, ...allergies.ruledOut],
    ];
    for (const row of rows) {
      expect([...row.statedBy, ...row.copiedBy]).not.toEqual([]);
      expect(row.what).not.toBe('');
    }
    expect(new Set(rows.map(({ path }) => path)).size).toBe(rows.length);

    const { given, notGiven } = listVaccinations(record, input.titleOf);
    for (const { rows: members, reason } of [...given, ...notGiven])
      expect(members.length > 1).toBe(reason !== undefined);

    const names = createNames(record);
    for (const item of otherRecords(record)) expect(itemDetail(item, input.titleOf, names).who).toBe('The file');

    const items = timelineItems(record);
    const scale = timelineScale(items, TODAY, undefined);
    for (const { voices } of items) {
      expect(voices.length).toBeGreaterThan(0);
      for (const voice of voices) {
        const { bar } = placeVoice(voice, scale);
        if (voice.from !== undefined && bar !== undefined) expect(bar.at + bar.width).toBeLessThanOrEqual(97);
      }
    }
  });
});
