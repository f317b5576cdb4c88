/** Starts what the demo needs: the sandbox, and a gateway over it with a data file and a key that end with the demo. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { composeGateway, type Gateway } from '../app.ts';
import type { Config } from '../config/load-config.ts';
import { demoConfig } from './demo-config.ts';
import type { AppClient } from '../ports/authorization-store.ts';
import type { Log } from '../ports/log.ts';
import { listen } from '../sandbox/listen.ts';
import { startSandbox, type Sandbox, type SandboxOptions } from '../sandbox/start-sandbox.ts';
import type { ProgressListener } from '../services/sync-account.ts';
import { softwareVersion } from '../version.ts';

export interface DemoSetup {
  /** 0: any free port. */
  readonly port: number;
  readonly log: Log;
  readonly onProgress: ProgressListener;
  readonly sandbox?: Pick<SandboxOptions, 'people' | 'recordsDir' | 'quirks' | 'passwords'>;
  /** Client apps beside the demo's own. */
  readonly clients?: readonly AppClient[];
  readonly settings?: Partial<
    Pick<Config, 'freshForMs' | 'readDeadlineMs' | 'postgresUrl' | 'redisUrl' | 'rateLimitPerMinute'>
  >;
}

export interface RunningDemo {
  readonly config: Config;
  readonly sandbox: Sandbox;
  readonly gateway: Gateway;
  close(): Promise<void>;
}

/** A SMART app on this machine may present itself as this one, on any port. */
export const DEMO_APP: AppClient = {
  clientId: 'demo-app',
  name: 'Demo app',
  kind: 'native',
  redirectUris: ['http://127.0.0.1/', 'http://127.0.0.1/index.html', 'http://127.0.0.1/callback'],
  authentication: { method: 'none' },
  homePage: undefined,
  policyPage: undefined,
  origins: [],
  registeredBy: 'operator',
  registeredAt: '2026-01-01T00:00:00.000Z',
};

/** @throws PortTakenError, RecordsError */
export async function startDemo(setup: DemoSetup): Promise<RunningDemo> {
  // In the order to be undone: whatever fails, what was started before it is ended.
  const undo: (() => Promise<void>)[] = [];
  const close = async () => {
    for (const step of undo.toReversed()) await step();
  };
  try {
    // The port first: the sources know the gateway by its redirect URIs.
    const listening = await listen('gateway', setup.port);
    undo.push(() => listening.close());
    const folder = await mkdtemp(join(tmpdir(), 'phr-gateway-demo-'));
    undo.push(() => rm(folder, { recursive: true, force: true }));
    const sandbox = await startSandbox({
      redirectUri: (source) => `${listening.origin}/link/${source}/callback`,
      signInRedirectUri: `${listening.origin}/sign-in/callback`,
      ...setup.sandbox,
    });
    undo.push(() => sandbox.close());
    const dataFile = join(folder, 'data.sqlite');
    const config = { ...demoConfig(listening.origin, listening.port, dataFile, sandbox.signIn), ...setup.settings };
    const gateway = await composeGateway({
      config,
      sources: sandbox.sources.map((source) => source.config),
      clients: [DEMO_APP, ...(setup.clients ?? [])],
      log: setup.log,
      version: softwareVersion(),
      onProgress: setup.onProgress,
    });
    undo.push(() => gateway.close());
    listening.serve(gateway.app);
    return { config, sandbox, gateway, close };
  } catch (error) {
    await close();
    throw error;
  }
}
