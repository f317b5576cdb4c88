/** Codes the invented records use. Each stands beside the words it is known by; where none could be confirmed, only words are given. */

export interface KnownCode {
  readonly system: string;
  readonly code: string;
  readonly display: string;
}

export const SNOMED = 'http://snomed.info/sct';
export const ICD10 = 'http://hl7.org/fhir/sid/icd-10';
export const LOINC = 'http://loinc.org';
/** Code system of the invented hospital's own catalogue. */
export const HOSPITAL_CATALOGUE = 'https://st-invented-hospital.example/catalogue';

function snomed(code: string, display: string): KnownCode {
  return { system: SNOMED, code, display };
}

function icd10(code: string, display: string): KnownCode {
  return { system: ICD10, code, display };
}

/** Stands for any medicine at all: it is no code (GP Connect, "Degraded medicines"). */
export const DEGRADED_MEDICATION = snomed('196421000000109', 'Transfer-degraded medication entry');

export const PRODUCT = {
  allopurinol300: snomed('330062008', 'Allopurinol 300mg tablets'),
  amlodipine10: snomed('319284000', 'Amlodipine 10mg tablets'),
  aspirinDispersible75: snomed('319773006', 'Aspirin 75mg dispersible tablets'),
  atorvastatin20: snomed('320030001', 'Atorvastatin 20mg tablets'),
  beclometasone100: snomed('320537007', 'Beclometasone 100micrograms/dose inhaler'),
  coCodamol30500: snomed('322341003', 'Co-codamol 30mg/500mg tablets'),
  doxazosin4: snomed('318783003', 'Doxazosin 4mg tablets'),
  doxycycline100: snomed('324059006', 'Doxycycline 100mg capsules'),
  folicAcid5: snomed('327550006', 'Folic acid 5mg tablets'),
  furosemide40: snomed('317972000', 'Furosemide 40mg tablets'),
  gliclazide80: snomed('325242002', 'Gliclazide 80mg tablets'),
  insulinGlargine100: snomed(
    '38897011000001107',
    'Insulin glargine 100units/ml solution for injection 3ml pre-filled disposable devices',
  ),
  lantusSolostar: snomed('11933011000001106', 'Lantus 100units/ml solution for injections 3ml pre-filled solostar pen'),
  lustral50: snomed('936411000001108', 'Lustral 50mg tablets (Upjohn UK Ltd)'),
  metformin500: snomed('325278007', 'Metformin 500mg tablets'),
  omeprazole20: snomed('317291008', 'Omeprazole 20mg gastro-resistant capsules'),
  paracetamol500: snomed('322236009', 'Paracetamol 500mg tablets'),
  prednisoloneSoluble5: snomed('325444003', 'Prednisolone 5mg soluble tablets'),
  ramipril10: snomed('318906001', 'Ramipril 10mg capsules'),
  salbutamol100: snomed('39113611000001102', 'Salbutamol 100micrograms/dose inhaler CFC free'),
  sertraline100: snomed('9751511000001104', 'Sertraline 100mg tablets'),
} as const;

/** Ingredient level (dm+d virtual therapeutic moieties). */
export const MOIETY = {
  carbamazepine: snomed('40820003', 'Carbamazepine'),
  hydroxychloroquine: snomed('83490000', 'Hydroxychloroquine'),
  levetiracetam: snomed('116076009', 'Levetiracetam'),
  methotrexate: snomed('68887009', 'Methotrexate'),
  sulfasalazine: snomed('45844004', 'Sulfasalazine'),
  warfarin: snomed('48603004', 'Warfarin'),
} as const;

export const DISORDER = {
  asthma: snomed('195967001', 'Asthma'),
  atrialFibrillation: snomed('49436004', 'Atrial Fibrillation'),
  coronaryHeartDisease: snomed('53741008', 'Coronary Heart Disease'),
  depressiveDisorder: snomed('35489007', 'Depressive disorder'),
  diabetesMellitus: snomed('73211009', 'Diabetes mellitus'),
  epilepsy: snomed('84757009', 'Epilepsy'),
  essentialHypertension: snomed('59621000', 'Essential hypertension'),
  familyHistoryOfDiabetes: snomed('160303001', 'FH: Diabetes mellitus'),
  familyHistoryOfAsthma: snomed('160377001', 'Family history of asthma'),
  gout: snomed('90560007', 'Gout'),
  hypertension: snomed('38341003', 'Hypertension'),
  ischaemicHeartDisease: snomed('414545008', 'Ischaemic heart disease'),
  osteoarthritisOfKnee: snomed('239873007', 'Osteoarthritis of knee'),
  tonsillitis: snomed('90176007', 'Tonsillitis'),
  type2Diabetes: snomed('44054006', 'Diabetes mellitus type 2'),
  urinaryTractInfection: snomed('68566005', 'Urinary tract infectious disease'),
  chainSmoker: snomed('230065006', 'Chain smoker'),
  icdType2Diabetes: icd10('E11', 'Type 2 diabetes mellitus'),
  icdHypertension: icd10('I10', 'Essential (primary) hypertension'),
  icdAsthma: icd10('J45', 'Asthma'),
  icdRheumatoidArthritis: icd10('M06.9', 'Rheumatoid arthritis, unspecified'),
} as const;

export const ALLERGEN = {
  penicillinAllergy: snomed('91936005', 'Allergy to penicillin'),
  penicillinSubstance: snomed('764146007', 'Penicillin (substance)'),
  trimethoprimReaction: snomed('292939004', 'Trimethoprim adverse reaction'),
  latexAllergy: snomed('300916003', 'Latex allergy'),
  peanutAllergy: snomed('91935009', 'Allergy to peanuts'),
  peanutSubstance: snomed('762952008', 'Peanuts'),
  houseDustMite: snomed('232350006', 'House dust mite allergy'),
  noKnownAllergy: snomed('716186003', 'No known allergy'),
} as const;
