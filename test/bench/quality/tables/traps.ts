/** Names that lead a careless reader astray, for medicines and allergies. */

/** Two medicines of one strength whose names look alike. */
export const LOOK_ALIKE_MEDICINES: readonly (readonly [string, string])[] = [
  ['Hydroxyzine 25mg tablets', 'Hydralazine 25mg tablets'],
  ['Prednisolone 5mg tablets', 'Prednisone 5mg tablets'],
  ['Chlorpromazine 100mg tablets', 'Chlorpropamide 100mg tablets'],
  ['Clomipramine 25mg capsules', 'Clomifene 50mg tablets'],
  ['Carbamazepine 200mg tablets', 'Oxcarbazepine 200mg tablets'],
  ['Penicillamine 250mg tablets', 'Phenoxymethylpenicillin 250mg tablets'],
  ['Quinine sulfate 200mg tablets', 'Quinidine sulfate 200mg tablets'],
  ['Propranolol 40mg tablets', 'Propafenone 150mg tablets'],
  ['Sulfasalazine 500mg tablets', 'Sulfadiazine 500mg tablets'],
  ['Atenolol 50mg tablets', 'Atenolol 50mg / Chlortalidone 12.5mg tablets'],
  ['Fluoxetine 20mg capsules', 'Duloxetine 20mg gastro-resistant capsules'],
  ['Mercaptopurine 50mg tablets', 'Mercaptamine 50mg capsules'],
  ['Rifampicin 300mg capsules', 'Rifabutin 150mg capsules'],
  ['Lamotrigine 25mg tablets', 'Lamivudine 150mg tablets'],
  ['Amlodipine 5mg tablets', 'Amiloride 5mg tablets'],
  ['Zoloft 50mg tablets', 'Zocor 40mg tablets'],
  ['Losec 20mg capsules', 'Lasix 20mg tablets'],
  ['Celebrex 100mg capsules', 'Celexa 20mg tablets'],
  ['Bisoprolol 5mg tablets', 'Bisacodyl 5mg gastro-resistant tablets'],
  ['Nifedipine 10mg capsules', 'Nimodipine 30mg tablets'],
  ['Tramadol 50mg capsules', 'Trazodone 50mg capsules'],
  ['Metoprolol succinate 50mg modified-release tablets', 'Metoprolol tartrate 50mg tablets'],
  [
    'Toujeo 300units/ml solution for injection 1.5ml pre-filled SoloStar pens',
    'Lantus 100units/ml solution for injection 3ml pre-filled SoloStar pens',
  ],
  [
    'Novomix 30 100units/ml suspension for injection 3ml pre-filled FlexPen',
    'NovoRapid 100units/ml solution for injection 3ml pre-filled FlexPen',
  ],
  ['Glipizide 5mg tablets', 'Glyburide 5mg tablets'],
  ['Guaifenesin 200mg tablets', 'Guanfacine 2mg tablets'],
  ['Medroxyprogesterone 10mg tablets', 'Methylprednisolone 16mg tablets'],
  ['Nicardipine 20mg capsules', 'Nicorandil 20mg tablets'],
  ['Phenobarbital 30mg tablets', 'Pentobarbital 30mg tablets'],
  ['Risperidone 1mg tablets', 'Ropinirole 1mg tablets'],
  ['Tiagabine 5mg tablets', 'Tizanidine 4mg tablets'],
  ['Hydrocodone 10mg tablets', 'Oxycodone 10mg tablets'],
  ['Azathioprine 50mg tablets', 'Azithromycin 250mg tablets'],
  ['Clonazepam 500microgram tablets', 'Clonidine 100microgram tablets'],
  ['Cycloserine 250mg capsules', 'Ciclosporin 25mg capsules'],
  ['Mirtazapine 15mg tablets', 'Mirabegron 25mg modified-release tablets'],
  ['Rizatriptan 10mg tablets', 'Risedronate sodium 35mg tablets'],
  ['Sertraline 50mg tablets', 'Cetirizine 10mg tablets'],
  ['Terbinafine 250mg tablets', 'Terbutaline 5mg tablets'],
  ['Tolterodine 2mg tablets', 'Tolbutamide 500mg tablets'],
  ['Lamictal 25mg tablets', 'Lamisil 250mg tablets'],
  ['Xeloda 150mg tablets', 'Xenical 120mg capsules'],
  ['Seroquel 25mg tablets', 'Serenace 5mg tablets'],
  ['Dapsone 50mg tablets', 'Dapagliflozin 5mg tablets'],
  ['Colecalciferol 800unit capsules', 'Alfacalcidol 0.25microgram capsules'],
  ['Folic acid 5mg tablets', 'Folinic acid 15mg tablets'],
  ['Ferrous sulfate 200mg tablets', 'Ferrous fumarate 210mg tablets'],
  ['Calcium carbonate 1.5g tablets', 'Calcium acetate 1g tablets'],
  ['Hydrocortisone 10mg tablets', 'Hydroxychloroquine 200mg tablets'],
  ['Ibuprofen 400mg tablets', 'Ibuprofen 5% gel'],
  ['Diclofenac sodium 50mg gastro-resistant tablets', 'Diclofenac 1.16% gel'],
  ['Beclometasone 100micrograms/dose inhaler CFC free', 'Beclometasone 50micrograms/dose nasal spray'],
  ['Fluticasone 50micrograms/dose inhaler CFC free', 'Fluticasone 50micrograms/dose nasal spray'],
  ['Levodopa 100mg / Carbidopa 25mg tablets', 'Levodopa 100mg / Benserazide 25mg capsules'],
  ['Olmesartan 20mg tablets', 'Olmesartan 20mg / Amlodipine 5mg tablets'],
];

