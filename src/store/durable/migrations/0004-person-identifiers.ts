/**
 * Migration 4: people are found by their verified identifiers, through a keyed index. It is filled for those who are here
 * already, so it needs the operator's key. Never edited once released.
 */
import type { ColumnDefinitionBuilder, Kysely } from 'kysely';
import { keyedIndex } from '../../encryption/keyed-index.ts';
import type { OperatorKeyring } from '../../encryption/operator-keyring.ts';
import { openPersonKeys } from '../../encryption/person-keys.ts';
import { unsealJson } from '../../encryption/sealed-json.ts';
import { deriveStoreKeys } from '../../encryption/store-keys.ts';
import { StoreOpenError } from '../../store-open-error.ts';
import { inBatches } from '../in-batches.ts';

interface PersonRow {
  readonly subject_id: string;
  readonly details: Uint8Array;
  readonly operator_key_id: string;
  readonly data_key_id: string;
  readonly data_key: Uint8Array;
  readonly record_key: Uint8Array;
}

/** The tables as they are at this step. */
interface Tables {
  person: Pick<PersonRow, 'subject_id' | 'details'>;
  person_key: Omit<PersonRow, 'details'>;
  person_identifier: { identifier_index: string; subject_id: string };
}

const ofPerson = (column: ColumnDefinitionBuilder) =>
  column.notNull().references('person.subject_id').onDelete('cascade');

/** @throws StoreOpenError `wrong-operator-key` where there are people under another one. */
export async function createPersonIdentifiers(db: Kysely<unknown>, keyring: OperatorKeyring): Promise<void> {
  await db.schema
    .createTable('person_identifier')
    .addColumn('identifier_index', 'text', (column) => column.notNull())
    .addColumn('subject_id', 'text', ofPerson)
    .addPrimaryKeyConstraint('person_identifier_key', ['identifier_index', 'subject_id'])
    .execute();
  await db.schema.createIndex('person_identifier_subject').on('person_identifier').column('subject_id').execute();
  const tables = db as Kysely<Tables>;
  const people = await tables.selectFrom('person').select('subject_id').orderBy('subject_id').execute();
  for (const batch of inBatches(people)) {
    const ids = batch.map(({ subject_id }) => subject_id);
    const rows = await tables
      .selectFrom('person')
      .innerJoin('person_key', 'person_key.subject_id', 'person.subject_id')
      .where('person.subject_id', 'in', ids)
      .select([
        'person.subject_id',
        'person.details',
        'person_key.operator_key_id',
        'person_key.data_key_id',
        'person_key.data_key',
        'person_key.record_key',
      ])
      .execute();
    const filled = rows.flatMap((row) => indexRows(row, keyring));
    if (filled.length > 0) await tables.insertInto('person_identifier').values(filled).execute();
  }
}

function indexRows(row: PersonRow, keyring: OperatorKeyring) {
  const operatorKeys = keyring.find(row.operator_key_id);
  if (operatorKeys === undefined) {
    throw new StoreOpenError('wrong-operator-key', 'The operator key is not the one this database was made with.');
  }
  const keys = openPersonKeys(operatorKeys, {
    subjectId: row.subject_id,
    operatorKeyId: row.operator_key_id,
    dataKeyId: row.data_key_id,
    dataKey: row.data_key,
    recordKey: row.record_key,
  });
  const place = { table: 'person', rowId: row.subject_id, column: 'details' };
  const details = unsealJson(keys, row.details, place) as {
    readonly identifiers: readonly { readonly system: string; readonly value: string }[];
  };
  // Stores of that time have no secret of their own.
  const { identityIndex } = deriveStoreKeys(operatorKeys.key);
  const indexes = details.identifiers.map(({ system, value }) =>
    keyedIndex(identityIndex, ['identifier', system, value]),
  );
  return [...new Set(indexes)].map((identifier_index) => ({ identifier_index, subject_id: row.subject_id }));
}
