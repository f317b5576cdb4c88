import { gzipSync } from 'node:zlib';
import { afterEach, describe, expect, it } from 'vitest';
import type { SourceConfig } from '../../src/ports/source-config.ts';
import { bundle, condition } from '../servers/fhir-bundles.ts';
import { sendJson, sendText } from '../servers/http-server.ts';
import type { SeenRequest } from '../servers/http-server.ts';
import { idsOf, outcomeOf, pull } from '../servers/pull.ts';
import { createSourcesUnderTest } from '../servers/sources-under-test.ts';
import type { SourceUnderTest } from '../servers/sources-under-test.ts';
import type { ServerResponse } from 'node:http';

const sources = createSourcesUnderTest();
afterEach(() => sources.closeAll());

const LIMITS: SourceConfig['limits'] = {
  requestTimeoutMs: 400,
  maxResponseBytes: 50_000,
  maxPullBytes: 1024 * 1024 * 1024,
  maxPages: 10,
  pageSize: 50,
  concurrency: 4,
  retries: 2,
};

/** Conditions answered as the test says; AllergyIntolerance has one item, to see that it is not spoiled. */
function withConditions(answer: (request: SeenRequest, response: ServerResponse) => void): Promise<SourceUnderTest> {
  return sources.start(
    (request, response) => {
      if (request.path === '/fhir/Condition') answer(request, response);
      else if (request.path === '/fhir/AllergyIntolerance') {
        sendJson(
          response,
          200,
          bundle([{ resourceType: 'AllergyIntolerance', id: 'a1', patient: { reference: 'Patient/anna' } }]),
        );
      } else return false;
      return true;
    },
    { limits: LIMITS },
  );
}

describe('answers that are no record', () => {
  it.each<[string, (response: ServerResponse) => void, string]>([
    [
      'a web page',
      (response) =>
        sendText(response, 200, '<!DOCTYPE html><title>Sign in, Anna</title>', { 'content-type': 'text/html' }),
      'web page',
    ],
    [
      'XML',
      (response) =>
        sendText(response, 200, '<Bundle xmlns="http://hl7.org/fhir"/>', { 'content-type': 'application/fhir+xml' }),
      'XML',
    ],
    ['nothing', (response) => sendText(response, 200, ''), 'nothing'],
    ['text', (response) => sendText(response, 200, 'Anna is fine'), 'no JSON'],
    ['a JSON text', (response) => sendText(response, 200, '"Anna"'), 'no JSON'],
    ['JSON that is no FHIR', (response) => sendJson(response, 200, { error: 'Anna' }), 'no FHIR resource'],
    [
      'another resource',
      (response) => sendJson(response, 200, { resourceType: 'OperationOutcome' }),
      'OperationOutcome instead of a Bundle',
    ],
    [
      'a fault',
      (response) => sendText(response, 500, '<h1>Anna</h1>', { 'content-type': 'text/html' }),
      'fault (status 500)',
    ],
    [
      'a fault with an outcome',
      (response) => sendJson(response, 500, { resourceType: 'OperationOutcome', issue: [{ code: 'exception' }] }),
      'it has a fault',
    ],
  ])('%s: failed, in words, and nothing else is lost', async (_name, answer, words) => {
    const { connector } = await withConditions((_request, response) => answer(response));
    const result = await pull(connector);
    expect(outcomeOf(result, 'Condition')).toMatchObject({ state: 'failed', received: 0 });
    expect(outcomeOf(result, 'Condition').reason).toContain(words);
    expect(outcomeOf(result, 'Condition').reason).not.toContain('Anna');
    expect(idsOf(result, 'AllergyIntolerance')).toEqual(['a1']);
    expect(outcomeOf(result, 'AllergyIntolerance').state).toBe('done');
  });

  it('JSON that breaks off: failed, and the text is kept as unreadable', async () => {
    const text = JSON.stringify(bundle([condition('c1'), condition('c2')])).slice(0, -40);
    const { connector } = await withConditions((_request, response) => sendText(response, 200, text));
    const result = await pull(connector);
    expect(outcomeOf(result, 'Condition')).toMatchObject({ state: 'failed' });
    expect(outcomeOf(result, 'Condition').reason).toContain('broke off');
    expect(result.unreadable).toMatchObject([{ text, readAs: 'Condition' }]);
  });

  it('one item that is no resource does not spoil its page', async () => {
    const page = { resourceType: 'Bundle', entry: [{ resource: 7 }, { resource: condition('c1') }] };
    const { connector } = await withConditions((_request, response) => sendJson(response, 200, page));
    const result = await pull(connector);
    expect(idsOf(result, 'Condition')).toEqual(['c1']);
    expect(result.unreadable).toHaveLength(1);
  });

  it('an OperationOutcome among the results is no item, and one that says so makes the reading partial', async () => {
    const warning = { resourceType: 'OperationOutcome', issue: [{ severity: 'warning', code: 'incomplete' }] };
    const { connector } = await withConditions((_request, response) =>
      sendJson(response, 200, bundle([condition('c1'), warning])),
    );
    const result = await pull(connector);
    expect(idsOf(result, 'OperationOutcome')).toEqual([]);
    expect(outcomeOf(result, 'Condition')).toMatchObject({ state: 'partial', received: 1 });
  });

  it('a redirect to another host is not followed, and that host hears nothing', async () => {
    const thief = await sources.startOther((_request, response) =>
      sendJson(response, 200, bundle([condition('stolen')])),
    );
    const { connector } = await withConditions((_request, response) => {
      response.writeHead(302, { location: `${thief.origin}/fhir/Condition` });
      response.end();
    });
    const result = await pull(connector);
    expect(thief.seen).toEqual([]);
    expect(outcomeOf(result, 'Condition')).toMatchObject({ state: 'failed' });
    expect(outcomeOf(result, 'Condition').reason).toContain('sent the request on');
  });
});

