/** An authorization server that has one question, held by the browser that has its cookie; keeps grants in the real store. */
import type { AppGrant } from '../../../src/ports/app-grants.ts';
import type { IncomingMessage } from 'node:http';
import { GatewayError } from '../../../src/errors.ts';
import type {
  AppAuthorization,
  AppDescription,
  ConsentAnswer,
  ConsentQuestion,
} from '../../../src/ports/app-authorization.ts';
import { consentPath } from '../../../src/ports/app-authorization.ts';
import { parseScopes } from '../../../src/access/parse-scopes.ts';
import type { TestContext } from '../services/make-context.ts';

export const QUESTION_COOKIE = 'question=q1';

export const APP: AppDescription = {
  clientId: 'walks',
  name: 'Walks & Weights',
  homePage: 'https://walks.example/',
  policyPage: undefined,
  registeredBy: 'operator',
};

export function question(scope: string, more: Partial<ConsentQuestion> = {}): ConsentQuestion {
  const scopes = scope.split(' ');
  return {
    uid: 'q1',
    app: APP,
    scopes,
    resourceScopes: scopes.flatMap((word) => parseScopes(word).map((means) => ({ scope: word, means }))),
    asksIdentity: scopes.includes('openid'),
    asksOffline: scopes.includes('offline_access'),
    returnOrigin: 'https://walks.example',
    ...more,
  };
}

export interface FakeApps extends AppAuthorization {
  readonly answers: ConsentAnswer[];
  readonly refusals: string[];
}

export function createFakeApps(services: TestContext, asked: ConsentQuestion): FakeApps {
  const answers: ConsentAnswer[] = [];
  const refusals: string[] = [];
  let isOver = false;
  const find = (request: IncomingMessage) => {
    if (isOver || !(request.headers.cookie ?? '').includes(QUESTION_COOKIE)) return undefined;
    return asked;
  };
  const requireIt = (request: IncomingMessage) => {
    const found = find(request);
    if (found === undefined) throw new GatewayError('gone');
    return found;
  };
  return {
    answers,
    refusals,
    question: (request) => Promise.resolve().then(() => requireIt(request)),
    async allow(request, _response, answer, alongside) {
      const { app, uid } = requireIt(request);
      isOver = true;
      answers.push(answer);
      const { actorId, subjectId, scopes, sources, until } = answer;
      const id = services.newId();
      const grant: AppGrant = {
        id,
        subjectId,
        actorId,
        clientId: app.clientId,
        scopes,
        sources,
        labels: undefined,
        grantedAt: new Date(services.now()).toISOString(),
        until,
        lastUsedAt: undefined,
      };
      await services.store.atomically(subjectId, async (writes) => {
        await writes.putAppGrant(grant);
        await alongside?.(writes, id);
      });
      return { url: `http://127.0.0.1:3000/oauth${consentPath(uid)}`, appGrantId: id };
    },
    refuse(request) {
      return Promise.resolve().then(() => {
        refusals.push(requireIt(request).uid);
        isOver = true;
        return 'http://127.0.0.1:3000/oauth/refused';
      });
    },
    describe: (clientId) => Promise.resolve(clientId === asked.app.clientId ? asked.app : undefined),
  };
}
