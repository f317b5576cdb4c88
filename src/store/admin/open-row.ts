/** Tries every sealed value of some rows, whosever key they are under. */
import type { Queries } from '../durable/store-context.ts';
import type { OperatorKeyring } from '../encryption/operator-keyring.ts';
import { unsealOwnJson } from '../encryption/own-json.ts';
import { openPersonKeys, type PersonKeys } from '../encryption/person-keys.ts';
import { unsealText } from '../encryption/sealed-json.ts';
import type { StoredRow } from './store-rows.ts';
import type { StoreTable } from './tables/store-tables.ts';

export interface OpenedValues {
  readonly opened: number;
  readonly closed: number;
}

/** People by id; undefined: their keys do not open. */
type Keys = ReadonlyMap<string, PersonKeys | undefined>;

export function createRowOpener(queries: Queries, keyring: OperatorKeyring) {
  /** Rows of a table mostly come person by person: the last of a page are often the first of the next. */
  let known: Keys = new Map();

  async function keysOf(ids: ReadonlySet<string>): Promise<Keys> {
    const missing = [...ids].filter((id) => !known.has(id));
    const read = missing.length === 0 ? [] : await readKeys(queries, keyring, missing);
    known = new Map([...[...known].filter(([id]) => ids.has(id)), ...read]);
    return known;
  }

  return {
    /** @param rows a page of one table. */
    async open(table: StoreTable, rows: readonly StoredRow[]): Promise<OpenedValues> {
      if (table.name === 'person_key') {
        const keys = await keysOf(new Set(rows.map((row) => String(row['subject_id']))));
        return tally(rows.map((row) => keys.get(String(row['subject_id'])) !== undefined));
      }
      if (table.sealed === undefined) return tally([]);
      if (table.sealed.under === 'operator')
        return openValues(table, rows, (value, place) => unsealOwnJson(keyring, value, place));
      const ownerOf = table.sealed.under === 'grant' ? await readOwners(queries, rows) : undefined;
      const owner = (row: StoredRow) =>
        ownerOf === undefined ? String(row['subject_id']) : (ownerOf.get(String(row['grant_id'])) ?? '');
      const keys = await keysOf(new Set(rows.map(owner)));
      return openValues(table, rows, (value, place, row) =>
        unsealText(requireKeys(keys.get(owner(row))), value, place),
      );
    },
  };
}

type Place = { readonly table: string; readonly rowId: string; readonly column: string };

function openValues(
  table: StoreTable,
  rows: readonly StoredRow[],
  open: (value: Uint8Array, place: Place, row: StoredRow) => unknown,
): OpenedValues {
  const results = rows.flatMap((row) => {
    const rowId = (table.sealed?.row ?? []).map((column) => String(row[column])).join('/');
    return table.bytes.flatMap((column) => {
      const value = row[column];
      return value instanceof Uint8Array ? [opens(() => open(value, { table: table.name, rowId, column }, row))] : [];
    });
  });
  return tally(results);
}

function requireKeys(keys: PersonKeys | undefined): PersonKeys {
  if (keys === undefined) throw new Error('without keys nothing opens');
  return keys;
}

async function readOwners(queries: Queries, rows: readonly StoredRow[]): Promise<ReadonlyMap<string, string>> {
  const ids = [...new Set(rows.map((row) => String(row['grant_id'])))];
  const grants = await queries
    .selectFrom('app_grant')
    .select(['grant_id', 'subject_id'])
    .where('grant_id', 'in', ids)
    .execute();
  return new Map(grants.map((row) => [row.grant_id, row.subject_id]));
}

async function readKeys(queries: Queries, keyring: OperatorKeyring, ids: readonly string[]) {
  const rows = await queries.selectFrom('person_key').selectAll().where('subject_id', 'in', ids).execute();
  return rows.map((row): [string, PersonKeys | undefined] => {
    const operatorKeys = keyring.find(row.operator_key_id);
    if (operatorKeys === undefined) return [row.subject_id, undefined];
    try {
      const keys = openPersonKeys(operatorKeys, {
        subjectId: row.subject_id,
        operatorKeyId: row.operator_key_id,
        dataKeyId: row.data_key_id,
        dataKey: row.data_key,
        recordKey: row.record_key,
      });
      return [row.subject_id, keys];
    } catch {
      return [row.subject_id, undefined];
    }
  });
}

function opens(open: () => unknown): boolean {
  try {
    open();
    return true;
  } catch {
    return false;
  }
}

function tally(results: readonly boolean[]): OpenedValues {
  const opened = results.filter(Boolean).length;
  return { opened, closed: results.length - opened };
}
