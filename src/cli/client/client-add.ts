/** `phr-gateway client add`: registers a client app in the store. A secret is made here and shown this once. */
import { randomBytes } from 'node:crypto';
import { Command } from 'commander';
import { appClientSchema, CLIENT_ID, redirectUriFaults } from '../../config/app-client-schema.ts';
import { faultsOf } from '../../config/zod-faults.ts';
import { GatewayError } from '../../errors.ts';
import type { AppAuthentication, AppClient } from '../../ports/authorization-store.ts';
import type { Terminal } from '../terminal.ts';
import { withAuthorization } from '../with-authorization.ts';

interface AddOptions {
  readonly name: string;
  readonly redirectUri: readonly string[];
  readonly native?: true;
  readonly public?: true;
  readonly secret?: true;
  readonly jwksUrl?: string;
  readonly clientId?: string;
  readonly homePage?: string;
  readonly policyPage?: string;
  readonly origin?: readonly string[];
  readonly introspectsAny?: true;
}

export function clientAddCommand(terminal: Terminal, finish: (exitCode: number) => void): Command {
  return new Command('add')
    .description('register a client app: exactly one of --public, --secret, --jwks-url')
    .requiredOption('--name <name>', 'what people are told the app is called')
    .requiredOption('--redirect-uri <uri...>', 'where answers may be sent, character by character')
    .option('--native', 'the app runs on the person’s own device: loopback on any port, or a scheme of its own')
    .option('--public', 'the app can keep no secret (in a browser, on a device)')
    .option('--secret', 'a secret is made and shown once (client_secret_basic)')
    .option(
      '--jwks-url <url>',
      'the app signs (private_key_jwt, RS384 or ES384); its public keys are at this https URL',
    )
    .option('--client-id <id>', 'made at random where it is not given')
    .option('--home-page <url>', 'https page about the app, shown to people')
    .option('--policy-page <url>', 'https page on what it does with data, shown to people')
    .option('--origin <origin...>', 'further origins whose scripts may call the token endpoint')
    .option('--introspects-any', 'a resource server: it may look into the tokens of every app')
    .action(async (options: AddOptions) => {
      finish(await addClient(terminal, options));
    });
}

async function addClient(terminal: Terminal, options: AddOptions): Promise<number> {
  const secret = randomBytes(32).toString('base64url');
  const made = toClient(options, secret);
  if ('faults' in made) {
    terminal.note(made.faults.map((fault) => `error: ${fault}\n`).join(''));
    return 2;
  }
  const { client } = made;
  return withAuthorization(terminal, async (admin, { clients }) => {
    const isTaken = clients.some(({ clientId }) => clientId === client.clientId);
    if (isTaken || !(await isAdded(() => admin.addAppClient(client)))) {
      terminal.note('error: this client id is taken\n');
      return 2;
    }
    await terminal.out(`client_id      ${client.clientId}\n`);
    if (options.secret === true) {
      await terminal.out(`client_secret  ${secret}\n`);
      terminal.note('The secret is shown this once; only the app needs it.\n');
    }
    return 0;
  });
}

async function isAdded(add: () => Promise<void>): Promise<boolean> {
  try {
    await add();
    return true;
  } catch (error) {
    if (error instanceof GatewayError && error.code === 'conflict') return false;
    throw error;
  }
}

function toClient(
  options: AddOptions,
  secret: string,
): { readonly client: AppClient } | { readonly faults: readonly string[] } {
  const kind = options.native === true ? 'native' : 'web';
  const ways: readonly AppAuthentication[] = [
    ...(options.public === true ? [{ method: 'none' } as const] : []),
    ...(options.secret === true ? [{ method: 'client_secret_basic', secret } as const] : []),
    ...(options.jwksUrl === undefined ? [] : [{ method: 'private_key_jwt', jwksUri: options.jwksUrl } as const]),
  ];
  const [authentication] = ways;
  const clientId = options.clientId ?? `app-${randomBytes(9).toString('hex')}`;
  const read = appClientSchema.safeParse({
    name: options.name,
    kind,
    redirectUris: options.redirectUri,
    // A secret of a file is a reference; the one made here needs no looking at.
    authentication: options.jwksUrl === undefined ? { method: 'none' } : authentication,
    homePage: options.homePage,
    policyPage: options.policyPage,
    origins: options.origin,
    introspects: options.introspectsAny === true ? 'any' : 'own',
  });
  const faults = [
    ...(ways.length === 1 ? [] : ['give exactly one of --public, --secret and --jwks-url']),
    ...(CLIENT_ID.test(clientId)
      ? []
      : ['--client-id must be at most 64 of A-Z, a-z, 0-9, ".", "_" and "-", and not "web" or "gateway"']),
    ...(read.success ? [] : faultsOf('', read.error).map(({ where, what }) => `${where} ${what}`)),
    ...redirectUriFaults(options.redirectUri, kind).map(({ path, what }) => `${path} ${what}`),
  ];
  if (faults.length > 0 || !read.success || authentication === undefined) return { faults };
  const { name, redirectUris, homePage, policyPage, origins, introspects } = read.data;
  const registeredAt = new Date().toISOString();
  const registration = { registeredBy: 'operator', registeredAt } as const;
  return {
    client: {
      clientId,
      name,
      kind,
      redirectUris,
      authentication,
      homePage,
      policyPage,
      origins,
      introspects,
      ...registration,
    },
  };
}
