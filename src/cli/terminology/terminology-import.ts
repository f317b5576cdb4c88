/** `phr-gateway terminology import`: official releases the operator holds → one local index. Exit 1: a release is faulty; 2: wrong usage. */
import { stat } from 'node:fs/promises';
import { Command } from 'commander';
import { importTerminology, type ImportRequest } from '../../app.ts';
import type { Terminal } from '../terminal.ts';

const again = (value: string, before: readonly string[]): readonly string[] => [...before, value];

export function terminologyImportCommand(terminal: Terminal, finish: (exitCode: number) => void): Command {
  const command = new Command('import')
    .description('read official releases and write one index of them for --terminology and PHR_TERMINOLOGY_FILE')
    .option('--rxnorm <dir>', 'RxNorm, RRF files (RXNCONSO.RRF, RXNREL.RRF); repeat', again, [])
    .option('--dmd <dir>', 'NHS dm+d, XML files (f_vtm2_….xml, f_vmp2_….xml, …); repeat', again, [])
    .option('--snomed <dir>', 'SNOMED CT, RF2 snapshot (sct2_Description_Snapshot….txt); repeat', again, [])
    .option('--icd10-map <dir>', 'SNOMED CT to ICD-10, RF2 map snapshot (der2_…MapSnapshot….txt); repeat', again, [])
    .requiredOption('--out <file>', 'the index to write');
  return command.action(async (request: ImportRequest) => {
    const folders = [...request.rxnorm, ...request.dmd, ...request.snomed, ...request.icd10Map];
    if (folders.length === 0)
      command.error('error: give at least one of --rxnorm, --dmd, --snomed, --icd10-map', { exitCode: 2 });
    for (const folder of folders)
      if (!(await isFolder(folder))) command.error(`error: ${folder} is no folder`, { exitCode: 2 });
    finish(await importAll(terminal, request));
  });
}

async function isFolder(path: string): Promise<boolean> {
  try {
    return (await stat(path)).isDirectory();
  } catch {
    return false;
  }
}

async function importAll(terminal: Terminal, request: ImportRequest): Promise<number> {
  try {
    const summary = await importTerminology(request, progressOn(terminal));
    const { releases, medicines, ingredients, conditions, bytes } = summary;
    const size = bytes < 1_000_000 ? `${Math.ceil(bytes / 1000)} kB` : `${(bytes / 1_000_000).toFixed(1)} MB`;
    await terminal.out(
      `${releases.join(', ')}: ${medicines} medicine codes, ${ingredients} ingredient names, ${conditions} condition codes; ${size} in ${request.out}\n`,
    );
    if (medicines + conditions > 0) return 0;
    terminal.note('error: the releases hold no code that could be used\n');
    return 1;
  } catch (error) {
    if (!(error instanceof Error)) throw error;
    const isKnown = error.name === 'ReleaseFaultError' || 'code' in error;
    if (!isKnown) throw error;
    terminal.note(`error: ${error.message}\n`);
    return 1;
  }
}

/** One line on a screen, drawn again where the share of a file changes. */
function progressOn(terminal: Terminal): (file: string, readBytes: number, allBytes: number) => void {
  let shown = '';
  return (file, readBytes, allBytes) => {
    if (!terminal.isScreen) return;
    const line = `${file} ${Math.floor((100 * readBytes) / Math.max(1, allBytes))} %`;
    if (line === shown) return;
    shown = line;
    terminal.note(`\r${line.padEnd(70)}${readBytes === allBytes ? '\n' : ''}`);
  };
}
