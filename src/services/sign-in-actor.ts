/** Finds or makes the person behind a sign-in (design 6: people sign in through an OpenID provider). */
import { GatewayError } from '../errors.ts';
import type { Person, SignInIdentity, VerifiedIdentifier } from '../ports/people.ts';
import { NHS_NUMBER_SYSTEM, parseNhsNumber } from './nhs-number.ts';
import { isoNow, type ServiceContext } from './service-context.ts';

/** Claims of the ID token and the UserInfo answer, as NHS login names them. */
export interface SignInClaims {
  readonly name?: string | undefined;
  readonly family_name?: string | undefined;
  readonly given_name?: string | undefined;
  readonly birthdate?: string | undefined;
  readonly nhs_number?: string | undefined;
  readonly identity_proofing_level?: string | undefined;
}

export interface SignIn {
  readonly identity: SignInIdentity;
  readonly claims: SignInClaims;
}

/** @throws GatewayError `forbidden` where the provider now vouches for another NHS number than it did before. */
export async function signInActor(context: ServiceContext, { identity, claims }: SignIn): Promise<Person> {
  const vouched = vouchedIdentifiers(identity, claims);
  const known = await context.store.findPersonByIdentity(identity);
  if (known !== undefined) return refreshIdentifiers(context, known, vouched);

  const now = isoNow(context);
  const person: Person = {
    id: context.newId(),
    identities: [identity],
    identifiers: vouched,
    name: {
      text: claims.name,
      family: claims.family_name,
      given: claims.given_name === undefined ? [] : [claims.given_name],
    },
    birthDate: fullDate(claims.birthdate),
    createdAt: now,
  };
  await context.store.createPerson(person, {
    subjectId: person.id,
    actorId: person.id,
    relationship: 'self',
    since: now,
    until: undefined,
  });
  return person;
}

/** Only proofing level P9 (identity checked against documents) makes an identifier a verified one. */
function vouchedIdentifiers(identity: SignInIdentity, claims: SignInClaims): readonly VerifiedIdentifier[] {
  const value = parseNhsNumber(claims.nhs_number ?? '');
  if (value === undefined || claims.identity_proofing_level !== 'P9') return [];
  return [{ system: NHS_NUMBER_SYSTEM, value, verifiedBy: identity.issuer }];
}

async function refreshIdentifiers(
  context: ServiceContext,
  person: Person,
  vouched: readonly VerifiedIdentifier[],
): Promise<Person> {
  const own = person.identifiers.filter((item) => item.system === NHS_NUMBER_SYSTEM);
  const added = vouched.filter((item) => own.every((known) => known.value !== item.value));
  if (added.length === 0) return person;
  // Accounts were linked under the earlier number: going on would show one person's record to another.
  if (own.length > 0) {
    throw new GatewayError('forbidden', 'The sign-in service now names another NHS number than before. Ask for help.');
  }
  const updated = { ...person, identifiers: [...person.identifiers, ...added] };
  await context.store.updatePerson(updated);
  return updated;
}

function fullDate(value: string | undefined): string | undefined {
  return value !== undefined && /^\d{4}-\d{2}-\d{2}$/.test(value) ? value : undefined;
}
