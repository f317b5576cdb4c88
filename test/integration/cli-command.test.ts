/** The command line: what an integrator types and gets back; as a process where a shell sees a difference. */
import { spawn } from 'node:child_process';
import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { CommanderError } from 'commander';
import type { Binary, Bundle } from 'fhir/r4.js';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createProgram } from '../../src/cli/program.ts';
import type { Terminal } from '../../src/cli/terminal.ts';
import { startHarness } from './app-harness.ts';

const MAIN = new URL('../../src/cli/phr-gateway.ts', import.meta.url).pathname;
const ROOT = new URL('../..', import.meta.url).pathname;

interface Finished {
  readonly code: number | null;
  readonly out: string;
  readonly err: string;
}

let folder: string;
const at = (...path: readonly string[]) => join(folder, ...path);

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'phr-cli-'));
});
afterAll(() => rm(folder, { recursive: true }));

/** The command in this process; its errors end with the exit code that the entry gives them. */
async function call(args: readonly string[], env: Readonly<Record<string, string>> = {}): Promise<Finished> {
  let out = '';
  let err = '';
  const terminal: Terminal = {
    arguments: ['node', 'phr-gateway', ...args],
    isScreen: false,
    env,
    out(text) {
      out += text;
      return Promise.resolve();
    },
    note(text) {
      err += text;
    },
  };
  try {
    return { code: await createProgram(terminal), out, err };
  } catch (error) {
    if (!(error instanceof CommanderError)) throw error;
    return { code: error.exitCode === 0 ? 0 : 2, out, err };
  }
}

/** The command as a process. @param closeAfterBytes the reader has enough then, as `head` does. */
function run(args: readonly string[], closeAfterBytes = Infinity): Promise<Finished> {
  const child = spawn(process.execPath, ['--import', 'tsx', MAIN, ...args], {
    cwd: ROOT,
    env: { PATH: process.env['PATH'] },
  });
  const out: Buffer[] = [];
  let err = '';
  child.stdout.on('data', (chunk: Buffer) => {
    out.push(chunk);
    if (Buffer.concat(out).length >= closeAfterBytes) child.stdout.destroy();
  });
  child.stderr.on('data', (chunk: Buffer) => (err += chunk.toString()));
  return new Promise((resolve) => {
    child.once('close', (code) => resolve({ code, out: Buffer.concat(out).toString(), err }));
  });
}

const PATIENT = '{"resourceType":"Patient","id":"p1","birthDate":"1950-01-01"}';
const WEIGHT =
  '{ "resourceType": "Observation",  "id": "o1", "status": "final", "code": {"text": "Gewicht – 体重"}, "subject": {"reference": "Patient/p1"}, "valueQuantity": {"value": 1.10, "unit": "kg"} }';
const GOUT =
  '{"resourceType":"Condition","id":"c1","subject":{"reference":"Patient/p1"},"code":{"text":"Gout"},"extension":[{"url":"https://a.example/n","valueDecimal":12345678901234567890.120}]}';

describe('wrong usage: what is wrong in one line, exit 2, nothing on standard output', () => {
  test.each([
    ['no command', [], /Usage: phr-gateway/],
    ['an unknown command', ['recncile'], /unknown command 'recncile'/],
    ['reconcile without anything', ['reconcile'], /--source name=file/],
    ['a source without a file', ['reconcile', '--source', 'gp'], /name=file/],
    ['a name that is none', ['reconcile', '--source', 'GP=x.json'], /name like "gp"/],
    ['a source given twice', ['reconcile', '--source', 'gp=a', '--source', 'gp=b'], /given twice/],
    ['both ways at once', ['reconcile', '--source', 'gp=a', '--patients', 'x', '--out', 'y'], /not both/],
    ['patients without out', ['reconcile', '--patients', 'x'], /go together/],
    ['a folder that is none', ['reconcile', '--patients', '/nowhere/at/all', '--out', '/nowhere'], /not a folder/],
    ['a view that is none', ['reconcile', '--source', 'gp=a', '--view', 'best'], /Allowed choices/],
    ['an unknown option', ['reconcile', '--sorce', 'gp=a'], /unknown option '--sorce'/],
    ['source check without a name', ['source', 'check'], /missing required argument/],
  ] as const)('%s', async (_, args, words) => {
    const { code, out, err } = await call(args);
    expect(err).toMatch(words);
    expect(err).not.toContain('    at ');
    expect(out).toBe('');
    expect(code).toBe(2);
  });
});

