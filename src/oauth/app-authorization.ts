/** What a person is asked about an app, and their answer, on the library's side (port `AppAuthorization`). */
import { errors, type Provider } from 'oidc-provider';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { GatewayError } from '../errors.ts';
import type { AppAuthorization, ConsentAnswer, ConsentQuestion } from '../ports/app-authorization.ts';
import { isoNow, type ServiceContext } from '../services/service-context.ts';
import { mayStillAct } from './account.ts';
import { isWithin, meaningOf, splitScopes } from './app-scopes.ts';
import type { ClientRegistry } from './clients/client-registry.ts';
import type { RunningProvider } from './current-provider.ts';

type Interaction = Awaited<ReturnType<Provider['interactionDetails']>>;

export interface AppAuthorizationOptions {
  readonly current: () => Promise<RunningProvider>;
  readonly registry: ClientRegistry;
  readonly services: ServiceContext;
}

export function createAppAuthorization({ current, registry, services }: AppAuthorizationOptions): AppAuthorization {
  async function pending(request: IncomingMessage, response: ServerResponse): Promise<Interaction> {
    const { provider } = await current();
    try {
      const interaction = await provider.interactionDetails(request, response);
      if (interaction.result === undefined) return interaction;
    } catch (error) {
      if (!(error instanceof errors.SessionNotFound)) throw error;
    }
    throw new GatewayError('gone', 'This request of the app is over. Go back to the app and start again.');
  }

  async function questionOf(interaction: Interaction): Promise<ConsentQuestion> {
    const { client_id: clientId, scope, redirect_uri: redirectUri } = interaction.params;
    const app = await registry.describe(String(clientId));
    if (app === undefined) throw new GatewayError('gone', 'This app is registered here no more.');
    const scopes = splitScopes(String(scope));
    return {
      uid: interaction.uid,
      app,
      scopes,
      resourceScopes: scopes.flatMap((word) => {
        const means = meaningOf(word);
        return means === undefined ? [] : [{ scope: word, means }];
      }),
      asksIdentity: scopes.includes('openid'),
      asksOffline: scopes.includes('offline_access'),
      returnOrigin: originOf(String(redirectUri)),
    };
  }

  return {
    question: async (request, response) => questionOf(await pending(request, response)),

    async allow(request, response, answer) {
      const interaction = await pending(request, response);
      const { app, scopes: asked } = await questionOf(interaction);
      await checkAnswer(services, answer, asked);
      const id = services.newId();
      await services.store.putAppGrant({
        id,
        subjectId: answer.subjectId,
        actorId: answer.actorId,
        clientId: app.clientId,
        scopes: answer.scopes,
        sources: answer.sources,
        labels: undefined,
        grantedAt: isoNow(services),
        until: answer.until,
        lastUsedAt: undefined,
      });
      interaction.params['scope'] = answer.scopes.join(' ');
      interaction.result = { login: { accountId: answer.actorId, remember: false }, consent: { grantId: id } };
      await interaction.persist();
      return { url: interaction.returnTo, appGrantId: id };
    },

    async refuse(request, response) {
      const interaction = await pending(request, response);
      interaction.result = { error: 'access_denied', error_description: 'The person said no.' };
      await interaction.persist();
      return interaction.returnTo;
    },

    describe: (clientId) => registry.describe(clientId),
    revoke: (subjectId, appGrantId) => services.store.deleteAppGrant(subjectId, appGrantId),
  };
}

/** @throws GatewayError `bad-request`. */
async function checkAnswer(services: ServiceContext, answer: ConsentAnswer, asked: readonly string[]): Promise<void> {
  const { scopes, until } = answer;
  const fits =
    scopes.length > 0 &&
    scopes.every((scope) => isWithin(scope, asked)) &&
    (until === undefined || Date.parse(until) > services.now()) &&
    (await mayStillAct(services, answer));
  if (!fits) throw new GatewayError('bad-request', 'This is not what the app asked for, or not yours to allow.');
}

/** As a source of a Content-Security-Policy; an app's own scheme stands for itself. */
function originOf(uri: string): string {
  const { origin, protocol } = new URL(uri);
  return origin === 'null' ? protocol : origin;
}
