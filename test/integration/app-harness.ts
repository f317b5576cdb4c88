/** A gateway over the sandbox, with helpers that act as a person at a browser and as a client app. */
import { Writable } from 'node:stream';
import type { SandboxOptions } from '../../src/sandbox/start-sandbox.ts';
import { createBrowser, type Browser } from '../../src/sandbox/browser/browser.ts';
import type { SandboxUser } from '../../src/sandbox/sandbox-user.ts';
import { choosePerson } from '../../src/demo/choose-person.ts';
import { createGatewayVisitor, type GatewayVisitor } from '../../src/demo/gateway-visitor.ts';
import { patientIdOf } from '../../src/demo/link-sources.ts';
import { readEverything, type EverythingAnswer } from '../../src/demo/read-everything.ts';
import { answerFigures, type SourceFigures } from '../../src/demo/answer-figures.ts';
import { startDemo, type RunningDemo } from '../../src/demo/start-demo.ts';
import { createLog } from '../../src/telemetry/log.ts';
import type { Config } from '../../src/config/load-config.ts';
import type { AppClient } from '../../src/ports/authorization-store.ts';
import type { LinkedAccount } from '../../src/ports/linked-account.ts';

export interface Harness extends RunningDemo {
  /** Everything logged so far. */
  readonly logged: () => string;
  /** A person at a browser of their own. */
  readonly visit: (person: string) => Visitor;
}

export interface Visitor extends GatewayVisitor {
  readonly user: SandboxUser;
  readonly browser: Browser;
  readonly person: string;
  /** Signs in, adds whom they look after, links these sources. @returns the subject's id at the gateway. */
  readonly linkAll: (...sources: readonly string[]) => Promise<string>;
  readonly subjectId: () => Promise<string>;
  readonly token: () => Promise<string>;
  readonly everything: () => Promise<EverythingAnswer>;
  readonly sources: () => Promise<Readonly<Record<string, SourceFigures>>>;
  readonly account: (source: string) => Promise<LinkedAccount>;
  /** Posts a form as a browser does. */
  readonly post: (path: string, fields?: Record<string, string>) => Promise<Response>;
  readonly page: (path: string) => Promise<string>;
}

export async function startHarness(
  options: {
    readonly sandbox?: Pick<SandboxOptions, 'people' | 'recordsDir' | 'quirks'>;
    /** Client apps beside the demo's own. */
    readonly clients?: readonly AppClient[];
    readonly settings?: Partial<
      Pick<Config, 'freshForMs' | 'readDeadlineMs' | 'postgresUrl' | 'redisUrl' | 'rateLimitPerMinute'>
    >;
  } = {},
): Promise<Harness> {
  const lines: string[] = [];
  const destination = new Writable({
    write: (chunk: Buffer, _encoding, done) => {
      lines.push(chunk.toString());
      done();
    },
  });
  const demo = await startDemo({
    port: 0,
    log: createLog({ level: 'info', destination }),
    onProgress: () => undefined,
    ...options,
  });
  return { ...demo, logged: () => lines.join(''), visit: (person) => visitor(demo, person) };
}

function visitor(demo: RunningDemo, name: string): Visitor {
  const { config, gateway, sandbox } = demo;
  const { user, person, lookedAfter } = choosePerson(sandbox.users, name);
  const browser = createBrowser();
  const pages = createGatewayVisitor(config.publicUrl, browser, user);
  const subjectId = () => patientIdOf(gateway, sandbox.signIn.issuer, user.sub, lookedAfter !== undefined);
  const token = async () =>
    sandbox.signIn.issueAccessToken({
      sub: user.sub,
      patient: await subjectId(),
      scope: 'patient/*.rs',
      audience: config.fhirBaseUrl,
    });
  const everything = async () => readEverything(config.fhirBaseUrl, await subjectId(), await token());
  const page = async (path: string) => (await browser.fetch(`${config.publicUrl}${path}`)).text();
  return {
    ...pages,
    user,
    person,
    browser,
    subjectId,
    token,
    everything,
    page,
    async sources() {
      const { sources } = answerFigures(await everything());
      return Object.fromEntries(sources.map((source) => [source.name, source]));
    },
    async linkAll(...sources) {
      await pages.signIn();
      if (lookedAfter !== undefined) await pages.addPerson(lookedAfter);
      for (const source of sources) await pages.link(source, { record: person });
      return subjectId();
    },
    async account(source) {
      const accounts = await gateway.services.store.listAccounts(await subjectId());
      const account = accounts.find((item) => item.source === source);
      if (account === undefined) throw new Error(`${source} is not linked`);
      return account;
    },
    async post(path, fields = {}) {
      const html = await page('/accounts');
      const hidden = (name: string) => new RegExp(`name="${name}" value="([^"]+)"`).exec(html)?.[1] ?? '';
      const body = new URLSearchParams({ shown: hidden('shown'), ...fields, csrf: hidden('csrf') });
      return browser.fetch(`${config.publicUrl}${path}`, { method: 'POST', body });
    },
  };
}
