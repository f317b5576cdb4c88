/** However a record is edited between readings: changes and whole readings together end at the same record as whole readings alone. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { startEditedRecord } from '../servers/edited-record.ts';
import type { BatchHabit } from '../servers/edited-record.ts';
import { startReadingGateway } from '../servers/reading-gateway.ts';
import { runs } from '../support/runs.ts';

const MINUTE_MS = 60_000;
const DAY_MS = 24 * 60 * MINUTE_MS;

const item = fc.record({
  type: fc.constantFrom('Condition', 'AllergyIntolerance'),
  id: fc.constantFrom('i1', 'i2', 'i3', 'i4', 'i5', 'i6', 'i7'),
});
const edit = fc.record({ item, kind: fc.constantFrom('put', 'put', 'put', 'withdraw') });
const step = fc.record({
  edits: fc.array(edit, { maxLength: 5 }),
  minutes: fc.constantFrom(1, 4, 30, 300, 900),
  breaksOff: fc.constantFrom(undefined, undefined, undefined, 'Condition', 'AllergyIntolerance'),
});

test('the same final record as whole readings, and on the way never less than what the source has', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(step, { minLength: 2, maxLength: 7 }),
      fc.integer({ min: -90, max: 90 }),
      fc.record({
        batch: fc.boolean(),
        habit: fc.constantFrom<BatchHabit[]>('rightly', 'one-fails', 'in-another-order'),
      }),
      async (steps, skewMinutes, { batch, habit }) => {
        let nowMs = Date.parse('2026-11-21T09:00:00.000Z');
        const now = (): number => nowMs;
        const record = await startEditedRecord(now, { lastUpdated: true, batch });
        record.batches = habit;
        record.skewMs = skewMinutes * MINUTE_MS;
        const changes = await startReadingGateway(record.baseUrl, now);
        const whole = await startReadingGateway(record.baseUrl, now, { increments: 'none' });
        try {
          let version = 0;
          for (const { edits, minutes, breaksOff } of steps) {
            for (const { item: one, kind } of edits) {
              if (kind === 'put') record.put(one.type, one.id, `version ${(version += 1)}`);
              else record.withdraw(one.type, one.id);
            }
            nowMs += minutes * MINUTE_MS;
            record.failAfterFirstPage = breaksOff;
            const account = await changes.read();
            await whole.read();
            const contents = await changes.contents();
            // One text of each item, however many came.
            expect(new Set(contents.map((line) => line.split(' ')[0])).size).toBe(contents.length);
            if (account.outcomes.every(({ state }) => state === 'done' || state === 'nothing-there')) {
              expect(contents).toEqual(expect.arrayContaining([...record.contents()]));
            }
          }
          record.failAfterFirstPage = undefined;
          nowMs += DAY_MS;
          await changes.read();
          await whole.read();
          expect(await changes.contents()).toEqual(record.contents());
          expect(await whole.contents()).toEqual(record.contents());
        } finally {
          await changes.close();
          await whole.close();
          await record.server.close();
        }
      },
    ),
    runs(20),
  );
}, 120_000);
