/** Reads the vendor presets that come with the software. */
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { ConfigError } from './config-error.ts';
import type { ConfigFiles } from './files.ts';
import { fileErrorCode, systemFiles } from './files.ts';
import { parseJson } from './parse-json.ts';
import type { Preset } from './preset-schema.ts';
import { presetSchema, undocumentedFields } from './preset-schema.ts';
import { faultsOf } from './zod-faults.ts';

export const PRESETS_DIR = fileURLToPath(new URL('../../config/presets', import.meta.url));

/** @throws ConfigError where the folder cannot be read. */
export function presetNames(dir: string = PRESETS_DIR, { listFolder }: ConfigFiles = systemFiles): readonly string[] {
  try {
    return listFolder(dir)
      .filter((file) => file.endsWith('.json'))
      .map((file) => file.slice(0, -'.json'.length))
      .sort();
  } catch (error) {
    throw new ConfigError([{ where: 'presets folder', what: `cannot be read (${fileErrorCode(error)})` }]);
  }
}

/** @throws ConfigError naming every fault of the preset. */
export function loadPreset(name: string, dir: string = PRESETS_DIR, files: ConfigFiles = systemFiles): Preset {
  const where = `preset ${name}`;
  if (!presetNames(dir, files).includes(name)) throw new ConfigError([{ where, what: 'does not exist' }]);
  const json = parseJson(files.readFile(join(dir, `${name}.json`)));
  if ('what' in json) throw new ConfigError([{ where, what: json.what }]);
  const read = presetSchema.safeParse(json.value);
  if (!read.success) throw new ConfigError(faultsOf(where, read.error));
  const bare = undocumentedFields(read.data);
  if (bare.length > 0) {
    throw new ConfigError(
      bare.map((field) => ({ where: `${where}: ${field}`, what: 'has no fact that says where it is documented' })),
    );
  }
  return read.data;
}
