/** Which issuers' access tokens the gateway takes: a JSON file, asymmetric algorithms only (RFC 8725, 3.1). */
import { z } from 'zod';
import type { ConfigFault } from './config-error.ts';
import type { ReadFile } from './files.ts';
import { fileErrorCode } from './files.ts';
import { parseJson } from './parse-json.ts';
import { secureUrl } from './urls.ts';
import { faultsOf } from './zod-faults.ts';

export interface TokenIssuer {
  /** Compared with `iss` as it is. */
  readonly issuer: string;
  readonly jwksUri: string;
  readonly audience: string;
  readonly algorithms: readonly string[];
  /** How its tokens name the patient. */
  readonly patient: {
    readonly claim: string;
    /** Where it is set the claim holds an identifier of this system; otherwise the id of the gateway's Patient. */
    readonly identifierSystem: string | undefined;
  };
  /** Ceilings on every token of this issuer; undefined = none. */
  readonly allowedScopes: readonly string[] | undefined;
  /** Source names. */
  readonly sources: readonly string[] | undefined;
  readonly labels: { readonly codes: readonly string[]; readonly unlabelled: boolean } | undefined;
  readonly clientIds: readonly string[] | undefined;
}

const ALGORITHMS = ['RS256', 'RS384', 'RS512', 'PS256', 'PS384', 'PS512', 'ES256', 'ES384', 'ES512', 'EdDSA'] as const;

/** What such a scope means is read where tokens are verified; one that means nothing there gives nothing. */
const PATIENT_SCOPE = /^patient\/(?:[A-Z][A-Za-z]{1,63}|\*)\.(?:[cruds]{1,5}|read|\*)(?:\?\S{1,500})?$/;
const LABEL = /^[^|]*\|[^|]+$/;

const text = (expected: string) => z.string({ error: expected }).min(1, { error: expected });

const listOf = (what: string) => z.array(text(`must be ${what}`), { error: `must be a list, each ${what}` }).optional();

function notAnObject(issue: { readonly code?: string | undefined }): string | undefined {
  return issue.code === 'invalid_type' ? 'must be an object' : undefined;
}

const issuerSchema = z.strictObject(
  {
    issuer: secureUrl,
    jwksUri: secureUrl,
    audience: text('must be a non-empty text').optional(),
    algorithms: z
      .array(z.enum(ALGORITHMS, { error: `must be one of ${ALGORITHMS.join(', ')}` }), {
        error: 'must be a list of algorithms',
      })
      .min(1, { error: 'must name at least one algorithm' })
      .default(['RS256', 'RS384', 'ES256', 'ES384']),
    patient: z
      .strictObject(
        {
          claim: text('must be the name of a claim').default('patient'),
          identifierSystem: text('must be an identifier system').optional(),
        },
        { error: notAnObject },
      )
      .default({ claim: 'patient' }),
    allowedScopes: z
      .array(text('must be a scope').regex(PATIENT_SCOPE, { error: 'must be a scope such as patient/Condition.rs' }), {
        error: 'must be a list of scopes',
      })
      .optional(),
    sources: listOf('a source name'),
    labels: z
      .strictObject(
        {
          codes: z.array(text('must be a label').regex(LABEL, { error: 'must be a label as <system>|<code>' }), {
            error: 'must be a list of labels',
          }),
          unlabelled: z.boolean({ error: 'must be true or false' }).default(false),
        },
        { error: notAnObject },
      )
      .optional(),
    clientIds: listOf('a client id'),
  },
  { error: notAnObject },
);

const issuersSchema = z.array(issuerSchema, { error: 'must be a list of issuers' });

export interface TokenIssuersResult {
  readonly issuers: readonly TokenIssuer[];
  readonly faults: readonly ConfigFault[];
}

/**
 * @param file path of the JSON file.
 * @param where how faults name it.
 * @param defaultAudience the FHIR base URL.
 */
export function loadTokenIssuers(
  file: string,
  readFile: ReadFile,
  { where, defaultAudience }: { readonly where: string; readonly defaultAudience: string },
): TokenIssuersResult {
  let json: string;
  try {
    json = readFile(file);
  } catch (error) {
    return { issuers: [], faults: [{ where, what: `names a file that cannot be read (${fileErrorCode(error)})` }] };
  }
  const parsed = parseJson(json);
  if ('what' in parsed) return { issuers: [], faults: [{ where, what: parsed.what }] };
  const result = issuersSchema.safeParse(parsed.value);
  if (!result.success) return { issuers: [], faults: faultsOf(where, result.error) };
  const issuers = result.data.map((issuer): TokenIssuer => ({
    issuer: issuer.issuer,
    jwksUri: issuer.jwksUri,
    audience: issuer.audience ?? defaultAudience,
    algorithms: issuer.algorithms,
    patient: { claim: issuer.patient.claim, identifierSystem: issuer.patient.identifierSystem },
    allowedScopes: issuer.allowedScopes,
    sources: issuer.sources,
    labels: issuer.labels,
    clientIds: issuer.clientIds,
  }));
  const faults = issuers.flatMap(({ issuer }, position) =>
    issuers.findIndex((other) => other.issuer === issuer) === position
      ? []
      : [{ where: `${where}: [${position}].issuer`, what: 'is named twice' }],
  );
  return { issuers, faults };
}
