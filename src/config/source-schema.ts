/** What a source file may say (design 7): unknown keys are refused, every rule has words. */
import { z } from 'zod';
import { SOURCE_QUIRKS } from '../ports/source-config.ts';
import { anyWebUrl, withoutTrailingSlash } from './urls.ts';

const text = (error: string) => z.string({ error }).min(1, { error });
const textList = (error: string) => z.array(text(error), { error });

const LANGUAGE = /^[a-z]{2,3}(-[A-Za-z0-9]{2,8}){0,3}$/;

/** In English, or by language (BCP 47). */
const textByLanguage = (error: string) =>
  z.union(
    [
      text(error),
      z
        .record(z.string().regex(LANGUAGE, { error }), text(error), { error })
        .refine((texts) => Object.keys(texts).length > 0, { error }),
    ],
    { error },
  );

/** `env:NAME` or `file:PATH`: a secret is never written into the file itself. */
export const secretReference = z
  .string({ error: 'must be "env:NAME" or "file:PATH"' })
  .regex(/^(env:[A-Za-z_][A-Za-z0-9_]*|file:.+)$/, {
    error: 'must be "env:NAME" or "file:PATH"; a secret is never written into this file',
  });

const publicClient = z.strictObject({ method: z.literal('public') });
const secretClient = z.strictObject({
  method: z.enum(['client_secret_basic', 'client_secret_post']),
  clientSecret: secretReference,
});
const keyName = text('must be the "kid" under which the key is registered');
const keyAlgorithm = z.enum(['RS384', 'ES384'], { error: 'must be "RS384" or "ES384"' });

/** A key that is published but does not sign: the next one before its day, an old one after it. */
const otherKey = z.strictObject(
  { key: secretReference, keyId: keyName.optional(), algorithm: keyAlgorithm.optional() },
  { error: (issue) => (issue.code === 'invalid_type' ? 'must be an object with "key"' : undefined) },
);

const keyClient = z.strictObject({
  method: z.literal('private_key_jwt'),
  algorithm: keyAlgorithm,
  privateKey: secretReference,
  keyId: keyName.optional(),
  nextKeys: z.array(otherKey, { error: 'must be a list of keys' }).default([]),
  retiredKeys: z.array(otherKey, { error: 'must be a list of keys' }).default([]),
});

export const authenticationSchema = z.discriminatedUnion('method', [publicClient, secretClient, keyClient], {
  error: 'must have "method": "public", "client_secret_basic", "client_secret_post" or "private_key_jwt"',
});

function limit({ min, max, standard, unit }: { min: number; max: number; standard: number; unit: string }) {
  const error = `must be a whole number of ${unit} from ${min} to ${max}`;
  return z.int({ error }).min(min, { error }).max(max, { error }).default(standard);
}

export const limitsSchema = z.strictObject(
  {
    requestTimeoutMs: limit({ min: 100, max: 120_000, standard: 10_000, unit: 'milliseconds' }),
    maxResponseBytes: limit({ min: 1024, max: 512 * 1024 * 1024, standard: 32 * 1024 * 1024, unit: 'bytes' }),
    maxPullBytes: limit({ min: 1024, max: 2048 * 1024 * 1024, standard: 256 * 1024 * 1024, unit: 'bytes' }),
    maxPages: limit({ min: 1, max: 10_000, standard: 100, unit: 'pages' }),
    pageSize: limit({ min: 1, max: 10_000, standard: 1000, unit: 'resources' }),
    concurrency: limit({ min: 1, max: 32, standard: 6, unit: 'requests' }),
    retries: limit({ min: 0, max: 10, standard: 2, unit: 'tries' }),
  },
  { error: (issue) => (issue.code === 'invalid_type' ? 'must be an object of limits' : undefined) },
);

const endpointsSchema = z.strictObject(
  { issuer: anyWebUrl, authorization: anyWebUrl, token: anyWebUrl, revocation: anyWebUrl.optional() },
  { error: (issue) => (issue.code === 'invalid_type' ? 'must be an object of URLs' : undefined) },
);

const labelSchema = z.strictObject(
  {
    system: text('must be the URL of a code system'),
    code: text('must be a code'),
    display: text('must be a non-empty text').optional(),
  },
  { error: (issue) => (issue.code === 'invalid_type' ? 'must be a Coding' : undefined) },
);

const KINDS = ['smart', 'oauth2', 'gp-connect-structured'] as const;
const FHIR_VERSIONS = ['DSTU2', 'STU3', 'R4', 'R4B'] as const;
const INCREMENTS = ['batch', 'lastUpdated', 'etag', 'none'] as const;

export const SOURCE_NAME = /^[a-z][a-z0-9-]{0,23}$/;

const typeList = z.array(z.string().regex(/^[A-Z][A-Za-z]{1,63}$/, { error: 'must be a FHIR resource type' }), {
  error: 'must be a list of FHIR resource types',
});

export const sourceSchema = z.strictObject(
  {
    title: text('must be the name people know it by'),
    adds: textByLanguage(
      'must be one sentence: what linking it adds; or one for each language, as { "en": …, "cy": … }',
    ),
    kind: z.enum(KINDS, { error: `must be one of ${KINDS.join(', ')}` }),
    baseUrl: anyWebUrl.transform(withoutTrailingSlash),
    fhirVersion: z.enum(FHIR_VERSIONS, { error: `must be one of ${FHIR_VERSIONS.join(', ')}` }),
    viewOf: z
      .string({ error: 'must be the name of another source' })
      .regex(SOURCE_NAME, { error: 'must be the name of another source' })
      .optional(),
    clientId: text('must be the client id that the source gave the gateway'),
    authentication: authenticationSchema,
    scopes: textList('must be a list of scopes').min(1, { error: 'must name at least one scope' }),
    access: z.enum(['patient', 'backend'], { error: 'must be "patient" or "backend"' }).default('patient'),
    resourceTypes: typeList.default([]),
    lacks: typeList.default([]),
    quirks: z
      .array(z.enum(SOURCE_QUIRKS, { error: `must be one of ${SOURCE_QUIRKS.join(', ')}` }), {
        error: 'must be a list of quirks',
      })
      .default([]),
    increments: z.enum(INCREMENTS, { error: `must be one of ${INCREMENTS.join(', ')}` }).optional(),
    fullPullEveryHours: limit({ min: 1, max: 24 * 31, standard: 24, unit: 'hours' }),
    endpoints: endpointsSchema.optional(),
    limits: limitsSchema.prefault({}),
    defaultLabels: z.array(labelSchema, { error: 'must be a list of Codings' }).default([]),
    allowInsecure: z.boolean({ error: 'must be true or false' }).default(false),
  },
  { error: (issue) => (issue.code === 'invalid_type' ? 'must be a JSON object' : undefined) },
);

type SourceFields = typeof sourceSchema.shape;

/** A source file as far as it could be read. */
export type PartialSource = { readonly [Name in keyof SourceFields]?: z.output<SourceFields[Name]> };
