/** A FHIR terminology server, as configured. */
import { describe, expect, test } from 'vitest';
import { loadConfig } from '../../../src/config/load-config.ts';
import { faultsOf, filesOf, KEY, noFiles } from './settings-stage.ts';

describe('a terminology server', () => {
  test('is its base address, and a token where one is given', () => {
    const env = { PHR_OPERATOR_KEY: KEY, PHR_TERMINOLOGY_SERVER: 'https://terminology.example/fhir/' };
    const baseUrl = 'https://terminology.example/fhir';
    expect(loadConfig(env, noFiles).terminologyServer).toEqual({ baseUrl, token: undefined });
    const files = filesOf({ '/run/token': 'abc.def\n' });
    const withToken = loadConfig({ ...env, PHR_TERMINOLOGY_SERVER_TOKEN_FILE: '/run/token' }, files);
    expect(withToken.terminologyServer).toEqual({ baseUrl, token: 'abc.def' });
  });

  test.each([
    ['PHR_TERMINOLOGY_SERVER', { PHR_TERMINOLOGY_SERVER: 'http://terminology.example/fhir' }],
    ['PHR_TERMINOLOGY_SERVER', { PHR_TERMINOLOGY_SERVER: 'https://terminology.example/fhir?x=1' }],
    ['PHR_TERMINOLOGY_SERVER_TOKEN', { PHR_TERMINOLOGY_SERVER_TOKEN: 'abc' }],
    [
      'PHR_TERMINOLOGY_SERVER_TOKEN',
      { PHR_TERMINOLOGY_SERVER: 'https://terminology.example', PHR_TERMINOLOGY_SERVER_TOKEN: 'two words' },
    ],
  ])('is refused where %s is wrong', (where, env) => {
    const { faults } = faultsOf(() => loadConfig({ PHR_OPERATOR_KEY: KEY, ...env }, noFiles));
    expect(faults.map((fault) => fault.where)).toEqual([where]);
  });
});
