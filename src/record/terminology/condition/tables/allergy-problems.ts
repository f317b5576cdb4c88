/** Facts: allergies that are recorded among the problems, by what they are to. */
import type { ConceptRow } from './concept-row.ts';

const SUBSTANCES: readonly (readonly [key: string, names: string])[] = [
  ['penicillin', 'penicillin|penicillins'],
  ['amoxicillin', 'amoxicillin|amoxycillin'],
  ['antibiotic', 'antibiotic|antibiotics|other antibiotic agents|antibacterial drug'],
  ['aspirin', 'aspirin'],
  ['warfarin', 'warfarin'],
  ['simvastatin', 'simvastatin'],
  ['statin', 'statin|statins'],
  ['nsaid', 'NSAID|NSAIDs|nonsteroidal anti-inflammatory drug'],
  ['ibuprofen', 'ibuprofen'],
  ['codeine', 'codeine'],
  ['morphine', 'morphine'],
  ['opioid', 'opioid|opioids|opiate|opiates'],
  ['trimethoprim', 'trimethoprim'],
  ['sulphonamide', 'sulphonamide|sulphonamides|sulfa'],
  ['erythromycin', 'erythromycin'],
  ['cephalosporin', 'cephalosporin|cephalosporins'],
  ['tetracycline', 'tetracycline|tetracyclines'],
  ['doxycycline', 'doxycycline'],
  ['bisphosphonate', 'bisphosphonate|bisphosphonates|biphosphonates'],
  ['calcium-and-vitamin-d3', 'combined calcium and vitamin D3 preparation'],
  ['ace-inhibitor', 'ACE inhibitor|angiotensin-converting-enzyme inhibitor'],
  ['vaccine', 'vaccine'],
  ['peanut', 'peanut|peanuts'],
  ['nut', 'nut|nuts'],
  ['tree-nut', 'tree nut|tree nuts'],
  ['egg', 'egg|eggs|egg protein'],
  ['milk', "milk|cow's milk|cow's milk protein"],
  ['dairy', 'dairy product|dairy products'],
  ['wheat', 'wheat'],
  ['soya', 'soya|soy'],
  ['fish', 'fish'],
  ['shellfish', 'shellfish'],
  ['seafood', 'seafood'],
  ['sesame', 'sesame'],
  ['kiwi', 'kiwi|kiwi fruit'],
  ['latex', 'latex'],
  ['nickel', 'nickel'],
  ['plaster', 'plaster|adhesive|plasters|elastoplast'],
  ['wasp-sting', 'wasp sting|wasp venom|wasp'],
  ['bee-sting', 'bee sting|bee venom|bee'],
  ['house-dust-mite', 'house dust mite|dust mite'],
  ['pollen', 'pollen'],
  ['grass-pollen', 'grass pollen'],
  ['tree-pollen', 'tree pollen'],
  ['mould', 'mould|mold'],
  ['cat', 'cat|cat dander'],
  ['dog', 'dog|dog dander'],
  ['animal-dander', 'animal dander|dander'],
  ['iodine', 'iodine'],
  ['contrast-media', 'contrast media|iodinated contrast media|radiographic contrast media'],
];

const FORMS = [
  'allergy to %',
  'allergic to %',
  'hypersensitivity to %',
  'history of allergy to %',
  'h/o: % allergy',
  'personal history of allergy to %',
];

const REACTIONS = ['allergic reaction to %', 'adverse reaction to %', 'adverse reaction caused by %'];

const INTOLERANCES = ['intolerance to %'];

/** A reaction is not yet an allergy, an intolerance is none: three rows for each substance. */
export function allergyConcepts(): readonly ConceptRow[] {
  const row = (key: string, names: readonly string[], forms: readonly string[], broader: string): ConceptRow => ({
    key,
    names: names.flatMap((name) => forms.map((form) => form.replace('%', name))).join('|'),
    broader,
    course: 'chronic',
    hasSides: false,
    sort: 'diagnosis',
  });
  return SUBSTANCES.flatMap(([key, names]) => [
    row(`${key}-allergy`, names.split('|'), FORMS, 'allergy'),
    row(`${key}-reaction`, names.split('|'), REACTIONS, ''),
    row(`${key}-intolerance`, names.split('|'), INTOLERANCES, ''),
  ]);
}
