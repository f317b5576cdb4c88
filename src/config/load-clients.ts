/** Reads the client apps of the folder: each file an app, every fault of every file named at once. The folder may be missing. */
import { join } from 'node:path';
import type { JWK } from 'jose';
import type { z } from 'zod';
import type { AppAuthentication, AppClient } from '../ports/authorization-store.ts';
import { appClientSchema, CLIENT_ID, redirectUriFaults, type appAuthenticationSchema } from './app-client-schema.ts';
import { ConfigError, type ConfigFault } from './config-error.ts';
import { fileErrorCode, systemFiles, type ConfigFiles } from './files.ts';
import { parseJson } from './parse-json.ts';
import { readSettings, type Environment } from './read-settings.ts';
import { resolveSecret } from './resolve-authentication.ts';
import { settingsSchema } from './settings.ts';
import { parseFields } from './zod-faults.ts';

export interface ClientFolder extends Partial<ConfigFiles> {
  readonly dir: string;
  /** For `env:NAME`; usually `process.env`. */
  readonly env: Environment;
}

type Places = ConfigFiles & Pick<ClientFolder, 'dir' | 'env'>;
type ClientResult = { readonly client?: AppClient; readonly faults: readonly ConfigFault[] };

/** Nothing looks at when a configured app was written down; it was there before anything else. */
const SINCE_EVER = '1970-01-01T00:00:00.000Z';
/** RFC 6749, appendix A.2: what fits a form and a header. Short secrets can be guessed. */
const SECRET = /^[\x20-\x7e]{16,}$/;

function loadClient(clientId: string, places: Places): ClientResult {
  const where = `${clientId}.json`;
  const only = (what: string): ClientResult => ({ faults: [{ where, what }] });
  if (!CLIENT_ID.test(clientId)) {
    return only(
      'the file name is the client id: at most 64 of A-Z, a-z, 0-9, "." , "_" and "-", and not "web" or "gateway"',
    );
  }
  let text: string;
  try {
    text = places.readFile(join(places.dir, where));
  } catch (error) {
    return only(`cannot be read (${fileErrorCode(error)})`);
  }
  const json = parseJson(text);
  return 'what' in json ? only(json.what) : toClient(clientId, json.value, places);
}

function toClient(clientId: string, value: unknown, places: Places): ClientResult {
  const where = `${clientId}.json`;
  const { fields, faults: fieldFaults } = parseFields(appClientSchema, value, where);
  const faults = [
    ...fieldFaults,
    ...redirectUriFaults(fields.redirectUris ?? [], fields.kind ?? 'web').map(({ path, what }) => ({
      where: `${where}: ${path}`,
      what,
    })),
  ];
  const resolved = fields.authentication === undefined ? undefined : resolve(fields.authentication, places);
  if (resolved !== undefined && 'what' in resolved) {
    faults.push({ where: `${where}: authentication.clientSecret`, what: resolved.what });
  }
  const whole = appClientSchema.safeParse(value);
  if (faults.length > 0 || resolved === undefined || 'what' in resolved || !whole.success) return { faults };
  const { name, kind, redirectUris, homePage, policyPage, origins, introspects, idTokenAlgorithm } = whole.data;
  return {
    faults,
    client: {
      clientId,
      name,
      kind,
      redirectUris,
      homePage,
      policyPage,
      origins,
      introspects,
      idTokenAlgorithm,
      authentication: resolved,
      registeredBy: 'operator',
      registeredAt: SINCE_EVER,
    },
  };
}

function resolve(
  authentication: z.output<typeof appAuthenticationSchema>,
  { env, readFile, dir }: Places,
): AppAuthentication | { readonly what: string } {
  const { method } = authentication;
  if (method === 'none') return { method };
  if (method === 'private_key_jwt') {
    const { jwks, jwksUri } = authentication;
    if (jwksUri !== undefined) return { method, jwksUri };
    return { method, jwks: { keys: (jwks?.keys ?? []) as unknown as readonly JWK[] } };
  }
  const resolved = resolveSecret(authentication.clientSecret, { env, readFile, folder: dir });
  if ('what' in resolved) return resolved;
  if (!SECRET.test(resolved.secret)) return { what: 'the secret must be at least 16 printable ASCII characters' };
  return { method, secret: resolved.secret };
}

/** Where the apps are; known even where another setting is wrong. */
export function clientsDir(env: Environment, readFile: ConfigFiles['readFile'] = systemFiles.readFile): string {
  return settingsSchema.shape.PHR_CLIENTS_DIR.parse(readSettings(env, readFile).texts.PHR_CLIENTS_DIR);
}

/** @throws ConfigError naming every fault of every file. */
export function loadClients(folder: ClientFolder): readonly AppClient[] {
  const places = { ...systemFiles, ...folder };
  let fileNames: readonly string[];
  try {
    fileNames = places.listFolder(folder.dir);
  } catch (error) {
    const code = fileErrorCode(error);
    if (code === 'ENOENT') return [];
    throw new ConfigError([{ where: 'clients folder', what: `cannot be read (${code})` }]);
  }
  const results = fileNames
    .filter((file) => file.endsWith('.json') && !file.startsWith('.'))
    .map((file) => file.slice(0, -'.json'.length))
    .sort()
    .map((clientId) => loadClient(clientId, places));
  const faults = results.flatMap((result) => result.faults);
  if (faults.length > 0) throw new ConfigError(faults);
  return results.flatMap(({ client }) => (client === undefined ? [] : [client]));
}
