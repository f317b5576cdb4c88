import { DummyDriver, Kysely, PostgresAdapter, PostgresIntrospector, PostgresQueryCompiler } from 'kysely';
import { expect, test } from 'vitest';
import { createFirstTables } from '../../../../src/store/durable/migrations/0001-first-tables.ts';

/** What the migration would send to PostgreSQL. */
async function postgresStatements(): Promise<readonly string[]> {
  const statements: string[] = [];
  const db = new Kysely<unknown>({
    dialect: {
      createAdapter: () => new PostgresAdapter(),
      createDriver: () => new DummyDriver(),
      createIntrospector: (kysely) => new PostgresIntrospector(kysely),
      createQueryCompiler: () => new PostgresQueryCompiler(),
    },
    log: ({ query }) => void statements.push(query.sql),
  });
  await createFirstTables(db);
  return statements;
}

test('the first migration speaks PostgreSQL as well: text, bytes and whole numbers only', async () => {
  const statements = await postgresStatements();
  const tables = statements.filter((sql) => sql.startsWith('create table'));
  expect(tables).toHaveLength(11);
  const types = tables.flatMap((sql) => [...sql.matchAll(/[(,] ?"[a-z_]+" ([a-z]+)/g)].map(([, type]) => type));
  expect(new Set(types)).toEqual(new Set(['text', 'bytea', 'integer']));
});

test('every table about a person names the subject', async () => {
  const statements = await postgresStatements();
  const without = statements
    .filter((sql) => sql.startsWith('create table') && !sql.includes('"subject_id" text not null'))
    .map((sql) => /create table "([a-z_]+)"/.exec(sql)?.[1]);
  expect(without).toEqual(['operator_key_check']);
});
