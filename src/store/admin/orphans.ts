/** Rows that refer to what is not there, and people who are there although they were deleted. */
import { sql } from 'kysely';
import { PSEUDONYM } from '../durable/person-traces.ts';
import type { Queries } from '../durable/store-context.ts';
import { ROW_REFERENCES, type RowReference } from './tables/store-tables.ts';

/** @returns a sentence for each kind, with how many there are. */
export async function countOrphans(queries: Queries): Promise<readonly string[]> {
  const faults: string[] = [];
  for (const reference of ROW_REFERENCES) {
    const count = await countOrphansOf(queries, reference);
    const { table, columns, to } = reference;
    if (count > 0) faults.push(`${table}: ${count} rows whose ${columns.join(', ')} is in no row of ${to}.`);
  }
  const returned = await queries
    .selectFrom('person')
    .innerJoin('person_deletion', 'person_deletion.subject_id', 'person.subject_id')
    .select((eb) => eb.fn.countAll().as('count'))
    .executeTakeFirstOrThrow();
  if (Number(returned.count) > 0) faults.push(`person: ${Number(returned.count)} people who were deleted are here.`);
  return faults;
}

async function countOrphansOf(queries: Queries, { table, columns, to, toColumns }: RowReference): Promise<number> {
  const same = columns.map((column, n) => sql`r.${sql.ref(column)} = t.${sql.ref(toColumns[n] ?? column)}`);
  const first = sql.ref(columns[0] ?? '');
  const { rows } = await sql<{ count: number | string }>`
    select count(*) as count from ${sql.table(table)} r
    where r.${first} is not null and r.${first} not like ${`${PSEUDONYM}%`}
    and not exists (select 1 from ${sql.table(to)} t where ${sql.join(same, sql` and `)})`.execute(queries);
  return Number(rows[0]?.count ?? 0);
}
