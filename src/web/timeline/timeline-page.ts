/** Medicines and conditions over the years, as a picture and as a table that says the same. */
import type { Condition, MedicationStatement } from 'fhir/r4.js';
import type { Router } from 'express';
import { statedNone } from '../../record/views/summary/stated-none.ts';
import { isoNow } from '../../services/service-context.ts';
import type { PageRecord } from '../record/page-record.ts';
import { requireVisit } from '../session/require-visit.ts';
import { listThings } from '../things/thing.ts';
import type { WebDeps } from '../web-deps.ts';
import { timelineView, type NamedThing } from './timeline-view.ts';

/** How far back, in years. */
const PERIODS = [2, 5, 10] as const;

export function addTimelinePage(router: Router, deps: WebDeps): void {
  router.get('/timeline', async (request, response) => {
    const visit = await requireVisit(deps, request);
    const page = await deps.pageRecords.read(visit, 'timeline');
    const { record, completeness } = page.answer;
    const years = PERIODS.find((period) => String(period) === request.query['years']);
    const { direction } = deps.pages.words(response).language;
    const named = namedThings(page);
    const values = {
      ...timelineView({ record, named, titleOf: page.titleOf, now: isoNow(deps.services), years, direction }),
      direction,
      years,
      periods: PERIODS,
      sources: completeness,
      quarantined: record.quarantined.length,
    };
    deps.pages.send(response, 'timeline', values, visit);
  });
}

/** A source's statement that there is nothing is no item (law L6). */
function namedThings({ answer: { record }, rows, medicines, titleOf }: PageRecord): ReadonlyMap<string, NamedThing> {
  const things = listThings({ record, rows: rows.filter(({ type }) => type === 'Condition'), titleOf });
  return new Map([
    ...medicines
      .filter(({ isStatedNone }) => !isStatedNone)
      .map(({ reference, path, name }) => [reference, { path, name }] as const),
    ...things
      .filter(({ unified }) => statedNone(unified as Condition | MedicationStatement) === undefined)
      .map(({ reference, path, what }) => [reference, { path, name: what }] as const),
  ]);
}