test('as a process: exit 2 and one line for wrong usage', async () => {
  const { code, out, err } = await run(['reconcile', '--source', 'gp']);
  expect({ code, out }).toEqual({ code: 2, out: '' });
  expect(err).toMatch(/^error: [^\n]+\n/);
  expect(err).not.toContain('    at ');
});

test('as a process: the words of a file never command the terminal', async () => {
  await writeFile(at('escape.json'), JSON.stringify([{ resourceType: 'Pat\u001b[2J\u202Eient', id: 'x' }]));
  const { err } = await run(['reconcile', '--source', `gp=${at('escape.json')}`]);
  expect(err).toContain('Pat\uFFFD[2J\uFFFDient');
});

describe('reconcile', () => {
  test('NDJSON with a broken line: the line is named, the rest goes on, decimals stay as written', async () => {
    await writeFile(at('gp.ndjson'), [PATIENT, GOUT, '{"resourceType":"Condition", BROKEN', WEIGHT].join('\n'));
    const { code, out, err } = await call(['reconcile', '--source', `gp=${at('gp.ndjson')}`]);
    expect(code).toBe(0);
    expect(err).toMatch(/^gp: item at line 3: .*JSON.*\n$/);
    expect(out.endsWith('}\n')).toBe(true);
    expect((JSON.parse(out) as Bundle).resourceType).toBe('Bundle');
    expect(out).toContain('"value":1.10,');
    expect(out).toContain('"valueDecimal":12345678901234567890.120');
  });

  test('gzip, a byte order mark and an array give the same answer as the plain file', async () => {
    const text = `[${PATIENT},${GOUT}]`;
    await writeFile(at('plain.json'), text);
    await writeFile(at('packed.json.gz'), gzipSync(text));
    await writeFile(at('marked.json'), `\uFEFF${text}`);
    const [plain, ...others] = await Promise.all(
      ['plain.json', 'packed.json.gz', 'marked.json'].map((name) => call(['reconcile', '--source', `gp=${at(name)}`])),
    );
    expect(plain?.out).toContain('Gout');
    expect(others.map(({ out }) => out)).toEqual([plain?.out, plain?.out]);
  });

  test('--originals gives every resource back byte for byte', async () => {
    await writeFile(at('originals.json'), `[${PATIENT}, ${WEIGHT}, ${GOUT}]`);
    const { out } = await call(['reconcile', '--originals', '--source', `gp=${at('originals.json')}`]);
    const originals = ((JSON.parse(out) as Bundle).entry ?? [])
      .map(({ resource }) => resource)
      .filter((resource): resource is Binary => resource?.resourceType === 'Binary')
      .map(({ data }) => Buffer.from(data ?? '', 'base64').toString('utf8'));
    expect(originals.toSorted()).toEqual([PATIENT, WEIGHT, GOUT].toSorted());
  });

  test.each([
    ['a file that is not there', 'nothing.json', undefined],
    ['an empty file', 'empty.json', ''],
    ['HTML', 'page.json', '<!doctype html><html></html>'],
    ['truncated JSON', 'half.json', '{"resourceType":"Bundle","entry":[{"reso'],
    ['a broken archive', 'broken.json.gz', Buffer.from([0x1f, 0x8b, 8, 0, 1, 2, 3])],
    ['nesting without end', 'deep.json', `${'['.repeat(100_000)}${']'.repeat(100_000)}`],
  ])('%s: said, a whole Bundle all the same, exit 1', async (_, name, content) => {
    if (content !== undefined) await writeFile(at(name), content);
    const { code, out, err } = await call(['reconcile', '--source', `gp=${at(name)}`]);
    expect(code).toBe(1);
    expect(err).toMatch(/nothing that could be read\n$/);
    expect(err).not.toContain('    at ');
    expect((JSON.parse(out) as Bundle).entry?.some(({ search }) => search?.mode === 'outcome')).toBe(true);
  });

  test('one source that cannot be read leaves the other whole', async () => {
    await writeFile(at('whole.json'), `[${PATIENT},${GOUT}]`);
    const args = ['reconcile', '--source', `gp=${at('not-there.json')}`, '--source', `portal=${at('whole.json')}`];
    const { code, out, err } = await call(args);
    expect(code).toBe(0);
    expect(err).toContain('gp: item at file: the file cannot be read (ENOENT)');
    expect(out).toContain('Gout');
    expect(out).toContain('gp: failed');
  });

  test('a reader that has enough ends it quietly', async () => {
    const many = Array.from({ length: 5000 }, (_, index) => GOUT.replace('"c1"', `"c${String(index)}"`));
    await writeFile(at('many.ndjson'), [PATIENT, ...many].join('\n'));
    const { code, err } = await run(['reconcile', '--source', `gp=${at('many.ndjson')}`], 10);
    expect(err).toBe('');
    expect(code).toBe(0);
  });

  test('--patients: odd folder names, a patient without anything; exit 1 says that one produced nothing', async () => {
    const names = ['a_1=x', 'Zoë b', 'nobody'];
    for (const name of names) await mkdir(at('patients', name), { recursive: true });
    await writeFile(at('patients', 'a_1=x', 'gp.json'), `[${PATIENT},${GOUT}]`);
    await writeFile(at('patients', 'Zoë b', 'Portal One.ndjson.gz'), gzipSync(`${PATIENT}\n${GOUT}`));
    const { code, out, err } = await call(['reconcile', '--patients', at('patients'), '--out', at('out')]);
    expect(code).toBe(1);
    expect(out).toBe('');
    expect(err).toBe('nobody: nothing that could be read\n');
    expect((await readdir(at('out'))).toSorted()).toEqual(names.map((name) => `${name}.json`).toSorted());
    for (const name of names.slice(0, 2)) {
      const bundle = JSON.parse(await readFile(at('out', `${name}.json`), 'utf8')) as Bundle;
      for (const { resource } of bundle.entry ?? []) expect(resource?.id).toMatch(/^[A-Za-z0-9\-.]{1,64}$/);
      expect(JSON.stringify(bundle)).toContain('Gout');
    }
  });
});

