/** Faults in what is said: other people's data, ids that are not ids, versions mixed, things that vanish, clocks that differ. */
import { bundle, condition, patient } from '../../servers/fhir-bundles.ts';
import { sendJson } from '../../servers/http-server.ts';
import { answeringAt, forConditions, pageOfConditions, type Behaviour } from '../behaviour.ts';
import type { FaultStage } from '../fault-stage.ts';
import { CONDITION, SHORT } from './common.ts';

const ONCE = { path: CONDITION, times: 1 };
const TWO_PAGES = { path: CONDITION, times: 2 };
const ALL = ['c1', 'c2', 'c3', 'c4'].map((id) => condition(id));
const DAY_MS = 24 * 3_600_000;

/** It is asked for changes, and stamps what it has by a clock of its own. */
function clockAhead(ms: number): (stage: FaultStage) => void {
  return (stage) => {
    stage.reconfigure({ increments: 'lastUpdated' });
    stage.source.skewMs = ms;
    stamp(stage, stage.now() - DAY_MS);
  };
}

/** What bears no time yet was written then, as its clock went. */
function stamp({ source }: FaultStage, ms: number): void {
  const lastUpdated = new Date(ms + source.skewMs).toISOString();
  for (const item of source.items.values()) source.put({ meta: { lastUpdated }, ...item });
}

