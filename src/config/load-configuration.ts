/** Settings, sources and client apps together, so that one start names every fault of all. */
import type { AppClient } from '../ports/authorization-store.ts';
import type { SourceConfig } from '../ports/source-config.ts';
import { ConfigError } from './config-error.ts';
import type { ConfigFiles } from './files.ts';
import { systemFiles } from './files.ts';
import type { Config, LoadOptions } from './load-config.ts';
import { clientsDir, loadClients } from './load-clients.ts';
import { loadConfig } from './load-config.ts';
import { loadSources, sourcesDir } from './load-sources.ts';
import type { Environment } from './read-settings.ts';

export interface Configuration {
  readonly config: Config;
  readonly sources: readonly SourceConfig[];
  readonly clients: readonly AppClient[];
}

function attempt<Result>(load: () => Result): Result | ConfigError {
  try {
    return load();
  } catch (error) {
    if (error instanceof ConfigError) return error;
    throw error;
  }
}

/** @throws ConfigError naming every fault of the settings, of the files they name, of every source and of every client app. */
export function loadConfiguration(
  env: Environment,
  { files = systemFiles, ...options }: LoadOptions & { readonly files?: ConfigFiles } = {},
): Configuration {
  const config = attempt(() => loadConfig(env, files.readFile, options));
  const sources = attempt(() => loadSources({ dir: sourcesDir(env, files.readFile), env, ...files }));
  const clients = attempt(() => loadClients({ dir: clientsDir(env, files.readFile), env, ...files }));
  if (!(config instanceof ConfigError) && !(sources instanceof ConfigError) && !(clients instanceof ConfigError)) {
    return { config, sources, clients };
  }
  throw new ConfigError([config, sources, clients].flatMap((part) => (part instanceof ConfigError ? part.faults : [])));
}
