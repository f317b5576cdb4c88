/** Client apps registered by command or by themselves; all but the id is sealed, their secrets with it. */
import type { AppClient, AuthorizationStore } from '../../ports/authorization-store.ts';
import { sealOwnJson, unsealOwnJson } from '../encryption/own-json.ts';
import { currentOperatorKeys, type StoreContext } from './store-context.ts';

type AppClients = Pick<AuthorizationStore, 'addAppClient' | 'findAppClient' | 'listAppClients' | 'deleteAppClient'>;

/** As sealed: JSON knows null only. */
type ClientDetails = Omit<AppClient, 'homePage' | 'policyPage'> & {
  readonly homePage: string | null;
  readonly policyPage: string | null;
};

export function appClientPlace(clientId: string) {
  return { table: 'app_client', rowId: clientId, column: 'details' };
}

export function createAppClients(context: StoreContext): AppClients {
  const { db, keyring } = context;

  function fromRow(row: { readonly client_id: string; readonly details: Uint8Array }): AppClient {
    const details = unsealOwnJson(keyring, row.details, appClientPlace(row.client_id)) as ClientDetails;
    return { ...details, homePage: details.homePage ?? undefined, policyPage: details.policyPage ?? undefined };
  }

  return {
    async addAppClient(client) {
      const details: ClientDetails = {
        ...client,
        homePage: client.homePage ?? null,
        policyPage: client.policyPage ?? null,
      };
      await db.transaction().execute(async (queries) => {
        const operatorKeys = await currentOperatorKeys(context, queries);
        const sealed = sealOwnJson(operatorKeys, details, appClientPlace(client.clientId));
        await queries.insertInto('app_client').values({ client_id: client.clientId, details: sealed }).execute();
      });
    },
    async findAppClient(clientId) {
      const row = await db.selectFrom('app_client').selectAll().where('client_id', '=', clientId).executeTakeFirst();
      return row === undefined ? undefined : fromRow(row);
    },
    async listAppClients() {
      const rows = await db.selectFrom('app_client').selectAll().orderBy('client_id').execute();
      return rows.map(fromRow).toSorted((a, b) => (a.name < b.name ? -1 : Number(a.name > b.name)));
    },
    deleteAppClient: (clientId) =>
      db.transaction().execute(async (queries) => {
        await queries.deleteFrom('app_grant').where('client_id', '=', clientId).execute();
        const { numDeletedRows } = await queries
          .deleteFrom('app_client')
          .where('client_id', '=', clientId)
          .executeTakeFirst();
        return numDeletedRows > 0n;
      }),
  };
}
