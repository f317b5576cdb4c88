/** The checker of profiles itself: it passes HL7's own examples, and it fails where something is broken. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Bundle, Composition, Resource } from 'fhir/r4.js';
import { beforeAll, describe, expect, test } from 'vitest';
import { createProfileChecker, type Unjudged } from '../fixtures/profile-checker/check-profile.ts';
import { entryFaults } from '../fixtures/profile-checker/entry-faults.ts';
import type { Definitions } from '../fixtures/profile-checker/definitions.ts';
import { IPA, ipaDefinitions, IPS, ipsDefinitions } from '../fixtures/profile-checker/packages.ts';
import { recordsFolder } from '../support/needs.ts';
import { summarised } from '../support/summarised.ts';
import { allergy, condition, medicine, patient } from '../support/summary-parts.ts';

const records = recordsFolder();

function examples(folder: string): readonly { readonly name: string; readonly resource: Resource }[] {
  const path = join(records ?? '', folder);
  return records === undefined
    ? []
    : readdirSync(path).map((name) => ({
        name,
        resource: JSON.parse(readFileSync(join(path, name), 'utf8')) as Resource,
      }));
}

/** Profiles of a package that are about the resource's type. */
function profilesFor(definitions: Definitions, { resourceType }: Resource): readonly string[] {
  return definitions.own.filter(({ type, kind }) => kind === 'resource' && type === resourceType).map(({ url }) => url);
}

function faultsOf(
  definitions: Definitions,
  resource: Resource,
  profile: string,
  unjudged?: Unjudged[],
): readonly string[] {
  const checker = createProfileChecker(
    definitions,
    resource.resourceType === 'Bundle' ? (resource as Bundle) : undefined,
  );
  const faults = checker.check(resource, profile);
  unjudged?.push(checker.unjudged);
  return faults;
}

describe.skipIf(records === undefined)('the checker of profiles', () => {
  let ips: Definitions;
  let ipa: Definitions;
  const unjudged: Unjudged[] = [];

  beforeAll(() => {
    ips = ipsDefinitions(records ?? '');
    ipa = ipaDefinitions(records ?? '');
  });

  // A Composition alone leads nowhere; it is judged in its Bundle.
  const ofIps = examples('ips/ig-1.1.0-examples').filter(({ resource }) => resource.resourceType !== 'Composition');
  test.each(ofIps)('IPS 1.1.0 $name follows a profile of its type', ({ resource }) => {
    const faults = profilesFor(ips, resource).map((profile) => faultsOf(ips, resource, profile, unjudged));
    expect(
      faults.some((found) => found.length === 0),
      JSON.stringify(faults),
    ).toBe(true);
  });

  test.each(examples('ipa/ig-1.0.0-examples'))('IPA 1.0.0 $name follows a profile of its type', ({ resource }) => {
    const faults = profilesFor(ipa, resource).map((profile) => faultsOf(ipa, resource, profile, unjudged));
    expect(
      faults.some((found) => found.length === 0),
      JSON.stringify(faults),
    ).toBe(true);
  });

  test('what could not be judged is counted', () => {
    const total = (counts: readonly Map<string, number>[]) =>
      counts.flatMap((one) => [...one.values()]).reduce((sum, count) => sum + count, 0);
    process.stdout.write(
      `not judged in HL7's examples: ${total(unjudged.map(({ bindings }) => bindings))} required bindings, ${total(unjudged.map(({ invariants }) => invariants))} invariants\n`,
    );
    expect(unjudged.length).toBeGreaterThan(50);
  });
});

