/** The gateway killed at random moments of its work: nothing acknowledged is lost, nothing is half done, and it goes on from there. */
import { spawn, type ChildProcessWithoutNullStreams } from 'node:child_process';
import { once } from 'node:events';
import { randomBytes } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterEach, describe, expect, test } from 'vitest';
import { hasPostgres, startPostgres } from '../../servers/postgres-server.ts';
import { hasRedis, startRedis } from '../../servers/redis-server.ts';
import { isMissing } from '../../support/needs.ts';
import { runs } from '../../support/runs.ts';
import { startCrashSource, type CrashSource } from './crash-source.ts';
import { createGatewayOfSteps, nhsNumberOf, type GatewayOfSteps } from './gateway-of-steps.ts';
import { buildWorker, type BuiltWorker } from './build-worker.ts';
import { withFailedReading, type KeptPerson } from './kept.ts';
import { openAdmin, type Engine, type OperatorKeys } from './open-engine.ts';
import { planOf, randomFrom, type Step } from './plan.ts';
import type { Work } from './worker.ts';

const isFull = process.env['PHR_FULL'] === '1';
const KILLS = isFull ? 200 : 3;
/** A process is killed in one of its first steps, this long after the step began; a step takes some ten milliseconds. */
const MOST_STEPS = 6;
const LONGEST_MS = 30;
const { seed } = runs(1);
const NOBODY = { record: undefined, receipt: undefined };

const closing: (() => Promise<unknown>)[] = [];
afterEach(async () => {
  for (const close of closing.splice(0).reverse()) await close();
});

/** What is kept after each step of a run without crash. */
interface Reference {
  after(steps: number): Promise<{ readonly kept: readonly KeptPerson[]; readonly step: Step | undefined }>;
}

/** Locks outlive a process that dies there, as they do for people: too slow for every day. */
const onSeveralMachines = isFull
  ? [
      [
        'PostgreSQL and Redis',
        startPostgresAndRedis,
        isMissing('PostgreSQL and Redis', hasPostgres() && hasRedis()),
      ] as const,
    ]
  : [];

describe.each([
  ['SQLite', startSqlite, false],
  ['PostgreSQL', startPostgresDatabase, isMissing('PostgreSQL', hasPostgres())],
  ...onSeveralMachines,
] as const)('%s', (name, startEngine, isLeftOut) => {
  test.skipIf(isLeftOut)(
    `killed ${KILLS} times`,
    async () => {
      process.stderr.write(`crashes on ${name}: seed ${seed} (PHR_SEED=${seed} repeats it)\n`);
      const random = randomFrom(seed + 1);
      const engine = await startEngine();
      const source = await startSource();
      const reference = await startReference();
      const keys: OperatorKeys = [newKey(), newKey()];
      const work = { engine, keys, origin: source.origin, seed };
      const killedIn = new Map<string, number>();
      let from = 0;
      let lost = 0;
      const worker = await buildWorker();
      closing.push(() => worker.remove());
      let next = spawnWorker(worker);
      for (let kill = 0; kill < KILLS; kill += 1) {
        const running = next;
        next = spawnWorker(worker);
        const moment = { step: from + Math.floor(random() * MOST_STEPS), afterMs: random() * LONGEST_MS };
        const { done, begun } = await killedAt(running, { ...work, from }, moment);
        const gateway = await createGatewayOfSteps(engine, keys, source.origin);
        try {
          const [before, after] = [await reference.after(done), await reference.after(begun)];
          const { step } = after;
          const people = peopleUntil(begun);
          const kept = await gateway.kept(people);
          // A change of the key that was broken off shows in nothing that people see: it is begun again.
          const isDone = begun === done || (step?.what !== 'rekey' && isDeepStrictEqual(kept, after.kept));
          if (!isDone) {
            const newcomers = kept.slice(before.kept.length);
            const was = [...before.kept, ...newcomers.map(({ person }) => ({ ...NOBODY, person }))];
            const isSignInLost = lost > 0 && isDeepStrictEqual(kept, withFailedReading(was, step?.person ?? ''));
            if (!isSignInLost) expect(kept, `kill ${kill}, in ${step?.what ?? 'no step'}`).toEqual(was);
          } else expect(kept, `kill ${kill}, after ${step?.what ?? 'no step'}`).toEqual(after.kept);
          expect(await gateway.faultsOfLog(people), `kill ${kill}, in ${step?.what ?? 'no step'}`).toEqual([]);
          expect((await openAdmin(engine, keys, step?.key ?? 0).check()).faults).toEqual([]);
          from = isDone ? begun : done;
          if (begun > done) {
            lost += 1;
            killedIn.set(step?.what ?? '', (killedIn.get(step?.what ?? '') ?? 0) + 1);
          }
          await expectNoOrphan(gateway, source, people, lost);
        } finally {
          await gateway.close();
        }
      }
      next.kill('SIGKILL');

      const gateway = await createGatewayOfSteps(engine, keys, source.origin);
      closing.push(() => gateway.close());
      const until = from + 40;
      for (const step of stepsUntil(until)) if (step.index >= from) await gateway.run(step);
      expect(await gateway.kept(peopleUntil(until))).toEqual((await reference.after(until)).kept);
      expect(await gateway.faultsOfLog(peopleUntil(until))).toEqual([]);
      expect(until).toBeGreaterThan(KILLS);
      const inSteps = [...killedIn].map(([what, times]) => `${what} ${times}`).sort();
      process.stderr.write(`killed on ${name}: ${KILLS} times, ${lost} within a step (${inSteps.join(', ')})\n`);
    },
    isFull ? 3_600_000 : 120_000,
  );
});

