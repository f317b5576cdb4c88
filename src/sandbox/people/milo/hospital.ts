/** What the hospital portal holds about Milo. */
import type { FhirResource } from 'fhir/r4.js';
import { hospitalAllergy } from '../builders/hospital/hospital-allergy.ts';
import { hospitalCondition } from '../builders/hospital/hospital-condition.ts';
import { hospitalFrame } from '../builders/hospital/hospital-frame.ts';
import { hospitalLetter } from '../builders/hospital/hospital-letter.ts';
import { hospitalOrder } from '../builders/hospital/hospital-order.ts';
import { hospitalProcedure } from '../builders/hospital/hospital-procedure.ts';
import { hospitalVaccination } from '../builders/hospital/hospital-vaccination.ts';
import { hospitalVisit } from '../builders/hospital/hospital-visit.ts';
import type { HospitalContext } from '../builders/hospital/hospital-context.ts';
import { ALLERGEN, DISORDER } from '../tables/codes.ts';
import { milo } from './identity.ts';

const context: HospitalContext = { identity: milo };
/** Patient id of a child whose record is not held here. */
const MISFILED_FROM = 'e0000001';

export const miloHospital: readonly FhirResource[] = [
  ...hospitalFrame(context),
  ...[
    hospitalOrder(context, {
      id: 'rx-1',
      words: 'Ventolin 100micrograms/dose Evohaler',
      status: 'active',
      on: '2026-03-04',
      dose: { text: '2 puffs when required', amount: [2, 'puff'], asNeeded: true, route: 'Inhalation' },
      dispensedOn: ['2026-03-04'],
    }),
    hospitalOrder(context, {
      id: 'rx-2',
      words: 'Clenil Modulite 100micrograms/dose inhaler',
      product: 'contained',
      status: 'active',
      on: '2026-03-04',
      dose: { text: '2 puffs twice daily', amount: [2, 'puff'], perDay: 2, route: 'Inhalation' },
    }),
    hospitalOrder(context, {
      id: 'rx-3',
      words: 'Keppra 100mg/ml oral solution',
      product: 'reference',
      status: 'active',
      on: '2026-07-09',
      dose: { text: '3 mL twice daily', amount: [3, 'mL'], perDay: 2, route: 'Oral' },
      reason: 'Epilepsy',
    }),
    hospitalOrder(context, {
      id: 'rx-4',
      words: 'Tegretol 100mg/5ml liquid',
      status: 'active',
      on: '2026-07-09',
      dose: { text: '5 mL twice daily', amount: [5, 'mL'], perDay: 2, route: 'Oral' },
      reason: 'Epilepsy',
    }),
    hospitalOrder(context, {
      id: 'rx-5',
      words: 'Buccolam 5mg/1ml oromucosal solution pre-filled oral syringes',
      status: 'active',
      on: '2026-07-09',
      dose: {
        text: 'One syringe into the cheek for a seizure longer than five minutes',
        asNeeded: true,
        route: 'Buccal',
      },
      dispensedOn: ['2026-07-09'],
    }),
    // Another child's order that was filed into his record.
    hospitalOrder(context, {
      id: 'rx-6',
      words: 'Salbutamol 100micrograms/dose inhaler CFC free',
      status: 'active',
      on: '2026-03-04',
      misfiledFrom: MISFILED_FROM,
      dose: { text: '2 puffs when required', asNeeded: true, route: 'Inhalation' },
    }),
  ].flat(),
  hospitalCondition(context, {
    id: 'c-1',
    words: 'Asthma',
    codes: [DISORDER.asthma, DISORDER.icdAsthma],
    onset: '2021-04-02',
    severity: 'Moderate',
  }),
  hospitalCondition(context, { id: 'c-2', words: 'Epilepsy', codes: [DISORDER.epilepsy], onset: '2023-06-01' }),
  hospitalCondition(context, {
    id: 'c-3',
    words: 'Febrile convulsion',
    status: 'resolved',
    onset: '2019-02-11',
    abated: '2019-02-11',
    kind: 'encounter-diagnosis',
  }),
  hospitalAllergy(context, {
    id: 'a-1',
    words: 'Peanut',
    codes: [ALLERGEN.peanutSubstance],
    category: 'food',
    criticality: 'high',
    reaction: { words: 'Anaphylaxis', severity: 'severe' },
    recorded: '2020-07-20',
  }),
  hospitalAllergy(context, {
    id: 'a-2',
    words: 'House dust mite',
    codes: [ALLERGEN.houseDustMite],
    category: 'environment',
    recorded: '2022-05-17',
  }),
  ...['2026-03-04', '2026-07-09'].map((from, index) =>
    hospitalVisit(context, { id: `visit-${String(index + 1)}`, words: 'Children’s outpatient clinic', from }),
  ),
  hospitalProcedure(context, { id: 'proc-1', words: 'Electroencephalogram', on: '2023-06-01' }),
  hospitalProcedure(context, { id: 'proc-2', words: 'Spirometry', on: '2026-03-04' }),
  hospitalVaccination(context, { id: 'imm-1', words: 'Influenza nasal vaccination', on: '2025-11-03' }),
  hospitalLetter(context, {
    id: 'letter-1',
    title: 'Neurology clinic letter',
    on: '2026-07-09',
    text: 'Seizures less often. Carry on with both medicines; keep the rescue medicine at school.',
  }),
];
