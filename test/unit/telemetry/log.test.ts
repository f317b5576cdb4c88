import { describe, expect, test } from 'vitest';
import { GatewayError } from '../../../src/errors.ts';
import { SourceError } from '../../../src/ports/source-connector.ts';
import { createLog } from '../../../src/telemetry/log.ts';

function captured(level: 'info' | 'warn' | 'error' | 'silent' = 'info') {
  const lines: string[] = [];
  const log = createLog({ level, destination: { write: (line) => lines.push(line) } });
  return { log, lines, last: () => JSON.parse(lines.at(-1) ?? '{}') as Record<string, unknown> };
}

const SECRET = 'value-that-must-never-show';
const NAMES = [
  'authorization',
  'Authorization',
  'cookie',
  'set-cookie',
  'Set-Cookie',
  'token',
  'access_token',
  'accessToken',
  'refresh_token',
  'id_token',
  'code',
  'state',
  'client_secret',
  'clientSecret',
  'assertion',
  'client_assertion',
  'nhs_number',
  'nhsNumber',
  'NHS-Number',
];

describe('secrets by name', () => {
  test.each(NAMES)('%s shows at no depth', (name) => {
    const { log, lines } = captured();
    const secret = { [name]: SECRET };
    log.info(secret, 'top');
    log.warn({ request: { headers: secret } }, 'nested');
    log.error({ list: [{ deep: { deeper: [{ deepest: { ...secret } }] } }] }, 'in lists');
    log.info({ [name]: { inner: SECRET }, map: new Map([[name, SECRET]]) }, 'objects under the name, and maps');
    expect(lines).toHaveLength(4);
    expect(lines.join('')).not.toContain(SECRET);
    expect(lines.join('')).toContain('[redacted]');
  });

  test('headers and parameters of a request', () => {
    const { log, lines } = captured();
    log.info(
      {
        headers: new Headers({ authorization: SECRET, accept: 'application/json' }),
        form: new URLSearchParams({ code: SECRET, grant_type: 'authorization_code' }),
        url: new URL(`https://gateway.example/callback?code=${SECRET}&state=${SECRET}&iss=x`),
      },
      'callback',
    );
    expect(lines[0]).not.toContain(SECRET);
    expect(lines[0]).toContain('authorization_code');
    expect(lines[0]).toContain('iss=x');
  });
});

test('codes and states of the gateway and of the system are words, not secrets', () => {
  const { log, last } = captured();
  const shown = [
    { code: 'rate-limited', state: 'partial' },
    { code: 'ECONNRESET', state: 'needs-sign-in' },
  ];
  const hidden = [
    { code: 'Rate-Limited', state: 'partial ' },
    { code: 'SplxlOBeZQQYbYS6WxSbIA', state: { partial: 'partial' } },
    { code: 'toString', state: 1 },
    { token: 'partial', code: 'E' },
  ];
  log.info({ shown, hidden }, 'codes');
  expect(last()['shown']).toEqual(shown);
  expect(new Set((last()['hidden'] as object[]).flatMap((item) => Object.values(item) as unknown[]))).toEqual(
    new Set(['[redacted]']),
  );
});

describe('secrets by look', () => {
  test.each([
    ['a bearer token', `failed with Bearer ${SECRET}`, SECRET],
    ['a JSON Web Token', 'got eyJhbGciOiJFUzM4NCJ9.eyJzdWIiOiJ4In0.c2ln', 'eyJzdWIi'],
    ['a query', `GET /callback?a=b&code=${SECRET}#x`, SECRET],
    ['an NHS number', 'person 9990000018 was read', '9990000018'],
    ['an NHS number with spaces', 'person 999 000 0018 was read', '000 0018'],
  ])('%s', (_name, text, secret) => {
    const { log, lines } = captured();
    log.info({ where: text, list: [text], [text]: 1 }, text);
    expect(lines[0]).not.toContain(secret);
  });

  test('other numbers stay readable', () => {
    const { log, last } = captured();
    log.info({ text: '1234567890 and 2026-11-21T20:00:00Z', count: 9990000018 }, 'counts');
    expect(last()).toMatchObject({ text: '1234567890 and 2026-11-21T20:00:00Z' });
  });

  test('bytes are counted, not shown', () => {
    const { log, last } = captured();
    log.info({ bytes: Buffer.from(SECRET), plain: new Uint8Array(4) }, 'key');
    expect(last()).toMatchObject({ bytes: '[26 bytes]', plain: '[4 bytes]' });
  });
});

describe('errors', () => {
  test('of others give name, code and place, never their words', () => {
    const { log, lines, last } = captured();
    const driver = Object.assign(new TypeError(`duplicate key (${SECRET})\n    at ${SECRET} (/x.ts:1:1)`), {
      code: '23505',
    });
    log.error({ err: driver, nested: { cause: driver } }, 'write failed');
    expect(lines[0]).not.toContain(SECRET);
    const err = last()['err'] as { name: string; stack: string[] };
    expect(err.name).toBe('TypeError');
    expect(err.stack[0]).toContain('log.test.ts');
  });

  test('of the gateway give their safe words, and their causes by name and code', () => {
    const { log, lines, last } = captured();
    const parse = Object.assign(new SyntaxError(SECRET), { code: 'ERR_PARSE' });
    const source = new SourceError(
      'not-fhir',
      'The source answered with a web page instead of a record.',
      new AggregateError([parse], SECRET),
    );
    log.error({ err: new GatewayError('source-failed', undefined, source) }, 'read');
    expect(lines[0]).not.toContain(SECRET);
    expect(last()['err']).toMatchObject({
      name: 'GatewayError',
      code: 'source-failed',
      detail: 'A source did not answer as it should.',
      causes: [
        { name: 'SourceError', code: 'not-fhir', detail: 'The source answered with a web page instead of a record.' },
        { name: 'AggregateError' },
        { name: 'SyntaxError', code: 'ERR_PARSE' },
      ],
    });
  });

  test('whose name, code or stack were made to hold values', () => {
    const { log, lines } = captured();
    const odd = Object.assign(new Error('m'), { name: `Error ${SECRET}`, code: { SECRET }, stack: `Error: ${SECRET}` });
    const thrown = new Error('outer', { cause: `text ${SECRET}` });
    log.error({ odd, thrown }, 'odd');
    expect(lines[0]).not.toContain(SECRET);
  });

  test('that cause themselves end', () => {
    const { log, last } = captured();
    const circle = new Error('a');
    circle.cause = new Error('b', { cause: circle });
    log.error({ err: circle }, 'circle');
    expect(last()['err']).toMatchObject({ name: 'Error', causes: [{ name: 'Error' }] });
  });
});

describe('lines', () => {
  test('carry level, time and message, and nothing of the host', () => {
    const { log, last } = captured();
    log.warn({ source: 'hospital', count: 3 }, 'Read');
    expect(last()).toEqual({
      level: 'warn',
      time: expect.stringMatching(/^\d{4}-\d\d-\d\dT.*Z$/) as string,
      source: 'hospital',
      count: 3,
      msg: 'Read',
    });
  });

  test('below the level are not written', () => {
    const { log, lines } = captured('error');
    log.info({}, 'a');
    log.warn({}, 'b');
    expect(lines).toEqual([]);
    const silent = captured('silent');
    silent.log.error({}, 'c');
    expect(silent.lines).toEqual([]);
  });

  test('survive contexts that contain themselves', () => {
    const { log, lines } = captured();
    const circle: Record<string, unknown> = { big: 1n };
    circle['self'] = circle;
    log.info(circle, 'circle');
    expect(lines[0]).toContain('[too deep]');
  });
});
