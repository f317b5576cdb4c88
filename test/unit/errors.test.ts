import { expect, test } from 'vitest';
import { GatewayError } from '../../src/errors.ts';

test('an error carries its row of the table and keeps the cause private', () => {
  const error = new GatewayError('not-found', undefined, new Error('select failed for secret-value'));
  expect(error).toMatchObject({ code: 'not-found', status: 404, issue: 'not-found', detail: 'There is nothing here.' });
  expect(JSON.stringify({ code: error.code, detail: error.detail })).not.toContain('secret-value');
});
