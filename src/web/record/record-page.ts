/** The record in simple tables: medicines, conditions, allergies, what differs, and how complete it is. */
import type { Router } from 'express';
import type { SourceCompleteness } from '../../record/completeness.ts';
import { issueWords } from '../../services/issue-words.ts';
import type { RecordRow } from '../../services/record-rows.ts';
import { requireVisit } from '../session/require-visit.ts';
import type { WebDeps } from '../web-deps.ts';

const STATES: Readonly<Record<SourceCompleteness['state'], string>> = {
  complete: 'Everything it offers was read',
  partial: 'Some of it could not be read',
  stale: 'It did not answer; older data is shown',
  failed: 'Nothing could be read yet',
  'needs-sign-in': 'Sign in there again; older data is shown',
  withheld: 'Not for this viewer',
};

const CLASSES: Readonly<Record<RecordRow['standing'], string>> = {
  agrees: 'agrees',
  differs: 'differs',
  'may be the same': 'related',
  'only here': 'only',
};

export function addRecordPage(router: Router, deps: WebDeps): void {
  router.get('/record', async (request, response) => {
    const visit = await requireVisit(deps, request);
    const { answer, resources, ...page } = await deps.pageRecords.read(visit);
    const { record, completeness } = answer;
    const titles = new Map(completeness.map((item) => [item.source, item.title]));
    const rows = page.rows.map((row) => named(row, titles));
    const values = {
      medicines: rows.filter((row) => row.type === 'MedicationStatement'),
      conditions: rows.filter((row) => row.type === 'Condition' && !row.isOther),
      others: rows.filter((row) => row.type === 'Condition' && row.isOther),
      allergies: rows.filter((row) => row.type === 'AllergyIntolerance'),
      issues: issueWords(resources, (source) => titles.get(source) ?? source),
      sources: completeness.map((item) => ({ ...item, words: STATES[item.state] })),
      quarantined: record.quarantined.length,
    };
    deps.pages.send(response, 'record', values, visit);
  });
}

/** Sources by their titles, as people know them. */
function named(row: RecordRow, titles: ReadonlyMap<string, string>) {
  const title = (name: string) => titles.get(name) ?? name;
  const values = (items: RecordRow['doses']) =>
    items.map((item) => ({ value: item.value, who: item.sources.map(title) }));
  return {
    ...row,
    doses: values(row.doses),
    statuses: values(row.statuses),
    statedBy: row.statedBy.map(title),
    copiedBy: row.copiedBy.map(title),
    standingClass: CLASSES[row.standing],
  };
}
