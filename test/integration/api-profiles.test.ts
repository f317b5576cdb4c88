/** What the CapabilityStatement declares of profiles is true of what searches give, over the whole sandbox. */
import { join } from 'node:path';
import type { Bundle, CapabilityStatement } from 'fhir/r4.js';
import { describe, expect, test } from 'vitest';
import { createProfileChecker } from '../fixtures/profile-checker/check-profile.ts';
import { createDefinitions } from '../fixtures/profile-checker/definitions.ts';
import { readPackage } from '../fixtures/profile-checker/read-package.ts';
import { recordsFolder } from '../support/needs.ts';
import { startHarness } from './app-harness.ts';

const folder = recordsFolder();

describe.skipIf(folder === undefined)('International Patient Access', () => {
  test('every record of a type that declares profiles meets them', { timeout: 120_000 }, async () => {
    const definitions = createDefinitions(readPackage(join(folder ?? '', 'ig', 'hl7.fhir.uv.ipa-1.0.0.tgz')));
    const harness = await startHarness();
    const base = harness.config.fhirBaseUrl;
    const checked = new Map<string, number>();
    const faults: string[] = [];
    try {
      const statement = (await (await fetch(`${base}/metadata`)).json()) as CapabilityStatement;
      const declared = (statement.rest?.[0]?.resource ?? []).flatMap(({ type, supportedProfile = [] }) =>
        supportedProfile.map((profile) => ({ type, profile })),
      );
      expect(statement.instantiates).toContain('http://hl7.org/fhir/uv/ipa/CapabilityStatement/ipa-server');
      for (const person of ['zofia', 'milo']) {
        const visitor = harness.visit(person);
        await visitor.linkAll('hospital', 'gp', 'specialist');
        const authorization = `Bearer ${await visitor.token()}`;
        for (const { type, profile } of declared) {
          const bundle = (await (await fetch(`${base}/${type}`, { headers: { authorization } })).json()) as Bundle;
          const checker = createProfileChecker(definitions, bundle);
          for (const { resource, search } of bundle.entry ?? []) {
            if (resource === undefined || search?.mode !== 'match') continue;
            checked.set(profile, (checked.get(profile) ?? 0) + 1);
            faults.push(...checker.check(resource, profile).map((fault) => `${profile}: ${fault}`));
          }
        }
      }
      expect(faults).toEqual([]);
      // What nobody was checked for is not declared.
      expect([...checked.keys()].sort()).toEqual(declared.map(({ profile }) => profile).sort());
    } finally {
      await harness.close();
    }
  });
});
