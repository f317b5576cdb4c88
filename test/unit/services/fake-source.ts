/** A source in memory for use cases: what it gives and how it fails is set by the test. */
import type { TokenSet } from '../../../src/ports/linked-account.ts';
import { SourceError, type PullResult, type SourceConnector } from '../../../src/ports/source-connector.ts';

export interface FakeSource {
  readonly connector: SourceConnector;
  /** What happened, in order: `refresh rt-1`, `revoke at-1`. */
  readonly calls: string[];
  patient: unknown;
  patientId: string | undefined;
  pull: SourceConnector['pull'];
  refresh: (tokens: TokenSet) => Promise<TokenSet>;
  failAuthorization: SourceError | undefined;
}

export const EMPTY_PULL: PullResult = { resources: [], unreadable: [], outcomes: [] };

export function tokenSet(number: number, expiresAt?: string): TokenSet {
  return { accessToken: `at-${number}`, refreshToken: `rt-${number}`, expiresAt, scope: 'patient/*.rs' };
}

export function createFakeSource(name: string): FakeSource {
  const calls: string[] = [];
  let started = 0;
  const fake: FakeSource = {
    calls,
    patient: undefined,
    patientId: 'p1',
    failAuthorization: undefined,
    pull: () => Promise.resolve(EMPTY_PULL),
    refresh: (tokens) => Promise.resolve(tokenSet(Number(tokens.refreshToken?.slice(3)) + 1)),
    connector: {
      source: {
        name,
        title: `The ${name}`,
        adds: 'Something.',
        kind: 'smart',
        baseUrl: `https://${name}.example/fhir`,
        fhirVersion: 'R4',
        viewOf: undefined,
      },
      startAuthorization: (redirectUri) => {
        started++;
        const state = `state-${name}-${started}`;
        const transaction = {
          source: name,
          state,
          codeVerifier: 'v',
          redirectUri,
          issuer: `https://${name}.example`,
          requestedScope: 's',
        };
        return Promise.resolve({ url: `https://${name}.example/authorize?state=${state}`, transaction });
      },
      completeAuthorization: () => {
        calls.push('complete');
        if (fake.failAuthorization !== undefined) return Promise.reject(fake.failAuthorization);
        return Promise.resolve({ tokens: tokenSet(calls.length), patientId: fake.patientId });
      },
      refresh: (tokens) => {
        calls.push(`refresh ${tokens.refreshToken ?? ''}`);
        return fake.refresh(tokens);
      },
      revoke: (tokens) => {
        calls.push(`revoke ${tokens.accessToken}`);
        return Promise.resolve('revoked');
      },
      readPatient: () =>
        fake.patient === undefined
          ? Promise.reject(new SourceError('not-found', 'The source shows no person for this sign-in.'))
          : Promise.resolve({ json: fake.patient, at: 'Patient' }),
      pull: (context) => fake.pull(context),
      check: () => Promise.resolve([]),
    },
  };
  return fake;
}
