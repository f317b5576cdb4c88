/**
 * Decides whether a source's Patient is the subject (design 6, "Identity gate"). A verified shared identifier proves it; an
 * identifier that only one person can have, or a birth date, can contradict; name and gender alone decide nothing.
 */
import type { IdentityCheck } from '../ports/linked-account.ts';
import type { Person, VerifiedIdentifier } from '../ports/people.ts';
import { isNhsNumberSystem } from './nhs-number.ts';
import type { PatientFacts } from './patient-facts.ts';

type GateSubject = Pick<Person, 'identifiers' | 'name' | 'birthDate'>;

/** Outcome without the person's confirmation, which only they can give. */
export type GateOutcome = Pick<IdentityCheck, 'result' | 'agreed' | 'contradicted'>;

/**
 * @param others identifiers known to be another person's: the actor's, where the actor is not the subject.
 */
export function checkIdentity(
  subject: GateSubject,
  patient: PatientFacts,
  others: readonly VerifiedIdentifier[],
): GateOutcome {
  const agreed = new Set<string>();
  const contradicted = new Set<string>();

  const ownNumbers = nhsNumbers(subject.identifiers);
  for (const number of patient.nhsNumbers) {
    if (ownNumbers.has(number.value)) {
      if (number.traced) agreed.add('nhs-number');
    } else if (ownNumbers.size > 0) contradicted.add('nhs-number');
  }
  if (patient.nhsNumbers.some((number) => nhsNumbers(others).has(number.value))) contradicted.add('nhs-number');

  // Other systems may give one person several numbers, so a different one says nothing.
  if (patient.identifiers.some((mine) => subject.identifiers.some((own) => sameIdentifier(own, mine)))) {
    agreed.add('identifier');
  }

  const dates = compareDates(subject.birthDate, patient.birthDate);
  if (dates === 'agree') agreed.add('birth-date');
  if (dates === 'contradict') contradicted.add('birth-date');

  if (sameName(subject.name.family, patient.family)) agreed.add('family-name');

  const proved = agreed.has('nhs-number') || agreed.has('identifier');
  return {
    result: contradicted.size > 0 ? 'mismatch' : proved ? 'match' : 'insufficient',
    agreed: [...agreed],
    contradicted: [...contradicted],
  };
}

function nhsNumbers(identifiers: readonly VerifiedIdentifier[]): ReadonlySet<string> {
  return new Set(identifiers.filter((item) => isNhsNumberSystem(item.system)).map((item) => item.value));
}

function sameIdentifier(own: VerifiedIdentifier, mine: { readonly system: string; readonly value: string }): boolean {
  return !isNhsNumberSystem(own.system) && own.system === mine.system && own.value === mine.value;
}

/** Partial dates are compared within the coarser one's precision; only two full dates that are equal agree. */
function compareDates(one: string | undefined, other: string | undefined): 'agree' | 'contradict' | 'unknown' {
  if (one === undefined || other === undefined) return 'unknown';
  const length = Math.min(one.length, other.length);
  if (one.slice(0, length) !== other.slice(0, length)) return 'contradict';
  return length === 10 ? 'agree' : 'unknown';
}

function sameName(one: string | undefined, other: string | undefined): boolean {
  if (one === undefined || other === undefined) return false;
  return fold(one) === fold(other);
}

function fold(name: string): string {
  return name.normalize('NFKD').replaceAll(/\p{M}/gu, '').toLowerCase();
}
