/** Faults in how pages lead to each other. */
import { bundle, condition } from '../../servers/fhir-bundles.ts';
import { sendJson } from '../../servers/http-server.ts';
import { forConditions, pageOfConditions, type Behaviour } from '../behaviour.ts';
import { CONDITION } from './common.ts';

const PART = 'What it gave before, and what came until then.';
const NOT_ITS_OWN = 'The source pointed to an address that is not its own; it was not followed.';
const partial = (why: string) => `"notDone":["Condition partial: ${why}"]`;

/** Pages of one item each. @param next the number of the page after this one. */
function pages(item: (page: number) => string | undefined, next: (page: number) => number) {
  return forConditions((response, { query }) => {
    const page = Number(query.get('page') ?? '1');
    const id = item(page);
    sendJson(response, 200, bundle(id === undefined ? [] : [condition(id)], `Condition?page=${next(page)}`));
  });
}

/** A first page, and a second one that is answered so. */
function secondPage(status: number, body: unknown) {
  return forConditions((response, { query }) => {
    if (query.has('page')) sendJson(response, status, body);
    else sendJson(response, 200, bundle([condition('c4')], 'Condition?page=2'));
  });
}

export const PAGING_FAULTS: readonly Behaviour[] = [
  {
    source: 'has pages without end',
    misbehave: pages(
      (page) => `p${page}`,
      (page) => page + 1,
    ),
    gets: { state: 'partial', reason: 'Only the first 6 pages were read.' },
    keeps: { ids: 'a1 a2 c1 c2 c3 p1 p2 p3 p4 p5 p6', words: PART },
    asked: { path: CONDITION, times: 6 },
    logs: partial('too-many-pages'),
  },
  {
    source: 'has empty pages without end',
    misbehave: pages(
      () => undefined,
      (page) => page + 1,
    ),
    gets: { state: 'partial', reason: 'Only the first 6 pages were read.' },
    keeps: 'other kinds',
    asked: { path: CONDITION, times: 6 },
    logs: partial('too-many-pages'),
  },
  {
    source: 'gives the same page again and again under new addresses',
    misbehave: pages(
      () => 'c4',
      (page) => page + 1,
    ),
    gets: { state: 'partial', reason: 'Only the first 6 pages were read.' },
    keeps: 'everything',
    asked: { path: CONDITION, times: 6 },
    logs: partial('too-many-pages'),
  },
  {
    source: 'has pages that lead in a circle',
    misbehave: pages(
      (page) => `p${page}`,
      (page) => (page === 3 ? 2 : page + 1),
    ),
    gets: {
      state: 'partial',
      reason: 'The source’s pages lead back to one already read, so the rest cannot be reached.',
    },
    keeps: { ids: 'a1 a2 c1 c2 c3 p1 p2 p3', words: PART },
    asked: { path: CONDITION, times: 3 },
    logs: partial('cyclic-paging'),
  },
  {
    source: 'has its next page at another host',
    misbehave: (stage) => {
      pageOfConditions([condition('c4')], `${stage.stranger.origin}/fhir/Condition?page=2`)(stage);
    },
    gets: { state: 'partial', reason: NOT_ITS_OWN },
    keeps: 'everything',
    asked: { path: CONDITION, times: 1 },
    logs: partial('foreign-link'),
  },
  {
    source: 'has its next page inside a network (169.254.169.254)',
    misbehave: pageOfConditions([condition('c4')], 'http://169.254.169.254/fhir/Condition?page=2'),
    gets: { state: 'partial', reason: NOT_ITS_OWN },
    keeps: 'everything',
    asked: { path: CONDITION, times: 1 },
    logs: partial('foreign-link'),
  },
  {
    source: 'has its next page in a file',
    misbehave: pageOfConditions([condition('c4')], 'file:///etc/passwd'),
    gets: { state: 'partial', reason: NOT_ITS_OWN },
    keeps: 'everything',
    asked: { path: CONDITION, times: 1 },
    logs: partial('foreign-link'),
  },
  {
    source: 'fails on its second page (500)',
    misbehave: secondPage(500, {}),
    gets: { state: 'partial', reason: 'The source has a fault (status 500).' },
    keeps: 'everything',
    asked: { path: CONDITION, times: 2 },
    logs: partial('server-error'),
  },
  {
    source: 'has forgotten the search when the second page is asked for (410)',
    misbehave: secondPage(410, {}),
    gets: { state: 'partial', reason: 'The source has nothing there (status 410).' },
    keeps: 'everything',
    asked: { path: CONDITION, times: 2 },
    logs: partial('not-found'),
  },
  {
    source: 'gives something else as its second page',
    misbehave: secondPage(200, { resourceType: 'Basic' }),
    gets: { state: 'partial', reason: 'The source answered with Basic instead of a Bundle.' },
    keeps: 'everything',
    asked: { path: CONDITION, times: 2 },
    logs: partial('not-fhir'),
  },
  {
    source: 'gives one item on every page',
    misbehave: forConditions((response, { query }) => {
      const last = query.has('page');
      sendJson(
        response,
        200,
        bundle(
          [condition('c1'), ...(last ? [condition('c2')] : [condition('c3'), condition('c4')])],
          last ? undefined : 'Condition?page=2',
        ),
      );
    }),
    gets: { state: 'complete' },
    keeps: 'everything',
    asked: { path: CONDITION, times: 2 },
    logs: '"notDone":[]',
  },
  {
    source: 'gives a record larger than one reading may hold',
    misbehave: (stage) => {
      stage.reconfigure({}, { maxPullBytes: 4_000 });
      forConditions((response, { query }) => {
        const page = Number(query.get('page') ?? '1');
        const item = { ...condition(`p${page}`), note: [{ text: 'x'.repeat(2_500) }] };
        sendJson(response, 200, bundle([item], `Condition?page=${page + 1}`));
      })(stage);
    },
    gets: {
      state: 'partial',
      reason: 'The record is larger than the 3 KiB that are read at once; the rest is missing.',
    },
    keeps: { ids: 'a1 a2 c1 c2 c3 p1 p2', words: PART },
    asked: { path: CONDITION, times: 2 },
    logs: partial('too-large'),
  },
];
