/** Tries every sealed value of a row, whosever key it is under. */
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

/** People whose keys are held at one time; rows of a table come person by person. */
const MOST_KEYS = 1_000;

export function createRowOpener(queries: Queries, keyring: OperatorKeyring) {
  const known = new Map<string, PersonKeys | undefined>();

  async function keysOf(subjectId: string): Promise<PersonKeys | undefined> {
    if (known.has(subjectId)) return known.get(subjectId);
    if (known.size >= MOST_KEYS) known.clear();
    const keys = await readKeys(queries, keyring, subjectId);
    known.set(subjectId, keys);
    return keys;
  }

  async function ownerOf({ sealed }: StoreTable, row: StoredRow): Promise<string> {
    if (sealed?.under !== 'grant') return String(row['subject_id']);
    const grant = await queries
      .selectFrom('app_grant')
      .select('subject_id')
      .where('grant_id', '=', String(row['grant_id']))
      .executeTakeFirst();
    return grant?.subject_id ?? '';
  }

  return {
    async open(table: StoreTable, row: StoredRow): Promise<OpenedValues> {
      if (table.name === 'person_key') return tally([(await keysOf(String(row['subject_id']))) !== undefined]);
      if (table.sealed === undefined) return tally([]);
      const rowId = table.sealed.row.map((column) => String(row[column])).join('/');
      const isOwn = table.sealed.under === 'operator';
      const keys = isOwn ? undefined : await keysOf(await ownerOf(table, row));
      const values = table.bytes.flatMap((column) => {
        const value = row[column];
        return value instanceof Uint8Array ? [{ column, value }] : [];
      });
      return tally(
        values.map(({ column, value }) => {
          const place = { table: table.name, rowId, column };
          if (isOwn) return opens(() => unsealOwnJson(keyring, value, place));
          return keys !== undefined && opens(() => unsealText(keys, value, place));
        }),
      );
    },
  };
}

async function readKeys(queries: Queries, keyring: OperatorKeyring, subjectId: string) {
  const row = await queries.selectFrom('person_key').selectAll().where('subject_id', '=', subjectId).executeTakeFirst();
  const operatorKeys = row === undefined ? undefined : keyring.find(row.operator_key_id);
  if (row === undefined || operatorKeys === undefined) return undefined;
  try {
    return openPersonKeys(operatorKeys, {
      subjectId: row.subject_id,
      operatorKeyId: row.operator_key_id,
      dataKeyId: row.data_key_id,
      dataKey: row.data_key,
      recordKey: row.record_key,
    });
  } catch {
    return undefined;
  }
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
