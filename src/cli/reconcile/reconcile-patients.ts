/** A folder of patients → a folder of Bundles, one at a time, in one process. */
import { mkdir, readdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { stringifyFhirJson } from '../../record/fhir/json.ts';
import type { View } from '../../record/reconciled-record.ts';
import type { ImportedTerminology } from '../../record/terminology/imported/imported-terminology.ts';
import type { Terminal } from '../terminal.ts';
import type { SourceFile } from './read-source-file.ts';
import { patientIdOf, reconcileFiles } from './reconcile-files.ts';

export interface PatientsRequest {
  readonly patients: string;
  readonly out: string;
  readonly view: View;
  readonly originals: boolean;
  readonly terminology: ImportedTerminology | undefined;
}

const SOURCE_FILE = /^(.+?)\.(?:json|ndjson)(?:\.gz)?$/;

/** @returns 0; 1 where a patient produced nothing; 2 where the folder cannot be read. */
export async function reconcilePatients(terminal: Terminal, request: PatientsRequest): Promise<number> {
  const patients = await patientFolders(request.patients);
  if (patients === undefined) {
    terminal.note(`error: --patients ${request.patients}: not a folder that can be read\n`);
    return 2;
  }
  await mkdir(request.out, { recursive: true });
  let withoutRecords = patients.length === 0 ? 1 : 0;
  for (const [index, patient] of patients.entries()) {
    const files = await sourceFiles(join(request.patients, patient));
    const { bundle, record, notes } = await reconcileFiles({
      patientId: patientIdOf(patient),
      files,
      view: request.view,
      withOriginals: request.originals,
      terminology: request.terminology,
    });
    for (const note of notes) terminal.note(`${patient}: ${note}\n`);
    if (record.sourceRecords.length === 0) {
      withoutRecords++;
      terminal.note(`${patient}: nothing that could be read\n`);
    }
    await writeFile(join(request.out, `${patient}.json`), `${stringifyFhirJson(bundle)}\n`);
    showProgress(terminal, index + 1, patients.length);
  }
  return withoutRecords > 0 ? 1 : 0;
}

async function patientFolders(dir: string): Promise<readonly string[] | undefined> {
  try {
    const entries = await readdir(dir, { withFileTypes: true });
    return entries
      .filter((entry) => entry.isDirectory())
      .map((entry) => entry.name)
      .sort();
  } catch {
    return undefined;
  }
}

async function sourceFiles(dir: string): Promise<readonly SourceFile[]> {
  const names = (await readdir(dir)).sort();
  return names.flatMap((file) => {
    const name = SOURCE_FILE.exec(file)?.[1];
    return name === undefined ? [] : [{ name: sourceName(name), path: join(dir, file) }];
  });
}

/** File names become source names: what a source name may not hold becomes a hyphen. */
function sourceName(file: string): string {
  const name = file
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^[^a-z]+/, '');
  return name.slice(0, 24) || 'source';
}

const BAR_WIDTH = 30;

function showProgress(terminal: Terminal, done: number, all: number): void {
  if (!terminal.isScreen) return;
  const filled = Math.round((done / all) * BAR_WIDTH);
  const bar = `${'#'.repeat(filled)}${'.'.repeat(BAR_WIDTH - filled)}`;
  terminal.note(`\r[${bar}] ${done}/${all}${done === all ? '\n' : ''}`);
}
