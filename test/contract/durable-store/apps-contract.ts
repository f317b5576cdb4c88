/** What people allowed apps, the tokens that rest on it, registered apps and signing keys. */
import { describe, expect, test } from 'vitest';
import type { AppGrant } from '../../../src/ports/app-grants.ts';
import type { AppClient, IssuedToken, SigningKey } from '../../../src/ports/authorization-store.ts';
import type { ContractStage } from './contract-stage.ts';
import { AT_ELEVEN, AT_NINE, AT_TEN, orla, tam } from './people-of-the-contract.ts';

export function grantOf(subjectId: string, id: string, changes: Partial<AppGrant> = {}): AppGrant {
  return {
    id,
    subjectId,
    actorId: subjectId,
    clientId: 'app-1',
    scopes: ['patient/*.rs', 'offline_access'],
    sources: ['hospital'],
    labels: { codes: ['http://labels.example|N'], unlabelled: false },
    grantedAt: AT_NINE,
    until: undefined,
    lastUsedAt: undefined,
    ...changes,
  };
}

export function tokenOf(appGrantId: string, changes: Partial<IssuedToken> = {}): IssuedToken {
  return {
    kind: 'refresh',
    appGrantId,
    expiresAt: AT_ELEVEN,
    usedAt: undefined,
    payload: '{"scope":"openid"}',
    ...changes,
  };
}

export function appClient(clientId: string, authentication: AppClient['authentication']): AppClient {
  return {
    clientId,
    name: 'An app',
    kind: 'web',
    redirectUris: ['https://app.example/callback'],
    authentication,
    homePage: undefined,
    policyPage: 'https://app.example/privacy',
    origins: [],
    registeredBy: 'operator',
    registeredAt: AT_NINE,
  };
}

const app = appClient('app-1', { method: 'client_secret_basic', secret: 'a secret of an app' });

function keyOf(generation: number, algorithm: SigningKey['algorithm']): SigningKey {
  const keyId = `key-${generation}-${algorithm}`;
  return { keyId, algorithm, generation, createdAt: AT_NINE, privateKey: { kty: 'EC', d: `private-${keyId}` } };
}

