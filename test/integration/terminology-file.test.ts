/** PHR_TERMINOLOGY_FILE: the service reads a record with imported releases, and refuses to start with a file that is none. */
import { spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { mkdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { createRecordReader } from '../../src/services/read-record.ts';
import { createAccountSync } from '../../src/services/sync-account.ts';
import { importTerminology } from '../../src/terminology/import-terminology.ts';
import { openIndex } from '../../src/terminology/index/open-index.ts';
import { createFakeSource, EMPTY_PULL } from '../unit/services/fake-source.ts';
import { linkedAccount, makeContext, signIn } from '../unit/services/make-context.ts';
import { newFolder, snomedRelease, writeFiles } from '../unit/terminology/invented-releases.ts';

const MAIN = new URL('../../src/main.ts', import.meta.url).pathname;

let dir = '';
beforeEach(() => {
  dir = newFolder();
});
afterEach(() => rm(dir, { recursive: true, force: true }));

async function importedIndex(): Promise<string> {
  const out = join(dir, 'sct.index');
  const snomed = [writeFiles(join(dir, 'sct'), snomedRelease())];
  await importTerminology({ rxnorm: [], dmd: [], snomed, icd10Map: [], out }, () => undefined);
  return out;
}

test.each([true, false])('a code without words is read where a release is imported (%s)', async (isImported) => {
  const gp = createFakeSource('gp');
  const context = {
    ...(await makeContext(gp)),
    ...(isImported ? { terminology: openIndex(await importedIndex()) } : {}),
  };
  const person = await signIn(context);
  const sync = createAccountSync(context, { pullDeadlineMs: 10_000, onProgress: () => undefined });
  const coding = [{ system: 'http://snomed.info/sct', code: '994001004' }];
  const json = { resourceType: 'Condition', id: 'c1', subject: { reference: 'Patient/p1' }, code: { coding } };
  gp.pull = () =>
    Promise.resolve({
      ...EMPTY_PULL,
      resources: [{ json, text: JSON.stringify(json), at: 'entry[0]', readAs: 'Condition' }],
      outcomes: [{ type: 'Condition', state: 'done', received: 1, reason: undefined }],
    });
  await linkedAccount(context, person, gp);
  const reader = createRecordReader(context, sync, { readDeadlineMs: 5_000, freshForMs: 0 });
  const { record } = await reader.read({
    actor: { issuer: 'https://sign-in.example', sub: 'user-1' },
    clientId: 'an-app',
    subjectId: person.id,
    scopes: [{ level: 'patient', type: '*', read: true, search: true, filters: [] }],
    sources: undefined,
    labels: undefined,
    until: undefined,
    appGrantId: undefined,
  });
  await sync.close();
  const [condition] = record.unified.map(({ resource }) => resource);
  const text = condition?.resourceType === 'Condition' ? condition.code?.text : undefined;
  expect(text).toBe(isImported ? 'Hypertensive disorder (disorder)' : undefined);
});

test('a file that is no index stops the start, in words: exit 2', async () => {
  await mkdir(join(dir, 'sources'));
  await writeFile(join(dir, 'not.index'), '{}');
  const env = {
    PATH: process.env['PATH'],
    PHR_DATA_FILE: join(dir, 'data.sqlite'),
    PHR_SOURCES_DIR: join(dir, 'sources'),
    PHR_OPERATOR_KEY: randomBytes(32).toString('base64'),
    PHR_TERMINOLOGY_FILE: join(dir, 'not.index'),
  };
  const child = spawn(process.execPath, ['--import', 'tsx', MAIN], { env });
  let err = '';
  child.stderr.on('data', (chunk: Buffer) => (err += chunk.toString()));
  const code = await new Promise((resolve) => child.once('close', resolve));
  expect({ code, err }).toEqual({
    code: 2,
    err: `PHR_TERMINOLOGY_FILE: ${join(dir, 'not.index')}: is no terminology index of this version; make it with "terminology import"\n`,
  });
});
