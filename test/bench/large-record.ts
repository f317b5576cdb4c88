/** Large invented records for measuring: R4 resources as text, by source, the same at every call. */

const MEDICINES = [
  'Amlodipine 5mg tablets',
  'Metformin 500mg tablets',
  'Ramipril 10mg capsules',
  'Atorvastatin 20mg tablets',
  'Omeprazole 20mg gastro-resistant capsules',
  'Furosemide 40mg tablets',
  'Bisoprolol 2.5mg tablets',
  'Lansoprazole 30mg capsules',
  'Paracetamol 500mg tablets',
  'Salbutamol 100micrograms/dose inhaler CFC free',
  'Levothyroxine 100microgram tablets',
  'Sertraline 50mg tablets',
  'Amoxicillin 500mg capsules',
  'Warfarin 1mg tablets',
  'Warfarin 5mg tablets',
  'Co-codamol 30mg/500mg tablets',
];
const CONDITIONS = [
  'Essential hypertension',
  'Type 2 diabetes mellitus',
  'Asthma',
  'Chronic kidney disease stage 3',
  'Osteoarthritis of left knee',
  'Atrial fibrillation',
  'Depression',
  'Acute bronchitis',
  'Urinary tract infection',
  'Gout',
  'Migraine',
  'Eczema',
];
const SOURCES = ['gp', 'hospital', 'specialist'];
const DOSES = ['One tablet daily', 'ONE twice a day', 'Take one at night', 'as directed'];

/** @returns `size` resources spread over three sources, half of them observations. */
export function largeRecord(size: number): ReadonlyMap<string, readonly string[]> {
  const bySource = new Map<string, string[]>(SOURCES.map((source) => [source, []]));
  for (let index = 0; index < size; index++) {
    const source = SOURCES[index % SOURCES.length] as string;
    bySource.get(source)?.push(JSON.stringify(resourceAt(index, source)));
  }
  return bySource;
}

/** One group: the same undated medicine over and over. */
export function undatedGroup(size: number): ReadonlyMap<string, readonly string[]> {
  const statements = Array.from({ length: size }, (_, index) =>
    JSON.stringify({
      resourceType: 'MedicationStatement',
      id: `s${index}`,
      status: 'active',
      subject: { reference: 'Patient/p' },
      medicationCodeableConcept: { text: 'Furosemide 40mg tablets' },
      dosage: [{ text: 'One tablet each morning' }],
    }),
  );
  return new Map([['gp', statements]]);
}

function resourceAt(index: number, source: string): object {
  const date = `20${String(10 + (index % 14)).padStart(2, '0')}-${String(1 + (index % 12)).padStart(2, '0')}-${String(1 + (index % 28)).padStart(2, '0')}`;
  const common = {
    id: `r${index}`,
    meta: { versionId: '1', lastUpdated: `${date}T08:00:00Z` },
    identifier: [{ system: `https://${source}.example/ids`, value: `n-${index}` }],
    subject: { reference: 'Patient/p' },
  };
  if (index % 8 < 3) {
    const text = MEDICINES[index % MEDICINES.length];
    return {
      resourceType: 'MedicationRequest',
      ...common,
      status: index % 5 === 0 ? 'active' : 'completed',
      intent: 'order',
      medicationCodeableConcept: {
        coding: [{ system: 'https://local.example/drugs', code: `m${index % MEDICINES.length}`, display: text }],
        text,
      },
      authoredOn: date,
      dosageInstruction: [{ text: DOSES[index % DOSES.length] }],
    };
  }
  if (index % 8 === 3) {
    const text = CONDITIONS[index % CONDITIONS.length];
    return {
      resourceType: 'Condition',
      ...common,
      clinicalStatus: {
        coding: [{ system: 'http://terminology.hl7.org/CodeSystem/condition-clinical', code: 'active' }],
      },
      code: {
        coding: [{ system: 'https://local.example/problems', code: `c${index % CONDITIONS.length}`, display: text }],
        text,
      },
      onsetDateTime: date,
      recordedDate: date,
    };
  }
  return {
    resourceType: 'Observation',
    ...common,
    status: 'final',
    category: [
      { coding: [{ system: 'http://terminology.hl7.org/CodeSystem/observation-category', code: 'vital-signs' }] },
    ],
    code: {
      coding: [{ system: 'http://loinc.org', code: '8480-6', display: 'Systolic blood pressure' }],
      text: 'Systolic blood pressure',
    },
    effectiveDateTime: date,
    valueQuantity: { value: 110 + (index % 50), unit: 'mmHg', system: 'http://unitsofmeasure.org', code: 'mm[Hg]' },
  };
}