export function appsContract(stage: ContractStage): void {
  describe('what a person allowed an app', () => {
    test('comes back as it was, after a restart too, and only to its person', async () => {
      const older = grantOf(orla.id, 'grant-1');
      const newer = grantOf(orla.id, 'grant-2', {
        grantedAt: AT_TEN,
        sources: undefined,
        labels: undefined,
        until: AT_ELEVEN,
        lastUsedAt: AT_TEN,
      });
      await stage.store.putAppGrant(older);
      await stage.store.putAppGrant(newer);
      await stage.store.putAppGrant(grantOf(tam.id, 'grant-3', { actorId: orla.id }));
      await stage.restart();
      expect(await stage.store.listAppGrants(orla.id)).toStrictEqual([newer, older]);
      expect(await stage.store.findAppGrant('grant-1')).toStrictEqual(older);
      expect(await stage.store.findAppGrant('grant-4')).toBeUndefined();
    });

    test('is deleted for its own person only, and its tokens with it', async () => {
      await stage.store.putAppGrant(grantOf(orla.id, 'grant-1'));
      await stage.store.putIssuedToken('token-1', tokenOf('grant-1'));
      await stage.store.deleteAppGrant(tam.id, 'grant-1');
      expect(await stage.store.findIssuedToken('refresh', 'token-1')).toBeDefined();
      await stage.store.deleteAppGrant(orla.id, 'grant-1');
      expect(await stage.store.findAppGrant('grant-1')).toBeUndefined();
      expect(await stage.store.findIssuedToken('refresh', 'token-1')).toBeUndefined();
    });

    test('a use is noted, and brings nothing back that was revoked', async () => {
      await stage.store.putAppGrant(grantOf(orla.id, 'grant-1'));
      await stage.store.noteAppGrantUse('grant-1', AT_TEN);
      expect(await stage.store.findAppGrant('grant-1')).toStrictEqual(
        grantOf(orla.id, 'grant-1', { lastUsedAt: AT_TEN }),
      );
      await stage.store.deleteAppGrant(orla.id, 'grant-1');
      await stage.store.noteAppGrantUse('grant-1', AT_ELEVEN);
      expect(await stage.store.findAppGrant('grant-1')).toBeUndefined();
    });

    test('goes with the one whose record it is and with the one who allowed it', async () => {
      await stage.store.putAppGrant(grantOf(orla.id, 'own'));
      await stage.store.putAppGrant(grantOf(tam.id, 'for-tam', { actorId: orla.id }));
      await stage.store.putAppGrant(grantOf(tam.id, 'of-tam'));
      for (const id of ['own', 'for-tam', 'of-tam']) await stage.store.putIssuedToken(`token-${id}`, tokenOf(id));
      await stage.store.deletePerson(orla.id);
      await stage.restart();
      expect((await stage.store.listAppGrants(tam.id)).map(({ id }) => id)).toEqual(['of-tam']);
      expect(await stage.store.findIssuedToken('refresh', 'token-own')).toBeUndefined();
      expect(await stage.store.findIssuedToken('refresh', 'token-for-tam')).toBeUndefined();
      expect(await stage.store.findIssuedToken('refresh', 'token-of-tam')).toStrictEqual(tokenOf('of-tam'));
    });
  });

  describe('issued tokens', () => {
    test('are found by kind and token, after a restart too', async () => {
      await stage.store.putAppGrant(grantOf(orla.id, 'grant-1'));
      const access = tokenOf('grant-1', { kind: 'access', payload: '{"aud":"https://fhir.example"}' });
      await stage.store.putIssuedToken('token-1', access);
      await stage.restart();
      expect(await stage.store.findIssuedToken('access', 'token-1')).toStrictEqual(access);
      expect(await stage.store.findIssuedToken('refresh', 'token-1')).toBeUndefined();
      expect(await stage.store.findIssuedToken('access', 'token-2')).toBeUndefined();
    });

    test('need something that was allowed', async () => {
      await expect(stage.store.putIssuedToken('token-1', tokenOf('nothing'))).rejects.toMatchObject({
        code: 'not-found',
      });
    });

    test('exactly one of many at once exchanges a refresh token', async () => {
      await stage.store.putAppGrant(grantOf(orla.id, 'grant-1'));
      await stage.store.putIssuedToken('token-1', tokenOf('grant-1'));
      const other = await stage.another();
      const takers = Array.from({ length: 8 }, (_, n) => (n % 2 === 0 ? stage.store : other));
      const taken = await Promise.all(takers.map((store) => store.useIssuedToken('token-1', AT_TEN)));
      expect(taken.filter(Boolean)).toHaveLength(1);
      expect((await stage.store.findIssuedToken('refresh', 'token-1'))?.usedAt).toBe(AT_TEN);
      expect(await stage.store.useIssuedToken('token-2', AT_TEN)).toBe(false);
    });

    test('are deleted one by one or all that rest on one consent', async () => {
      for (const id of ['grant-1', 'grant-2']) await stage.store.putAppGrant(grantOf(orla.id, id));
      for (const token of ['a', 'b', 'c']) await stage.store.putIssuedToken(token, tokenOf('grant-1'));
      await stage.store.putIssuedToken('d', tokenOf('grant-2'));
      const left = async () =>
        (await Promise.all(['a', 'b', 'c', 'd'].map((token) => stage.store.findIssuedToken('refresh', token)))).map(
          (found) => found?.appGrantId,
        );
      await stage.store.deleteIssuedToken('access', 'a');
      await stage.store.deleteIssuedToken('refresh', 'b');
      expect(await left()).toEqual(['grant-1', undefined, 'grant-1', 'grant-2']);
      await stage.store.deleteIssuedTokens('grant-1');
      expect(await left()).toEqual([undefined, undefined, undefined, 'grant-2']);
    });

    test('what is over is forgotten, and nothing else', async () => {
      await stage.store.putAppGrant(grantOf(orla.id, 'over', { until: AT_TEN }));
      await stage.store.putAppGrant(grantOf(orla.id, 'idle'));
      await stage.store.putAppGrant(grantOf(orla.id, 'in-use'));
      await stage.store.putAppGrant(grantOf(orla.id, 'new', { grantedAt: AT_ELEVEN }));
      await stage.store.putIssuedToken('dead', tokenOf('idle', { expiresAt: AT_TEN }));
      await stage.store.putIssuedToken('alive', tokenOf('in-use'));
      await stage.store.deleteExpired(AT_TEN, AT_TEN);
      const grants = await stage.store.listAppGrants(orla.id);
      expect(grants.map(({ id }) => id).toSorted()).toEqual(['in-use', 'new']);
      expect(await stage.store.findIssuedToken('refresh', 'dead')).toBeUndefined();
      expect(await stage.store.findIssuedToken('refresh', 'alive')).toBeDefined();
    });
  });

  describe('registered apps', () => {
    test('come back as they were, after a restart too; an id is taken once', async () => {
      const keyed: AppClient = {
        ...app,
        clientId: 'app-2',
        name: 'A second app',
        authentication: { method: 'private_key_jwt', jwksUri: 'https://app.example/jwks' },
      };
      await stage.store.addAppClient(app);
      await stage.store.addAppClient(keyed);
      await expect(stage.store.addAppClient(app)).rejects.toMatchObject({ code: 'conflict' });
      await stage.restart();
      expect(await stage.store.findAppClient('app-1')).toStrictEqual(app);
      expect(await stage.store.listAppClients()).toStrictEqual([keyed, app]);
      expect(await stage.store.findAppClient('app-3')).toBeUndefined();
    });

    test('take what people allowed them along when they go', async () => {
      await stage.store.addAppClient(app);
      await stage.store.putAppGrant(grantOf(orla.id, 'grant-1'));
      await stage.store.putAppGrant(grantOf(orla.id, 'grant-2', { clientId: 'app-2' }));
      await stage.store.putIssuedToken('token-1', tokenOf('grant-1'));
      expect(await stage.store.deleteAppClient('app-1')).toBe(true);
      expect(await stage.store.deleteAppClient('app-1')).toBe(false);
      expect(await stage.store.findAppClient('app-1')).toBeUndefined();
      expect((await stage.store.listAppGrants(orla.id)).map(({ id }) => id)).toEqual(['grant-2']);
      expect(await stage.store.findIssuedToken('refresh', 'token-1')).toBeUndefined();
    });
  });

  describe('signing keys', () => {
    test('come newest first, after a restart too; one process makes a generation', async () => {
      const first = [keyOf(1, 'RS256'), keyOf(1, 'ES384')];
      const second = [keyOf(2, 'RS256'), keyOf(2, 'ES384')];
      const other = await stage.another();
      const made = await Promise.all([stage.store.addSigningKeys(first), other.addSigningKeys(first)]);
      expect(made.filter(Boolean)).toHaveLength(1);
      expect(await stage.store.addSigningKeys(second)).toBe(true);
      await stage.restart();
      expect(await stage.store.listSigningKeys()).toStrictEqual([...second, ...first]);
      await stage.store.deleteSigningKeys(2);
      expect(await stage.store.listSigningKeys()).toStrictEqual(second);
    });
  });
}
