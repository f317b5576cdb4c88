/** Procedures that were done or are being done, the newest of each kind (IPS 2.0.1, "History of Procedures"). */
import type { Procedure } from 'fhir/r4.js';
import { dayWords } from '../../explain/day-words.ts';
import { completeProcedure } from './complete-required.ts';
import { conceptKey } from './concept-key.ts';
import { newestOfEach, timesWords } from './newest-of-each.ts';
import type { SummaryContext } from './summary-context.ts';
import { summarySection, type SummarySection } from './summary-section.ts';
import { conceptWords, periodWords, quantityWords } from './words.ts';
import { table } from './xhtml.ts';

type Done = Procedure & { id: string };

const DONE: ReadonlySet<string> = new Set(['completed', 'in-progress', 'on-hold', 'stopped', 'unknown']);

export function proceduresSection(context: SummaryContext): SummarySection | undefined {
  const done = context.asserted('Procedure').filter(({ status }) => DONE.has(status));
  const newest = newestOfEach(done, (procedure) => conceptKey(procedure.code), dateOf);
  const rows = newest.map(({ resource, count }) => [
    whenWords(resource),
    conceptWords(resource.code) ?? 'without a name',
    [resource.status === 'completed' ? '' : resource.status, timesWords(count)].filter((words) => words !== ''),
    context.sourceOf(resource),
  ]);
  return summarySection(context, 'procedures', {
    entries: newest.map(({ resource }) => completeProcedure(resource)),
    told: rows.length === 0 ? [] : [table(['Date', 'Procedure', 'Notes', 'Recorded by'], rows)],
  });
}

function dateOf({ performedDateTime, performedPeriod }: Done): string | undefined {
  return performedDateTime ?? performedPeriod?.start ?? performedPeriod?.end;
}

function whenWords(procedure: Done): string {
  const { performedDateTime, performedPeriod, performedString, performedAge } = procedure;
  const age = quantityWords(performedAge);
  const when = performedDateTime === undefined ? periodWords(performedPeriod) : dayWords(performedDateTime);
  return when ?? performedString ?? (age === undefined ? 'not said' : `age ${age}`);
}
