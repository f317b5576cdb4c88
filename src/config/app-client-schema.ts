/** What the file of a client app may say: unknown keys are refused, every rule has words. */
import { z } from 'zod';
import { redirectUriFault } from '../ports/redirect-uri.ts';
import { secretReference } from './source-schema.ts';
import { isHttps, secureUrl } from './urls.ts';

/** The file name without .json is the client id. In the access log `web` and `gateway` are the gateway itself. */
export const CLIENT_ID = /^(?!(?:web|gateway)$)[A-Za-z0-9][A-Za-z0-9._-]{0,63}$/;

const NAME = 'must be 1 to 80 characters that can be seen';

export const clientName = z
  .string({ error: NAME })
  .trim()
  .regex(/^[^\p{Cc}\p{Cf}\p{Co}]{1,80}$/u, { error: NAME });

export const httpsPage = z.string({ error: 'must be an https URL' }).refine(isHttps, { error: 'must be an https URL' });

const publicKey = z.looseObject(
  {
    kty: z.enum(['RSA', 'EC'], { error: 'must be "RSA" or "EC"' }),
    kid: z.string({ error: 'must name the key' }).min(1, { error: 'must name the key' }),
    d: z.undefined({ error: 'must not be there: only public keys belong here' }).optional(),
  },
  { error: (issue) => (issue.code === 'invalid_type' ? 'must be a public JWK' : undefined) },
);

const keySet = z.strictObject(
  { keys: z.array(publicKey, { error: 'must be a list of public JWKs' }).min(1, { error: 'must hold a key' }) },
  { error: (issue) => (issue.code === 'invalid_type' ? 'must be a JWK set: { "keys": [ … ] }' : undefined) },
);

const keyClient = z
  .strictObject({
    method: z.literal('private_key_jwt'),
    jwks: keySet.optional(),
    jwksUri: secureUrl.optional(),
  })
  .refine(({ jwks, jwksUri }) => (jwks === undefined) !== (jwksUri === undefined), {
    error: 'must have either "jwks" or "jwksUri"',
  });

export const appAuthenticationSchema = z.discriminatedUnion(
  'method',
  [
    z.strictObject({ method: z.literal('none') }),
    z.strictObject({
      method: z.enum(['client_secret_basic', 'client_secret_post']),
      clientSecret: secretReference,
    }),
    keyClient,
  ],
  { error: 'must have "method": "none", "client_secret_basic", "client_secret_post" or "private_key_jwt"' },
);

const ORIGIN = 'must be an origin (https://app.example)';
const origin = z
  .string({ error: ORIGIN })
  .refine((text) => URL.canParse(text) && new URL(text).origin === text, { error: ORIGIN });

export const appClientSchema = z.strictObject({
  name: clientName,
  kind: z.enum(['web', 'native'], { error: 'must be "web" or "native"' }).default('web'),
  redirectUris: z
    .array(z.string({ error: 'must be an absolute URI' }), { error: 'must be a list of URIs' })
    .min(1, { error: 'must name at least one redirect URI' }),
  authentication: appAuthenticationSchema,
  homePage: httpsPage.optional(),
  policyPage: httpsPage.optional(),
  idTokenAlgorithm: z.enum(['RS256', 'ES384'], { error: 'must be "RS256" or "ES384"' }).default('RS256'),
  introspects: z.enum(['own', 'any'], { error: 'must be "own" or "any"' }).default('own'),
  origins: z.array(origin, { error: 'must be a list of origins' }).default([]),
});

/** Every redirect URI that may not be registered, by its place in the list. */
export function redirectUriFaults(
  uris: readonly string[],
  kind: 'web' | 'native',
): readonly { readonly path: string; readonly what: string }[] {
  return uris.flatMap((uri, place) => {
    const what = redirectUriFault(uri, kind);
    return what === undefined ? [] : [{ path: `redirectUris[${place}]`, what }];
  });
}
