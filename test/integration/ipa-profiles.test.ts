/**
 * Everything the endpoint gives of the types that International Patient Access profiles, over the whole sandbox, against the
 * profiles of its 1.0.0 package. Unified records follow them always; what a source sent follows them as far as the source does.
 */
import type { Bundle } from 'fhir/r4.js';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { RECORD_KIND_SYSTEM } from '../../src/record/fhir/canonical.ts';
import type { R4Resource } from '../../src/record/fhir/types.ts';
import { SANDBOX_PEOPLE } from '../../src/sandbox/people/sandbox-people.ts';
import { createProfileChecker } from '../fixtures/profile-checker/check-profile.ts';
import type { Definitions } from '../fixtures/profile-checker/definitions.ts';
import { IPA, ipaDefinitions } from '../fixtures/profile-checker/packages.ts';
import { recordsFolder } from '../support/needs.ts';
import { startHarness, type Harness } from './app-harness.ts';

const records = recordsFolder();

const PROFILES: Readonly<Record<string, readonly string[]>> = {
  Patient: ['ipa-patient'],
  AllergyIntolerance: ['ipa-allergyintolerance'],
  Condition: ['ipa-condition'],
  DocumentReference: ['ipa-documentreference'],
  Immunization: ['ipa-immunization'],
  Medication: ['ipa-medication'],
  MedicationRequest: ['ipa-medicationrequest'],
  MedicationStatement: ['ipa-medicationstatement'],
  Observation: ['ipa-observation'],
  Practitioner: ['ipa-practitioner'],
  PractitionerRole: ['ipa-practitionerrole'],
};

/** A GP system's entry in its journal: a heading without a value, which says so by nothing (ipa-obs-1). */
const SOURCES_OWN = /ipa-obs-1/;

describe.skipIf(records === undefined)('IPA 1.0.0', () => {
  let harness: Harness;
  let definitions: Definitions;
  const given: { readonly person: string; readonly resources: readonly R4Resource[] }[] = [];

  beforeAll(async () => {
    definitions = ipaDefinitions(records ?? '');
    harness = await startHarness();
    for (const { identity } of SANDBOX_PEOPLE) {
      const visitor = harness.visit(identity.key);
      await visitor.linkAll('gp', 'hospital', 'specialist');
      given.push({ person: identity.key, resources: (await visitor.everything()).resources });
    }
  }, 120_000);

  afterAll(() => harness.close());

  function faultsOf(type: string, isChosen: (resource: R4Resource) => boolean): readonly string[] {
    return given.flatMap(({ person, resources }) => {
      const entry = resources.map((resource) => ({
        fullUrl: `https://x.example/${resource.resourceType}/${resource.id}`,
        resource,
      }));
      const bundle: Bundle = { resourceType: 'Bundle', type: 'searchset', entry };
      const checker = createProfileChecker(definitions, bundle);
      return resources
        .filter((resource) => resource.resourceType === type && isChosen(resource))
        .flatMap((resource) =>
          (PROFILES[type] ?? []).flatMap((profile) =>
            checker.check(resource, `${IPA}${profile}`).map((fault) => `${person} ${type}/${resource.id}: ${fault}`),
          ),
        );
    });
  }

  const isOf = (kind: string) => (resource: R4Resource) =>
    resource.meta?.tag?.some(({ system, code }) => system === RECORD_KIND_SYSTEM && code === kind) === true;

  test.each(['AllergyIntolerance', 'Condition', 'MedicationStatement'])('every unified %s', (type) => {
    expect(given.flatMap(({ resources }) => resources).some((one) => one.resourceType === type)).toBe(true);
    expect(faultsOf(type, isOf('unified'))).toEqual([]);
  });

  test("the gateway's own Patient", () => {
    expect(faultsOf('Patient', (resource) => !isOf('source')(resource))).toEqual([]);
  });

  test.each(Object.keys(PROFILES))("every source's %s, as far as the source itself says what is wanted", (type) => {
    expect(faultsOf(type, isOf('source')).filter((fault) => !SOURCES_OWN.test(fault))).toEqual([]);
  });
});
