import { readFileSync } from 'node:fs';
import { randomBytes } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { renderConfigError } from '../../../src/config/config-error.ts';
import { loadConfig } from '../../../src/config/load-config.ts';
import { privateJwk } from './keys.ts';
import { faultsOf, filesOf, KEY, noFiles } from './settings-stage.ts';

test('only the operator key is needed', () => {
  expect(loadConfig({ PHR_OPERATOR_KEY: KEY, SOMETHING_ELSE: 'x' }, noFiles)).toEqual({
    publicUrl: 'http://127.0.0.1:3000',
    fhirBaseUrl: 'http://127.0.0.1:3000/fhir/R4',
    host: '127.0.0.1',
    port: 3000,
    dataFile: '.phr-gateway/data.sqlite',
    operatorKey: new Uint8Array(Buffer.from(KEY, 'base64')),
    deletionsFile: '.phr-gateway/data.sqlite.deletions',
    auditRetentionDays: 730,
    sourcesDir: 'config/sources',
    signIn: undefined,
    tokenIssuers: [],
    dynamicRegistration: false,
    freshForMs: 300_000,
    readDeadlineMs: 10_000,
    readEveryMs: 86_400_000,
    readsPerSourceAndMinute: 60,
    sessionLifetimeMs: 3_600_000,
    timeZone: 'Europe/London',
    logLevel: 'info',
    rateLimitPerMinute: 600,
    trustProxyHops: 0,
    notices: [],
  });
});

test('what is set stands; an empty variable is an unset one', () => {
  const config = loadConfig(
    {
      PHR_OPERATOR_KEY: `${KEY}\n`,
      PHR_PUBLIC_URL: 'https://records.example/',
      PHR_HOST: '0.0.0.0',
      PHR_PORT: '8080',
      PHR_FRESH_FOR_S: '0',
      PHR_READ_DEADLINE_S: '3',
      PHR_LOG_LEVEL: '',
      PHR_TRUST_PROXY_HOPS: ' 2 ',
      PHR_SIGN_IN_ISSUER: '',
    },
    noFiles,
  );
  expect(config).toMatchObject({
    publicUrl: 'https://records.example',
    fhirBaseUrl: 'https://records.example/fhir/R4',
    host: '0.0.0.0',
    port: 8080,
    freshForMs: 0,
    readDeadlineMs: 3000,
    logLevel: 'info',
    trustProxyHops: 2,
  });
});

describe('secrets', () => {
  test('have no default', () => {
    const error = faultsOf(() => loadConfig({}, noFiles));
    expect(error.faults.map(({ where }) => where)).toEqual(['PHR_OPERATOR_KEY']);
  });

  test('come from a file as well, but not twice', () => {
    const readFile = filesOf({ '/run/key': `${KEY}\n` });
    expect(loadConfig({ PHR_OPERATOR_KEY_FILE: '/run/key' }, readFile).operatorKey).toHaveLength(32);
    const error = faultsOf(() => loadConfig({ PHR_OPERATOR_KEY: KEY, PHR_OPERATOR_KEY_FILE: '/run/key' }, readFile));
    expect(error.faults).toHaveLength(1);
    expect(error.faults[0]?.what).toContain('given twice');
  });

  test('from a file that is missing or empty are named with the file setting, not with the path', () => {
    const missing = faultsOf(() => loadConfig({ PHR_OPERATOR_KEY_FILE: '/secret/path' }, noFiles));
    expect(renderConfigError(missing).join('\n')).not.toContain('/secret/path');
    expect(missing.faults).toEqual([
      { where: 'PHR_OPERATOR_KEY_FILE', what: 'names a file that cannot be read (ENOENT)' },
    ]);
    const empty = faultsOf(() => loadConfig({ PHR_OPERATOR_KEY_FILE: '/run/key' }, filesOf({ '/run/key': ' \n' })));
    expect(empty.faults).toEqual([{ where: 'PHR_OPERATOR_KEY_FILE', what: 'names an empty file' }]);
  });

  test.each([
    ['short', randomBytes(31).toString('base64')],
    ['long', randomBytes(33).toString('base64')],
    ['hexadecimal', randomBytes(32).toString('hex')],
    ['typed by hand', Buffer.alloc(32, 'secret').toString('base64')],
  ])('a %s operator key is refused without being repeated', (_name, key) => {
    const error = faultsOf(() => loadConfig({ PHR_OPERATOR_KEY: key }, noFiles));
    expect(error.faults.map(({ where }) => where)).toEqual(['PHR_OPERATOR_KEY']);
    expect(renderConfigError(error).join('\n')).not.toContain(key);
  });

  test('are made only where the caller asks, new each time, and the notice does not tell them', () => {
    const options = { generateMissingSecrets: true } as const;
    const first = loadConfig({}, noFiles, options);
    const second = loadConfig({}, noFiles, options);
    expect(first.operatorKey).toHaveLength(32);
    expect(first.operatorKey).not.toEqual(second.operatorKey);
    expect(first.notices).toHaveLength(1);
    expect(first.notices.join()).not.toContain(Buffer.from(first.operatorKey).toString('base64').slice(0, 12));
    expect(loadConfig({ PHR_OPERATOR_KEY: KEY }, noFiles, options).notices).toEqual([]);
    expect(faultsOf(() => loadConfig({ PHR_OPERATOR_KEY: 'wrong' }, noFiles, options)).faults).toHaveLength(1);
  });
});

