/** A gateway as a process of its own, as an operator starts it: settings from the environment, sources from files. */
import { spawn, type ChildProcess } from 'node:child_process';
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { SourceConfig } from '../../src/ports/source-config.ts';
import type { Sandbox } from '../../src/sandbox/start-sandbox.ts';

const MAIN = new URL('../../src/main.ts', import.meta.url).pathname;
const STARTS_WITHIN_MS = 40_000;

export interface GatewayProcess {
  readonly url: string;
  readonly pid: number;
  /** At once, as a power cut does. */
  kill(): Promise<void>;
  /** As an operator does. @returns the exit code. */
  stop(): Promise<number | null>;
  /** Everything it wrote. */
  output(): string;
}

export type Settings = Readonly<Record<string, string>>;

/** Writes the files of a configuration over the sandbox. @returns the settings that lead to them. */
export async function sandboxSettings(sandbox: Sandbox, publicUrl: string, folder: string): Promise<Settings> {
  const sources = join(folder, 'sources');
  const keys = join(folder, 'keys');
  const issuers = join(folder, 'token-issuers.json');
  await Promise.all([mkdir(sources, { recursive: true }), mkdir(keys, { recursive: true })]);
  for (const { config } of sandbox.sources) {
    const secret = join(keys, config.name);
    await writeFile(secret, secretOf(config));
    await writeFile(join(sources, `${config.name}.json`), JSON.stringify(sourceFile(config, `file:${secret}`)));
  }
  const { issuer, jwksUri, clientId, clientPrivateKey, clientKeyId } = sandbox.signIn;
  const algorithms = ['ES256'];
  await writeFile(issuers, JSON.stringify([{ issuer, jwksUri, algorithms, patient: { claim: 'patient' } }]));
  return {
    PHR_PUBLIC_URL: publicUrl,
    PHR_SOURCES_DIR: sources,
    PHR_SIGN_IN_ISSUER: issuer,
    PHR_SIGN_IN_CLIENT_ID: clientId,
    PHR_SIGN_IN_CLIENT_KEY: JSON.stringify({ ...clientPrivateKey, kid: clientKeyId }),
    PHR_TOKEN_ISSUERS: issuers,
  };
}

/**
 * @param settings all of them: nothing is taken over from this process.
 * @param main what is run; compiled code runs by itself. Settles when it is ready.
 */
export async function startGatewayProcess(port: number, settings: Settings, main = MAIN): Promise<GatewayProcess> {
  const env = { PATH: process.env['PATH'], ...settings, PHR_PORT: String(port) };
  const loader = main.endsWith('.ts') ? ['--import', 'tsx'] : [];
  const child = spawn(process.execPath, [...loader, main], { env, stdio: ['ignore', 'pipe', 'pipe'] });
  let output = '';
  child.stdout.on('data', (chunk: Buffer) => (output += chunk.toString()));
  child.stderr.on('data', (chunk: Buffer) => (output += chunk.toString()));
  const ended = new Promise<number | null>((resolve) => child.once('close', resolve));
  const url = `http://127.0.0.1:${port}`;
  await untilReady(url, child, () => output);
  return {
    url,
    pid: child.pid ?? 0,
    output: () => output,
    kill: async () => {
      child.kill('SIGKILL');
      await ended;
    },
    stop: () => {
      child.kill('SIGTERM');
      return ended;
    },
  };
}

async function untilReady(url: string, child: ChildProcess, output: () => string): Promise<void> {
  for (const end = Date.now() + STARTS_WITHIN_MS; Date.now() < end;) {
    if (child.exitCode !== null) break;
    const isReady = await fetch(`${url}/health/ready`).then(
      ({ ok }) => ok,
      () => false,
    );
    if (isReady) return;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  child.kill('SIGKILL');
  throw new Error(`The gateway did not start: ${output()}`);
}

function secretOf({ authentication }: SourceConfig): string {
  switch (authentication.method) {
    case 'public':
      return '';
    case 'private_key_jwt':
      return JSON.stringify(authentication.privateKey);
    case 'client_secret_basic':
    case 'client_secret_post':
      return authentication.clientSecret;
  }
}

/** The file that would have given this configuration. */
function sourceFile(config: SourceConfig, secret: string): Record<string, unknown> {
  const { authentication } = config;
  const { method } = authentication;
  const own =
    method === 'public'
      ? { method }
      : method === 'private_key_jwt'
        ? { method, algorithm: authentication.algorithm, keyId: authentication.keyId, privateKey: secret }
        : { method, clientSecret: secret };
  // The file's own name says it.
  return { ...config, name: undefined, authentication: own };
}
