/** `phr-gateway reconcile`: one patient's files to standard output, or a folder of patients to a folder of Bundles. */
import { Command, Option } from 'commander';
import { openTerminology } from '../../app.ts';
import { stringifyFhirJson } from '../../record/fhir/json.ts';
import type { View } from '../../record/reconciled-record.ts';
import type { ImportedTerminology } from '../../record/terminology/imported/imported-terminology.ts';
import type { IpsVersion } from '../../record/views/summary/ips-version.ts';
import type { Terminal } from '../terminal.ts';
import { readDecisionsFile, unknownSources } from './decisions-file.ts';
import { explainRecord } from './explain-record.ts';
import { OFFLINE_BASE, patientIdOf, reconcileFiles } from './reconcile-files.ts';
import { reconcilePatients } from './reconcile-patients.ts';
import type { SourceFile } from './read-source-file.ts';
import { addSourceFile } from './source-option.ts';
import { summarise } from './summarise.ts';

interface Options {
  readonly source: readonly SourceFile[];
  readonly patients?: string;
  readonly out?: string;
  readonly view: View;
  readonly originals: boolean;
  readonly patientId: string;
  readonly decisions?: string;
  /** True for everything. */
  readonly explain?: string | true;
  readonly terminology?: string;
  /** True for the newest release. */
  readonly summary?: IpsVersion | true;
}

export function reconcileCommand(terminal: Terminal, finish: (exitCode: number) => void): Command {
  const command = new Command('reconcile')
    .description('reconcile FHIR files offline; the Bundle goes to standard output')
    .option(
      '--source <name=file>',
      'a source and its file (Bundle, resource, array or NDJSON; may be gzipped); repeat',
      addSourceFile,
      [],
    )
    .option('--patients <dir>', 'a folder per patient, in it <source>.json or .ndjson per source')
    .option('--out <dir>', 'where --patients writes <patient>.json')
    .option('--originals', 'add every resource exactly as received, as Binary', false)
    .option('--terminology <file>', 'index of official releases, made by "terminology import"')
    .option('--decisions <file>', 'what the person decided: a JSON array of { id, kind, items, actorId, at, reason? }')
    .option('--explain [id]', 'say in plain words why records were joined or kept apart, instead of the Bundle')
    .addOption(
      new Option(
        '--summary [version]',
        'the International Patient Summary as a document, instead of the Bundle',
      ).choices(['1.1', '2.0']),
    )
    .option('--patient-id <id>', 'id of the patient in the output', 'patient')
    .addOption(
      new Option('--view <view>', 'unified: the reconciled record; source: what each source says; all: both')
        .choices(['unified', 'source', 'all'])
        .default('all'),
    );
  return command.action(async (options: Options) => {
    const fault = usageFault(options);
    if (fault !== undefined) command.error(`error: ${fault}`, { exitCode: 2 });
    const terminology = options.terminology === undefined ? undefined : openOrStop(options.terminology);
    finish(
      options.patients === undefined
        ? await reconcileOne(terminal, options, terminology)
        : await reconcilePatients(terminal, {
            ...options,
            patients: options.patients,
            out: options.out ?? '',
            terminology,
          }),
    );
  });

  function openOrStop(file: string): ImportedTerminology {
    try {
      return openTerminology(file);
    } catch (error) {
      if (!(error instanceof Error) || error.name !== 'ReleaseFaultError') throw error;
      return command.error(`error: --terminology ${error.message}`, { exitCode: 2 });
    }
  }
}

function usageFault(options: Options): string | undefined {
  const { length } = options.source;
  if (options.patients !== undefined && length > 0) return 'give --source or --patients, not both';
  if (options.patients === undefined && length === 0)
    return 'give at least one --source name=file, or --patients DIR --out DIR';
  if (
    options.patients !== undefined &&
    (options.decisions !== undefined || options.explain !== undefined || options.summary !== undefined)
  )
    return '--decisions, --explain and --summary are about one person: give --source';
  if (options.explain !== undefined && options.summary !== undefined) return 'give --explain or --summary, not both';
  if ((options.patients === undefined) !== (options.out === undefined)) return '--patients and --out go together';
  return undefined;
}

async function reconcileOne(
  terminal: Terminal,
  options: Options,
  terminology: ImportedTerminology | undefined,
): Promise<number> {
  const { decisions, faults } =
    options.decisions === undefined ? { decisions: [], faults: [] } : await readDecisionsFile(options.decisions);
  for (const fault of faults) terminal.note(`error: --decisions ${options.decisions ?? ''}: ${fault}\n`);
  if (faults.length > 0) return 2;
  const names = options.source.map((source) => source.name);
  for (const unknown of unknownSources(decisions, names)) terminal.note(`${unknown}\n`);
  const { bundle, record, completeness, notes } = await reconcileFiles({
    patientId: patientIdOf(options.patientId),
    files: options.source,
    view: options.view,
    withOriginals: options.originals,
    decisions,
    terminology,
  });
  for (const note of notes) terminal.note(`${note}\n`);
  if (record.sourceRecords.length === 0) terminal.note('nothing that could be read\n');
  if (options.explain !== undefined) return explainRecord(terminal, record, options.explain);
  const document =
    options.summary === undefined
      ? bundle
      : summarise({
          record,
          completeness,
          version: options.summary === true ? '2.0' : options.summary,
          baseUrl: OFFLINE_BASE,
        });
  await terminal.out(`${stringifyFhirJson(document)}\n`);
  return record.sourceRecords.length > 0 ? 0 : 1;
}
