/** Reads every source of the folder (design 7): each file a source, every fault of every file named at once. */
import { join } from 'node:path';
import type { SourceConfig } from '../ports/source-config.ts';
import { checkSource } from './check-source.ts';
import type { ConfigFault } from './config-error.ts';
import { ConfigError } from './config-error.ts';
import type { ConfigFiles } from './files.ts';
import { fileErrorCode, systemFiles } from './files.ts';
import { parseJson } from './parse-json.ts';
import type { Environment } from './read-settings.ts';
import { readSettings } from './read-settings.ts';
import { resolveAuthentication } from './resolve-authentication.ts';
import { settingsSchema } from './settings.ts';
import { SOURCE_NAME, sourceSchema } from './source-schema.ts';
import { parseFields } from './zod-faults.ts';

export interface SourceFolder extends Partial<ConfigFiles> {
  readonly dir: string;
  /** For `env:NAME`; usually `process.env`. */
  readonly env: Environment;
}

type SourceResult = { readonly source?: SourceConfig; readonly faults: readonly ConfigFault[] };

type Places = ConfigFiles & Pick<SourceFolder, 'dir' | 'env'>;

function readSourceText(path: string, { readFile }: Places): { text: string } | { what: string } {
  try {
    return { text: readFile(path) };
  } catch (error) {
    return { what: `cannot be read (${fileErrorCode(error)})` };
  }
}

function toSource(name: string, value: unknown, names: ReadonlySet<string>, places: Places): SourceResult {
  const where = `${name}.json`;
  const { fields, faults: fieldFaults } = parseFields(sourceSchema, value, where);
  const given = new Set(typeof value === 'object' && value !== null ? Object.keys(value) : []);
  const faults = [...fieldFaults, ...checkSource(name, fields, given, names)];
  const resolved =
    fields.authentication === undefined
      ? undefined
      : resolveAuthentication(fields.authentication, { ...places, folder: places.dir }, where);
  if (resolved !== undefined && 'fault' in resolved) faults.push(resolved.fault);

  const whole = sourceSchema.safeParse(value);
  if (faults.length > 0 || resolved === undefined || 'fault' in resolved || !whole.success) return { faults };
  const { viewOf, endpoints, defaultLabels, fhirVersion, fullPullEveryHours, ...rest } = whole.data;
  return {
    faults,
    source: {
      ...rest,
      name,
      // The types reconciled here are equal in R4 and R4B.
      fhirVersion: fhirVersion === 'R4B' ? 'R4' : fhirVersion,
      fhirRelease: fhirVersion === 'R4B' ? 'R4B' : undefined,
      fullPullEveryMs: fullPullEveryHours * 3_600_000,
      viewOf,
      authentication: resolved.authentication,
      endpoints: endpoints === undefined ? undefined : { ...endpoints, revocation: endpoints.revocation },
      defaultLabels: defaultLabels.map(({ system, code, display }) =>
        display === undefined ? { system, code } : { system, code, display },
      ),
    },
  };
}

function loadSource(name: string, names: ReadonlySet<string>, places: Places): SourceResult {
  const where = `${name}.json`;
  if (!SOURCE_NAME.test(name)) {
    const what = 'the file name must be a source name: a small letter, then at most 23 of a-z, 0-9 and -';
    return { faults: [{ where, what }] };
  }
  const read = readSourceText(join(places.dir, where), places);
  if ('what' in read) return { faults: [{ where, what: read.what }] };
  const json = parseJson(read.text);
  if ('what' in json) return { faults: [{ where, what: json.what }] };
  return toSource(name, json.value, names, places);
}

/** A record cannot be shown by something it shows itself: nothing would be the origin (law L5). */
function circularViews(sources: readonly SourceConfig[]): readonly ConfigFault[] {
  const shown = new Map(sources.map(({ name, viewOf }) => [name, viewOf]));
  const comesBack = (name: string) => {
    let next = shown.get(name);
    for (let step = 0; next !== undefined && next !== name && step < sources.length; step++) next = shown.get(next);
    return next === name;
  };
  return sources
    .filter(({ name }) => comesBack(name))
    .map(({ name }) => ({ where: `${name}.json: viewOf`, what: 'must not lead back to this source' }));
}

/** Where the sources are; known even where another setting is wrong. */
export function sourcesDir(env: Environment, readFile: ConfigFiles['readFile'] = systemFiles.readFile): string {
  return settingsSchema.shape.PHR_SOURCES_DIR.parse(readSettings(env, readFile).texts.PHR_SOURCES_DIR);
}

/**
 * One source by itself: what is wrong with the others does not matter.
 *
 * @returns undefined where there is no such file, with the names there are.
 * @throws ConfigError naming every fault of this file, or that the folder cannot be read.
 */
export function loadOneSource(
  folder: SourceFolder,
  name: string,
): { readonly source: SourceConfig | undefined; readonly names: readonly string[] } {
  const places = { ...systemFiles, ...folder };
  const names = sourceNames(places);
  if (!names.includes(name)) return { source: undefined, names };
  const { source, faults } = loadSource(name, new Set(names), places);
  if (faults.length > 0) throw new ConfigError(faults);
  return { source, names };
}

/** @throws ConfigError where the folder cannot be read. */
function sourceNames(places: Places): readonly string[] {
  let fileNames: readonly string[];
  try {
    fileNames = places.listFolder(places.dir);
  } catch (error) {
    throw new ConfigError([
      { where: 'sources folder (PHR_SOURCES_DIR)', what: `cannot be read (${fileErrorCode(error)})` },
    ]);
  }
  return fileNames
    .filter((file) => file.endsWith('.json') && !file.startsWith('.'))
    .map((file) => file.slice(0, -'.json'.length))
    .sort();
}

/**
 * @returns the sources by name; none for an empty folder.
 * @throws ConfigError naming every fault of every file, or that the folder cannot be read.
 */
export function loadSources(folder: SourceFolder): readonly SourceConfig[] {
  const places = { ...systemFiles, ...folder };
  const names = sourceNames(places);
  const known = new Set(names);
  const results = names.map((name) => loadSource(name, known, places));
  const sources = results.flatMap(({ source }) => (source === undefined ? [] : [source]));
  const faults = [...results.flatMap((result) => result.faults), ...circularViews(sources)];
  if (faults.length > 0) throw new ConfigError(faults);
  return sources;
}
