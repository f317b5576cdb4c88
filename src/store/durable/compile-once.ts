/** A query that every request asks, put into words once: only its values are new each time. */
import type { Compilable } from 'kysely';
import type { Queries } from './store-context.ts';

/** @param query made with any values. @returns runs it with others, which stand in the same order. */
export function compileOnce<Row>(
  query: Compilable<Row>,
): (queries: Queries, values: readonly unknown[]) => Promise<readonly Row[]> {
  const compiled = query.compile();
  return async (queries, values) => (await queries.executeQuery<Row>({ ...compiled, parameters: values })).rows;
}
