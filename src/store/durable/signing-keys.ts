/** The keys that id tokens are signed with, sealed under the operator's key. */
import type { JWK } from 'jose';
import { GatewayError } from '../../errors.ts';
import type { AuthorizationStore, SigningKey } from '../../ports/authorization-store.ts';
import { sealOwnJson, unsealOwnJson } from '../encryption/own-json.ts';
import { currentOperatorKeys, type StoreContext } from './store-context.ts';

type SigningKeys = Pick<AuthorizationStore, 'addSigningKeys' | 'listSigningKeys' | 'deleteSigningKeys'>;

type KeyDetails = Pick<SigningKey, 'keyId' | 'privateKey'>;

export function signingKeyPlace(generation: number, algorithm: string) {
  return { table: 'signing_key', rowId: `${generation}/${algorithm}`, column: 'details' };
}

export function createSigningKeys(context: StoreContext): SigningKeys {
  const { db, keyring } = context;
  return {
    async addSigningKeys(keys) {
      try {
        await db.transaction().execute(async (queries) => {
          const operatorKeys = await currentOperatorKeys(context, queries);
          const rows = keys.map(({ generation, algorithm, createdAt, keyId, privateKey }) => {
            const details: { keyId: string; privateKey: JWK } = { keyId, privateKey };
            const sealed = sealOwnJson(operatorKeys, details, signingKeyPlace(generation, algorithm));
            return { generation, algorithm, created_at: createdAt, details: sealed };
          });
          await queries.insertInto('signing_key').values(rows).execute();
        });
        return true;
      } catch (error) {
        if (error instanceof GatewayError && error.code === 'conflict') return false;
        throw error;
      }
    },
    async listSigningKeys() {
      const rows = await db
        .selectFrom('signing_key')
        .selectAll()
        .orderBy('generation', 'desc')
        .orderBy('algorithm', 'desc')
        .execute();
      return rows.map((row) => {
        const place = signingKeyPlace(row.generation, row.algorithm);
        const { keyId, privateKey } = unsealOwnJson(keyring, row.details, place) as KeyDetails;
        return {
          keyId,
          algorithm: row.algorithm as SigningKey['algorithm'],
          generation: row.generation,
          createdAt: row.created_at,
          privateKey,
        };
      });
    },
    async deleteSigningKeys(belowGeneration) {
      await db.deleteFrom('signing_key').where('generation', '<', belowGeneration).execute();
    },
  };
}
