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
  ['nsaid', 'NSAID|NSAIDs|nonsteroidal anti-inflammatory drug|ibuprofen'],
  ['codeine', 'codeine'],
  ['morphine', 'morphine|opioid|opioids'],
  ['trimethoprim', 'trimethoprim'],
  ['sulphonamide', 'sulphonamide|sulphonamides|sulfa'],
  ['erythromycin', 'erythromycin'],
  ['cephalosporin', 'cephalosporin|cephalosporins'],
  ['tetracycline', 'tetracycline|doxycycline'],
  ['bisphosphonate', 'bisphosphonate|bisphosphonates|biphosphonates'],
  ['calcium-and-vitamin-d3', 'combined calcium and vitamin D3 preparation'],
  ['ace-inhibitor', 'ACE inhibitor|ramipril|angiotensin-converting-enzyme inhibitor'],
  ['vaccine', 'vaccine'],
  ['peanut', 'peanut|peanuts'],
  ['nut', 'nut|nuts|tree nut'],
  ['egg', 'egg|eggs|egg protein'],
  ['milk', "milk|cow's milk|dairy product|cow's milk protein"],
  ['wheat', 'wheat'],
  ['soya', 'soya|soy'],
  ['fish', 'fish'],
  ['shellfish', 'shellfish|seafood'],
  ['sesame', 'sesame'],
  ['kiwi', 'kiwi|kiwi fruit'],
  ['latex', 'latex'],
  ['nickel', 'nickel'],
  ['plaster', 'plaster|adhesive|plasters|elastoplast'],
  ['wasp-sting', 'wasp sting|wasp venom|wasp'],
  ['bee-sting', 'bee sting|bee venom|bee'],
  ['house-dust-mite', 'house dust mite|dust mite|house dust'],
  ['pollen', 'pollen|grass pollen|tree pollen'],
  ['mould', 'mould|mold'],
  ['cat', 'cat|cat dander'],
  ['dog', 'dog|dog dander'],
  ['animal-dander', 'animal dander|dander'],
  ['iodine', 'iodine|contrast media|iodinated contrast'],
];

const FORMS = [
  'allergy to %',
  '% allergy',
  'allergic to %',
  'allergic reaction to %',
  'hypersensitivity to %',
  'history of allergy to %',
  'personal history of % allergy',
  'personal history of allergy to %',
];

const REACTIONS = [
  'adverse reaction to %',
  '% adverse reaction',
  'adverse reaction caused by %',
  'intolerance to %',
  '% intolerance',
];

/** One row for the allergy and one for the adverse reaction to each substance: a reaction is not yet an allergy. */
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
  ]);
}
