/** The three sources that hold the invented people's records. */
import { patientRecord } from '../records/patient-record.ts';
import type { PatientRecord } from '../records/patient-record.ts';
import type { SandboxUser } from '../sandbox-user.ts';
import type { SourceSeed } from '../servers/source-server.ts';
import { patientIdAt } from './person.ts';
import type { PersonIdentity, SandboxPerson } from './person.ts';
import type { SandboxSourceName } from './source-name.ts';

function recordsOf(people: readonly SandboxPerson[], source: SandboxSourceName): ReadonlyMap<string, PatientRecord> {
  return new Map(
    people.map(({ identity, records }) => [
      identity.key,
      patientRecord(patientIdAt(source, identity), records[source]),
    ]),
  );
}

export function inventedSources(people: readonly SandboxPerson[]): readonly SourceSeed[] {
  const common = { viewOf: undefined, whole: false };
  return [
    {
      ...common,
      name: 'hospital',
      title: 'St Invented’s Hospital portal',
      adds: {
        en: 'Medicines, conditions and results from the hospital.',
        cy: 'Meddyginiaethau, cyflyrau a chanlyniadau o’r ysbyty.',
        ur: 'ہسپتال کی دوائیں، بیماریاں اور ٹیسٹوں کے نتائج۔',
        pl: 'Leki, choroby i wyniki badań ze szpitala.',
      },
      kind: 'smart',
      fhirVersion: 'R4',
      records: recordsOf(people, 'hospital'),
    },
    {
      ...common,
      name: 'gp',
      title: 'Harbour Lane Surgery',
      adds: {
        en: 'The GP record: repeat medicines, conditions, allergies and vaccinations.',
        cy: 'Y cofnod meddyg teulu: meddyginiaethau rheolaidd, cyflyrau, alergeddau a brechiadau.',
        ur: 'جی پی کا ریکارڈ: مستقل دوائیں، بیماریاں، الرجیاں اور ٹیکے۔',
        pl: 'Dokumentacja lekarza rodzinnego: stałe leki, choroby, alergie i szczepienia.',
      },
      kind: 'gp-connect-structured',
      fhirVersion: 'STU3',
      records: recordsOf(people, 'gp'),
    },
    {
      ...common,
      name: 'specialist',
      title: 'My specialist record',
      adds: {
        en: 'What special clinics have written down, and what was added there at home.',
        cy: 'Yr hyn a ysgrifennodd clinigau arbenigol, a’r hyn a ychwanegwyd yno gartref.',
        ur: 'جو ماہرین کے کلینکوں نے لکھا، اور جو گھر سے وہاں شامل کیا گیا۔',
        pl: 'Co zapisały poradnie specjalistyczne i co dodano tam w domu.',
      },
      kind: 'oauth2',
      fhirVersion: 'R4',
      records: recordsOf(people, 'specialist'),
    },
  ];
}

function fullName({ given, family }: PersonIdentity): string {
  return [...given, family].join(' ');
}

/** Those who sign in: the people themselves, and for a child the parent, who has no record of their own here. */
export function inventedUsers(
  people: readonly SandboxPerson[],
  passwordOf: (userName: string) => string,
): readonly SandboxUser[] {
  return people.map(({ identity, readBy }) => {
    const reader = readBy?.identity ?? identity;
    return {
      userName: reader.key,
      password: passwordOf(reader.key),
      sub: `sandbox-${reader.key}`,
      person: reader.key,
      claims: {
        nhs_number: reader.nhsNumber,
        identity_proofing_level: 'P9',
        given_name: reader.given.join(' '),
        family_name: reader.family,
        birthdate: reader.birthDate,
      },
      mayOpen: [{ person: identity.key, label: fullName(identity), as: readBy?.as ?? 'self' }],
    };
  });
}
