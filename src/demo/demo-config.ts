/** The configuration of a gateway over the sandbox: a data file and a key that end with it. */
import { randomBytes } from 'node:crypto';
import type { Config } from '../config/load-config.ts';
import type { Sandbox } from '../sandbox/start-sandbox.ts';

type SandboxSignIn = Pick<Sandbox['signIn'], 'issuer' | 'jwksUri' | 'clientId' | 'clientPrivateKey' | 'clientKeyId'>;

/** @param signIn of the sandbox: people sign in there, and its access tokens open the endpoint. */
export function demoConfig(publicUrl: string, port: number, dataFile: string, signIn: SandboxSignIn): Config {
  const fhirBaseUrl = `${publicUrl}/fhir/R4`;
  const { issuer, jwksUri, clientId, clientPrivateKey, clientKeyId } = signIn;
  return {
    publicUrl,
    fhirBaseUrl,
    host: '127.0.0.1',
    port,
    dataFile,
    operatorKey: randomBytes(32),
    sourcesDir: '',
    signIn: { issuer, clientId, privateKey: clientPrivateKey, keyId: clientKeyId, algorithm: 'ES384' },
    tokenIssuers: [
      {
        issuer,
        jwksUri,
        audience: fhirBaseUrl,
        algorithms: ['ES256'],
        patient: { claim: 'patient', identifierSystem: undefined },
        allowedScopes: undefined,
        sources: undefined,
        labels: undefined,
        clientIds: undefined,
      },
    ],
    freshForMs: 300_000,
    readDeadlineMs: 30_000,
    sessionLifetimeMs: 3_600_000,
    logLevel: 'silent',
    trustProxyHops: 0,
    notices: [],
  };
}
