/** Reads a private key for `private_key_jwt` (RFC 7523) from its JWK and proves that it is one (RFC 7517). */
import { createPrivateKey, createPublicKey, type JsonWebKey } from 'node:crypto';
import type { JWK } from 'jose';
import { parseJson } from './parse-json.ts';

export type JwkResult = { readonly jwk: JWK } | { readonly what: string };

function isJsonObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** @param text a public or private JWK as JSON. */
export function readJwk(text: string): JwkResult {
  return read(text, (jwk) => createPublicKey({ key: jwk, format: 'jwk' }), 'a JWK');
}

/** @param text the JWK as JSON. */
export function readPrivateJwk(text: string): JwkResult {
  return read(text, (jwk) => createPrivateKey({ key: jwk, format: 'jwk' }), 'a private JWK');
}

function read(text: string, prove: (jwk: JsonWebKey) => unknown, expected: string): JwkResult {
  const json = parseJson(text);
  if ('what' in json) return { what: `the key ${json.what}; ${expected} is expected` };
  if (!isJsonObject(json.value)) return { what: `the key is no JSON object; ${expected} is expected` };
  if (json.value['kty'] !== 'RSA' && json.value['kty'] !== 'EC' && json.value['kty'] !== 'OKP') {
    return { what: `the key has no asymmetric "kty" (RSA, EC or OKP); ${expected} is expected` };
  }
  try {
    prove(json.value);
  } catch {
    // The message of the engine may quote members of the key.
    return { what: `the key is not a complete ${expected.slice(2)}` };
  }
  return { jwk: json.value };
}

/** The signature algorithm of a key: its own `alg`, else the usual one of its kind; undefined where there is none. */
export function signingAlgorithm(jwk: JWK): string | undefined {
  const byCurve: Readonly<Record<string, string>> = {
    'P-256': 'ES256',
    'P-384': 'ES384',
    'P-521': 'ES512',
    Ed25519: 'EdDSA',
  };
  const usual = jwk.kty === 'RSA' ? 'RS256' : byCurve[jwk.crv ?? ''];
  return jwk.alg ?? usual;
}

/** Whether a key of this kind can make signatures of this algorithm (RFC 7518, 3.1). */
export function fitsAlgorithm(jwk: JWK, algorithm: string): boolean {
  if (jwk.kty === 'RSA') return /^(RS|PS)(256|384|512)$/.test(algorithm);
  const curves: Readonly<Record<string, string>> = { ES256: 'P-256', ES384: 'P-384', ES512: 'P-521', EdDSA: 'Ed25519' };
  return curves[algorithm] === jwk.crv;
}
