/** The acceptance cases of the real records, each as its expectation says. */
import { join } from 'node:path';
import type { Bundle, Extension, FhirResource, MedicationStatement, Condition } from 'fhir/r4.js';
import { describe, expect, test } from 'vitest';
import { reconcileFiles } from '../../src/cli/reconcile/reconcile-files.ts';
import { EXTENSION } from '../../src/record/fhir/canonical.ts';
import { recordsFolder } from '../support/needs.ts';

const records = recordsFolder();

async function reconciled(files: Readonly<Record<string, string>>): Promise<readonly FhirResource[]> {
  const { bundle } = await reconcileFiles({
    patientId: 'case',
    files: Object.entries(files).map(([name, file]) => ({ name, path: join(records ?? '', 'cases', file) })),
    view: 'all',
    withOriginals: false,
  });
  return (bundle as Bundle<FhirResource>).entry?.flatMap((entry) => entry.resource ?? []) ?? [];
}

function isUnified(resource: FhirResource): boolean {
  return resource.meta?.tag?.some((tag) => tag.code === 'unified') === true;
}

function medicines(resources: readonly FhirResource[]): readonly MedicationStatement[] {
  return resources.filter((resource) => resource.resourceType === 'MedicationStatement').filter(isUnified);
}

function conditions(resources: readonly FhirResource[]): readonly Condition[] {
  return resources.filter((resource) => resource.resourceType === 'Condition').filter(isUnified);
}

function extensions(resource: { readonly extension?: Extension[] | undefined }, url: string): readonly Extension[] {
  return (resource.extension ?? []).filter((extension) => extension.url === url);
}

