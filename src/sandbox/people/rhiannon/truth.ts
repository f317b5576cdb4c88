/** The truth about Rhiannon. */
import { allergy, condition, gpTherapyItems, medicine } from '../truth.ts';
import type { PersonTruth } from '../truth.ts';

const active = (words: string): { status: 'active'; words: string } => ({ status: 'active', words });

export const rhiannonTruth: PersonTruth = {
  person: 'rhiannon',
  rows: [
    medicine({
      key: 'methotrexate',
      name: 'Methotrexate 2.5 mg, six tablets once a week',
      told: { hospital: 'prescribed here, two dispenses', gp: '"prescribed by another organisation"' },
      items: {
        gp: gpTherapyItems('methotrexate', 0),
        hospital: [
          'MedicationRequest/rx-1',
          'MedicationDispense/rx-1-dispense-1',
          'MedicationDispense/rx-1-dispense-2',
        ],
      },
      level: 'only-here',
      copies: [
        {
          source: 'gp',
          item: 'MedicationStatement/methotrexate-ms',
          of: { source: 'hospital', item: 'MedicationRequest/rx-1' },
        },
      ],
      unified: active('methotrexate'),
    }),
    medicine({
      key: 'folic-acid',
      name: 'Folic acid 5 mg once a week',
      told: {
        gp: 'coded',
        hospital: 'coded, by medicationReference',
        specialist: 'copy of the GP item under its identifier',
      },
      items: {
        gp: gpTherapyItems('folic-acid', 3),
        hospital: ['MedicationRequest/rx-2'],
        specialist: ['MedicationStatement/st-4'],
      },
      level: 'same',
      copies: [
        {
          source: 'specialist',
          item: 'MedicationStatement/st-4',
          of: { source: 'gp', item: 'MedicationStatement/folic-acid-ms' },
        },
      ],
      unified: active('folic acid'),
    }),
    medicine({
      key: 'adalimumab',
      name: 'Adalimumab 40 mg every two weeks',
      told: { hospital: 'words only' },
      items: { hospital: ['MedicationRequest/rx-3'] },
      level: 'only-here',
      unified: active('adalimumab'),
    }),
    medicine({
      key: 'hydroxychloroquine',
      name: 'Hydroxychloroquine 200 mg',
      told: { gp: 'twice a day', hospital: 'once daily' },
      items: { gp: gpTherapyItems('hydroxychloroquine', 3), hospital: ['MedicationRequest/rx-4'] },
      level: 'same-but-differs',
      differs: ['frequency-differs'],
      unified: active('hydroxychloroquine'),
    }),
    medicine({
      key: 'ibuprofen-tablets',
      name: 'Ibuprofen 400 mg tablets when needed',
      told: { gp: 'words only' },
      items: { gp: gpTherapyItems('ibuprofen-tablets', 3) },
      level: 'related',
      related: [{ row: 'ibuprofen-gel', code: 'possible-duplicate', reason: 'form' }],
      unified: active('ibuprofen'),
    }),
    medicine({
      key: 'ibuprofen-gel',
      name: 'Ibuprofen 5 % gel',
      told: { hospital: 'words only' },
      items: { hospital: ['MedicationRequest/rx-5'] },
      level: 'related',
      related: [{ row: 'ibuprofen-tablets', code: 'possible-duplicate', reason: 'form' }],
      unified: active('gel'),
    }),
    medicine({
      key: 'sulfadiazine',
      name: 'Words say sulfadiazine, the code says sulfasalazine',
      told: { hospital: 'code and text name different medicines' },
      items: { hospital: ['MedicationRequest/rx-6'] },
      level: 'only-here',
      differs: ['code-text-disagree'],
      unified: { status: 'completed', words: 'sulfadiazine' },
    }),
    medicine({
      key: 'lithium',
      name: 'Lithium carbonate 400 mg modified-release, two at night',
      told: { gp: 'generic, words only', specialist: 'brand Priadel, labelled mental health' },
      items: { gp: gpTherapyItems('lithium', 3), specialist: ['MedicationStatement/st-1'] },
      level: 'same-but-differs',
      differs: ['brand-differs'],
      unified: active('lithium'),
    }),
    medicine({
      key: 'quetiapine',
      name: 'Quetiapine 25 mg at night',
      told: { specialist: 'words only, labelled mental health' },
      items: { specialist: ['MedicationStatement/st-2'] },
      level: 'only-here',
      unified: active('quetiapine'),
    }),
    medicine({
      key: 'sertraline',
      name: 'Sertraline in the morning',
      told: { gp: '100 mg, coded', specialist: '50 mg, brand Lustral, labelled mental health; brand does not matter' },
      items: { gp: gpTherapyItems('sertraline', 3), specialist: ['MedicationStatement/st-3'] },
      level: 'same-but-differs',
      differs: ['strength-differs'],
      unified: active('sertraline'),
    }),

    condition({
      key: 'rheumatoid-arthritis',
      name: 'Rheumatoid arthritis',
      told: { gp: 'words only, day', hospital: 'ICD-10, month' },
      items: { gp: ['Condition/rheumatoid-problem'], hospital: ['Condition/c-1'] },
      level: 'same',
      unified: active('rheumatoid arthritis'),
    }),
    condition({
      key: 'depression',
      name: 'Depression',
      told: { gp: '"Depressive disorder", SNOMED CT', specialist: '"Depression", words only, labelled mental health' },
      items: { gp: ['Condition/depression-problem'], specialist: ['Condition/c-2'] },
      level: 'same',
      apartFrom: ['bipolar'],
      unified: active('depress'),
    }),
    condition({
      key: 'bipolar',
      name: 'Bipolar affective disorder',
      told: { specialist: 'words only, labelled mental health' },
      items: { specialist: ['Condition/c-1'] },
      level: 'only-here',
      apartFrom: ['depression'],
      unified: active('bipolar'),
    }),

    allergy({
      key: 'no-known-allergies',
      name: '"No known allergies", beside a recorded one',
      told: { gp: 'SNOMED CT, 2021' },
      items: { gp: ['AllergyIntolerance/none-known-allergy'] },
      level: 'only-here',
      differs: ['status-differs'],
      unified: active('no known allerg'),
    }),
    allergy({
      key: 'latex',
      name: 'Latex',
      told: { hospital: 'SNOMED CT, 2024' },
      items: { hospital: ['AllergyIntolerance/a-1'] },
      level: 'only-here',
      differs: ['status-differs'],
      unified: active('latex'),
    }),
  ],
  unlinked: [],
  warnings: [{ source: 'gp', code: 'confidential-items' }],
};
