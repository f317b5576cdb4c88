import { spawn, type ChildProcess } from 'node:child_process';
import { createServer } from 'node:http';
import { mkdtemp, mkdir, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, describe, expect, test } from 'vitest';
import type { Bundle } from 'fhir/r4.js';

interface DemoLine {
  readonly gateway: string;
  readonly patient: string;
  readonly token: string;
  readonly sources: readonly { readonly name: string; readonly state: string; readonly resources: number }[];
  readonly unified: Readonly<Record<string, number>>;
  readonly issues: Readonly<Record<string, number>>;
  readonly quarantined: number;
}

interface Finished {
  readonly code: number | null;
  readonly out: string;
  readonly err: string;
}

const MAIN = new URL('../../src/demo/main.ts', import.meta.url).pathname;
const ROOT = new URL('../..', import.meta.url).pathname;

const running = new Set<ChildProcess>();
const folders: string[] = [];

afterEach(async () => {
  for (const child of running) child.kill('SIGKILL');
  running.clear();
  for (const folder of folders.splice(0)) await rm(folder, { recursive: true });
});

function start(...args: readonly string[]) {
  return startIn(tmpdir(), ...args);
}

function startIn(temporary: string, ...args: readonly string[]) {
  const env = { ...process.env, TMPDIR: temporary };
  const child = spawn(process.execPath, ['--import', 'tsx', MAIN, ...args], { cwd: ROOT, env });
  running.add(child);
  let out = '';
  let err = '';
  child.stdout.on('data', (chunk: Buffer) => (out += chunk.toString()));
  child.stderr.on('data', (chunk: Buffer) => (err += chunk.toString()));
  const finished = new Promise<Finished>((resolve) => {
    child.once('close', (code) => {
      running.delete(child);
      resolve({ code, out, err });
    });
  });
  return { child, finished, out: () => out };
}

function counts(bundle: Bundle, keep: (kind: string | undefined, type: string) => boolean): number {
  return (bundle.entry ?? []).filter(({ resource, search }) => {
    if (resource === undefined || search?.mode === 'outcome') return false;
    const kind = resource.meta?.tag?.find((tag) => tag.system?.endsWith('/record-kind') === true)?.code;
    return keep(kind, resource.resourceType);
  }).length;
}

