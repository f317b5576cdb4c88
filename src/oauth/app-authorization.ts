/** What a person is asked about an app, and their answer, on the library's side (port `AppAuthorization`). */
import { errors, type Provider } from 'oidc-provider';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { GatewayError } from '../errors.ts';
import type { AppGrant } from '../ports/app-grants.ts';
import type { AppAuthorization, ConsentAnswer, ConsentQuestion } from '../ports/app-authorization.ts';
import { isoNow, type ServiceContext } from '../services/service-context.ts';
import { mayStillAct } from './account.ts';
import { SIGN_IN_AGAIN } from './authorization-request.ts';
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
      signedInSinceMs: signedInSinceMs(interaction),
      returnOrigin: originOf(String(redirectUri)),
    };
  }

  return {
    question: async (request, response) => questionOf(await pending(request, response)),

    async allow(request, response, answer, alongside) {
      const interaction = await pending(request, response);
      const question = await questionOf(interaction);
      await checkAnswer(services, answer, question);
      const id = services.newId();
      const grant: AppGrant = {
        id,
        subjectId: answer.subjectId,
        actorId: answer.actorId,
        clientId: question.app.clientId,
        scopes: answer.scopes,
        sources: answer.sources,
        labels: undefined,
        grantedAt: isoNow(services),
        until: answer.until,
        lastUsedAt: undefined,
      };
      await services.store.atomically(answer.subjectId, async (writes) => {
        await writes.putAppGrant(grant);
        await alongside?.(writes, id);
      });
      interaction.params['scope'] = answer.scopes.join(' ');
      interaction.result = { login: loginOf(answer), consent: { grantId: id } };
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
  };
}

/** @throws GatewayError `bad-request`. */
async function checkAnswer(services: ServiceContext, answer: ConsentAnswer, question: ConsentQuestion): Promise<void> {
  const { scopes, until, signedInAtMs = -Infinity } = answer;
  const fits =
    scopes.length > 0 &&
    scopes.every((scope) => isWithin(scope, question.scopes)) &&
    (question.signedInSinceMs === undefined || signedInAtMs >= question.signedInSinceMs) &&
    (until === undefined || Date.parse(until) > services.now()) &&
    (await mayStillAct(services, answer));
  if (!fits) throw new GatewayError('bad-request', 'This is not what the app asked for, or not yours to allow.');
}

function loginOf({ actorId, signedInAtMs }: ConsentAnswer): { accountId: string; remember: boolean; ts?: number } {
  const login = { accountId: actorId, remember: false };
  return signedInAtMs === undefined ? login : { ...login, ts: Math.floor(signedInAtMs / 1000) };
}

/** Counted from when the app asked, so that reading the page takes nothing away. */
function signedInSinceMs({ params, iat }: Interaction): number | undefined {
  const again = params[SIGN_IN_AGAIN];
  if (typeof again === 'string') return Number(again);
  const maxAgeS = params['max_age'];
  return typeof maxAgeS === 'string' ? (iat - Number(maxAgeS)) * 1000 : undefined;
}

/** As a source of a Content-Security-Policy; an app's own scheme stands for itself. */
function originOf(uri: string): string {
  const { origin, protocol } = new URL(uri);
  return origin === 'null' ? protocol : origin;
}