/** What the source still honours is kept here, but for what was on its way when the process died. */
async function expectNoOrphan(
  gateway: GatewayOfSteps,
  source: CrashSource,
  people: readonly string[],
  lost: number,
): Promise<void> {
  const kept = new Set(await gateway.refreshTokens(people));
  const orphans = source.live().filter(({ refresh }) => !kept.has(refresh));
  expect(orphans.length).toBeLessThanOrEqual(lost);
}

function newKey(): string {
  return randomBytes(32).toString('base64');
}

function spawnWorker({ file }: BuiltWorker): ChildProcessWithoutNullStreams {
  const worker = spawn(process.execPath, [file]);
  closing.push(async () => {
    worker.kill('SIGKILL');
    return Promise.resolve();
  });
  return worker;
}

/** @returns how many steps were acknowledged, and how many begun, of the whole plan. */
async function killedAt(
  worker: ChildProcessWithoutNullStreams,
  work: Work,
  { step, afterMs }: { readonly step: number; readonly afterMs: number },
): Promise<{ readonly done: number; readonly begun: number }> {
  let said = '';
  let complaint = '';
  worker.stderr.on('data', (chunk: Buffer) => (complaint += chunk.toString()));
  const hasBegun = new Promise((resolve) => {
    worker.stdout.on('data', (chunk: Buffer) => {
      said += chunk.toString();
      if (said.includes(`begin ${step}\n`)) resolve(undefined);
    });
  });
  const ended = once(worker, 'close') as Promise<[number | null, NodeJS.Signals | null]>;
  worker.stdin.write(`${JSON.stringify(work)}\n`);
  await Promise.race([hasBegun, ended]);
  await sleep(afterMs);
  worker.kill('SIGKILL');
  const [, signal] = await ended;
  expect([signal, complaint]).toEqual(['SIGKILL', complaint]);
  const last = (word: string): number =>
    Math.max(
      work.from - 1,
      ...said
        .split('\n')
        .filter((line) => line.startsWith(`${word} `))
        .map((line) => Number(line.slice(word.length + 1))),
    ) + 1;
  return { done: last('done'), begun: last('begin') };
}

async function startSource(): Promise<CrashSource> {
  const source = await startCrashSource(nhsNumberOf);
  closing.push(() => source.close());
  return source;
}

async function startReference(): Promise<Reference> {
  const source = await startSource();
  const gateway = await createGatewayOfSteps({ file: ':memory:' }, [newKey(), newKey()], source.origin);
  closing.push(() => gateway.close());
  const kept: (readonly KeptPerson[])[] = [[]];
  const steps: Step[] = [];
  const plan = planOf(seed);
  return {
    async after(count) {
      while (kept.length <= count) {
        const step = plan.next().value;
        await gateway.run(step);
        steps.push(step);
        kept.push(await gateway.kept(peopleUntil(steps.length)));
      }
      return { kept: kept[count] ?? [], step: steps[count - 1] };
    },
  };
}

function stepsUntil(count: number): readonly Step[] {
  const plan = planOf(seed);
  return Array.from({ length: count }, () => plan.next().value);
}

/** In the order in which they first came. */
function peopleUntil(count: number): readonly string[] {
  return [...new Set(stepsUntil(count).map(({ person }) => person))];
}

async function startSqlite(): Promise<Engine> {
  const folder = await mkdtemp(join(tmpdir(), 'phr-crash-'));
  closing.push(() => rm(folder, { recursive: true, force: true }));
  return { file: join(folder, 'data.sqlite') };
}

async function startPostgresDatabase(): Promise<Engine> {
  const server = await startPostgres();
  closing.push(() => server.close());
  return { url: await server.createDatabase() };
}

async function startPostgresAndRedis(): Promise<Engine> {
  const redis = await startRedis();
  closing.push(() => redis.close());
  return { ...(await startPostgresDatabase()), redisUrl: redis.url };
}