describe.skipIf(records === undefined)('a summary that is broken on purpose', () => {
  let ips: Definitions;
  const summary = () =>
    summarised(
      { gp: [patient, allergy('a', 'Penicillin'), condition('c', 'Hypertension'), medicine('m', 'Metformin')] },
      { version: '1.1' },
    );
  const faults = (bundle: Bundle) => [
    ...faultsOf(ips, bundle, `${IPS}Bundle-uv-ips`),
    ...entryFaults(ips, bundle, new Set(['MedicationStatement', 'Condition', 'AllergyIntolerance', 'Patient'])),
  ];
  const composition = (bundle: Bundle) => bundle.entry?.[0]?.resource as Composition;
  const resource = (bundle: Bundle, type: string) =>
    bundle.entry?.find((entry) => entry.resource?.resourceType === type)?.resource as unknown as Record<
      string,
      unknown
    >;
  const section = (bundle: Bundle, code: string) =>
    composition(bundle).section?.find((one) => one.code?.coding?.[0]?.code === code) ?? { title: '' };

  beforeAll(() => {
    ips = ipsDefinitions(records ?? '');
  });

  test('whole, it has no fault', () => {
    expect(faults(summary())).toEqual([]);
  });

  test.each<[string, (bundle: Bundle) => void, RegExp]>([
    ['a section dropped', (b) => composition(b).section?.splice(0, 1), /sectionAllergies: 0 times/],
    ['a section given twice', (b) => composition(b).section?.push(section(b, '11450-4')), /sectionProblems: 2 times/],
    ['a section without words', (b) => delete section(b, '11450-4').text, /section\[\d\]\.text: 0 times/],
    ['a section without entries', (b) => delete section(b, '10160-0').entry, /entry: 0 times/],
    [
      'a section with an emptyReason',
      (b) => (section(b, '10160-0').emptyReason = { text: 'x' }),
      /emptyReason: 1 times/,
    ],
    [
      'another kind of document',
      (b) => (composition(b).type = { coding: [{ system: 'http://loinc.org', code: '1' }] }),
      /Composition\.type: does not have/,
    ],
    ['another kind of Bundle', (b) => (b.type = 'collection'), /is not "document"/],
    ['no identifier', (b) => delete b.identifier, /Bundle\.identifier: 0 times/],
    ['no timestamp', (b) => delete b.timestamp, /Bundle\.timestamp: 0 times/],
    ['an entry without fullUrl', (b) => delete b.entry?.[2]?.fullUrl, /fullUrl: 0 times/],
    ['an entry as in a search', (b) => b.entry?.[2] && (b.entry[2].search = { mode: 'match' }), /search: 1 times/],
    [
      'a reference that leads nowhere',
      (b) => (composition(b).subject = { reference: 'Patient/other' }),
      /is not in the Bundle/,
    ],
    [
      'a reference to the wrong type',
      (b) => (section(b, '10160-0').entry = [{ reference: composition(b).subject?.reference ?? '' }]),
      /is no MedicationStatement/,
    ],
    [
      'a medicine without a time',
      (b) => delete resource(b, 'MedicationStatement')['_effectiveDateTime'],
      /effective\[x\]: 0 times/,
    ],
    ['a problem without a status', (b) => delete resource(b, 'Condition')['clinicalStatus'], /clinicalStatus: 0 times/],
    [
      'a status there is not',
      (b) => (resource(b, 'Condition')['clinicalStatus'] = { coding: [{ code: 'maybe' }] }),
      /no code of/,
    ],
    ['a patient without a name', (b) => (resource(b, 'Patient')['name'] = [{ use: 'official' }]), /ips-pat-1/],
    [
      'two patients',
      (b) => b.entry?.push(structuredClone(b.entry[1] as NonNullable<Bundle['entry']>[number])),
      /entry:patient: 2 times/,
    ],
    [
      'two compositions',
      (b) => b.entry?.push(structuredClone(b.entry[0] as NonNullable<Bundle['entry']>[number])),
      /bdl-ips-1|entry:composition: 2 times/,
    ],
  ])('%s', (_what, breakIt, fault) => {
    const bundle = summary();
    breakIt(bundle);
    expect(faults(bundle).join('\n')).toMatch(fault);
  });

  test('a profile that is not known is a fault', () => {
    expect(faultsOf(ips, summary(), `${IPA}ipa-nothing`)).toHaveLength(1);
  });
});
