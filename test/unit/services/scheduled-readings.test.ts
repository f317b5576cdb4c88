/** Readings that nobody asked for, over the real stores in memory. */
import { describe, expect, test } from 'vitest';
import { createAccountSync } from '../../../src/services/sync-account.ts';
import { createScheduledReadings, type ScheduleSettings } from '../../../src/services/scheduled-readings.ts';
import type { LinkedAccount } from '../../../src/ports/linked-account.ts';
import { createFakeSource, EMPTY_PULL } from './fake-source.ts';
import { linkedAccount, makeContext, signIn } from './make-context.ts';

const DAY_MS = 86_400_000;
const SETTINGS: ScheduleSettings = { lookEveryMs: 1_000, atOnce: 3, perSourceAndMinute: 100 };

const NOTHING_THERE = {
  ...EMPTY_PULL,
  outcomes: [{ type: 'Condition', state: 'nothing-there' as const, received: 0, reason: undefined }],
};

async function setUp(people = 1, settings: Partial<ScheduleSettings> = {}) {
  const source = createFakeSource('hospital');
  let reads = 0;
  source.pull = () => {
    reads += 1;
    return Promise.resolve(NOTHING_THERE);
  };
  const context = await makeContext(source);
  const sync = () =>
    createAccountSync(context, {
      pullDeadlineMs: 5_000,
      onProgress: () => undefined,
      plan: { everyMs: DAY_MS, random: () => 0.5 },
    });
  const schedule = () => createScheduledReadings(context, sync(), { ...SETTINGS, ...settings });
  const accounts: LinkedAccount[] = [];
  for (let i = 0; i < people; i++) {
    const person = await signIn(context, { sub: `user-${i}` });
    const account = await linkedAccount(context, person, source);
    await context.store.planReading(person.id, account.id, new Date(context.now()).toISOString());
    accounts.push(account);
  }
  const reload = async ({ subjectId, id }: LinkedAccount) => context.store.getAccount(subjectId, id);
  return { context, source, schedule, accounts, reload, reads: () => reads };
}

describe('readings by themselves', () => {
  test('what is due is read once, and again when its next time has come', async () => {
    const { context, schedule, accounts, reads, reload } = await setUp(2);
    const one = schedule();
    expect(await one.look()).toBe(2);
    expect(reads()).toBe(2);
    expect(await one.look()).toBe(0);
    const next = new Date(context.now() + DAY_MS).toISOString();
    for (const account of accounts) expect((await reload(account))?.nextReadingAt).toBe(next);
    context.advance(DAY_MS);
    expect(await one.look()).toBe(2);
    expect(reads()).toBe(4);
  });

  test('several processes together read each account once', async () => {
    const { schedule, reads } = await setUp(9);
    const processes = [schedule(), schedule(), schedule()];
    let taken = 0;
    for (let round = 0; round < 4; round++) {
      const counts = await Promise.all(processes.map((process) => process.look()));
      taken += counts.reduce((sum, count) => sum + count, 0);
    }
    expect(taken).toBe(9);
    expect(reads()).toBe(9);
  });

  test('what was taken by a process that died is due again', async () => {
    const { context, schedule, accounts, reads } = await setUp();
    const now = context.now();
    const died = { now: new Date(now).toISOString(), until: new Date(now + 600_000).toISOString(), limit: 5 };
    expect(await context.store.takeDueAccounts(died)).toHaveLength(1);
    expect(await schedule().look()).toBe(0);
    context.advance(600_000);
    expect(await schedule().look()).toBe(accounts.length);
    expect(reads()).toBe(1);
  });

  test('no more of one source in a minute than its budget; the rest waits its turn', async () => {
    const { context, schedule, reads } = await setUp(5, { atOnce: 5, perSourceAndMinute: 2 });
    const one = schedule();
    await one.look();
    expect(reads()).toBe(2);
    expect(await one.look()).toBe(0);
    context.advance(60_000);
    await one.look();
    expect(reads()).toBe(4);
    context.advance(60_000);
    await one.look();
    expect(reads()).toBe(5);
  });

  test.each(['awaiting-confirmation', 'needs-sign-in', 'refused'] as const)(
    'one that is %s is not read, and not looked for again',
    async (state) => {
      const { context, schedule, accounts, reads, reload } = await setUp();
      for (const account of accounts) {
        const nextReadingAt = new Date(context.now()).toISOString();
        await context.store.putAccount({ ...account, state, nextReadingAt });
      }
      await schedule().look();
      expect(reads()).toBe(0);
      for (const account of accounts) expect((await reload(account))?.nextReadingAt).toBeUndefined();
    },
  );

  test('one that was unlinked meanwhile is told to nobody', async () => {
    const { context, source, schedule, accounts } = await setUp();
    source.pull = async () => {
      for (const { subjectId, id } of accounts) await context.store.deleteAccount(subjectId, id);
      return NOTHING_THERE;
    };
    expect(await schedule().look()).toBe(1);
    expect(context.logged.filter((line) => line.startsWith('planned'))).toEqual([]);
  });

  test('nothing is taken once it is closed', async () => {
    const { schedule, reads } = await setUp();
    const one = schedule();
    await one.close();
    expect(await one.look()).toBe(0);
    expect(reads()).toBe(0);
  });
});
