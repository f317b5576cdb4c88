import { afterEach, describe, expect, it } from 'vitest';
import { createSourceConnector } from '../../src/sources/create-source-connector.ts';
import type { SourceConfig } from '../../src/ports/source-config.ts';
import type { SourceConnector } from '../../src/ports/source-connector.ts';
import { captureLog } from '../servers/captured-log.ts';
import { bundle, condition, patient, PATIENT_ID } from '../servers/fhir-bundles.ts';
import { sendJson, sendText, startServer } from '../servers/http-server.ts';
import type { Answer, TestServer } from '../servers/http-server.ts';
import { ACCESS_TOKEN, idsOf, outcomeOf, pull } from '../servers/pull.ts';
import { sourceConfig } from '../servers/source-config.ts';

const servers: TestServer[] = [];

afterEach(async () => {
  await Promise.all(servers.splice(0).map((server) => server.close()));
});

interface Source {
  readonly server: TestServer;
  readonly connector: SourceConnector;
  readonly log: ReturnType<typeof captureLog>;
}

/** A FHIR server at /fhir that has a Patient and what `answer` says of the rest; undefined: an empty Bundle. */
async function source(
  answer: (...parameters: Parameters<Answer>) => boolean,
  more: Partial<SourceConfig> = {},
): Promise<Source> {
  const server = await startServer((request, response, own) => {
    if (answer(request, response, own)) return;
    if (request.path === `/fhir/Patient/${PATIENT_ID}`) sendJson(response, 200, patient());
    else sendJson(response, 200, bundle([]));
  });
  servers.push(server);
  const log = captureLog();
  return {
    server,
    log,
    connector: createSourceConnector(sourceConfig(`${server.origin}/fhir`, more), { log, now: Date.now }),
  };
}

describe('reading type by type', () => {
  it('reads the Patient and every configured type, following pages under the base', async () => {
    const { connector, server } = await source((request, response, { origin }) => {
      if (request.path !== '/fhir/Condition') return false;
      const page = request.query.get('page');
      if (page === null) sendJson(response, 200, bundle([condition('c1')], `${origin}/fhir/Condition?page=2`));
      else if (page === '2') sendJson(response, 200, bundle([condition('c2')], 'Condition?page=3'));
      else sendJson(response, 200, bundle([condition('c3')]));
      return true;
    });
    const result = await pull(connector);
    expect(idsOf(result, 'Condition')).toEqual(['c1', 'c2', 'c3']);
    expect(idsOf(result, 'Patient')).toEqual([PATIENT_ID]);
    expect(outcomeOf(result, 'Condition')).toEqual({
      type: 'Condition',
      state: 'done',
      received: 3,
      reason: undefined,
    });
    expect(outcomeOf(result, 'AllergyIntolerance').state).toBe('nothing-there');
    expect(server.seen.find(({ path }) => path === '/fhir/Condition')?.url).toBe(
      '/fhir/Condition?patient=anna&_count=50',
    );
    expect(server.seen.every(({ headers }) => headers.authorization === `Bearer ${ACCESS_TOKEN}`)).toBe(true);
    expect(
      result.progress.filter(({ type }) => type === 'Condition').map(({ state, received }) => `${state} ${received}`),
    ).toEqual(['pending 0', 'reading 0', 'reading 1', 'reading 2', 'reading 3', 'done 3']);
  });

  it('keeps the text of each resource exactly as received', async () => {
    const text =
      '{ "resourceType":"Condition",  "id":"c1","subject":{"reference":"Patient/anna"},\n"x":1.10, "y":"\\u00e9é" }';
    const { connector } = await source((request, response) => {
      if (request.path !== '/fhir/Condition') return false;
      sendText(response, 200, `{"resourceType":"Bundle","entry":[{"fullUrl":"urn:x","resource":${text}}]}`);
      return true;
    });
    const result = await pull(connector);
    expect(result.resources.find(({ readAs }) => readAs === 'Condition')).toMatchObject({ text, fullUrl: 'urn:x' });
  });
});