/** Words that could be any of several products: related at most, merged with none. */
export const VAGUE_MEDICINES: readonly (readonly [string, readonly string[]])[] = [
  [
    'water tablet',
    [
      'furosemide',
      'bumetanide',
      'bendroflumethiazide',
      'indapamide',
      'spironolactone',
      'hydrochlorothiazide',
      'eplerenone',
    ],
  ],
  [
    'blood pressure pill',
    ['amlodipine', 'ramipril', 'lisinopril', 'losartan', 'candesartan', 'doxazosin', 'perindopril erbumine'],
  ],
  ['inhaler', ['salbutamol', 'beclometasone', 'tiotropium', 'budesonide']],
  ['statin', ['simvastatin', 'atorvastatin', 'rosuvastatin', 'pravastatin']],
  ['blood thinner', ['warfarin', 'apixaban', 'rivaroxaban', 'edoxaban', 'dabigatran']],
  ['steroid tablets', ['prednisolone', 'hydrocortisone']],
  ['painkiller', ['paracetamol', 'ibuprofen', 'naproxen', 'codeine', 'tramadol', 'co-codamol']],
  ['heart tablet', ['bisoprolol', 'digoxin', 'amiodarone', 'ramipril', 'ivabradine']],
  ['cholesterol tablet', ['simvastatin', 'atorvastatin', 'rosuvastatin', 'pravastatin', 'ezetimibe']],
  ['blue inhaler', ['salbutamol']],
  ['brown inhaler', ['beclometasone']],
  [
    'antidepressant',
    [
      'sertraline',
      'citalopram',
      'fluoxetine',
      'mirtazapine',
      'escitalopram',
      'paroxetine',
      'venlafaxine',
      'duloxetine',
      'amitriptyline',
      'trazodone',
      'vortioxetine',
    ],
  ],
  ['stomach tablet', ['omeprazole', 'lansoprazole', 'pantoprazole', 'esomeprazole', 'famotidine']],
  ['sleeping tablet', ['zopiclone', 'melatonin']],
  ['insulin', ['insulin glargine', 'insulin aspart', 'insulin lispro']],
  ['eye drops', ['latanoprost', 'timolol', 'dorzolamide', 'brinzolamide', 'bimatoprost']],
];

export const UNNAMED_MEDICINES: readonly (string | undefined)[] = [
  'see letter',
  'See hospital letter',
  'See clinic letter',
  'as directed',
  'unknown',
  'Unknown medication',
  'Medication',
  'Medicine',
  'tablets',
  'Other',
  'N/A',
  'see notes',
  'as per discharge summary',
  'ask patient',
  'various',
  '?',
  '-',
  undefined,
];
export const UNNAMED_CONDITIONS: readonly (string | undefined)[] = [
  'see letter',
  'See clinic letter',
  'unknown',
  'Diagnosis',
  'Condition',
  'Problem',
  'Other',
  'N/A',
  'see notes',
  'Unspecified',
  '?',
  undefined,
];
export const DEGRADED_TEXTS: readonly string[] = [
  'Home oxygen',
  'Herbal sleep remedy',
  'Clinic trial drug A',
  'Clinic trial drug B',
  'Barrier spray (private)',
  'Imported eye vitamin',
  'Local mixture no 4',
];

/** Substances: British name | American name | class. */
export const ALLERGENS = `
Penicillin|Penicillins|
Amoxicillin|Amoxicillin|Penicillin
Flucloxacillin|Flucloxacillin|Penicillin
Trimethoprim|Trimethoprim|
Erythromycin|Erythromycin|
Clarithromycin|Clarithromycin|
Doxycycline|Doxycycline|
Aspirin|Aspirin|
Ibuprofen|Ibuprofen|
Codeine|Codeine|
Morphine|Morphine|
Tramadol|Tramadol|
Paracetamol|Acetaminophen|
Ramipril|Ramipril|
Simvastatin|Simvastatin|
Latex|Natural rubber latex|
Peanut|Peanuts|
Egg|Eggs|
Shellfish|Shellfish|
House dust mite|Dust mite|
Cat hair|Cat dander|
Strawberry|Strawberries|
Elastoplast|Adhesive bandage|
Nickel|Nickel|
Iodinated contrast|Iodinated contrast media|
Allopurinol|Allopurinol|
Carbamazepine|Carbamazepine|
Lisinopril|Lisinopril|
Co-trimoxazole|Septrin|
Co-amoxiclav|Augmentin|
Diclofenac|Voltarol|
Penicillamine|Penicillamine|
Cefalexin|Cephalexin|
Bee venom|Bee sting|
Milk|Cow's milk|
Kiwi fruit|Kiwi|
Sesame seed|Sesame|
Naproxen|Naproxen|
Nitrofurantoin|Macrobid|
Metformin|Metformin|
Phenytoin|Phenytoin|
Grass pollen|Grass pollen|
`;