describe.skipIf(records === undefined)('cases', () => {
  test('01: one degraded code with three texts is three medicines, and counts as no code', async () => {
    const found = medicines(await reconciled({ gp: '01-degraded/three-degraded-items.json' }));
    expect(found.map((item) => item.medicationCodeableConcept?.text).sort()).toEqual([
      'Alcohol - Beer or Cider',
      'Hallucinogens - Ketamine',
      'Solvents - Amyl Nitrate',
    ]);
    expect(found.flatMap((item) => item.medicationCodeableConcept?.coding ?? [])).toEqual([]);
  });

  test.each(['local-mixture-daniels', 'local-mixture-magre'])('01: %s is one row, its text shown', async (name) => {
    const found = medicines(await reconciled({ gp: `01-degraded/${name}.json` }));
    expect(found).toHaveLength(1);
    expect(found[0]?.medicationCodeableConcept?.text).toContain('Local Mixture');
  });

  test('02: one product under four ways of coding is one group of four origins, with the rule', async () => {
    const resources = await reconciled({
      a: '02-amoxicillin/a-gpconnect-stu3.json',
      b: '02-amoxicillin/b-ukcore-medicationstatement-r4.json',
      c: '02-amoxicillin/c-ukcore-medication-r4.json',
      d: '02-amoxicillin/d-eps-medicationrequest-r4.json',
    });
    const found = medicines(resources);
    expect(found).toHaveLength(1);
    const sources = new Set(found[0]?.derivedFrom?.map((item) => item.reference?.split('/')[1]?.charAt(0)));
    expect([...sources].sort()).toEqual(['a', 'b', 'c', 'd']);
    const provenance = resources.find(
      (item) =>
        item.resourceType === 'Provenance' && item.target[0]?.reference === `MedicationStatement/${found[0]?.id ?? ''}`,
    );
    const rules = extensions(provenance as { extension?: Extension[] }, EXTENSION.matchRule).map(
      (rule) => rule.extension?.find((part) => part.url === 'rule')?.valueCode,
    );
    expect(new Set(rules)).toEqual(new Set(['M-same-product']));
  });

  test('03: a plan that was replaced is one medicine with one dated dose change', async () => {
    const found = medicines(await reconciled({ gp: '03-split-plan/furosemide-split-plan.json' }));
    expect(found).toHaveLength(1);
    const changes = extensions(found[0] as MedicationStatement, EXTENSION.change);
    expect(changes).toHaveLength(1);
    const parts = Object.fromEntries(
      (changes[0]?.extension ?? []).map((part) => [part.url, part.valueCode ?? part.valueDateTime]),
    );
    expect(parts).toMatchObject({ what: 'dose', date: expect.stringMatching(/^\d{4}-\d{2}-\d{2}/) as string });
  });

  test('05: what another organisation prescribed is told as a quotation of the GP', async () => {
    const resources = await reconciled({
      gp: '05-prescribed-elsewhere/gp-record-prescribed-by-another-organisation.json',
    });
    const quoted = resources
      .filter((item) => item.resourceType === 'Provenance')
      .flatMap((item) => item.entity ?? [])
      .filter((entity) => entity.role === 'quotation' && entity.what.reference?.startsWith('MedicationStatement/'));
    expect(quoted).toHaveLength(10);
  });

  test('06: dispersible and gastro-resistant, soluble and gastro-resistant stand beside each other, not merged', async () => {
    const resources = await reconciled({ gp: '06-release-forms/daniels-aspirin-prednisolone-propranolol.json' });
    const words = medicines(resources).map((item) => item.medicationCodeableConcept?.text);
    for (const name of [
      'Aspirin 75mg dispersible',
      'Aspirin 300mg gastro-resistant',
      'Prednisolone 5mg soluble',
      'Prednisolone 5mg gastro-resistant',
      'Propranolol 160mg modified-release',
      'Propranolol 80mg modified-release',
    ]) {
      expect(words.filter((text) => text?.startsWith(name))).toHaveLength(1);
    }
    const issues = resources.filter((item) => item.resourceType === 'DetectedIssue');
    expect(issues.map((issue) => issue.code?.coding?.[0]?.code)).toEqual(Array(3).fill('possible-duplicate'));
  });

  test('07: problems that are no diagnoses are shown under other things recorded, diagnoses are not', async () => {
    const others = conditions(
      await reconciled({
        gp: '07-not-diagnoses/tc4-problems-not-diagnoses.json',
        portal: '07-not-diagnoses/chain-smoker-condition.json',
      }),
    );
    expect(others).toHaveLength(9);
    expect(
      others.filter((item) => extensions(item, EXTENSION.notADiagnosis).length === 0).map((item) => item.code?.text),
    ).toEqual([]);
    const diagnoses = conditions(await reconciled({ gp: '07-not-diagnoses/tc4-problems-diagnoses.json' }));
    expect(
      diagnoses.filter((item) => extensions(item, EXTENSION.notADiagnosis).length > 0).map((item) => item.code?.text),
    ).toEqual([]);
  });

  test('07: fifteen degraded problems under one code are fifteen rows', async () => {
    expect(conditions(await reconciled({ gp: '07-not-diagnoses/tc4-degraded-problems.json' }))).toHaveLength(15);
  });

  test('10: an empty list with a warning says that the answer may be incomplete', async () => {
    const text = async (file: string) =>
      JSON.stringify((await reconciled({ gp: file })).filter((item) => item.resourceType === 'OperationOutcome'));
    expect(await text('10-confidential/empty-list-with-confidential-items.json')).toContain(
      'may be incomplete: confidential-items',
    );
    expect(await text('10-confidential/empty-list-no-warning.json')).not.toContain('confidential-items');
  });

  test('11: three Patients of one name and birth date with three numbers are told, and not mixed', async () => {
    const resources = await reconciled({ gp: '11-identity/same-name-and-birthdate-three-nhs-numbers.json' });
    const patients = resources.filter((item) => item.resourceType === 'Patient');
    expect(patients).toHaveLength(4);
    expect(patients[0]?.identifier).toBeUndefined();
  });
});
