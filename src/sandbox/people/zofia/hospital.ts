/** What the hospital portal holds about Zofia. */
import type { FhirResource } from 'fhir/r4.js';
import { hospitalAllergy } from '../builders/hospital/hospital-allergy.ts';
import { hospitalCondition } from '../builders/hospital/hospital-condition.ts';
import { hospitalFrame } from '../builders/hospital/hospital-frame.ts';
import { hospitalLetter } from '../builders/hospital/hospital-letter.ts';
import { hospitalOrder } from '../builders/hospital/hospital-order.ts';
import { hospitalProcedure } from '../builders/hospital/hospital-procedure.ts';
import { hospitalReport } from '../builders/hospital/hospital-report.ts';
import { hospitalBloodPressure, hospitalResult } from '../builders/hospital/hospital-result.ts';
import { hospitalVaccination } from '../builders/hospital/hospital-vaccination.ts';
import { hospitalVisit } from '../builders/hospital/hospital-visit.ts';
import type { HospitalContext } from '../builders/hospital/hospital-context.ts';
import { ALLERGEN, DISORDER, HOSPITAL_CATALOGUE, PRODUCT } from '../tables/codes.ts';
import { zofia } from './identity.ts';

const context: HospitalContext = { identity: zofia };

const orders = [
  hospitalOrder(context, {
    id: 'rx-1',
    words: 'Metformin 500 mg tablets',
    codes: [PRODUCT.metformin500],
    product: 'reference',
    form: 'Tablet',
    status: 'active',
    on: '2026-06-18',
    dose: { text: '1 tablet twice daily with food', amount: [1, 'tablet'], perDay: 2, route: 'Oral' },
    dispensedOn: ['2026-06-18'],
  }),
  hospitalOrder(context, {
    id: 'rx-2',
    words: 'Ramipril 10mg tablets',
    status: 'active',
    on: '2026-06-18',
    dose: { text: 'ONE tablet daily', amount: [1, 'tablet'], perDay: 1, route: 'Oral' },
    dispensedOn: ['2026-06-18'],
  }),
  hospitalOrder(context, {
    id: 'rx-3',
    words: 'Lasix 40mg tablets',
    product: 'contained',
    status: 'active',
    on: '2026-06-18',
    dose: { text: '1 tablet in the morning', amount: [1, 'tablet'], perDay: 1, route: 'Oral' },
    reason: 'Heart failure',
    dispensedOn: ['2026-06-18'],
  }),
  hospitalOrder(context, {
    id: 'rx-4',
    words: 'Amlodipine 5mg tablets',
    status: 'active',
    on: '2026-06-18',
    dose: { text: '1 tablet once daily', amount: [1, 'tablet'], perDay: 1, route: 'Oral' },
  }),
  hospitalOrder(context, {
    id: 'rx-5',
    words: 'Atorvastatin 20 mg tablets',
    codes: [PRODUCT.atorvastatin20],
    product: 'contained',
    status: 'active',
    on: '2026-06-18',
    dose: { text: 'TWO tablets at night', amount: [2, 'tablet'], perDay: 1, route: 'Oral' },
    reason: 'Coronary heart disease',
  }),
  hospitalOrder(context, {
    id: 'rx-6',
    words: 'Gliclazide 80mg tablets',
    codes: [PRODUCT.gliclazide80],
    status: 'active',
    on: '2026-06-18',
    dose: { text: '1 tablet once daily with breakfast', amount: [1, 'tablet'], perDay: 1, route: 'Oral' },
  }),
  hospitalOrder(context, {
    id: 'rx-7',
    words: 'Omeprazole 20mg gastro-resistant capsules',
    codes: [PRODUCT.omeprazole20],
    status: 'stopped',
    on: '2026-06-12',
    dose: { text: '1 capsule in the morning', amount: [1, 'capsule'], perDay: 1, route: 'Oral' },
  }),
  hospitalOrder(context, {
    id: 'rx-8',
    words: 'Isosorbide mononitrate 60mg modified-release tablets',
    status: 'active',
    on: '2026-06-18',
    dose: { text: '1 tablet in the morning', amount: [1, 'tablet'], perDay: 1, route: 'Oral' },
  }),
  hospitalOrder(context, {
    id: 'rx-9',
    words: 'Paracetamol 500mg tablets',
    codes: [PRODUCT.paracetamol500],
    product: 'reference',
    status: 'active',
    on: '2026-06-13',
    dose: {
      text: '2 tablets up to four times a day when required',
      amount: [2, 'tablet'],
      perDay: 4,
      asNeeded: true,
      route: 'Oral',
    },
    dispensedOn: ['2026-06-13', '2026-06-18'],
  }),
  hospitalOrder(context, {
    id: 'rx-10',
    words: 'Warfarin 1mg tablets',
    status: 'active',
    on: '2026-06-18',
    dose: { text: 'As per yellow book', route: 'Oral' },
  }),
  hospitalOrder(context, {
    id: 'rx-11',
    words: 'Toujeo 300units/ml solution for injection 1.5ml pre-filled SoloStar pens',
    status: 'active',
    on: '2026-06-17',
    dose: { text: '18 units at bedtime', amount: [18, 'units'], perDay: 1, route: 'Subcutaneous' },
    dispensedOn: ['2026-06-18'],
  }),
  hospitalOrder(context, {
    id: 'rx-12',
    words: 'Aspirin 75mg gastro-resistant tablets',
    status: 'active',
    on: '2026-06-18',
    dose: { text: '1 tablet daily', amount: [1, 'tablet'], perDay: 1, route: 'Oral' },
  }),
  hospitalOrder(context, {
    id: 'rx-13',
    words: 'Alfacalcidol 0.25 microgram capsules',
    codes: [{ system: HOSPITAL_CATALOGUE, code: 'ALFAC025', display: 'Alfacalcidol 0.25 microgram capsules' }],
    status: 'active',
    on: '2025-04-22',
    dose: { text: '1 capsule once daily', amount: [1, 'capsule'], perDay: 1, route: 'Oral' },
    reason: 'Chronic kidney disease',
    dispensedOn: ['2025-04-22', '2025-10-21', '2026-04-21'],
  }),
  hospitalOrder(context, {
    id: 'rx-14',
    words: 'Hydroxocobalamin 1mg/1ml solution for injection ampoules',
    status: 'active',
    on: '2026-06-15',
    dose: { text: 'Inject 1 mg every 3 months', route: 'Subcutaneous' },
  }),
  hospitalOrder(context, {
    id: 'rx-15',
    words: 'See letter',
    status: 'active',
    on: '2026-08-12',
    dose: { text: 'See letter' },
  }),
  hospitalOrder(context, {
    id: 'rx-16',
    words: 'Methotrexate 10mg tablets',
    status: 'entered-in-error',
    on: '2026-06-14',
    dose: { text: '1 tablet once a week', route: 'Oral' },
  }),
  hospitalOrder(context, {
    id: 'rx-17',
    words: 'Ibuprofen 400mg tablets',
    status: 'active',
    on: '2026-06-14',
    doNotPerform: true,
    dose: { text: 'Do not give: kidney disease' },
  }),
].flat();

