/** One way in which a source misbehaves, and the four things that are promised about it. */
import type { ServerResponse } from 'node:http';
import type { SourceState } from '../../src/record/completeness.ts';
import { bundle } from '../servers/fhir-bundles.ts';
import { sendJson, sendText, type SeenRequest } from '../servers/http-server.ts';
import type { FaultStage } from './fault-stage.ts';
import type { Behave } from './misbehaving-source.ts';

/**
 * What is in the record then. Before the fault the source gave `c1 c2 c3 a1`; meanwhile it has `c4` and `a2` too.
 * `before`: what it gave before. `other kinds`: that, and what is new of the kinds that are not concerned.
 */
export type Keeps = 'everything' | 'other kinds' | 'before' | { readonly ids: string; readonly words: string };

export interface Behaviour {
  /** "The source …" */
  readonly source: string;
  /** How the source is from the start. */
  readonly begins?: (stage: FaultStage) => void;
  /** Begins after a whole reading, an hour later. */
  readonly misbehave: (stage: FaultStage) => void | Promise<void>;
  /** What the person and their apps are told of the source. */
  readonly gets: { readonly state: SourceState; readonly reason?: string };
  readonly keeps: Keeps;
  /** How often it is asked during one reading, first page and all. */
  readonly asked: { readonly path: string; readonly times: number };
  /** The very same request goes out once more within the reading. */
  readonly atOnce?: true;
  /** When it is asked again, where that is neither soon nor at the usual time. */
  readonly later?: string;
  /** What the next reading finds when the source behaves again; `complete` unless said. */
  readonly next?: SourceState;
  /** Part of the line for the operator. */
  readonly logs: string;
  /** Items set aside as received. */
  readonly quarantined?: number;
  /** Items that the source gave before and no longer returns. */
  readonly noLongerReturned?: number;
  /** Items in the record whose ids are not listed in `keeps`. */
  readonly oddIds?: number;
  /** A program that its test needs. */
  readonly needs?: 'openssl';
  /** The person waits no longer than this. */
  readonly readDeadlineMs?: number;
}

/** Asked again a quarter of a minute later, however fresh the rest is. */
export function isAskedSoon({ gets, later, logs }: Behaviour): boolean {
  if (gets.state === 'complete' || gets.state === 'needs-sign-in' || later !== undefined) return false;
  return gets.state === 'stale' || logs.includes(' failed');
}

const WORDS_KEPT = {
  everything: 'Everything, what is new too.',
  'other kinds': 'What it gave before, and what is new of the other kinds.',
  before: 'What it gave before.',
} as const;

const IDS_KEPT = {
  everything: 'a1 a2 c1 c2 c3 c4',
  'other kinds': 'a1 a2 c1 c2 c3',
  before: 'a1 c1 c2 c3',
} as const;

/** A condition that carries no id, in `keeps`. */
const NO_ID = '-';

/** As in the record: `<Type>/<id>`, sorted. */
export function keptItems(keeps: Keeps): readonly string[] {
  const ids = typeof keeps === 'string' ? IDS_KEPT[keeps] : keeps.ids;
  return ids
    .split(' ')
    .filter((id) => id !== '')
    .map((id) => (id === NO_ID ? 'Condition/' : `${id.startsWith('a') ? 'AllergyIntolerance' : 'Condition'}/${id}`))
    .sort();
}

export function keptWords(keeps: Keeps): string {
  return typeof keeps === 'string' ? WORDS_KEPT[keeps] : keeps.words;
}

/** Everything under the FHIR base is answered so, sign-in excepted. */
export function everywhere(
  answer: (response: ServerResponse, request: SeenRequest) => void,
): (stage: FaultStage) => void {
  return answeringAt((path) => path.startsWith('/fhir/') && !path.endsWith('smart-configuration'), answer);
}

/** Searches for conditions are answered so. */
export function forConditions(
  answer: (response: ServerResponse, request: SeenRequest) => void,
): (stage: FaultStage) => void {
  return answeringAt((path) => path === '/fhir/Condition', answer);
}

/** A text as the answer to the search for conditions. */
export function conditionsAs(
  body: string,
  headers: Readonly<Record<string, string>> = {},
): (stage: FaultStage) => void {
  return forConditions((response) =>
    sendText(response, 200, body, { 'content-type': 'application/fhir+json', ...headers }),
  );
}

/** One page with these entries, and where it says that the next one is. */
export function pageOfConditions(resources: readonly unknown[], next?: string): (stage: FaultStage) => void {
  return forConditions((response) => sendJson(response, 200, bundle(resources, next)));
}

export function answeringAt(
  isConcerned: (path: string) => boolean,
  answer: (response: ServerResponse, request: SeenRequest) => void,
): (stage: FaultStage) => void {
  return ({ source }) => {
    source.behave = takingOver(isConcerned, answer);
  };
}

export function takingOver(
  isConcerned: (path: string) => boolean,
  answer: (response: ServerResponse, request: SeenRequest) => void,
): Behave {
  return (request, response) => {
    if (!isConcerned(request.path)) return false;
    answer(response, request);
    return true;
  };
}

/** The first request concerned meets this; later ones are answered rightly. */
export function once(answer: (response: ServerResponse) => void): (stage: FaultStage) => void {
  return ({ source }) => {
    let done = false;
    source.behave = (request, response) => {
      if (done || request.path !== '/fhir/Condition') return false;
      done = true;
      answer(response);
      return true;
    };
  };
}