test('every fault is named at once, none with its value', () => {
  const env = {
    PHR_PUBLIC_URL: 'http://secret-1.example',
    PHR_PORT: 'secret-2',
    PHR_OPERATOR_KEY: 'secret-3',
    PHR_LOG_LEVEL: 'secret-4',
    PHR_FRESH_FOR_S: '-1',
    PHR_READ_DEADLINE_S: '1e3',
    PHR_TRUST_PROXY_HOPS: '99',
    PHR_SIGN_IN_ISSUER: 'secret-5',
    PHR_SIGN_IN_CLIENT_KEY: 'secret-6',
    PHR_TOKEN_ISSUERS: '/secret-7.json',
  };
  const error = faultsOf(() => loadConfig(env, filesOf({ '/secret-7.json': '[{"issuer": secret-8}]' })));
  expect(error.faults.map(({ where }) => where).sort()).toEqual([
    'PHR_FRESH_FOR_S',
    'PHR_LOG_LEVEL',
    'PHR_OPERATOR_KEY',
    'PHR_PORT',
    'PHR_PUBLIC_URL',
    'PHR_READ_DEADLINE_S',
    'PHR_SIGN_IN_CLIENT_ID',
    'PHR_SIGN_IN_CLIENT_KEY',
    'PHR_SIGN_IN_ISSUER',
    'PHR_TOKEN_ISSUERS',
    'PHR_TRUST_PROXY_HOPS',
  ]);
  const text = renderConfigError(error).join('\n');
  expect(text).not.toContain('secret');
  expect(text.split('\n')).toHaveLength(12);
});

describe('the public URL', () => {
  test.each(['http://localhost:3000', 'http://127.4.5.6', 'http://[::1]:8080', 'https://records.example'])(
    '%s',
    (url) => {
      expect(loadConfig({ PHR_OPERATOR_KEY: KEY, PHR_PUBLIC_URL: url }, noFiles).publicUrl).toBe(url);
    },
  );

  test.each([
    'http://records.example',
    'https://records.example/gateway',
    'http://127.0.0.1.example',
    'records.example',
    'ftp://127.0.0.1',
    'https://user:pw@records.example',
    'https://records.example/?a=b',
    'https://records.example/#a',
  ])('%s is refused', (url) => {
    const error = faultsOf(() => loadConfig({ PHR_OPERATOR_KEY: KEY, PHR_PUBLIC_URL: url }, noFiles));
    expect(error.faults.map(({ where }) => where)).toEqual(['PHR_PUBLIC_URL']);
  });
});

describe('sign-in', () => {
  const base = {
    PHR_OPERATOR_KEY: KEY,
    PHR_SIGN_IN_ISSUER: 'https://sign-in.example/',
    PHR_SIGN_IN_CLIENT_ID: 'gateway',
  };

  test.each([
    ['P-256', 'ES256', {}],
    ['P-384', 'ES384', {}],
    ['RSA', 'RS256', {}],
    ['RSA', 'PS512', { alg: 'PS512' }],
  ] as const)('with a %s key signs %s', (kind, algorithm, more) => {
    const { signIn } = loadConfig({ ...base, PHR_SIGN_IN_CLIENT_KEY: privateJwk(kind, more) }, noFiles);
    expect(signIn).toMatchObject({
      issuer: 'https://sign-in.example/',
      clientId: 'gateway',
      keyId: 'key-1',
      algorithm,
    });
  });

  test.each([
    ['a key that is public only', () => privateJwk('P-256', { d: undefined })],
    ['a key without a kid', () => privateJwk('P-256', { kid: undefined })],
    ['a shared secret', () => '{"kty":"oct","k":"c2VjcmV0"}'],
    ['a key with the algorithm of another kind', () => privateJwk('P-256', { alg: 'RS256' })],
    ['a key with a symmetric algorithm', () => privateJwk('RSA', { alg: 'HS256' })],
    ['a broken key', () => privateJwk('P-256', { x: 'AAAA' })],
    ['no JSON', () => 'c2VjcmV0'],
  ])('%s is refused', (_name, key) => {
    const text = key();
    const error = faultsOf(() => loadConfig({ ...base, PHR_SIGN_IN_CLIENT_KEY_FILE: '/k' }, filesOf({ '/k': text })));
    expect(error.faults.map(({ where }) => where)).toEqual(['PHR_SIGN_IN_CLIENT_KEY_FILE']);
    expect(renderConfigError(error).join()).not.toContain('c2VjcmV0');
  });

  test('needs all three settings', () => {
    const error = faultsOf(() => loadConfig({ PHR_OPERATOR_KEY: KEY, PHR_SIGN_IN_CLIENT_ID: 'gateway' }, noFiles));
    expect(error.faults.map(({ where }) => where)).toEqual(['PHR_SIGN_IN_ISSUER', 'PHR_SIGN_IN_CLIENT_KEY']);
  });
});

