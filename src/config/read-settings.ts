/** Gathers the raw text of every setting from the environment, secrets also from the files that `*_FILE` names. */
import type { ConfigFault } from './config-error.ts';
import type { ReadFile } from './files.ts';
import { fileErrorCode } from './files.ts';
import type { SettingName } from './settings.ts';
import { settingNames, wordsOf } from './settings.ts';

export type Environment = Readonly<Record<string, string | undefined>>;

export interface RawSettings {
  readonly texts: Readonly<Partial<Record<SettingName, string>>>;
  readonly faults: readonly ConfigFault[];
  /** Name under which the operator gave it: with `_FILE` where it came from a file. */
  readonly givenAs: (name: string) => string;
}

/** An empty variable is an unset one: compose files and shells cannot say "unset". */
function valueOf(env: Environment, name: string): string | undefined {
  const value = env[name]?.trim();
  return value === '' ? undefined : value;
}

function readSecret(env: Environment, name: SettingName, readFile: ReadFile): { text?: string; fault?: ConfigFault } {
  const fileName = `${name}_FILE`;
  const file = valueOf(env, fileName);
  const direct = valueOf(env, name);
  if (file === undefined) return direct === undefined ? {} : { text: direct };
  if (direct !== undefined) return { fault: { where: name, what: `is given twice: use it or ${fileName}, not both` } };
  try {
    const text = readFile(file).trim();
    return text === '' ? { fault: { where: fileName, what: 'names an empty file' } } : { text };
  } catch (error) {
    return { fault: { where: fileName, what: `names a file that cannot be read (${fileErrorCode(error)})` } };
  }
}

export function readSettings(env: Environment, readFile: ReadFile): RawSettings {
  const texts: Partial<Record<SettingName, string>> = {};
  const faults: ConfigFault[] = [];
  for (const name of settingNames) {
    const direct = valueOf(env, name);
    const { text, fault } = wordsOf(name).secret === true ? readSecret(env, name, readFile) : { text: direct };
    if (text !== undefined) texts[name] = text;
    if (fault !== undefined) faults.push(fault);
  }
  return {
    texts,
    faults,
    givenAs: (name) => (valueOf(env, `${name}_FILE`) === undefined ? name : `${name}_FILE`),
  };
}

/** Names that look like settings and are none: a slip of the pen would otherwise leave a setting at its default in silence. */
export function unknownSettings(env: Environment): readonly string[] {
  const known = new Set<string>(settingNames);
  const isKnown = (name: string) =>
    known.has(name) || settingNames.some((setting) => wordsOf(setting).secret === true && name === `${setting}_FILE`);
  return Object.keys(env)
    .filter((name) => /^PHR_[A-Z_]{1,60}$/.test(name) && !isKnown(name))
    .sort();
}
