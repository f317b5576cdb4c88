/** The sandbox in a process of its own, so that its work does not count as the gateway's or as a bare client's. */
import type { SandboxOptions } from '../../src/sandbox/start-sandbox.ts';
import { startSandbox, type Sandbox } from '../../src/sandbox/start-sandbox.ts';
import type { SandboxSource } from '../../src/sandbox/servers/source-server.ts';
import type { WrittenResource } from '../../src/sandbox/records/editable-records.ts';
import type { SignInService } from '../../src/sandbox/servers/sign-in-server.ts';

type TokenRequest = Parameters<SignInService['issueAccessToken']>[0];

export type ToSandbox =
  | {
      readonly start: Pick<SandboxOptions, 'quirks' | 'recordsDir'> & { readonly gateway: string };
    }
  | { readonly put: { readonly source: string; readonly person: string; readonly resource: WrittenResource } }
  | { readonly issue: TokenRequest };

export interface StartedSandbox {
  readonly sources: readonly Omit<SandboxSource, 'close' | 'put'>[];
  readonly users: Sandbox['users'];
  readonly signIn: Omit<SignInService, 'close' | 'issueAccessToken'>;
}

export type FromSandbox = { readonly started: StartedSandbox } | { readonly issued: string } | { readonly done: true };

let sandbox: Sandbox | undefined;

process.on('message', (message: ToSandbox) => {
  void answer(message).then((given) => process.send?.(given));
});

async function answer(message: ToSandbox): Promise<FromSandbox> {
  if ('start' in message) {
    const { gateway, ...options } = message.start;
    sandbox = await startSandbox({
      redirectUri: (source) => `${gateway}/link/${source}/callback`,
      signInRedirectUri: `${gateway}/sign-in/callback`,
      ...options,
    });
    const { issuer, jwksUri, clientId, redirectUri, clientPrivateKey, clientKeyId, scopes } = sandbox.signIn;
    const signIn = { issuer, jwksUri, clientId, redirectUri, clientPrivateKey, clientKeyId, scopes };
    const sources = sandbox.sources.map(({ name, title, kind, baseUrl, patients, client, config }) => ({
      name,
      title,
      kind,
      baseUrl,
      patients,
      client,
      config,
    }));
    return { started: { sources, users: sandbox.users, signIn } };
  }
  if (sandbox === undefined) throw new Error('The sandbox is not started.');
  if ('put' in message) {
    const { source, person, resource } = message.put;
    sandbox.sources.find(({ name }) => name === source)?.put(person, resource);
    return { done: true };
  }
  return { issued: await sandbox.signIn.issueAccessToken(message.issue) };
}
