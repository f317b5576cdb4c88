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
  /** Claim that names the patient. */
  readonly patientClaim: string;
}

const ALGORITHMS = ['RS256', 'RS384', 'RS512', 'PS256', 'PS384', 'PS512', 'ES256', 'ES384', 'ES512', 'EdDSA'] as const;

const text = (expected: string) => z.string({ error: expected }).min(1, { error: expected });

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
    patientClaim: text('must be the name of a claim').default('patient'),
  },
  { error: (issue) => (issue.code === 'invalid_type' ? 'must be an object' : undefined) },
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
  const issuers = result.data.map((issuer) => ({ ...issuer, audience: issuer.audience ?? defaultAudience }));
  const faults = issuers.flatMap(({ issuer }, position) =>
    issuers.findIndex((other) => other.issuer === issuer) === position
      ? []
      : [{ where: `${where}: [${position}].issuer`, what: 'is named twice' }],
  );
  return { issuers, faults };
}
