import { CommanderError } from 'commander';
import type { Bundle } from 'fhir/r4.js';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createProgram } from '../../../../src/cli/program.ts';
import { faultsOf } from '../../../fixtures/fhir-validation.ts';
import { summaryFaults } from '../../../fixtures/summary-rules.ts';
import { emptyReasonOf, entriesOf, wordsOf } from '../../../support/summarised.ts';

let folder = '';
let good = '';
let broken = '';

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'summary-'));
  good = join(folder, 'gp.json');
  broken = join(folder, 'hospital.ndjson');
  const meta = { lastUpdated: '2026-05-04T10:00:00Z' };
  const statement = {
    resourceType: 'MedicationStatement',
    id: 'm',
    meta,
    status: 'active',
    medicationCodeableConcept: { text: 'Furosemide 40mg tablets' },
    subject: { reference: 'Patient/p' },
  };
  await writeFile(good, JSON.stringify([{ resourceType: 'Patient', id: 'p' }, statement]));
  await writeFile(broken, '{"resourceType":"Patient","id":"p"}\n{"resourceType":');
});

afterAll(() => rm(folder, { recursive: true }));

async function run(...args: readonly string[]): Promise<{ readonly code: number; readonly out: string }> {
  let out = '';
  try {
    const code = await createProgram({
      arguments: ['node', 'phr-gateway', 'reconcile', ...args],
      isScreen: false,
      env: {},
      out(text: string) {
        out += text;
        return Promise.resolve();
      },
      note: () => undefined,
    });
    return { code, out };
  } catch (error) {
    if (!(error instanceof CommanderError)) throw error;
    return { code: error.exitCode, out };
  }
}

test('prints the patient summary as a document, as of the newest input', async () => {
  const { code, out } = await run('--source', `gp=${good}`, '--summary');
  const bundle = JSON.parse(out) as Bundle;
  expect(code).toBe(0);
  expect([...faultsOf(bundle), ...summaryFaults(bundle, '2.0')]).toEqual([]);
  expect(bundle.timestamp).toBe('2026-05-04T10:00:00Z');
  expect(entriesOf(bundle, '10160-0')).toMatchObject([{ status: 'active' }]);
  expect((await run('--source', `gp=${good}`, '--summary')).out).toBe(out);
});

test('follows release 1.1 where asked', async () => {
  const bundle = JSON.parse((await run('--source', `gp=${good}`, '--summary', '1.1')).out) as Bundle;
  expect([...faultsOf(bundle), ...summaryFaults(bundle, '1.1')]).toEqual([]);
  expect(entriesOf(bundle, '48765-2')).toMatchObject([{ code: { coding: [{ code: 'no-allergy-info' }] } }]);
});

test('a file with something unreadable leaves empty sections unavailable', async () => {
  const { out } = await run('--source', `hospital=${broken}`, '--summary');
  const bundle = JSON.parse(out) as Bundle;
  expect(emptyReasonOf(bundle, '48765-2')).toBe('unavailable');
  expect(wordsOf(bundle, '48765-2')).toContain('hospital');
});

test('wrong usage is refused', async () => {
  expect((await run('--source', `gp=${good}`, '--summary', '3.0')).code).not.toBe(0);
  expect((await run('--source', `gp=${good}`, '--summary', '--explain')).code).toBe(2);
  expect((await run('--patients', folder, '--out', folder, '--summary')).code).toBe(2);
});