describe('token issuers', () => {
  const load = (json: string) =>
    loadConfig({ PHR_OPERATOR_KEY: KEY, PHR_TOKEN_ISSUERS: '/i.json' }, filesOf({ '/i.json': json })).tokenIssuers;
  const issuer = { issuer: 'https://sign-in.example', jwksUri: 'https://sign-in.example/jwks' };

  test('take the FHIR base URL as audience, asymmetric algorithms and the claim "patient" by default', () => {
    expect(load(JSON.stringify([issuer]))).toEqual([
      {
        ...issuer,
        audience: 'http://127.0.0.1:3000/fhir/R4',
        algorithms: ['RS256', 'RS384', 'ES256', 'ES384'],
        patient: { claim: 'patient', identifierSystem: undefined },
        allowedScopes: undefined,
        sources: undefined,
        labels: undefined,
        clientIds: undefined,
      },
    ]);
  });

  test('the example file is taken as it is', () => {
    const [first, second] = load(readFileSync('config/examples/token-issuers/token-issuers.json', 'utf8'));
    expect(first).toMatchObject({
      patient: { claim: 'patient', identifierSystem: undefined },
      allowedScopes: undefined,
    });
    expect(second).toMatchObject({
      patient: { claim: 'nhs_number', identifierSystem: 'https://fhir.nhs.uk/Id/nhs-number' },
      sources: ['gp', 'hospital'],
      labels: { unlabelled: true },
      clientIds: ['clinic-viewer'],
    });
  });

  test('every fault is named with its place', () => {
    const broken = [
      { ...issuer, jwksUri: 'http://sign-in.example/jwks', algorithms: ['HS256', 'none'] },
      { issuer: 'http://x.example', jwksuri: 'x' },
      'secret',
      {
        ...issuer,
        patient: { claim: '', system: 'x' },
        allowedScopes: ['user/*.rs', 'patient/Condition'],
        labels: { codes: ['N'] },
        clientIds: 'app',
      },
    ];
    const error = faultsOf(() => load(JSON.stringify(broken)));
    expect(error.faults.map(({ where }) => where).sort()).toEqual([
      'PHR_TOKEN_ISSUERS: [0].algorithms[0]',
      'PHR_TOKEN_ISSUERS: [0].algorithms[1]',
      'PHR_TOKEN_ISSUERS: [0].jwksUri',
      'PHR_TOKEN_ISSUERS: [1].issuer',
      'PHR_TOKEN_ISSUERS: [1].jwksUri',
      'PHR_TOKEN_ISSUERS: [1].jwksuri',
      'PHR_TOKEN_ISSUERS: [2]',
      'PHR_TOKEN_ISSUERS: [3].allowedScopes[0]',
      'PHR_TOKEN_ISSUERS: [3].allowedScopes[1]',
      'PHR_TOKEN_ISSUERS: [3].clientIds',
      'PHR_TOKEN_ISSUERS: [3].labels.codes[0]',
      'PHR_TOKEN_ISSUERS: [3].patient.claim',
      'PHR_TOKEN_ISSUERS: [3].patient.system',
    ]);
    expect(renderConfigError(error).join()).not.toContain('secret');
  });

  test('an issuer named twice, a broken and a missing file are faults', () => {
    expect(faultsOf(() => load(JSON.stringify([issuer, issuer]))).faults[0]?.where).toBe(
      'PHR_TOKEN_ISSUERS: [1].issuer',
    );
    expect(faultsOf(() => load('[\n  {,')).faults[0]?.what).toBe('is not valid JSON near line 2, column 4');
    const missing = faultsOf(() => loadConfig({ PHR_OPERATOR_KEY: KEY, PHR_TOKEN_ISSUERS: '/x' }, noFiles));
    expect(missing.faults[0]?.what).toContain('ENOENT');
  });
});
