/** The demo from start to table: starts everything, links, reads the endpoint as a client app would, prints. */
import { RecordsError } from '../sandbox/records/records-error.ts';
import { PortTakenError } from '../sandbox/listen.ts';
import type { Progress } from '../ports/source-connector.ts';
import { createLog } from '../telemetry/log.ts';
import { answerFigures } from './answer-figures.ts';
import { choosePerson, type ChosenPerson } from './choose-person.ts';
import { DemoExit, type DemoOptions } from './demo-options.ts';
import { linkSources } from './link-sources.ts';
import { readEverything } from './read-everything.ts';
import { recordReport } from './record-report.ts';
import { startDemo, type RunningDemo } from './start-demo.ts';

export interface DemoOutput {
  /** The answer: tables or the one JSON line. */
  readonly print: (line: string) => void;
  /** How it goes; on standard error where the answer is JSON. */
  readonly note: (line: string) => void;
  /** Characters of a line. */
  readonly width: number;
}

/** Instead of a count. */
const PROGRESS_WORDS: Readonly<Record<string, string>> = {
  'nothing-there': 'none',
  refused: 'refused',
  failed: 'failed',
  'no-time': 'no time left',
};
const TOKEN_SCOPE = 'patient/*.rs';
/** Long enough to try the endpoint for a while. */
const TOKEN_LIFETIME_S = 8 * 3600;

/** @returns what keeps running; the caller closes it. @throws DemoExit */
export async function runDemo(options: DemoOptions, output: DemoOutput): Promise<{ close(): Promise<void> }> {
  const demo = await startDemo({
    port: options.port,
    ...(options.records === undefined ? {} : { sandbox: { recordsDir: options.records } }),
    log: createLog({ level: 'silent' }),
    onProgress: (source, progress) => noteProgress(output, source, progress),
  }).catch((error: unknown) => {
    if (error instanceof PortTakenError || error instanceof RecordsError) {
      throw new DemoExit(2, `error: ${error.message}`);
    }
    throw error;
  });
  try {
    await showRecord(demo, options, output);
    return demo;
  } catch (error) {
    await demo.close();
    throw error;
  }
}

async function showRecord(demo: RunningDemo, options: DemoOptions, output: DemoOutput): Promise<void> {
  const { config, sandbox } = demo;
  for (const problem of sandbox.problems) output.note(problem);
  const chosen = choosePerson(sandbox.users, options.person);
  output.note(`Gateway ${config.publicUrl}, sources: ${sandbox.sources.map((source) => source.name).join(', ')}`);
  const { patient, notLinked } = await linkSources(demo, chosen, output.note);
  const token = await sandbox.signIn.issueAccessToken({
    sub: chosen.user.sub,
    patient,
    scope: TOKEN_SCOPE,
    audience: config.fhirBaseUrl,
    expiresInS: TOKEN_LIFETIME_S,
  });
  const answer = await readEverything(config.fhirBaseUrl, patient, token);
  if (options.json) {
    const { sources, unified, issues, quarantined } = answerFigures(answer);
    output.print(
      JSON.stringify({
        gateway: config.fhirBaseUrl,
        patient,
        token,
        sources: [
          ...sources.map(({ name, state, resources }) => ({ name, state, resources })),
          ...notLinked.map(({ name }) => ({ name, state: 'not-linked', resources: 0 })),
        ],
        unified,
        issues,
        quarantined,
      }),
    );
    return;
  }
  for (const line of recordReport(answer, notLinked, output.width)) output.print(line);
  if (!options.once) for (const line of howToGoOn(demo, chosen, patient, token)) output.print(line);
}

function noteProgress({ note }: DemoOutput, source: string, { type, state, received }: Progress): void {
  if (state === 'pending' || state === 'reading') return;
  const words = PROGRESS_WORDS[state] ?? `${received}${state === 'partial' ? ', not all' : ''}`;
  note(`  ${source.padEnd(12)} ${type.padEnd(26)} ${words}`);
}

function howToGoOn({ config }: RunningDemo, { user }: ChosenPerson, patient: string, token: string): readonly string[] {
  return [
    '',
    `Pages       ${config.publicUrl}/   (sign in as ${user.userName}, password ${user.password}; an invented person)`,
    'Endpoint    a working token for 8 hours:',
    '',
    `curl -H 'Authorization: Bearer ${token}' '${config.fhirBaseUrl}/Patient/${patient}/$everything'`,
    '',
    'Ctrl-C ends it.',
  ];
}
