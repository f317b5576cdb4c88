import { describe, expect, it } from 'vitest';
import { sortByArea } from '../../../../src/sources/gp-connect/sort-by-area.ts';
import { CLINICAL_AREAS } from '../../../../src/sources/gp-connect/tables/clinical-areas.ts';

const WARNING = 'https://fhir.nhs.uk/STU3/StructureDefinition/Extension-CareConnect-GPC-ListWarningCode-1';

function received(...jsons: readonly unknown[]): { json: unknown; at: string }[] {
  return jsons.map((json, index) => ({ json, at: `entry[${index}]` }));
}

describe('sortByArea', () => {
  it('gives each area its items and its List, and leaves people and places apart', () => {
    const { areas, shared } = sortByArea(
      {
        resources: received(
          { resourceType: 'Patient' },
          { resourceType: 'MedicationRequest' },
          { resourceType: 'Medication' },
          { resourceType: 'Organization' },
          { resourceType: 'List', code: { coding: [{ code: '933361000000108' }] } },
          { resourceType: 'List', title: 'Problems' },
          { resourceType: 'List', title: 'Something else' },
        ),
        outcomes: [],
      },
      CLINICAL_AREAS,
    );
    const count = (type: string): number => areas.find((area) => area.type === type)?.resources.length ?? -1;
    expect([count('MedicationStatement'), count('Condition'), count('Immunization')]).toEqual([3, 1, 0]);
    expect(shared).toHaveLength(3);
    expect(areas).toHaveLength(CLINICAL_AREAS.length);
  });

  it('turns the warnings of a List into words', () => {
    const list = (code: string): unknown => ({
      resourceType: 'List',
      title: 'Immunisations',
      extension: [{ url: WARNING, valueCode: code }],
    });
    const { areas } = sortByArea(
      { resources: received(list('confidential-items'), list('data-in-transit'), list('new-one')), outcomes: [] },
      CLINICAL_AREAS,
    );
    expect(areas.find(({ type }) => type === 'Immunization')?.warnings).toEqual([
      'The practice holds back confidential items.',
      'Records are still on their way from another practice.',
      'The practice says that this may be incomplete.',
    ]);
  });

  it('knows an area that was left aside by the name of its parameter', () => {
    const outcomes = [
      {
        resourceType: 'OperationOutcome',
        issue: [{ code: 'not-supported', diagnostics: 'includeReferrals is not known' }],
      },
    ];
    const { areas } = sortByArea({ resources: [], outcomes }, CLINICAL_AREAS);
    expect(areas.filter(({ refusal }) => refusal !== undefined).map(({ type }) => type)).toEqual(['ReferralRequest']);
  });
});
