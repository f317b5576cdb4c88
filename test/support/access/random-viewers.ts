/** Apps, what people allowed them, and their tokens: of the gateway's own authorization server and of issuers it trusts. */
import { randomBytes } from 'node:crypto';
import type { AppClient } from '../../../src/ports/authorization-store.ts';
import { createClientRegistry } from '../../../src/oauth/clients/client-registry.ts';
import { createFindAccessToken } from '../../../src/oauth/tokens/own-tokens.ts';
import { createVerifier } from '../../../src/oauth/tokens/verify-authorization.ts';
import { createTokenVerifier, type TokenVerifier } from '../../../src/oauth/verify-token.ts';
import { findPersonByIdentifier } from '../../../src/services/find-person-by-identifier.ts';
import type { ServiceContext } from '../../../src/services/service-context.ts';
import { startIssuer, type TokenIssuer } from '../../fixtures/token-issuer.ts';
import { BASE_URL } from './access-gateway.ts';
import type { Limits } from './expected-visible.ts';
import { LABELS, LABEL_SYSTEM, SOURCES, type LabelledPerson } from './labelled-person.ts';
import type { Random } from './random.ts';

/** As it was asked for and allowed; what it opens is worked out from this alone. */
export interface Viewer {
  readonly token: string;
  readonly person: LabelledPerson;
  readonly scopes: readonly string[];
  readonly limits: Limits;
  readonly isOver: boolean;
}

export interface Viewers extends AsyncDisposable {
  readonly viewers: readonly Viewer[];
  readonly verify: TokenVerifier['verify'];
}

const OWN_ISSUER = 'https://gateway.example';
const TYPES = [
  'Patient',
  'Condition',
  'Observation',
  'MedicationRequest',
  'MedicationStatement',
  'Medication',
  'AllergyIntolerance',
  'Encounter',
  'DiagnosticReport',
  'DocumentReference',
  'Binary',
  'List',
  'Practitioner',
  'Organization',
];
const NARROWER = [
  'patient/Observation.rs?category=https://categories.example|laboratory',
  'patient/Observation.r?category=vital-signs&status=final',
  'patient/Observation.rs?severity=high',
  'patient/Condition.rs?category=problem-list-item',
];

export function scopesOf(random: Random): readonly string[] {
  if (random.is(0.2)) return ['patient/*.rs'];
  const types = random.some(TYPES, 0.4).map((type) => `patient/${type}.${random.one(['rs', 'rs', 'read', 'r', 's'])}`);
  const scopes = [...types, ...random.some(NARROWER, 0.3), ...(random.is(0.2) ? ['patient/*.s', 'user/*.rs'] : [])];
  return scopes.length === 0 ? ['patient/Condition.rs'] : scopes;
}

export function limitsOf(random: Random): Limits {
  const codes = random.some(LABELS, 0.6).map((label) => `${LABEL_SYSTEM}|${label}`);
  return {
    sources: random.is(0.5) ? undefined : random.some(SOURCES, 0.6),
    labels: random.is(0.5) ? undefined : { codes, unlabelled: random.is(0.7) },
  };
}

export async function randomViewers(
  context: ServiceContext,
  people: readonly LabelledPerson[],
  random: Random,
  counts: { readonly apps: number; readonly own: number; readonly external: number },
): Promise<Viewers> {
  const nowS = Math.floor(context.now() / 1000);
  const apps = Array.from({ length: counts.apps }, (_, number) => appOf(`app-${number}`));
  const viewers: Viewer[] = [];
  for (let n = 0; n < counts.own; n++) {
    viewers.push(await allow(context, random.one(apps), random.one(people), random, nowS));
  }
  const issuers = await startIssuers(random, () => nowS);
  for (let n = 0; n < counts.external; n++) viewers.push(await issue(random.one(issuers), random.one(people), random));
  const others = createTokenVerifier({
    issuers: issuers.map(({ terms }) => terms),
    patients: {
      fhirBaseUrl: BASE_URL,
      findByIdentifier: async (identifier) => (await findPersonByIdentifier(context, identifier))?.id,
    },
    now: context.now,
  });
  const registry = createClientRegistry(apps, context.store);
  const find = createFindAccessToken(context, registry, BASE_URL);
  return {
    viewers,
    verify: createVerifier({ issuer: OWN_ISSUER, find, others, services: context }).verify,
    async [Symbol.asyncDispose]() {
      for (const { issuer } of issuers) await issuer.stop();
    },
  };
}

function appOf(clientId: string): AppClient {
  return {
    clientId,
    name: clientId,
    redirectUris: ['https://app.example/callback'],
    kind: 'web',
    authentication: { method: 'none' },
    homePage: undefined,
    policyPage: undefined,
    origins: [],
    registeredBy: 'operator',
    registeredAt: '2026-01-01T00:00:00Z',
  };
}

async function allow(
  { store, newId }: ServiceContext,
  { clientId }: AppClient,
  person: LabelledPerson,
  random: Random,
  nowS: number,
): Promise<Viewer> {
  const scopes = scopesOf(random);
  const limits = limitsOf(random);
  const isOver = random.is(0.1);
  const id = newId();
  await store.putAppGrant({
    id,
    subjectId: person.id,
    actorId: person.id,
    clientId,
    scopes,
    ...limits,
    grantedAt: '2026-11-01T00:00:00Z',
    until: random.is(0.5) || isOver ? new Date((nowS + (isOver ? -1 : 60)) * 1000).toISOString() : undefined,
    lastUsedAt: undefined,
  });
  const token = randomBytes(32).toString('base64url');
  const payload = {
    clientId,
    accountId: person.id,
    aud: BASE_URL,
    scope: scopes.join(' '),
    iat: nowS,
    exp: nowS + 600,
  };
  await store.putIssuedToken(token, {
    kind: 'access',
    appGrantId: id,
    expiresAt: new Date((nowS + 600) * 1000).toISOString(),
    usedAt: undefined,
    payload: JSON.stringify(payload),
  });
  return { token, person, scopes, limits, isOver };
}

interface IssuerUnderTerms {
  readonly issuer: TokenIssuer;
  readonly terms: TokenIssuer['trusted'];
}

async function startIssuers(random: Random, nowS: () => number): Promise<readonly IssuerUnderTerms[]> {
  const plain = await startIssuer('https://plain.example', nowS);
  const strict = await startIssuer('https://strict.example', nowS);
  const byNumber = { claim: 'number', identifierSystem: 'https://people.example' };
  return [
    { issuer: plain, terms: { ...plain.trusted, audience: BASE_URL } },
    { issuer: strict, terms: { ...strict.trusted, audience: BASE_URL, patient: byNumber, ...limitsOf(random) } },
  ];
}

async function issue({ issuer, terms }: IssuerUnderTerms, person: LabelledPerson, random: Random): Promise<Viewer> {
  const scopes = scopesOf(random);
  const token = await issuer.token({
    aud: BASE_URL,
    scope: scopes.join(' '),
    patient: person.id,
    number: `number-${person.id}`,
  });
  return { token, person, scopes, limits: { sources: terms.sources, labels: terms.labels }, isOver: false };
}
