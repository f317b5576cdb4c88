import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createProgram } from '../../../../src/cli/program.ts';

let folder = '';
const subject = { reference: 'Patient/p' };

function statement(text: string, status: string): object {
  return {
    resourceType: 'MedicationStatement',
    id: 'm',
    status,
    subject,
    medicationCodeableConcept: { text },
  };
}

async function file(name: string, content: unknown): Promise<string> {
  const path = join(folder, name);
  await writeFile(path, JSON.stringify(content));
  return path;
}

async function run(...args: readonly string[]): Promise<{ code: number; out: string; notes: string }> {
  let [out, notes] = ['', ''];
  const code = await createProgram({
    arguments: ['node', 'phr-gateway', ...args],
    isScreen: false,
    env: {},
    out(text: string) {
      out += text;
      return Promise.resolve();
    },
    note(text: string) {
      notes += text;
    },
  });
  return { code, out, notes };
}

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'changes-'));
});

afterAll(() => rm(folder, { recursive: true }));

test('changes: words, or JSON', async () => {
  const before = await file('before.json', [statement('Furosemide 40mg tablets', 'active')]);
  const after = await file('after.json', [statement('Furosemide 40mg tablets', 'stopped')]);
  const words = await run('changes', '--before', `gp=${before}`, '--after', `gp=${after}`);
  expect(words).toMatchObject({
    code: 0,
    out: 'Stopped: Furosemide 40mg tablets, says gp (active → stopped)\n',
  });
  const json = await run('changes', '--before', `gp=${before}`, '--after', `gp=${after}`, '--json');
  expect(JSON.parse(json.out)).toMatchObject([{ kind: 'stopped', source: 'gp', from: 'active', to: 'stopped' }]);
  expect((await run('changes', '--before', `gp=${before}`, '--after', `gp=${before}`)).out).toBe('Nothing changed.\n');
});

test('changes: wrong usage is refused, an unreadable file is exit 1', async () => {
  const before = await file('only.json', [statement('Furosemide 40mg tablets', 'active')]);
  await expect(run('changes', '--before', `gp=${before}`)).rejects.toMatchObject({ exitCode: 2 });
  await expect(run('changes', '--before', 'gp', '--after', `gp=${before}`)).rejects.toThrow();
  await expect(
    run('changes', '--before', `gp=${before}`, '--before', `gp=${before}`, '--after', `gp=${before}`),
  ).rejects.toThrow(/given twice/);
  expect((await run('changes', '--before', `gp=${before}`, '--after', `gp=${before}.gone`)).code).toBe(1);
});

test('reconcile --decisions and --explain', async () => {
  const gp = await file('gp.json', [{ resourceType: 'Condition', id: 'c1', subject, code: { text: 'Diabetes' } }]);
  const hospital = await file('hospital.json', [
    { resourceType: 'Condition', id: 'c2', subject, code: { text: 'Type 2 diabetes mellitus' } },
  ]);
  const item = (source: string, originalId: string): object => ({ source, resourceType: 'Condition', originalId });
  const decision = {
    id: 'd1',
    kind: 'same',
    items: [item('gp', 'c1'), item('hospital', 'c2')],
    actorId: 'anna',
    at: '2026-01-01T00:00:00Z',
  };
  const decisions = await file('decisions.json', [decision]);
  const both = ['reconcile', '--source', `gp=${gp}`, '--source', `hospital=${hospital}`];
  const apart = await run(...both, '--explain', 'c1');
  expect(apart.out).toContain('was not joined with: Type 2 diabetes mellitus');
  const joined = await run(...both, '--decisions', decisions, '--explain');
  expect(joined.out).toContain('Decided: these are the same (anna, 2026-01-01T00:00:00Z)');
  expect((await run(...both, '--decisions', decisions)).out).toContain('person-decision');
  expect(await run(...both, '--explain', 'nobody')).toMatchObject({
    code: 2,
    out: '',
    notes: 'error: --explain nobody: no record is called so\n',
  });
  const wrong = await file('wrong.json', [{ ...decision, kind: 'maybe', at: 'now' }]);
  const refused = await run(...both, '--decisions', wrong);
  expect(refused).toMatchObject({ code: 2, out: '' });
  expect(refused.notes.split('\n').filter((line) => line !== '')).toHaveLength(2);
  const elsewhere = await run('reconcile', '--source', `gp=${gp}`, '--decisions', decisions);
  expect(elsewhere.notes).toBe('decision d1 names the source hospital, which is not given\n');
});
