import { mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { CommanderError } from 'commander';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { createProgram } from '../../../src/cli/program.ts';
import { newFolder, rxnormRelease, snomedRelease, writeFiles } from '../terminology/invented-releases.ts';

let dir = '';
beforeEach(() => {
  dir = newFolder();
});
afterEach(() => rmSync(dir, { recursive: true, force: true }));

async function run(words: readonly string[], isScreen = false) {
  let out = '';
  let notes = '';
  const terminal = {
    arguments: ['node', 'phr-gateway', ...words],
    isScreen,
    env: {},
    out: (text: string) => {
      out += text;
      return Promise.resolve();
    },
    note: (text: string) => {
      notes += text;
    },
  };
  try {
    return { exitCode: await createProgram(terminal), out, notes };
  } catch (error) {
    if (!(error instanceof CommanderError)) throw error;
    return { exitCode: error.exitCode === 0 ? 0 : 2, out, notes };
  }
}

describe('terminology import', () => {
  test('writes an index, says what is in it, and shows progress on a screen only', async () => {
    const rx = writeFiles(join(dir, 'rx'), rxnormRelease());
    const sct = writeFiles(join(dir, 'sct'), snomedRelease());
    const words = ['terminology', 'import', '--rxnorm', rx, '--snomed', sct, '--out', join(dir, 'all.index')];
    const { exitCode, out, notes } = await run(words);
    expect({ exitCode, notes }).toEqual({ exitCode: 0, notes: '' });
    expect(out).toMatch(
      /^RxNorm 2026-11-02, SNOMED CT 2026-10-01: 17 medicine codes, .* 4 condition codes; \d+ kB in /,
    );
    expect((await run(words, true)).notes).toContain('RXNCONSO.RRF 100 %');
  });

  test('a faulty release: exit 1, file and line, no index', async () => {
    const rx = writeFiles(join(dir, 'rx'), { ...rxnormRelease(), 'rrf/RXNREL.RRF': 'a|b|\n' });
    const { exitCode, notes } = await run(['terminology', 'import', '--rxnorm', rx, '--out', join(dir, 'x.index')]);
    expect(exitCode).toBe(1);
    expect(notes).toMatch(/^error: .*RXNREL\.RRF:1: has 3 fields/);
    expect(readdirSync(dir)).toEqual(['rx']);
  });

  test('a release without a code that could be used: exit 1', async () => {
    const rx = writeFiles(join(dir, 'rx'), { 'RXNCONSO.RRF': '', 'RXNREL.RRF': '' });
    expect(await run(['terminology', 'import', '--rxnorm', rx, '--out', join(dir, 'x.index')])).toMatchObject({
      exitCode: 1,
      notes: expect.stringContaining('no code') as string,
    });
  });

  test.each([
    ['no release', ['--out', 'x.index'], 'give at least one of'],
    ['no output', ['--rxnorm', '.'], "required option '--out <file>'"],
    ['no folder', ['--dmd', '/no/such/folder', '--out', 'x.index'], 'is no folder'],
  ])('%s: exit 2', async (_what, words, message) => {
    const { exitCode, notes } = await run(['terminology', 'import', ...words]);
    expect({ exitCode, notes }).toEqual({ exitCode: 2, notes: expect.stringContaining(message) as string });
  });
});

describe('reconcile --terminology', () => {
  const request = (id: string, code: string, text?: string) => ({
    resourceType: 'MedicationRequest',
    id,
    status: 'active',
    intent: 'order',
    subject: { reference: 'Patient/p' },
    authoredOn: '2026-10-01',
    medicationCodeableConcept: {
      coding: [{ system: 'http://www.nlm.nih.gov/research/umls/rxnorm', code }],
      ...(text === undefined ? {} : { text }),
    },
  });

  test('two sources, one with the code alone: joined with the index, apart without', async () => {
    const rx = writeFiles(join(dir, 'rx'), rxnormRelease());
    await run(['terminology', 'import', '--rxnorm', rx, '--out', join(dir, 'rx.index')]);
    mkdirSync(join(dir, 'in'));
    writeFileSync(join(dir, 'in', 'a.json'), JSON.stringify(request('a', '9900002')));
    writeFileSync(join(dir, 'in', 'b.json'), JSON.stringify(request('b', '7', 'Furosemide 40mg tablets')));
    const words = [
      'reconcile',
      '--source',
      `a=${dir}/in/a.json`,
      '--source',
      `b=${dir}/in/b.json`,
      '--view',
      'unified',
    ];
    const medicines = ({ out }: { readonly out: string }) => {
      const bundle = JSON.parse(out) as { entry: { resource: { resourceType: string } }[] };
      return bundle.entry.filter(({ resource }) => resource.resourceType === 'MedicationStatement').length;
    };
    expect(medicines(await run(words))).toBe(2);
    const joined = await run([...words, '--terminology', join(dir, 'rx.index')]);
    expect(medicines(joined)).toBe(1);
    expect(joined.out).toContain('(imported RxNorm 2026-11-02)');
  });

  test('a file that is no index: exit 2', async () => {
    writeFileSync(join(dir, 'a.json'), JSON.stringify(request('a', '9900002')));
    const words = ['reconcile', '--source', `a=${dir}/a.json`, '--terminology', join(dir, 'a.json')];
    expect(await run(words)).toMatchObject({
      exitCode: 2,
      notes: expect.stringContaining('is no terminology index') as string,
    });
  });
});