const conditions = [
  hospitalCondition(context, { id: 'c-1', words: 'Chronic kidney disease stage 3b', onset: '2019-05-20' }),
  hospitalCondition(context, {
    id: 'c-2',
    words: 'Type 2 diabetes mellitus',
    codes: [DISORDER.type2Diabetes, DISORDER.icdType2Diabetes],
    onset: '2009',
  }),
  hospitalCondition(context, {
    id: 'c-3',
    words: 'Hypertension',
    codes: [DISORDER.hypertension, DISORDER.icdHypertension],
    onset: '2003',
  }),
  hospitalCondition(context, {
    id: 'c-4',
    words: 'Osteoarthritis of right knee',
    codes: [DISORDER.osteoarthritisOfKnee],
    onset: '2024-03-19',
    bodySite: 'Right knee',
  }),
  hospitalCondition(context, {
    id: 'c-5',
    words: 'Coronary heart disease',
    codes: [DISORDER.coronaryHeartDisease],
    onset: '2014-06-30',
  }),
  hospitalCondition(context, {
    id: 'c-6',
    words: 'Atrial fibrillation',
    codes: [DISORDER.atrialFibrillation],
    status: 'resolved',
    onset: '2020-10-02',
    abated: '2022-04-19',
  }),
  hospitalCondition(context, { id: 'c-7', words: 'Congestive heart failure', onset: '2021-02-03' }),
  hospitalCondition(context, {
    id: 'c-8',
    words: 'Urinary tract infection',
    codes: [DISORDER.urinaryTractInfection],
    status: 'resolved',
    onset: '2026-05',
    kind: 'encounter-diagnosis',
  }),
  hospitalCondition(context, { id: 'c-9', words: 'Asthma', codes: [DISORDER.asthma], verification: 'refuted' }),
];

