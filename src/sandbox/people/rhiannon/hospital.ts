/** What the hospital portal holds about Rhiannon. */
import type { FhirResource } from 'fhir/r4.js';
import { hospitalAllergy } from '../builders/hospital/hospital-allergy.ts';
import { hospitalCondition } from '../builders/hospital/hospital-condition.ts';
import { hospitalFrame } from '../builders/hospital/hospital-frame.ts';
import { hospitalOrder } from '../builders/hospital/hospital-order.ts';
import { hospitalReport } from '../builders/hospital/hospital-report.ts';
import { hospitalResult } from '../builders/hospital/hospital-result.ts';
import { hospitalVisit } from '../builders/hospital/hospital-visit.ts';
import type { HospitalContext } from '../builders/hospital/hospital-context.ts';
import { ALLERGEN, DISORDER, MOIETY, PRODUCT } from '../tables/codes.ts';
import { rhiannon } from './identity.ts';

const context: HospitalContext = { identity: rhiannon };
const DAYS = ['2026-01-20', '2026-04-21', '2026-07-21', '2026-10-20'];

export const rhiannonHospital: readonly FhirResource[] = [
  ...hospitalFrame(context),
  ...[
    hospitalOrder(context, {
      id: 'rx-1',
      words: 'Methotrexate 2.5 mg tablets',
      codes: [MOIETY.methotrexate],
      status: 'active',
      on: '2022-09-26',
      dose: { text: '6 tablets once a week', route: 'Oral' },
      reason: 'Rheumatoid arthritis',
      dispensedOn: ['2026-07-21', '2026-10-20'],
    }),
    hospitalOrder(context, {
      id: 'rx-2',
      words: 'Folic acid 5 mg tablets',
      codes: [PRODUCT.folicAcid5],
      product: 'reference',
      status: 'active',
      on: '2022-09-26',
      dose: { text: '1 tablet once a week, on another day than methotrexate', route: 'Oral' },
    }),
    hospitalOrder(context, {
      id: 'rx-3',
      words: 'Adalimumab 40mg/0.4ml solution for injection pre-filled pens',
      status: 'active',
      on: '2024-06-11',
      dose: { text: 'Inject 40 mg every two weeks', route: 'Subcutaneous' },
      reason: 'Rheumatoid arthritis',
    }),
    hospitalOrder(context, {
      id: 'rx-4',
      words: 'Hydroxychloroquine 200mg tablets',
      codes: [MOIETY.hydroxychloroquine],
      status: 'active',
      on: '2026-07-21',
      dose: { text: '1 tablet once daily', amount: [1, 'tablet'], perDay: 1, route: 'Oral' },
    }),
    hospitalOrder(context, {
      id: 'rx-5',
      words: 'Ibuprofen 5% gel',
      status: 'active',
      on: '2026-07-21',
      dose: { text: 'Apply to the hands three times a day', perDay: 3, route: 'Topical' },
    }),
    // Somebody picked the wrong line in the catalogue: the words are what the person reads.
    hospitalOrder(context, {
      id: 'rx-6',
      words: 'Sulfadiazine 500mg tablets',
      codes: [MOIETY.sulfasalazine],
      status: 'completed',
      on: '2025-02-11',
      dose: { text: '1 tablet twice daily', amount: [1, 'tablet'], perDay: 2, route: 'Oral' },
    }),
  ].flat(),
  hospitalCondition(context, {
    id: 'c-1',
    words: 'Rheumatoid arthritis',
    codes: [DISORDER.icdRheumatoidArthritis],
    onset: '2022-09',
  }),
  hospitalAllergy(context, {
    id: 'a-1',
    words: 'Latex allergy',
    codes: [ALLERGEN.latexAllergy],
    category: 'environment',
    criticality: 'low',
    reaction: { words: 'Itching', severity: 'mild' },
    recorded: '2024-06-11',
  }),
  ...DAYS.map((from, index) =>
    hospitalVisit(context, { id: `visit-${String(index + 1)}`, words: 'Rheumatology clinic', from }),
  ),
  ...DAYS.flatMap((on, index) => [
    hospitalResult(context, {
      id: `hb-${String(index + 1)}`,
      code: '718-7',
      words: 'Haemoglobin',
      on,
      value: [124 + index, 'g/L'],
    }),
    hospitalResult(context, {
      id: `wbc-${String(index + 1)}`,
      code: '6690-2',
      words: 'White cell count',
      on,
      value: [5.1, '10*9/L'],
    }),
    hospitalResult(context, {
      id: `alt-${String(index + 1)}`,
      code: '1742-6',
      words: 'Alanine aminotransferase',
      on,
      value: [21 + index, 'U/L'],
    }),
    hospitalReport(context, {
      id: `report-${String(index + 1)}`,
      words: 'Methotrexate monitoring bloods',
      on,
      results: [`hb-${String(index + 1)}`, `wbc-${String(index + 1)}`, `alt-${String(index + 1)}`],
    }),
  ]),
];
