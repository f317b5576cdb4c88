/** Starts the whole sandbox: its sources and the sign-in service, each on a loopback port of its own. */
import { randomBytes } from 'node:crypto';
import { inventedSources, inventedUsers } from './people/invented-sources.ts';
import type { SandboxPerson } from './people/person.ts';
import { SANDBOX_PEOPLE } from './people/sandbox-people.ts';
import { editableRecords } from './records/editable-records.ts';
import { recordSources } from './records/record-sources.ts';
import type { SandboxUser } from './sandbox-user.ts';
import { startGpServer } from './servers/gp-server.ts';
import { startSignInServer } from './servers/sign-in-server.ts';
import type { SignInService } from './servers/sign-in-server.ts';
import { startSmartServer } from './servers/smart-server.ts';
import { DEFAULT_QUIRKS } from './servers/source-server.ts';
import type {
  SandboxSource,
  SourceQuirks,
  SourceSeed,
  SourceServerOptions,
  StartedServer,
} from './servers/source-server.ts';
import { startSpecialistServer } from './servers/specialist-server.ts';

export interface SandboxOptions {
  /** The gateway's redirect URI for each source (one per source: design, mix-up). */
  readonly redirectUri: (source: string) => string;
  /** The gateway's redirect URI at the sign-in service. */
  readonly signInRedirectUri: string;
  /** All four invented people where nothing is said. Not used with `recordsDir`. */
  readonly people?: readonly SandboxPerson[];
  /** Serves these records instead: a folder per patient, `<source>.json` or `.ndjson` in it. */
  readonly recordsDir?: string;
  /** By source name, and `sign-in`; a free port where nothing is said. */
  readonly ports?: Readonly<Record<string, number>>;
  /** By user name; made up at start where nothing is said. */
  readonly passwords?: Readonly<Record<string, string>>;
  /** By source name. */
  readonly quirks?: Readonly<Record<string, Partial<SourceQuirks>>>;
  readonly clientName?: string;
  /** The gateway's key set, by source name; where nothing is said, a key is made for the gateway. */
  readonly clientKeySetUrls?: Readonly<Record<string, string>>;
}

export interface Sandbox {
  readonly sources: readonly SandboxSource[];
  readonly signIn: SignInService;
  readonly users: readonly SandboxUser[];
  /** Files of the records folder that could not be used, in words. */
  readonly problems: readonly string[];
  close(): Promise<void>;
}

function startServer(options: SourceServerOptions): Promise<StartedServer> {
  switch (options.seed.kind) {
    case 'smart':
      return startSmartServer(options);
    case 'oauth2':
      return startSpecialistServer(options);
    case 'gp-connect-structured':
      return startGpServer(options);
  }
}

async function startSource(options: SourceServerOptions): Promise<SandboxSource> {
  const { records, put } = editableRecords(options.seed.records, Date.now);
  return { ...(await startServer({ ...options, seed: { ...options.seed, records } })), put };
}

interface Contents {
  readonly seeds: readonly SourceSeed[];
  readonly users: readonly SandboxUser[];
  readonly problems: readonly string[];
}

async function contents(options: SandboxOptions): Promise<Contents> {
  const passwordOf = (userName: string): string =>
    options.passwords?.[userName] ?? randomBytes(9).toString('base64url');
  if (options.recordsDir !== undefined) return recordSources(options.recordsDir, passwordOf);
  const people = options.people ?? SANDBOX_PEOPLE;
  return { seeds: inventedSources(people), users: inventedUsers(people, passwordOf), problems: [] };
}

/** Ends what was started when one part cannot start. */
async function allOrNone<T extends { close(): Promise<void> }>(starts: readonly Promise<T>[]): Promise<readonly T[]> {
  const settled = await Promise.allSettled(starts);
  const started = settled.filter((one) => one.status === 'fulfilled').map(({ value }) => value);
  const failure = settled.find((one) => one.status === 'rejected');
  if (failure === undefined) return started;
  await Promise.all(started.map((one) => one.close()));
  throw failure.reason;
}

/**
 * @throws PortTakenError for a given port that is in use.
 * @throws RecordsError for a records folder that cannot be read or holds no record.
 */
export async function startSandbox(options: SandboxOptions): Promise<Sandbox> {
  const { seeds, users, problems } = await contents(options);
  const clientName = options.clientName ?? 'phr-gateway';
  const sources = seeds.map((seed) =>
    startSource({
      seed,
      users,
      clientName,
      port: options.ports?.[seed.name] ?? 0,
      redirectUri: options.redirectUri(seed.name),
      clientKeySetUrl: options.clientKeySetUrls?.[seed.name],
      // Records from files may be large; the invented ones are small and shall still show paging.
      quirks: { ...DEFAULT_QUIRKS, ...(seed.whole ? { maxPageSize: 200 } : {}), ...options.quirks?.[seed.name] },
    }),
  );
  const signIn = startSignInServer({
    users,
    clientName,
    port: options.ports?.['sign-in'] ?? 0,
    redirectUri: options.signInRedirectUri,
  });
  const started = await allOrNone<SandboxSource | SignInService>([...sources, signIn]);
  return {
    sources: await Promise.all(sources),
    signIn: await signIn,
    users,
    problems,
    close: async () => {
      await Promise.all(started.map((one) => one.close()));
    },
  };
}