export const RECORD_FAULTS: readonly Behaviour[] = [
  {
    source: 'mixes another person’s items in',
    misbehave: pageOfConditions([...ALL, condition('c9', 'somebody-else')]),
    gets: { state: 'partial', reason: '1 item about another person was left out.' },
    keeps: 'everything',
    asked: ONCE,
    logs: '"notDone":["Condition partial: other-patient"]',
  },
  {
    source: 'gives another person’s items only',
    misbehave: pageOfConditions([condition('c8', 'somebody-else'), condition('c9', 'somebody-else')]),
    gets: { state: 'partial', reason: '2 items about another person were left out.' },
    keeps: 'other kinds',
    asked: ONCE,
    logs: '"notDone":["Condition partial: other-patient"]',
  },
  {
    source: 'answers with another person’s Patient',
    misbehave: answeringAt(
      (path) => path.startsWith('/fhir/Patient'),
      (response) => sendJson(response, 200, patient('somebody-else')),
    ),
    gets: { state: 'partial', reason: 'The source answered with another person’s Patient.' },
    keeps: 'everything',
    asked: { path: '/fhir/Patient/anna', times: 1 },
    logs: '"notDone":["Patient failed: other-patient"]',
  },
  {
    source: 'mixes versions of FHIR',
    misbehave: pageOfConditions([
      { ...condition('c1'), clinicalStatus: 'active', assertedDate: '2020-01-02' },
      {
        resourceType: 'Condition',
        id: 'c2',
        patient: { reference: 'Patient/anna' },
        code: { text: 'condition c2' },
        dateRecorded: '2019',
      },
      condition('c3'),
      condition('c4'),
    ]),
    gets: { state: 'complete' },
    keeps: 'everything',
    asked: ONCE,
    logs: '"notDone":[]',
  },
  {
    source: 'gives two items one id',
    misbehave: pageOfConditions([...ALL, { ...condition('c4'), code: { text: 'another condition' } }]),
    gets: { state: 'complete' },
    keeps: { ids: 'a1 a2 c1 c2 c3 c4 c4', words: 'Everything, both items under ids of their own.' },
    asked: ONCE,
    logs: '"notDone":[]',
  },
  {
    source: 'uses an id anew for something else',
    misbehave: ({ source }) => source.put({ ...condition('c1'), code: { text: 'something else' } }),
    gets: { state: 'complete' },
    keeps: 'everything',
    asked: TWO_PAGES,
    logs: '"notDone":[]',
  },
  {
    source: 'gives all items new ids',
    misbehave: ({ source }) => {
      const items = [...source.items.values()];
      source.items.clear();
      for (const item of items) source.put({ ...item, id: `${String(item['id'])}-new` });
    },
    gets: { state: 'complete' },
    keeps: {
      ids: 'a1-new a2-new c1-new c2-new c3-new c4-new',
      words: 'Everything under its new ids; what stood under the old ones is told as no longer returned.',
    },
    noLongerReturned: 4,
    asked: TWO_PAGES,
    logs: '"notDone":[]',
  },
  {
    source: 'no longer has an item',
    misbehave: ({ source }) => void source.items.delete('Condition/c1'),
    gets: { state: 'complete' },
    keeps: {
      ids: 'a1 a2 c2 c3 c4',
      words: 'Everything it has; the item is told as no longer returned, never as deleted or ended.',
    },
    noLongerReturned: 1,
    asked: TWO_PAGES,
    logs: '"notDone":[]',
  },
  {
    source: 'has nothing at all any more, and shows the person still',
    misbehave: ({ source }) => source.items.clear(),
    gets: { state: 'complete' },
    keeps: { ids: '', words: 'Nothing of it stands as current; what it gave is told as no longer returned.' },
    noLongerReturned: 4,
    asked: TWO_PAGES,
    logs: '"notDone":[]',
  },
  {
    source: 'gives items without an id',
    misbehave: pageOfConditions([...ALL, { ...condition('x'), id: undefined }, { ...condition('x'), id: undefined }]),
    gets: { state: 'complete' },
    keeps: { ids: 'a1 a2 c1 c2 c3 c4 -', words: 'Everything; two that are the same to the letter are one.' },
    asked: ONCE,
    logs: '"notDone":[]',
  },
  {
    source: 'gives items whose ids are paths, empty, endless or names of built-in members',
    misbehave: pageOfConditions([
      ...ALL,
      ...['../../etc/passwd', '', 'x'.repeat(5_000), '__proto__'].map((id) => ({
        ...condition('c'),
        id,
        code: { text: `odd ${id}` },
      })),
    ]),
    gets: { state: 'complete' },
    keeps: 'everything',
    oddIds: 4,
    asked: ONCE,
    logs: '"notDone":[]',
  },
  {
    source: 'gives kinds of resources that FHIR does not know',
    misbehave: pageOfConditions([
      ...ALL,
      { resourceType: 'Thing', id: 't1' },
      { resourceType: 'constructor', id: 't2' },
    ]),
    gets: { state: 'complete' },
    keeps: 'everything',
    quarantined: 2,
    asked: ONCE,
    logs: '"notDone":[]',
  },
  {
    source: 'gives codes, dates and shapes that are none',
    misbehave: pageOfConditions([
      ...ALL.slice(0, 3),
      { ...condition('c4'), onsetDateTime: '2020-13-45', clinicalStatus: { coding: [{ code: 'actve' }] }, severity: 7 },
    ]),
    gets: { state: 'complete' },
    keeps: 'everything',
    asked: ONCE,
    logs: '"notDone":[]',
  },
  {
    source: 'dates its items a thousand years ahead',
    misbehave: pageOfConditions(ALL.map((item) => ({ ...item, meta: { lastUpdated: '3026-01-01T00:00:00Z' } }))),
    gets: { state: 'complete' },
    keeps: 'everything',
    asked: ONCE,
    logs: '"notDone":[]',
  },
  {
    source: 'has a clock a day ahead and gives changes only',
    begins: clockAhead(DAY_MS),
    misbehave: (stage) => stamp(stage, stage.now()),
    gets: { state: 'complete' },
    keeps: 'everything',
    // All that its clock dates after the last reading, which is more than is new.
    asked: TWO_PAGES,
    logs: '"notDone":[]',
  },
  {
    source: 'has a clock a day behind and gives changes only',
    begins: clockAhead(-DAY_MS),
    misbehave: (stage) => stamp(stage, stage.now()),
    gets: { state: 'complete' },
    keeps: 'everything',
    asked: ONCE,
    logs: '"notDone":[]',
  },
  {
    source: 'says that it can give changes only, and gives none',
    begins: (stage) => stage.reconfigure({ increments: 'lastUpdated' }),
    misbehave: forConditions((response) => sendJson(response, 200, bundle([]))),
    gets: { state: 'complete' },
    keeps: {
      ids: 'a1 a2 c1 c2 c3',
      words: 'What it gave before; the rest comes when everything is read anew, once a day.',
    },
    asked: ONCE,
    logs: '"notDone":[]',
  },
  {
    source: 'never says what it can do (CapabilityStatement without an answer)',
    misbehave: (stage) => {
      stage.reconfigure({}, SHORT);
      answeringAt(
        (path) => path === '/fhir/metadata',
        () => undefined,
      )(stage);
    },
    gets: { state: 'complete' },
    keeps: 'everything',
    asked: TWO_PAGES,
    logs: '"notDone":[]',
  },
];
