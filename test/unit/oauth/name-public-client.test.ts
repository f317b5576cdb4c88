import express from 'express';
import request from 'supertest';
import { describe, expect, test } from 'vitest';
import type { AppAuthentication, AppClient } from '../../../src/ports/authorization-store.ts';
import { namePublicClient, onlyWithoutHeader } from '../../../src/oauth/tokens/name-public-client.ts';

const CLIENTS: Readonly<Record<string, AppAuthentication>> = {
  'public-app': { method: 'none' },
  'secret-app': { method: 'client_secret_basic', secret: 'a secret of this test' },
};

function setUp() {
  const app = express();
  const findIssuedToken = (_kind: string, token: string) =>
    Promise.resolve(
      token.startsWith('of-')
        ? {
            kind: 'refresh' as const,
            appGrantId: 'g',
            expiresAt: '2026-11-21T09:00:00.000Z',
            usedAt: undefined,
            payload: JSON.stringify({ clientId: token.slice(3) }),
          }
        : undefined,
    );
  const find = (clientId: string) => {
    const authentication = CLIENTS[clientId];
    const client: AppClient | undefined =
      authentication === undefined
        ? undefined
        : {
            clientId,
            name: clientId,
            redirectUris: [],
            kind: 'web',
            authentication,
            homePage: undefined,
            policyPage: undefined,
            origins: [],
            registeredBy: 'operator',
            registeredAt: '2026-11-21T09:00:00.000Z',
          };
    return Promise.resolve(client);
  };
  const registry = { find, addItself: () => Promise.resolve(true), describe: () => Promise.resolve(undefined) };
  app.post('/token', onlyWithoutHeader, express.text({ type: '*/*' }), namePublicClient({ findIssuedToken }, registry));
  app.use((asked, response) => {
    response.json({ body: (asked.body as string | undefined) ?? 'unread' });
  });
  return (body: string, headers: Readonly<Record<string, string>> = {}) =>
    request(app)
      .post('/token')
      .set({ 'Content-Type': 'application/x-www-form-urlencoded', ...headers })
      .send(body)
      .then((answer) => (answer.body as { body: string }).body);
}

const REFRESH = 'grant_type=refresh_token&refresh_token=';

describe('a refresh request without a client', () => {
  test('is that of the app the token was given to', async () => {
    expect(await setUp()(`${REFRESH}of-public-app`)).toBe(`${REFRESH}of-public-app&client_id=public-app`);
  });

  test.each([
    ['an app that has a secret', `${REFRESH}of-secret-app`],
    ['an app that is registered no more', `${REFRESH}of-nobody`],
    ['a token nobody knows', `${REFRESH}x`],
    ['no token', REFRESH],
    ['two tokens', `${REFRESH}of-public-app&refresh_token=of-public-app`],
    ['a client that is named', `${REFRESH}of-public-app&client_id=other`],
    ['a signed assertion', `${REFRESH}of-public-app&client_assertion=x`],
    ['a code', 'grant_type=authorization_code&refresh_token=of-public-app'],
    ['no form', '{"grant_type":"refresh_token"}'],
  ])('stays as it is for %s', async (_, body) => expect(await setUp()(body)).toBe(body));

  test('is not read where a header says who asks', async () => {
    expect(await setUp()(`${REFRESH}of-public-app`, { Authorization: 'Basic eDp5' })).toBe('unread');
  });
});
