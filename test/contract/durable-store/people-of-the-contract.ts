/** Two invented people, their accounts and what their sources gave: every contract test runs beside somebody else's data. */
import type { PullWrite } from '../../../src/ports/durable-store.ts';
import type { LinkedAccount, TokenSet } from '../../../src/ports/linked-account.ts';
import type { Person } from '../../../src/ports/people.ts';

export const AT_NINE = '2026-03-01T09:00:00.000Z';
export const AT_TEN = '2026-03-01T10:00:00.000Z';
export const AT_ELEVEN = '2026-03-01T11:00:00.000Z';

export const orla: Person = {
  id: 'p-7f3a',
  identities: [{ issuer: 'https://sign-in.example', sub: 'sub-of-orla' }],
  identifiers: [
    { system: 'https://fhir.nhs.uk/Id/nhs-number', value: '9990000018', verifiedBy: 'https://sign-in.example' },
  ],
  name: { text: 'Orla Quillfeather', family: 'Quillfeather', given: ['Orla', 'Wren'] },
  birthDate: '1951-04',
  createdAt: AT_NINE,
};

export const tam: Person = {
  id: 'p-91bc',
  identities: [
    { issuer: 'https://sign-in.example', sub: 'sub-of-tam' },
    { issuer: 'https://other.example', sub: 'sub-of-orla' },
  ],
  identifiers: [],
  name: { text: undefined, family: undefined, given: [] },
  birthDate: undefined,
  createdAt: AT_TEN,
};

export function accountOf(person: Person, source: string, changes: Partial<LinkedAccount> = {}): LinkedAccount {
  return {
    id: `account-${source}`,
    subjectId: person.id,
    actorId: person.id,
    source,
    sourcePatientId: `patient-at-${source}-of-${person.id}`,
    grantedScope: 'patient/*.rs offline_access',
    state: 'active',
    identity: {
      result: 'match',
      agreed: ['nhs-number'],
      contradicted: [],
      confirmedBy: undefined,
      confirmedAt: undefined,
    },
    linkedAt: AT_NINE,
    lastSuccessAt: undefined,
    lastTriedAt: undefined,
    lastFailure: undefined,
    outcomes: [],
    ...changes,
  };
}

export const tokens: TokenSet = {
  accessToken: 'access-token-of-nobody-else',
  refreshToken: 'refresh-token-of-nobody-else',
  expiresAt: AT_TEN,
  scope: 'patient/*.rs',
  refreshExpiresAt: AT_TEN,
};

type Delivered = PullWrite['resources'][number];

/** A MedicationRequest as delivered; `drug` is all that its text says. */
export function delivered(originalId: string | undefined, drug: string, changes: Partial<Delivered> = {}): Delivered {
  return {
    resourceType: 'MedicationRequest',
    originalId,
    text: `{"resourceType":"MedicationRequest", "id":"${originalId ?? ''}","note":[{"text":"${drug}"}],"dose":1.10}`,
    fullUrl: originalId === undefined ? undefined : `https://source.example/MedicationRequest/${originalId}`,
    at: 'entry[0]',
    unreadable: undefined,
    readAs: 'MedicationRequest',
    ...changes,
  };
}

export function pullOf(at: string, ...resources: readonly Delivered[]): PullWrite {
  return {
    at,
    outcomes: [{ type: 'MedicationRequest', state: 'done', received: resources.length, reason: undefined }],
    resources,
  };
}
