/** Which keys of a log context never show their value, whatever the spelling or depth. */

/** Lower case without separators: `accessToken`, `access_token` and `Access-Token` are one name. */
const SECRET_NAMES = new Set([
  'authorization',
  'proxyauthorization',
  'cookie',
  'setcookie',
  'token',
  'accesstoken',
  'refreshtoken',
  'idtoken',
  'code',
  'codeverifier',
  'state',
  'nonce',
  'clientsecret',
  'clientassertion',
  'assertion',
  'password',
  'secret',
  'privatekey',
  'operatorkey',
  'nhsnumber',
]);

export function isSecretName(name: string): boolean {
  return SECRET_NAMES.has(name.toLowerCase().replace(/[^a-z]/g, ''));
}
