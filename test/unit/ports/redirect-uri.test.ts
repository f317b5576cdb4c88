import { describe, expect, test } from 'vitest';
import { redirectUriFault } from '../../../src/ports/redirect-uri.ts';

describe('redirect URIs that may be registered', () => {
  test.each([
    ['https://app.example/callback', 'web'],
    ['https://app.example:8443/a?b=c', 'web'],
    ['http://127.0.0.1:3000/callback', 'web'],
    ['http://localhost:3000/', 'web'],
    ['http://[::1]/callback', 'native'],
    ['https://app.example/claimed', 'native'],
    ['com.example.app:/callback', 'native'],
  ] as const)('%s (%s)', (uri, kind) => {
    expect(redirectUriFault(uri, kind)).toBeUndefined();
  });
});

describe('redirect URIs that may not', () => {
  test.each([
    ['', 'web'],
    ['/callback', 'web'],
    ['app.example/callback', 'web'],
    ['http://app.example/callback', 'web'],
    ['http://127.0.0.1.evil.example/', 'native'],
    ['https://app.example/callback#here', 'web'],
    ['https://app.example/callback#', 'web'],
    ['https://user:word@app.example/', 'web'],
    ['https://app.example/a/../b', 'web'],
    ['https://app.example/a/%2E%2e/b', 'web'],
    ['https://*.app.example/', 'web'],
    ['https://app.example\\evil', 'web'],
    ['https://app.example/a b', 'web'],
    ['javascript:alert(1)', 'web'],
    ['javascript:alert(1)', 'native'],
    ['data:text/html,x', 'native'],
    ['file:///etc/passwd', 'native'],
    ['myapp:/callback', 'native'],
    ['com.example.app:/callback', 'web'],
    [`https://app.example/${'a'.repeat(600)}`, 'web'],
  ] as const)('%s (%s)', (uri, kind) => {
    expect(redirectUriFault(uri, kind)).toMatch(/^must /);
  });
});
