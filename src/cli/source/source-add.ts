/** `phr-gateway source add NAME --preset PRESET`: writes a source file from a vendor preset, says what to do next, and checks it. */
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { isAbsolute, join } from 'node:path';
import { Command } from 'commander';
import { ConfigError, renderConfigError } from '../../config/config-error.ts';
import { loadPreset } from '../../config/load-presets.ts';
import { loadOneSource, sourcesDir } from '../../config/load-sources.ts';
import { publicUrlOf } from '../../config/public-url.ts';
import type { SourceConfig } from '../../ports/source-config.ts';
import { SOURCE_NAME } from '../../config/source-schema.ts';
import { missingFields, sourceFromPreset } from '../../config/source-from-preset.ts';
import { checkAndPrint } from './source-check.ts';
import type { Terminal } from '../terminal.ts';
import { givenFields, type SourceAddOptions } from './given-fields.ts';
import { makeKeyFile } from './make-key-file.ts';
import { nextSteps } from './next-steps.ts';

type Finish = (exitCode: number) => void;

export function sourceAddCommand(terminal: Terminal, finish: Finish): Command {
  return new Command('add')
    .description('write config/sources/<name>.json from a vendor preset, then check the source')
    .argument('<name>', 'name of the new source: a small letter, then at most 23 of a-z, 0-9 and -')
    .requiredOption('--preset <preset>', 'one of `phr-gateway source presets`')
    .option('--base-url <url>', 'FHIR base URL of the source')
    .option('--client-id <id>', 'client id that the source gave the gateway')
    .option('--public', 'the gateway is a public client there')
    .option('--secret <reference>', 'client secret, as env:NAME or file:PATH')
    .option('--key <file>', 'private JWK to sign with; made there where it does not exist')
    .option('--set <field=value>', 'any other field, e.g. endpoints.token=https://…; repeatable', collect, [])
    .option('--no-check', 'do not ask the source anything')
    .action(async (name: string, options: SourceAddOptions) => {
      try {
        await addSource(terminal, name, options, finish);
      } catch (error) {
        if (!(error instanceof ConfigError)) throw error;
        terminal.note(`${renderConfigError(error).join('\n')}\n`);
        finish(2);
      }
    });
}

function collect(value: string, earlier: readonly string[]): readonly string[] {
  return [...earlier, value];
}

async function addSource(terminal: Terminal, name: string, options: SourceAddOptions, finish: Finish): Promise<void> {
  const refuse = (words: string): void => {
    terminal.note(`error: ${words}\n`);
    finish(2);
  };
  if (!SOURCE_NAME.test(name)) {
    refuse('the name must be a small letter, then at most 23 of a-z, 0-9 and -');
    return;
  }
  const preset = loadPreset(options.preset);
  const dir = sourcesDir(terminal.env);
  const file = join(dir, `${name}.json`);
  if (existsSync(file)) {
    refuse(`${file} exists already; it is not overwritten`);
    return;
  }
  const given = givenFields(preset, options);
  if ('what' in given) {
    refuse(given.what);
    return;
  }
  const missing = missingFields(preset, given.fields);
  if (missing.length > 0) {
    const list = missing.map(({ field, words }) => `  ${field}: ${words}`);
    refuse(`this preset needs more:\n${list.join('\n')}\nGive it with an option of its own or with --set FIELD=VALUE.`);
    return;
  }
  mkdirSync(dir, { recursive: true });
  const keyFile =
    options.key === undefined ? undefined : isAbsolute(options.key) ? options.key : join(dir, options.key);
  const madeKey =
    keyFile !== undefined && !existsSync(keyFile) ? await makeKeyFile(keyFile, given.algorithm, name) : false;
  writeFileSync(file, `${JSON.stringify(sourceFromPreset(preset, given.fields), undefined, 2)}\n`, { flag: 'wx' });
  await terminal.out(`Written: ${file}\n`);
  if (madeKey && keyFile !== undefined)
    await terminal.out(`Made: ${keyFile} (a new ${given.algorithm} key; keep it secret)\n`);
  const source = readBack(terminal, dir, name, finish);
  if (source === undefined) return;
  await terminal.out(nextSteps(source, preset, publicUrlOf(terminal.env)));
  if (options.check) await checkAndPrint(terminal, source, finish);
}

/** What was written may still have a fault, such as a variable that is not set yet: the file stays, and is not written again. */
function readBack(terminal: Terminal, dir: string, name: string, finish: Finish): SourceConfig | undefined {
  try {
    return loadOneSource({ dir, env: terminal.env }, name).source;
  } catch (error) {
    if (!(error instanceof ConfigError)) throw error;
    const next = `Mend ${join(dir, `${name}.json`)}, or delete it and add the source again.`;
    terminal.note(`${[...renderConfigError(error), next].join('\n')}\n`);
    finish(2);
    return undefined;
  }
}
