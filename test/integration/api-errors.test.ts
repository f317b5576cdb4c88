/** What goes wrong is told as FHIR, with the right status and nothing of what it was about (design 9). */
import type { OperationOutcome } from 'fhir/r4.js';
import { describe, expect, test } from 'vitest';
import { GatewayError } from '../../src/errors.ts';
import { fhirApi } from '../fixtures/fhir-api.ts';
import { faultsOf } from '../fixtures/fhir-validation.ts';

const api = fhirApi();
const outcomeOf = (response: { body: unknown }) => response.body as OperationOutcome;

describe('a record that cannot be read just now', () => {
  test.each(['conflict', 'unavailable'] as const)('%s: 503 with when to try again', async (code) => {
    const { get } = fhirApi(() => {
      throw new GatewayError(code);
    });
    const response = await get('/Condition').expect(503);
    expect(response.headers['retry-after']).toBe('5');
    expect(outcomeOf(response).issue[0]?.code).toBe('transient');
  });
});

describe('errors', () => {
  test('an unknown one gives 500, the request id, and nothing else; the log has where and not what', async () => {
    const failing = fhirApi(() => {
      throw new Error('row of person-1 holds Hypertension');
    });
    const response = await failing.get('/Condition').set('X-Request-Id', 'request-0001').expect(500);
    expect(outcomeOf(response)).toEqual({
      resourceType: 'OperationOutcome',
      issue: [
        {
          severity: 'error',
          code: 'exception',
          details: { text: 'Something went wrong here.' },
          diagnostics: 'Request request-0001',
        },
      ],
    });
    const logged = JSON.stringify(failing.logged);
    expect(logged).toContain('request-0001');
    expect(logged).toContain('fhir-api.ts');
    expect(logged).not.toContain('Hypertension');
  });

  test('one of the table is told as it is', async () => {
    const unknown = fhirApi(() => Promise.reject(new GatewayError('not-found')));
    const response = await unknown.get('/Condition').expect(404);
    expect(response.headers['cache-control']).toBe('no-store');
    expect(faultsOf(outcomeOf(response))).toEqual([]);
    expect(unknown.logged).toEqual([]);
  });

  test('a broken path is a bad request', async () => {
    await api.get('/Condition/%E0%A4%A').expect(400);
    await api.get('/%00').expect(404);
  });
});
