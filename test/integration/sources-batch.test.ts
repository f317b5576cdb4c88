/** All changes in one request: when it is done, and what becomes of a source that does it wrongly. */
import { afterEach, describe, expect, it } from 'vitest';
import type { SourceConfig } from '../../src/ports/source-config.ts';
import { startEditedRecord } from '../servers/edited-record.ts';
import type { BatchHabit, EditedRecord } from '../servers/edited-record.ts';
import { startReadingGateway } from '../servers/reading-gateway.ts';
import type { ReadingGateway } from '../servers/reading-gateway.ts';

const HOUR_MS = 3_600_000;
const FIRST_READ = Date.parse('2026-11-21T09:00:00.000Z');

let nowMs: number;
const now = (): number => nowMs;
const closing: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const close of closing.splice(0)) await close();
});

async function setUp(
  more: Partial<SourceConfig> = {},
  offered = { lastUpdated: true, batch: true },
): Promise<{ record: EditedRecord; gateway: ReadingGateway }> {
  nowMs = FIRST_READ - HOUR_MS;
  const record = await startEditedRecord(now, offered);
  const gateway = await startReadingGateway(record.baseUrl, now, more);
  closing.push(
    () => gateway.close(),
    () => record.server.close(),
  );
  for (let n = 1; n <= 5; n += 1) record.put('Condition', `c${n}`, 'first');
  record.put('AllergyIntolerance', 'a1', 'first');
  nowMs = FIRST_READ;
  await gateway.read();
  nowMs += HOUR_MS;
  record.server.seen.splice(0);
  return { record, gateway };
}

/** `POST /fhir`, without what is public. */
function asked({ server }: EditedRecord): readonly string[] {
  return server.seen.filter(({ path }) => !path.endsWith('/metadata')).map(({ method, path }) => `${method} ${path}`);
}

describe('changes in a batch', () => {
  it('are one request, the Patient with them, and further pages', async () => {
    const { record, gateway } = await setUp();
    record.put('AllergyIntolerance', 'a1', 'second');
    const account = await gateway.read();
    expect(asked(record)).toEqual(['POST /fhir']);
    expect(await gateway.contents()).toEqual(record.contents());
    expect(account.outcomes).toMatchObject([
      { type: 'Patient', state: 'done' },
      { type: 'Condition', state: 'done', increment: true, received: 5, wholeAt: '2026-11-21T09:00:00.000Z' },
      { type: 'AllergyIntolerance', state: 'done', increment: true, received: 1, wholeAt: '2026-11-21T09:00:00.000Z' },
    ]);
    nowMs += HOUR_MS;
    record.server.seen.splice(0);
    for (let n = 1; n <= 5; n += 1) record.put('Condition', `c${n}`, 'second');
    await gateway.read();
    expect(asked(record)).toEqual(['POST /fhir', 'GET /fhir/Condition']);
    expect(await gateway.contents()).toEqual(record.contents());
  });

  it('keep every text as received', async () => {
    const { record, gateway } = await setUp();
    record.put('Condition', 'c1', 'ü "quoted" \u2028 10.50');
    await gateway.read();
    const { subjectId, id } = await gateway.account();
    const rows = await gateway.context.store.listResources(subjectId, id);
    const changed = rows.find(({ text }) => text.includes('quoted'));
    expect(changed?.text.startsWith('{"resourceType":"Condition","id":"c1"')).toBe(true);
    expect(await gateway.contents()).toEqual(record.contents());
  });

  it('are asked for only where the source says so, and never for a first or a whole reading', async () => {
    const silent = await setUp({}, { lastUpdated: true, batch: false });
    await silent.gateway.read();
    expect(asked(silent.record)).not.toContain('POST /fhir');
    const known = await setUp({ increments: 'batch' }, { lastUpdated: false, batch: false });
    await known.gateway.read();
    expect(asked(known.record)).toEqual(['POST /fhir']);
    const plain = await setUp({ increments: 'lastUpdated' });
    await plain.gateway.read();
    expect(asked(plain.record)).not.toContain('POST /fhir');
    const { record, gateway } = await setUp();
    record.withdraw('Condition', 'c1');
    nowMs = FIRST_READ + 24 * HOUR_MS;
    await gateway.read();
    expect(asked(record)).not.toContain('POST /fhir');
    expect(await gateway.contents()).toEqual(record.contents());
  });

  it.each<BatchHabit>(['refused', 'no-search-in-it', 'in-another-order', 'one-missing', 'one-fails'])(
    'are asked for one by one of a source whose batches go wrong: %s',
    async (habit) => {
      const { record, gateway } = await setUp();
      record.batches = habit;
      record.put('Condition', 'c2', 'second');
      record.put('AllergyIntolerance', 'a2', 'first');
      const account = await gateway.read();
      expect(await gateway.contents()).toEqual(record.contents());
      expect(account.outcomes.map(({ state }) => state)).toEqual(['done', 'done', 'done']);
      expect(asked(record)).toContain('GET /fhir/AllergyIntolerance');
    },
  );

  it.each<BatchHabit>(['refused', 'one-missing'])(
    'are not asked for in that way again for an hour: %s',
    async (habit) => {
      const { record, gateway } = await setUp();
      record.batches = habit;
      await gateway.read();
      nowMs += HOUR_MS / 2;
      record.server.seen.splice(0);
      await gateway.read();
      expect(asked(record)).not.toContain('POST /fhir');
      nowMs += HOUR_MS;
      record.batches = 'rightly';
      record.server.seen.splice(0);
      await gateway.read();
      expect(asked(record)).toEqual(['POST /fhir']);
    },
  );

  it('that break off on a later page are told as partial, and asked for again from the same instant', async () => {
    const { record, gateway } = await setUp();
    for (let n = 1; n <= 5; n += 1) record.put('Condition', `c${n}`, 'second');
    record.failAfterFirstPage = 'Condition';
    const account = await gateway.read();
    expect(account.outcomes.find(({ type }) => type === 'Condition')?.state).toBe('partial');
    expect(await gateway.contents()).toHaveLength(6);
    record.failAfterFirstPage = undefined;
    nowMs += HOUR_MS;
    await gateway.read();
    expect(await gateway.contents()).toEqual(record.contents());
  });
});
