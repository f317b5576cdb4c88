/** What a source says of itself is asked beside its searches: no reading waits for it, and it is asked no oftener than needed. */
import { afterEach, expect, test } from 'vitest';
import { sendJson } from '../servers/http-server.ts';
import { startFaultStage, type FaultStage } from './fault-stage.ts';

const HOUR_MS = 3_600_000;

let stage: FaultStage;
afterEach(() => stage.close());

const pathsAsked = () => stage.source.seen.map(({ path }) => path);
const asksForChanges = () => stage.source.seen.some(({ query }) => query.has('_lastUpdated'));

/** From now on the CapabilityStatement offers changes, after all searches are answered. */
function offerChanges(): { answered: () => number } {
  let answered = 0;
  stage.source.behave = (request, response) => {
    if (request.path !== '/fhir/metadata') return false;
    answered += 1;
    const searchParam = [{ name: '_lastUpdated' }];
    sendJson(response, 200, { resourceType: 'CapabilityStatement', rest: [{ mode: 'server', searchParam }] });
    return true;
  };
  return { answered: () => answered };
}

test('the searches go out before the source has said what it can do', async () => {
  stage = await startFaultStage();
  const held: (() => void)[] = [];
  stage.source.behave = (request, response) => {
    if (request.path === '/fhir/metadata') {
      held.push(() => sendJson(response, 200, {}));
      return true;
    }
    // Answered only once a search came too: a reading that waited for it would never end.
    if (request.path === '/fhir/Condition') for (const answer of held.splice(0)) answer();
    return false;
  };
  expect((await stage.read()).portal.state).toBe('complete');
  expect(pathsAsked()).toContain('/fhir/metadata');
});

test('a gateway that has just started asks for changes at once, and learns beside them whether one request may ask for all', async () => {
  stage = await startFaultStage();
  offerChanges();
  await stage.read();
  expect(asksForChanges()).toBe(false);
  stage.source.seen.splice(0);
  stage.advance(HOUR_MS);
  stage.reconfigure({});
  expect((await stage.read()).portal.state).toBe('complete');
  expect(asksForChanges()).toBe(true);
  expect(pathsAsked().sort()).toEqual(
    ['/fhir/metadata', '/fhir/AllergyIntolerance', '/fhir/Condition', '/fhir/Patient/anna', '/fhir/Condition'].sort(),
  );
});

test('it is asked again when everything is read anew, and what it says then counts', async () => {
  stage = await startFaultStage();
  offerChanges();
  await stage.read();
  stage.source.behave = undefined;
  stage.advance(25 * HOUR_MS);
  await stage.read();
  stage.source.seen.splice(0);
  stage.advance(HOUR_MS);
  await stage.read();
  expect(asksForChanges()).toBe(false);
});