describe('source check and config check', () => {
  test('source check asks a source without any other setting; an unknown name is answered with the known ones', async () => {
    const demo = await startHarness();
    try {
      const source = demo.sandbox.sources.find(({ name }) => name === 'specialist')?.config;
      if (source === undefined) throw new Error('The sandbox has no specialist.');
      const { title, adds, kind, baseUrl, fhirVersion, clientId, scopes, resourceTypes, endpoints } = source;
      const authentication = { method: 'client_secret_basic', clientSecret: 'env:CLINIC_SECRET' };
      const described = { title, adds, kind, baseUrl, fhirVersion, clientId, scopes, resourceTypes, endpoints };
      await mkdir(at('sources'));
      await writeFile(
        at('sources', 'clinic.json'),
        JSON.stringify({ ...described, authentication, allowInsecure: true }),
      );
      const env = { PHR_SOURCES_DIR: at('sources'), CLINIC_SECRET: 'a secret of the clinic' };

      const checked = await call(['source', 'check', 'clinic'], env);
      expect(checked.err).toBe('');
      expect(checked.out).toMatch(/^works /m);
      expect(`${checked.out}${checked.err}`).not.toContain(env.CLINIC_SECRET);

      const unknown = await call(['source', 'check', 'clinik'], env);
      expect(unknown).toMatchObject({ code: 2, out: '' });
      expect(unknown.err).toContain('there are: clinic');
    } finally {
      await demo.close();
    }
  });

  test('config check names every typo at once and repeats no value', async () => {
    await mkdir(at('typos'));
    await writeFile(
      at('typos', 'a.json'),
      '{ "titel": "Secret title", "kind": "smrt", "baseUrl": "http://a.example" }',
    );
    await writeFile(at('typos', 'B.json'), '{}');
    await writeFile(at('typos', 'c.json'), '{ "title": ');
    const env = { PHR_SOURCES_DIR: at('typos'), PHR_PORT: 'eighty', PHR_OPERATOR_KEY: 'hunter2-hunter2' };
    const { code, out, err } = await call(['config', 'check'], env);
    expect(code).toBe(2);
    expect(out).toBe('');
    for (const where of [
      'PHR_PORT',
      'PHR_OPERATOR_KEY',
      'a.json: titel',
      'a.json: kind',
      'a.json: baseUrl',
      'B.json',
      'c.json',
    ]) {
      expect(err).toContain(where);
    }
    for (const value of ['eighty', 'hunter2', 'Secret title', 'smrt']) expect(err).not.toContain(value);
  });
});