describe('the demo', () => {
  test('--json: one line, whose figures are those of the endpoint it names; ends on Ctrl-C and leaves nothing', async () => {
    const temporary = await mkdtemp(join(tmpdir(), 'phr-demo-test-'));
    folders.push(temporary);
    const { child, finished, out } = startIn(temporary, '--json');
    await expect.poll(out, { timeout: 50_000 }).toContain('\n');
    const line = JSON.parse(out()) as DemoLine;
    expect(Object.keys(line)).toEqual(['gateway', 'patient', 'token', 'sources', 'unified', 'issues', 'quarantined']);
    expect(line.sources.map((source) => source.name)).toEqual(['gp', 'hospital', 'specialist']);

    const answer = await fetch(`${line.gateway}/Patient/${line.patient}/$everything?view=all`, {
      headers: { Authorization: `Bearer ${line.token}` },
    });
    const bundle = (await answer.json()) as Bundle;
    for (const type of ['MedicationStatement', 'Condition', 'AllergyIntolerance']) {
      expect(line.unified[type]).toBe(counts(bundle, (kind, item) => kind === 'unified' && item === type));
      expect(line.unified[type]).toBeGreaterThan(0);
    }
    const issues = Object.values(line.issues).reduce((total, count) => total + count, 0);
    expect(issues).toBe(counts(bundle, (_, type) => type === 'DetectedIssue'));
    expect(line.quarantined).toBe(counts(bundle, (kind) => kind === 'quarantined'));
    const resources = line.sources.reduce((total, source) => total + source.resources, 0);
    expect(resources).toBe(counts(bundle, (kind) => kind === 'source'));

    child.kill('SIGINT');
    const { code, out: printed } = await finished;
    expect(code).toBe(0);
    expect(printed.trimEnd().split('\n')).toHaveLength(1);
    expect((await readdir(temporary)).filter((name) => name.startsWith('phr-gateway'))).toEqual([]);
  });

  test.each([
    ['Ctrl-C before it is ready', (child: ChildProcess) => child.kill('SIGINT')],
    ['a reader that has enough', (child: ChildProcess) => child.stdout?.destroy()],
  ])('%s: ends quietly and leaves nothing', async (_, end) => {
    const temporary = await mkdtemp(join(tmpdir(), 'phr-demo-test-'));
    folders.push(temporary);
    const { child, finished, out } = startIn(temporary);
    await expect.poll(out, { timeout: 50_000 }).toContain('\n');
    end(child);
    const { code, err } = await finished;
    expect(err).toBe('');
    expect(code).toBe(0);
    expect((await readdir(temporary)).filter((name) => name.startsWith('phr-gateway'))).toEqual([]);
  });

  test('--once for a child: the parent signs in, adds the child, confirms; tables that fit the terminal', async () => {
    const { code, out, err } = await start('--once', '--person', 'milo').finished;
    expect(err).toBe('');
    expect(code).toBe(0);
    expect(out).toMatch(/Added Milo .*whom dana looks after \(parent\)/);
    expect(out).toContain('identity confirmed by dana');
    for (const title of ['Medicines (', 'Conditions (', 'Allergies (', 'What differs (', 'How complete this is']) {
      expect(out).toContain(title);
    }
    expect(out).not.toContain('curl');
    expect(Math.max(...out.split('\n').map((line) => line.length))).toBeLessThanOrEqual(120);
  });

  test('--records: serves what is in a folder', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'phr-records-'));
    folders.push(folder);
    await mkdir(join(folder, 'somebody'));
    // As generated records have it: entries named by `urn:uuid:`, a Patient that the server then gives by its id.
    const id = '1c6b5d6e-0d53-4f3a-9a52-0d7f4a3f6f10';
    const patient = { resourceType: 'Patient', id, birthDate: '1960-01-02', name: [{ family: 'Somebody' }] };
    const condition = {
      resourceType: 'Condition',
      id: 'c1',
      subject: { reference: `urn:uuid:${id}` },
      code: { text: 'Gout' },
    };
    const bundle = {
      resourceType: 'Bundle',
      type: 'collection',
      entry: [patient, condition].map((resource) => ({ fullUrl: `urn:uuid:${resource.id}`, resource })),
    };
    for (const source of ['clinic', 'portal']) {
      await writeFile(join(folder, 'somebody', `${source}.json`), JSON.stringify(bundle));
    }
    const { code, out } = await start('--once', '--json', '--records', folder).finished;
    expect(code).toBe(0);
    const line = JSON.parse(out) as DemoLine;
    expect(line.sources).toMatchObject([
      { name: 'clinic', state: 'complete', resources: 2 },
      { name: 'portal', state: 'complete', resources: 2 },
    ]);
    expect(line.unified['Condition']).toBe(1);
  });

  test('--records: a source that shows somebody else is blocked and named, the rest is shown', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'phr-records-'));
    folders.push(folder);
    await mkdir(join(folder, 'somebody_a=1'));
    const born = { clinic: '1960-01-02', portal: '1987-06-05' };
    for (const [source, birthDate] of Object.entries(born)) {
      const patient = { resourceType: 'Patient', id: 'p', birthDate, name: [{ family: 'Somebody' }] };
      const condition = {
        resourceType: 'Condition',
        id: 'c',
        subject: { reference: 'Patient/p' },
        code: { text: source },
      };
      await writeFile(join(folder, 'somebody_a=1', `${source}.json`), JSON.stringify([patient, condition]));
    }
    const [tables, json] = await Promise.all([
      start('--once', '--records', folder).finished,
      start('--once', '--json', '--records', folder).finished,
    ]);
    expect(tables.code).toBe(0);
    expect(tables.out).toContain('Not linked: portal (Records "portal")');
    expect(tables.out.replaceAll(/\s+/g, ' ')).toContain('• portal: not linked, nothing of it is here – This account');
    expect(tables.out).toMatch(/^clinic +not said +clinic +only here$/m);
    expect((JSON.parse(json.out) as DemoLine).sources).toEqual([
      { name: 'clinic', state: 'complete', resources: 2 },
      { name: 'portal', state: 'not-linked', resources: 0 },
    ]);
  });

  test.each([
    ['an unknown option', ['--nothing']],
    ['an unknown person', ['--person', 'nobody']],
    ['a port that is none', ['--port', '70000']],
    ['a folder that is none', ['--records', '/nowhere/at/all']],
    ['a word too many', ['more']],
  ])('%s: one clear line, exit 2', async (_, args) => {
    const { code, out, err } = await start('--once', ...args).finished;
    expect(code).toBe(2);
    expect(out).toBe('');
    expect(err).toMatch(/^error: [^\n]+\n$/);
  });

  test('a port that is taken: one clear line, exit 2', async () => {
    const server = createServer();
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const address = server.address();
    const port = typeof address === 'object' && address !== null ? address.port : 0;
    const { code, err } = await start('--once', '--port', String(port)).finished;
    server.close();
    expect(code).toBe(2);
    expect(err).toMatch(/^error: [^\n]*in use[^\n]*\n$/);
  });

  test('--help tells every option', async () => {
    const { code, out } = await start('--help').finished;
    expect(code).toBe(0);
    for (const option of ['--once', '--json', '--records', '--person', '--port']) expect(out).toContain(option);
    for (const person of ['zofia', 'milo', 'rhiannon', 'theo']) expect(out).toContain(person);
  });
});