const allergies = [
  hospitalAllergy(context, {
    id: 'a-1',
    words: 'Penicillins',
    codes: [ALLERGEN.penicillinSubstance],
    category: 'medication',
    criticality: 'high',
    reaction: { words: 'Anaphylaxis', severity: 'severe' },
    recorded: '2016-12-01',
  }),
  hospitalAllergy(context, {
    id: 'a-2',
    words: 'Latex allergy',
    codes: [ALLERGEN.latexAllergy],
    category: 'environment',
    recorded: '2016-12-01',
  }),
];

const VISIT_DAYS = ['2024-12-10', '2025-04-22', '2025-10-21', '2026-04-21', '2026-06-13', '2026-08-12'];

/** Code, words, unit, first value, change per visit. */
const LABORATORY: readonly (readonly [code: string, words: string, unit: string, start: number, step: number])[] = [
  ['2160-0', 'Creatinine', 'umol/L', 108, 3],
  ['33914-3', 'Estimated glomerular filtration rate', 'mL/min/{1.73_m2}', 46, -1],
  ['2823-3', 'Potassium', 'mmol/L', 4.6, 0.1],
  ['2951-2', 'Sodium', 'mmol/L', 138, 0],
  ['4548-4', 'Haemoglobin A1c', 'mmol/mol', 58, 1],
  ['718-7', 'Haemoglobin', 'g/L', 121, -1],
  ['17861-6', 'Calcium', 'mmol/L', 2.3, 0],
];

const blood = VISIT_DAYS.flatMap((on, visit) =>
  LABORATORY.map(([code, words, unit, start, step], test) =>
    hospitalResult(context, {
      id: `lab-${String(visit + 1)}-${String(test + 1)}`,
      code,
      words,
      on,
      value: [Math.round((start + step * visit) * 10) / 10, unit],
      encounter: `visit-${String(visit + 1)}`,
    }),
  ),
);

const reports = VISIT_DAYS.map((on, visit) =>
  hospitalReport(context, {
    id: `report-${String(visit + 1)}`,
    words: 'Renal and diabetes bloods',
    on,
    results: LABORATORY.map((_, test) => `lab-${String(visit + 1)}-${String(test + 1)}`),
  }),
);

const pressures = VISIT_DAYS.map((on, visit) =>
  hospitalBloodPressure(context, `bp-${String(visit + 1)}`, on, [152 - 2 * visit, 86 - visit]),
);

const visits = VISIT_DAYS.map((from, visit) =>
  from === '2026-06-13'
    ? hospitalVisit(context, {
        id: `visit-${String(visit + 1)}`,
        words: 'Medical admission',
        from,
        to: '2026-06-18',
        stay: true,
      })
    : hospitalVisit(context, { id: `visit-${String(visit + 1)}`, words: 'Renal outpatient clinic', from }),
);

const rest = [
  hospitalProcedure(context, { id: 'proc-1', words: 'Extraction of cataract, right eye', on: '2022-09-27' }),
  hospitalProcedure(context, { id: 'proc-2', words: 'Transthoracic echocardiography', on: '2026-06-15' }),
  hospitalProcedure(context, { id: 'proc-3', words: 'Electrocardiogram', on: '2026-06-13' }),
  hospitalVaccination(context, { id: 'imm-1', words: 'Influenza vaccination', on: '2025-10-09' }),
  hospitalVaccination(context, { id: 'imm-2', words: 'COVID-19 vaccination', on: '2024-10-14' }),
  hospitalLetter(context, {
    id: 'letter-1',
    title: 'Discharge summary',
    on: '2026-06-18',
    text: 'Admitted with breathlessness. Omeprazole stopped on admission. Sent home on the medicines listed.',
  }),
  hospitalLetter(context, {
    id: 'letter-2',
    title: 'Renal clinic letter',
    on: '2026-08-12',
    text: 'Kidney function slowly lower. Tablets to be reviewed; please see enclosed list.',
  }),
];

export const zofiaHospital: readonly FhirResource[] = [
  ...hospitalFrame(context),
  ...orders,
  ...conditions,
  ...allergies,
  ...visits,
  ...blood,
  ...pressures,
  ...reports,
  ...rest,
];
