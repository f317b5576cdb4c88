/** docs/add-a-source.md, followed word for word against the sandbox: each command of it is run, then the source is linked and read. */
import { randomBytes } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { composeGateway, type Gateway } from '../../src/app.ts';
import { createProgram } from '../../src/cli/program.ts';
import { loadConfiguration } from '../../src/config/load-configuration.ts';
import { createGatewayVisitor } from '../../src/demo/gateway-visitor.ts';
import { createBrowser } from '../../src/sandbox/browser/browser.ts';
import { listen, type Listening } from '../../src/sandbox/listen.ts';
import { startSandbox, type Sandbox } from '../../src/sandbox/start-sandbox.ts';
import { createLog } from '../../src/telemetry/log.ts';
import { sourceNamed, userNamed } from './sandbox-walks.ts';

const GUIDE = readFileSync(new URL('../../docs/add-a-source.md', import.meta.url), 'utf8');

let dir: string;
let listening: Listening;
let sandbox: Sandbox;
let gateway: Gateway | undefined;

beforeAll(async () => {
  dir = mkdtempSync(join(tmpdir(), 'phr-guide-'));
  listening = await listen('gateway', 0);
  // Step 3 of the guide: what is registered at the source.
  sandbox = await startSandbox({
    redirectUri: (source) => `${listening.origin}/link/${source === 'hospital' ? 'city' : source}/callback`,
    signInRedirectUri: `${listening.origin}/sign-in/callback`,
    clientKeySetUrls: { hospital: `${listening.origin}/.well-known/jwks.json` },
  });
});
afterAll(async () => {
  await gateway?.close();
  await listening.close();
  await sandbox.close();
  rmSync(dir, { recursive: true });
});

function environment(): Readonly<Record<string, string>> {
  return {
    PHR_SOURCES_DIR: join(dir, 'sources'),
    PHR_PUBLIC_URL: listening.origin,
    PHR_DATA_FILE: join(dir, 'data.sqlite'),
    PHR_OPERATOR_KEY: randomBytes(32).toString('base64'),
    PHR_SIGN_IN_ISSUER: sandbox.signIn.issuer,
    PHR_SIGN_IN_CLIENT_ID: sandbox.signIn.clientId,
    PHR_SIGN_IN_CLIENT_KEY: JSON.stringify(sandbox.signIn.clientPrivateKey),
  };
}

async function run(command: string): Promise<{ code: number; out: string }> {
  let out = '';
  const write = (text: string): void => {
    out += text;
  };
  const code = await createProgram({
    arguments: ['node', ...command.split(' ')],
    isScreen: false,
    env: environment(),
    out: (text) => {
      write(text);
      return Promise.resolve();
    },
    note: write,
  });
  return { code, out };
}

test('its commands work in their order, and the source is linked and read', async () => {
  const { baseUrl, client } = sourceNamed(sandbox, 'hospital');
  const commands = [...GUIDE.matchAll(/^phr-gateway .*$/gm)].map(([line]) =>
    line.replace('BASE_URL', baseUrl).replace('CLIENT_ID', client.clientId),
  );
  expect(commands.map((command) => command.split(' ').slice(1, 3).join(' '))).toEqual([
    'source presets',
    'source presets',
    'source add',
    'source check',
  ]);
  for (const command of commands) {
    // The sandbox speaks plain http, for which the guide names the option.
    const isAdd = command.includes('source add');
    const { code, out } = await run(isAdd ? `${command} --set allowInsecure=true` : command);
    expect([command, code, out.includes('wrong  ')]).toEqual([command, 0, false]);
    if (isAdd) {
      expect(out).toContain(`${listening.origin}/link/city/callback`);
      expect(out).toContain(`${listening.origin}/.well-known/jwks.json`);
    }
  }

  // Step 5.
  const env = environment();
  const configuration = loadConfiguration(env);
  gateway = await composeGateway({ ...configuration, log: createLog({ level: 'silent' }), version: '0' });
  listening.serve(gateway.app);
  const user = userNamed(sandbox, 'zofia');
  const visitor = createGatewayVisitor(listening.origin, createBrowser(), user);
  await visitor.signIn();
  await visitor.link('city', { record: 'zofia' });
  const { store } = gateway.services;
  const person = await store.findPersonByIdentity({ issuer: sandbox.signIn.issuer, sub: user.sub });
  await expect
    .poll(async () => (await store.listAccounts(person?.id ?? ''))[0]?.lastSuccessAt, { timeout: 10_000 })
    .toBeDefined();
  const [account] = await store.listAccounts(person?.id ?? '');
  expect(account).toMatchObject({ source: 'city', state: 'active' });
  const rows = await store.listResources(person?.id ?? '', account?.id ?? '');
  expect(rows.some(({ resourceType }) => resourceType === 'MedicationRequest')).toBe(true);
});
