/**
 * Gathers the raw text of every setting from the environment, secrets also from the files that `*_FILE` names, keys also from
 * the programs that `*_COMMAND` names.
 */
import type { ConfigFault } from './config-error.ts';
import type { ReadFile } from './files.ts';
import { fileErrorCode } from './files.ts';
import { commandWords, type RunKeyCommand } from './run-key-command.ts';
import type { SettingName } from './settings.ts';
import { settingNames, wordsOf } from './settings.ts';

export type Environment = Readonly<Record<string, string | undefined>>;

export interface RawSettings {
  readonly texts: Readonly<Partial<Record<SettingName, string>>>;
  readonly faults: readonly ConfigFault[];
  /** Name under which the operator gave it: with `_FILE` or `_COMMAND` where it came from there. */
  readonly givenAs: (name: string) => string;
}

/** An empty variable is an unset one: compose files and shells cannot say "unset". */
function valueOf(env: Environment, name: string): string | undefined {
  const value = env[name]?.trim();
  return value === '' ? undefined : value;
}

interface Read {
  readonly text?: string;
  readonly fault?: ConfigFault;
}

function readSecretFile(fileName: string, file: string, readFile: ReadFile): Read {
  try {
    const text = readFile(file).trim();
    return text === '' ? { fault: { where: fileName, what: 'names an empty file' } } : { text };
  } catch (error) {
    return { fault: { where: fileName, what: `names a file that cannot be read (${fileErrorCode(error)})` } };
  }
}

function askForSecret(commandName: string, command: string, run: RunKeyCommand): Read {
  const words = commandWords(command);
  if (words === undefined) return { fault: { where: commandName, what: 'names no program' } };
  const [program, ...args] = words;
  try {
    const text = run(program, args).trim();
    return text === '' ? { fault: { where: commandName, what: 'names a program that printed nothing' } } : { text };
  } catch (error) {
    return { fault: { where: commandName, what: `names a program that failed (${fileErrorCode(error)})` } };
  }
}

function readSecret(env: Environment, name: SettingName, readFile: ReadFile, run: RunKeyCommand | undefined): Read {
  const [fileName, commandName] = [`${name}_FILE`, `${name}_COMMAND`];
  const [direct, file] = [valueOf(env, name), valueOf(env, fileName)];
  const command = wordsOf(name).command === true ? valueOf(env, commandName) : undefined;
  const given = [direct, file, command].filter((value) => value !== undefined);
  if (given.length > 1) {
    const others =
      wordsOf(name).command === true ? `${fileName} or ${commandName}, one of them` : `${fileName}, not both`;
    return { fault: { where: name, what: `is given twice: use it or ${others}` } };
  }
  if (file !== undefined) return readSecretFile(fileName, file, readFile);
  if (command !== undefined) return run === undefined ? {} : askForSecret(commandName, command, run);
  return direct === undefined ? {} : { text: direct };
}

/** @param run asks a program for a key; undefined: no key is needed, and none is asked for. */
export function readSettings(env: Environment, readFile: ReadFile, run?: RunKeyCommand): RawSettings {
  const texts: Partial<Record<SettingName, string>> = {};
  const faults: ConfigFault[] = [];
  for (const name of settingNames) {
    const direct = valueOf(env, name);
    const { text, fault } = wordsOf(name).secret === true ? readSecret(env, name, readFile, run) : { text: direct };
    if (text !== undefined) texts[name] = text;
    if (fault !== undefined) faults.push(fault);
  }
  return {
    texts,
    faults,
    givenAs: (name) =>
      [`${name}_FILE`, `${name}_COMMAND`].find((given) => isSecretName(given) && valueOf(env, given) !== undefined) ??
      name,
  };
}

/** Whether it is another way of giving a setting. */
function isSecretName(given: string): boolean {
  return settingNames.some(
    (name) =>
      (wordsOf(name).secret === true && given === `${name}_FILE`) ||
      (wordsOf(name).command === true && given === `${name}_COMMAND`),
  );
}

/** Names that look like settings and are none: a slip of the pen would otherwise leave a setting at its default in silence. */
export function unknownSettings(env: Environment): readonly string[] {
  const known = new Set<string>(settingNames);
  const isKnown = (name: string) => known.has(name) || isSecretName(name);
  return Object.keys(env)
    .filter((name) => /^PHR_[A-Z_]{1,60}$/.test(name) && !isKnown(name))
    .sort();
}