describe('answers without end or measure', () => {
  it('a slow answer is given up', async () => {
    const { connector } = await withConditions(() => undefined);
    const started = Date.now();
    const result = await pull(connector);
    expect(Date.now() - started).toBeLessThan(3000);
    expect(outcomeOf(result, 'Condition')).toMatchObject({
      state: 'failed',
      reason: 'The source did not answer within 0.4 s.',
    });
    expect(outcomeOf(result, 'AllergyIntolerance').state).toBe('done');
  });

  it('a body that drips is given up too', async () => {
    const { connector } = await withConditions((_request, response) => {
      response.writeHead(200, { 'content-type': 'application/fhir+json' });
      const drip = setInterval(() => response.write(' '), 50);
      response.on('close', () => clearInterval(drip));
    });
    expect(outcomeOf(await pull(connector), 'Condition')).toMatchObject({
      state: 'failed',
      reason: 'The source did not answer within 0.4 s.',
    });
  });

  it('an endless body is cut off', async () => {
    let sent = 0;
    const { connector } = await withConditions((_request, response) => {
      response.writeHead(200, { 'content-type': 'application/fhir+json' });
      const pour = (): void => {
        while (!response.destroyed && sent < 500_000_000) {
          sent += 10_000;
          if (!response.write(' '.repeat(10_000))) {
            response.once('drain', pour);
            return;
          }
        }
      };
      pour();
    });
    const result = await pull(connector);
    expect(outcomeOf(result, 'Condition')).toMatchObject({ state: 'failed' });
    expect(outcomeOf(result, 'Condition').reason).toContain('larger than');
    expect(sent).toBeLessThan(100_000_000);
  });

  it('a small body that unpacks to a huge one is not unpacked', async () => {
    const bomb = gzipSync(Buffer.alloc(20_000_000, 32));
    expect(bomb.length).toBeLessThan(LIMITS.maxResponseBytes);
    const { connector } = await withConditions((_request, response) => {
      response.writeHead(200, { 'content-type': 'application/fhir+json', 'content-encoding': 'gzip' });
      response.end(bomb);
    });
    expect(outcomeOf(await pull(connector), 'Condition').reason).toContain('larger than');
  });

  it('a packed body is read', async () => {
    const { connector } = await withConditions((_request, response) => {
      response.writeHead(200, { 'content-type': 'application/fhir+json', 'content-encoding': 'gzip' });
      response.end(gzipSync(JSON.stringify(bundle([condition('c1')]))));
    });
    expect(idsOf(await pull(connector), 'Condition')).toEqual(['c1']);
  });

  it('a page that is too large is asked for again in smaller ones', async () => {
    const { connector } = await withConditions((request, response) => {
      if (request.query.get('_count') === '50')
        sendJson(response, 200, { ...bundle([condition('c1')]), padding: 'x'.repeat(60_000) });
      else sendJson(response, 200, bundle([condition('c1')]));
    });
    const result = await pull(connector);
    expect(idsOf(result, 'Condition')).toEqual(['c1']);
    expect(outcomeOf(result, 'Condition').state).toBe('done');
  });

  it('what was read until the deadline is kept', async () => {
    const { connector } = await sources.start((request, response) => {
      if (request.path === '/fhir/Condition') {
        if (!request.query.has('page')) sendJson(response, 200, bundle([condition('c1')], 'Condition?page=2'));
        return true;
      }
      return request.path === '/fhir/AllergyIntolerance';
    });
    const started = Date.now();
    const result = await pull(connector, { deadlineMs: 300 });
    expect(Date.now() - started).toBeLessThan(1500);
    expect(outcomeOf(result, 'Condition')).toMatchObject({
      state: 'partial',
      received: 1,
      reason: 'The time allowed for reading was over.',
    });
    expect(outcomeOf(result, 'AllergyIntolerance')).toMatchObject({ state: 'failed' });
  });

  it('waits for nobody beyond the deadline, not even for a token', async () => {
    const { connector } = await sources.start(() => false);
    const never = new Promise<string>(() => undefined);
    const started = Date.now();
    const result = await pull(connector, { deadlineMs: 200, tokens: { current: () => never, renew: () => never } });
    expect(Date.now() - started).toBeLessThan(1500);
    expect(outcomeOf(result, 'Condition').state).toBe('failed');
  });
});
