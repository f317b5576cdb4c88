/** Sign-in and consent of the sandbox's authorization servers, as two HTML forms. */
import { timingSafeEqual } from 'node:crypto';
import { Router, urlencoded } from 'express';
import type { Request, Response } from 'express';
import type { Provider } from 'oidc-provider';
import type { SandboxUser } from '../sandbox-user.ts';
import { consentPage, errorPage, signInPage } from './html.ts';

export interface InteractionOptions {
  readonly provider: Provider;
  readonly title: string;
  readonly users: readonly SandboxUser[];
  /** People whose records are held here; undefined: no record is chosen. */
  readonly people: ReadonlySet<string> | undefined;
  /** Filled here: which person's record a grant opens. */
  readonly personByGrant: Map<string, string>;
}

type Interaction = Awaited<ReturnType<Provider['interactionDetails']>>;

function fields(body: unknown, name: string): readonly string[] {
  const value: unknown =
    typeof body === 'object' && body !== null ? (body as Record<string, unknown>)[name] : undefined;
  if (typeof value === 'string') return [value];
  return Array.isArray(value) ? value.filter((item) => typeof item === 'string') : [];
}

function findUser(users: readonly SandboxUser[], userName: string, password: string): SandboxUser | undefined {
  const user = users.find((candidate) => candidate.userName === userName.trim().toLowerCase());
  if (user === undefined) return undefined;
  const given = Buffer.from(password);
  const wanted = Buffer.from(user.password);
  return given.length === wanted.length && timingSafeEqual(given, wanted) ? user : undefined;
}

function openable(options: InteractionOptions, sub: string | undefined): readonly { key: string; label: string }[] {
  const user = options.users.find((candidate) => candidate.sub === sub);
  return (user?.mayOpen ?? [])
    .filter(({ person }) => options.people?.has(person) === true)
    .map(({ person, label }) => ({ key: person, label }));
}

function askedScopes(interaction: Interaction): readonly string[] {
  const scope = interaction.params.scope;
  return typeof scope === 'string' ? scope.split(' ').filter((word) => word !== '') : [];
}

async function grant(options: InteractionOptions, interaction: Interaction, req: Request): Promise<string | undefined> {
  const { accountId } = interaction.session ?? {};
  const { client_id: clientId } = interaction.params;
  if (accountId === undefined || typeof clientId !== 'string') return undefined;
  const person = openable(options, accountId).find(({ key }) => key === fields(req.body, 'record')[0])?.key;
  if (options.people !== undefined && person === undefined) return undefined;

  const ticked = new Set(fields(req.body, 'scope'));
  const created = new options.provider.Grant({ accountId, clientId });
  created.addOIDCScope(askedScopes(interaction).filter((scope) => ticked.has(scope)));
  created.rejectOIDCScope(askedScopes(interaction).filter((scope) => !ticked.has(scope)));
  const grantId = await created.save();
  if (person !== undefined) options.personByGrant.set(grantId, person);
  return grantId;
}

function html(res: Response, status: number, text: string): void {
  res
    .status(status)
    .set({ 'Cache-Control': 'no-store', 'Content-Security-Policy': "frame-ancestors 'none'" })
    .type('html')
    .send(text);
}

async function show(options: InteractionOptions, req: Request, res: Response): Promise<void> {
  const { provider, title } = options;
  const interaction = await provider.interactionDetails(req, res);
  if (interaction.prompt.name === 'login') {
    html(res, 200, signInPage(title, `${req.originalUrl}/sign-in`, undefined));
    return;
  }
  const records = openable(options, interaction.session?.accountId);
  if (options.people !== undefined && records.length === 0) {
    html(res, 403, errorPage(title, 'There is no record here for this user.'));
    return;
  }
  const clientId = interaction.params.client_id;
  const client = typeof clientId === 'string' ? await provider.Client.find(clientId) : undefined;
  const page = { title, action: `${req.originalUrl}/consent`, clientName: client?.clientName ?? 'An app', records };
  html(res, 200, consentPage({ ...page, scopes: askedScopes(interaction) }));
}

async function signIn(options: InteractionOptions, req: Request, res: Response): Promise<void> {
  await options.provider.interactionDetails(req, res);
  const user = findUser(options.users, fields(req.body, 'userName')[0] ?? '', fields(req.body, 'password')[0] ?? '');
  if (user === undefined) {
    html(res, 401, signInPage(options.title, req.originalUrl, 'The user name or the password is wrong.'));
    return;
  }
  const result = { login: { accountId: user.sub } };
  await options.provider.interactionFinished(req, res, result, { mergeWithLastSubmission: false });
}

async function consent(options: InteractionOptions, req: Request, res: Response): Promise<void> {
  const interaction = await options.provider.interactionDetails(req, res);
  const allowed = fields(req.body, 'decision')[0] === 'allow';
  const grantId = allowed ? await grant(options, interaction, req) : undefined;
  const result =
    grantId === undefined
      ? { error: 'access_denied', error_description: 'The person said no.' }
      : { consent: { grantId } };
  await options.provider.interactionFinished(req, res, result, { mergeWithLastSubmission: true });
}

export function interactionRouter(options: InteractionOptions): Router {
  const router = Router();
  const form = urlencoded({ extended: false, limit: '32kb' });
  router.get('/:uid', (req, res) => show(options, req, res));
  router.post('/:uid/sign-in', form, (req, res) => signIn(options, req, res));
  router.post('/:uid/consent', form, (req, res) => consent(options, req, res));
  return router;
}
