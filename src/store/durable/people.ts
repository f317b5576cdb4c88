/** People, their keys and their sign-in identities; neither names nor identities rest in clear. */
import { GatewayError } from '../../errors.ts';
import type { DurableStore } from '../../ports/durable-store.ts';
import type { Person, SignInIdentity, VerifiedIdentifier } from '../../ports/people.ts';
import { keyedIndex } from '../encryption/keyed-index.ts';
import type { PersonKeys } from '../encryption/person-keys.ts';
import { createPersonKeys } from '../encryption/person-keys.ts';
import { sealJson, unsealJson } from '../encryption/sealed-json.ts';
import type { Deletion } from './deletion-list.ts';
import { removePerson } from './remove-person.ts';
import { writeRepresentation } from './representations.ts';
import type { Queries, StoreContext } from './store-context.ts';
import { currentOperatorKeys, findPersonKeys, inTransaction, requirePersonKeys } from './store-context.ts';

/** As sealed: JSON knows null only. */
interface PersonDetails {
  readonly identities: readonly SignInIdentity[];
  readonly identifiers: readonly VerifiedIdentifier[];
  readonly text: string | null;
  readonly family: string | null;
  readonly given: readonly string[];
  readonly birthDate: string | null;
}

function detailsPlace(subjectId: string) {
  return { table: 'person', rowId: subjectId, column: 'details' };
}

function sealDetails(keys: PersonKeys, person: Person): Buffer {
  const details: PersonDetails = {
    identities: person.identities.map(({ issuer, sub }) => ({ issuer, sub })),
    identifiers: person.identifiers.map(({ system, value, verifiedBy }) => ({ system, value, verifiedBy })),
    text: person.name.text ?? null,
    family: person.name.family ?? null,
    given: person.name.given,
    birthDate: person.birthDate ?? null,
  };
  return sealJson(keys, details, detailsPlace(person.id));
}

async function writeIdentities(context: StoreContext, queries: Queries, person: Person): Promise<void> {
  if (person.identities.length === 0) return;
  const rows = person.identities.map(({ issuer, sub }) => ({
    identity_index: keyedIndex(context.storeKeys.identityIndex, ['identity', issuer, sub]),
    subject_id: person.id,
  }));
  await queries.insertInto('person_identity').values(rows).execute();
}

async function writeIdentifiers(context: StoreContext, queries: Queries, person: Person): Promise<void> {
  const indexes = new Set(person.identifiers.map((identifier) => identifierIndex(context, identifier)));
  if (indexes.size === 0) return;
  const rows = [...indexes].map((identifier_index) => ({ identifier_index, subject_id: person.id }));
  await queries.insertInto('person_identifier').values(rows).execute();
}

function identifierIndex(
  { storeKeys }: StoreContext,
  { system, value }: Pick<VerifiedIdentifier, 'system' | 'value'>,
): string {
  return keyedIndex(storeKeys.identityIndex, ['identifier', system, value]);
}

async function readPerson(context: StoreContext, queries: Queries, id: string): Promise<Person | undefined> {
  const row = await queries.selectFrom('person').selectAll().where('subject_id', '=', id).executeTakeFirst();
  const keys = await findPersonKeys(context, queries, id);
  if (row === undefined || keys === undefined) return undefined;
  const details = unsealJson(keys, row.details, detailsPlace(id)) as PersonDetails;
  return {
    id,
    identities: details.identities,
    identifiers: details.identifiers,
    name: { text: details.text ?? undefined, family: details.family ?? undefined, given: details.given },
    birthDate: details.birthDate ?? undefined,
    createdAt: row.created_at,
  };
}

async function insertPerson(context: StoreContext, queries: Queries, person: Person): Promise<void> {
  const deleted = await queries
    .selectFrom('person_deletion')
    .select('subject_id')
    .where('subject_id', '=', person.id)
    .executeTakeFirst();
  // The id of a deleted person is never given again: old links and audit lines must not point to somebody new.
  if (deleted !== undefined) throw new GatewayError('conflict', 'This person was deleted.');
  const { keys, wrapped } = createPersonKeys(await currentOperatorKeys(context, queries), person.id);
  await queries
    .insertInto('person')
    .values({ subject_id: person.id, created_at: person.createdAt, details: sealDetails(keys, person) })
    .execute();
  await queries
    .insertInto('person_key')
    .values({
      subject_id: wrapped.subjectId,
      operator_key_id: wrapped.operatorKeyId,
      data_key_id: wrapped.dataKeyId,
      data_key: wrapped.dataKey,
      record_key: wrapped.recordKey,
    })
    .execute();
  await writeIdentities(context, queries, person);
  await writeIdentifiers(context, queries, person);
}

async function replacePerson(context: StoreContext, queries: Queries, person: Person): Promise<void> {
  const keys = await requirePersonKeys(context, queries, person.id);
  await queries
    .updateTable('person')
    .set({ created_at: person.createdAt, details: sealDetails(keys, person) })
    .where('subject_id', '=', person.id)
    .execute();
  await queries.deleteFrom('person_identity').where('subject_id', '=', person.id).execute();
  await queries.deleteFrom('person_identifier').where('subject_id', '=', person.id).execute();
  await writeIdentities(context, queries, person);
  await writeIdentifiers(context, queries, person);
}

/** @param afterDeletion told of each deletion once it is committed. */
export function createPeople(
  context: StoreContext,
  afterDeletion: (deletion: Deletion) => Promise<void>,
): Pick<
  DurableStore,
  | 'createPerson'
  | 'getPerson'
  | 'findPersonByIdentity'
  | 'findPersonByIdentifier'
  | 'updatePerson'
  | 'deletePerson'
  | 'recordKey'
> {
  const { db } = context;
  return {
    createPerson: (person, self) =>
      inTransaction(context, async (queries) => {
        await insertPerson(context, queries, person);
        if (self !== undefined) await writeRepresentation(queries, self);
      }),
    getPerson: (id) => readPerson(context, db, id),
    async findPersonByIdentity({ issuer, sub }) {
      const index = keyedIndex(context.storeKeys.identityIndex, ['identity', issuer, sub]);
      const row = await db
        .selectFrom('person_identity')
        .select('subject_id')
        .where('identity_index', '=', index)
        .executeTakeFirst();
      return row === undefined ? undefined : readPerson(context, db, row.subject_id);
    },
    async findPersonByIdentifier(identifier) {
      const found = await db
        .selectFrom('person_identifier')
        .select('subject_id')
        .where('identifier_index', '=', identifierIndex(context, identifier))
        .limit(2)
        .execute();
      const [row] = found;
      return row === undefined || found.length > 1 ? undefined : readPerson(context, db, row.subject_id);
    },
    updatePerson: (person) => inTransaction(context, (queries) => replacePerson(context, queries, person)),
    async deletePerson(id) {
      const deletedAt = context.now().toISOString();
      const isDeleted = await inTransaction(context, (queries) => removePerson(queries, id, deletedAt));
      if (isDeleted) await afterDeletion({ subjectId: id, deletedAt });
    },
    async recordKey(subjectId) {
      return (await requirePersonKeys(context, db, subjectId)).record;
    },
  };
}
