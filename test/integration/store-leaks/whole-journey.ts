/** Everything a person does here: signs in, links what there is, reads, lets an app read, decides, looks after a child. */
import { randomUUID } from 'node:crypto';
import { vi } from 'vitest';
import { SANDBOX_PEOPLE } from '../../../src/sandbox/people/sandbox-people.ts';
import type { Harness, Visitor } from '../app-harness.ts';
import { discover, launch } from '../oauth-apps.ts';
import { wordsOfIdentity } from './words-of-people.ts';

const NOTE = 'Fluffelquist makes me dizzy before noon';
const REASON = 'Wozzleberry is what I call both of them';

export interface Journey {
  /** Tokens, cookies, codes, numbers, names and notes that came up on the way. */
  readonly secrets: readonly string[];
  readonly visitors: readonly Visitor[];
}

/** Every cookie and code that goes over the wire meanwhile. */
function overheard() {
  const heard = new Set<string>();
  const original = globalThis.fetch;
  const spy = vi.spyOn(globalThis, 'fetch').mockImplementation(async (...request) => {
    const response = await original(...request);
    for (const cookie of response.headers.getSetCookie()) heard.add(/=([^;]*)/.exec(cookie)?.[1] ?? '');
    const location = response.headers.get('location');
    if (location !== null && URL.canParse(location)) {
      for (const name of ['code', 'state', 'nonce']) heard.add(new URL(location).searchParams.get(name) ?? '');
    }
    return response;
  });
  return { heard, stop: () => spy.mockRestore() };
}

/** @param harness with the client app `public-app`. */
export async function wholeJourney(harness: Harness): Promise<Journey> {
  const { heard, stop } = overheard();
  try {
    const visitors = ['zofia', 'milo'].map((name) => harness.visit(name));
    const held = [];
    for (const visitor of visitors) held.push(...(await journeyOf(harness, visitor)));
    const people = SANDBOX_PEOPLE.filter(({ identity }) => ['zofia', 'milo'].includes(identity.key));
    const names = people.flatMap(({ identity, readBy }) => [
      ...wordsOfIdentity(identity),
      ...(readBy === undefined ? [] : wordsOfIdentity(readBy.identity)),
    ]);
    const secrets = [...heard, ...held, ...names, ...visitors.map(({ user }) => user.sub)];
    return { secrets: [...new Set(secrets)].filter((secret) => secret.length >= 5), visitors };
  } finally {
    stop();
  }
}

async function journeyOf(harness: Harness, visitor: Visitor): Promise<readonly string[]> {
  const { store } = harness.gateway.services;
  const subject = await visitor.linkAll('hospital', 'gp', 'specialist');
  await visitor.everything();
  const { tokens } = await launch(harness, visitor, await discover(harness, 'public-app'), { answer: { subject } });
  const search = `${harness.config.fhirBaseUrl}/MedicationStatement?patient=${subject}`;
  await fetch(search, { headers: { Authorization: `Bearer ${tokens.access_token}` } });
  const [first, second] = await medicines(visitor);
  await store.addDecision(subject, {
    id: randomUUID(),
    kind: 'not-same',
    items: [{ reference: first ?? '' }, { reference: second ?? '' }],
    actorId: subject,
    at: new Date().toISOString(),
    reason: REASON,
  });
  const note = { kind: 'note', about: [{ reference: first ?? '' }], text: NOTE } as const;
  await store.addEntry(subject, { id: randomUUID(), content: note, actorId: subject, at: new Date().toISOString() });
  await visitor.everything();
  for (const path of ['/accounts', '/medicines', '/conditions', '/apps']) await visitor.page(path);
  const accounts = await store.listAccounts(subject);
  const held = await Promise.all(accounts.map(({ id }) => store.getTokens(subject, id)));
  return [
    REASON,
    NOTE,
    ...['Wozzleberry', 'Fluffelquist'],
    first ?? '',
    tokens.access_token,
    tokens.refresh_token ?? '',
    ...held.flatMap((token) => [token?.accessToken ?? '', token?.refreshToken ?? '']),
    ...accounts.map(({ sourcePatientId }) => sourcePatientId ?? ''),
  ];
}

/** References of source records about medicines. */
async function medicines(visitor: Visitor): Promise<readonly string[]> {
  const { resources } = await visitor.everything();
  return resources
    .filter(({ resourceType }) => resourceType === 'MedicationRequest')
    .map(({ resourceType, id }) => `${resourceType}/${id}`);
}
