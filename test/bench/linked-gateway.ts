/** A gateway in this process over a sandbox in another one, with the sources of one invented person linked. */
import { fork, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { composeGateway, type Gateway } from '../../src/app.ts';
import type { Config } from '../../src/config/load-config.ts';
import { choosePerson } from '../../src/demo/choose-person.ts';
import { linkSources } from '../../src/demo/link-sources.ts';
import type { SandboxOptions } from '../../src/sandbox/start-sandbox.ts';
import type { WrittenResource } from '../../src/sandbox/records/editable-records.ts';
import { listen } from '../../src/sandbox/listen.ts';
import { createLog } from '../../src/telemetry/log.ts';
import { softwareVersion } from '../../src/version.ts';
import { demoConfig } from '../../src/demo/demo-config.ts';
import type { FromSandbox, StartedSandbox, ToSandbox } from './sandbox-process.ts';

export interface LinkedGateway {
  readonly config: Config;
  readonly sandbox: StartedSandbox;
  readonly gateway: Gateway;
  readonly patient: string;
  /** Key of the person at the sources. */
  readonly person: string;
  /** Access token of the person, for the gateway. */
  readonly token: string;
  /** Another gateway over the same data: it has nothing in memory. */
  another(): Promise<{ readonly fhirBaseUrl: string; close(): Promise<void> }>;
  /** Writes into the record that a source holds of this person. */
  put(source: string, resource: WrittenResource): Promise<void>;
  close(): Promise<void>;
}

export async function startLinkedGateway(
  quirks: NonNullable<SandboxOptions['quirks']>,
  freshForMs: number,
  recordsDir?: string,
): Promise<LinkedGateway> {
  const listening = await listen('gateway', 0);
  const child = fork(new URL('sandbox-process.ts', import.meta.url), { serialization: 'advanced' });
  const start = { start: { gateway: listening.origin, quirks, ...(recordsDir === undefined ? {} : { recordsDir }) } };
  const { started: sandbox } = await ask(child, start, 'started');
  const folder = await mkdtemp(join(tmpdir(), 'phr-gateway-bench-'));
  const dataFile = join(folder, 'data.sqlite');
  const config = { ...demoConfig(listening.origin, listening.port, dataFile, sandbox.signIn), freshForMs };
  const compose = () =>
    composeGateway({
      config,
      sources: sandbox.sources.map((source) => source.config),
      log: createLog({ level: 'silent' }),
      version: softwareVersion(),
    });
  const gateway = await compose();
  listening.serve(gateway.app);

  const chosen = choosePerson(sandbox.users, undefined);
  const noEnd = () => Promise.resolve();
  const issueAccessToken = () => Promise.reject(new Error('not needed to link'));
  const whole = {
    sources: sandbox.sources.map((source) => ({ ...source, close: noEnd, put: () => undefined })),
    users: sandbox.users,
    signIn: { ...sandbox.signIn, issueAccessToken, close: noEnd },
    problems: [],
    close: noEnd,
  };
  const { patient, notLinked } = await linkSources(
    { config, sandbox: whole, gateway, close: noEnd },
    chosen,
    () => undefined,
  );
  if (notLinked.length > 0) throw new Error(`not linked: ${notLinked.map(({ name }) => name).join(', ')}`);
  const scope = 'patient/*.rs';
  const audience = config.fhirBaseUrl;
  const request = { sub: chosen.user.sub, patient, scope, audience, expiresInS: 3600 };
  const { issued: token } = await ask(child, { issue: request }, 'issued');

  return {
    config,
    sandbox,
    gateway,
    patient,
    person: chosen.person,
    token,
    async another() {
      const [place, other] = await Promise.all([listen('another gateway', 0), compose()]);
      place.serve(other.app);
      return {
        fhirBaseUrl: `${place.origin}/fhir/R4`,
        close: async () => {
          await place.close();
          await other.close();
        },
      };
    },
    async put(source, resource) {
      const { person } = chosen;
      await ask(child, { put: { source, person, resource } }, 'done');
    },
    async close() {
      await listening.close();
      await gateway.close();
      child.kill();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

async function ask<Key extends 'started' | 'issued' | 'done'>(
  child: ChildProcess,
  message: ToSandbox,
  key: Key,
): Promise<Extract<FromSandbox, Readonly<Record<Key, unknown>>>> {
  child.send(message);
  const [answer] = (await once(child, 'message')) as [FromSandbox];
  if (!(key in answer)) throw new Error('The sandbox gave another answer.');
  return answer as Extract<FromSandbox, Readonly<Record<Key, unknown>>>;
}
