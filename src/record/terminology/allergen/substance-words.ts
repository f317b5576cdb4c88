/** Decides which words of an allergy entry name the substance: "Adverse reaction to X (disorder)" and "X allergy" speak of X. */
import { stripEnd } from '../../strip-end.ts';

const KIND = String.raw`(?:allerg(?:y|ies|ic)|hypersensitivity|hypersensitive|sensitivity|sensitive|intolerance|intolerant|anaphyla(?:xis|ctic)|adverse effects?|side effects?|reactions?|contraindicated|contraindication|contact dermatitis)`;

/** Taken off the front, over and over until none fits. */
const FRONT: readonly RegExp[] = [
  /^\d{6,18}\s*\|\s*/,
  /^\[[a-z]{1,3}\]\s*/,
  /^(?:h\/o|history of|personal history of|past history of|known|suspected|possible|probable|confirmed|severe|mild|moderate|acute)[:\s]+/,
  /^(?:other|propensity to adverse)\s+/,
  new RegExp(
    String.raw`^(?:(?:drug|food|medication|environmental|contact|adverse|allergic|severe) ){0,3}${KIND}(?: (?:reaction|disposition|disorder))?(?: ?[:-] ?| (?:to|of|with|from|caused by|due to) (?:the )?| )`,
  ),
  /^(?:drug|food|medication|environmental?)\s*(?::| -) ?\s*/,
  /^(?:product containing (?:only )?|substance:\s*)/,
];
/** Taken off the end, likewise, with the spaces and dashes before. */
const BACK: readonly RegExp[] = [
  /\((?:substance|finding|disorder|situation|product|organism|medicinal product|clinical drug|record artifact|event)\)$/,
  new RegExp(String.raw`[\s-](?:drug |adverse |allergic )?${KIND}$`),
  /-\s*dietary$/,
  /[\s-](?:containing product|derived products?|class of antibiotic|class of drugs?)-?$/,
  /\s-?class of antibiotic-?$/,
  /\s(?:agents?|drugs?|preparations?|group|antibiotics?|nos|nec|products?|caus advers eff in ther use, nec)$/,
];

const STRENGTH = /^\d[\d.,]*\s*(?:mg|micrograms?|mcg|g|ml|%|units?|iu|mmol)\b/;

/**
 * The words to look the substance up by, best first: the whole, without packaging words, and the medicine's name before
 * its strength. Lower case; [] where nothing is left.
 */
export function substanceWords(text: string): readonly string[] {
  const whole = strip(text.slice(0, 200).toLowerCase().replace(/\s+/g, ' ').trim());
  const candidates = [whole];
  // "paracetamol 500mg capsules"; "adverse reaction to barbiturate nos amobarbital 50mg tablets"
  const digit = whole.search(/\d/);
  const beforeStrength = digit >= 3 && STRENGTH.test(whole.slice(digit)) ? whole.slice(0, digit).trim() : undefined;
  if (beforeStrength !== undefined) {
    candidates.push(strip(beforeStrength));
    const last = beforeStrength.split(/\s+/);
    for (const count of [2, 1]) if (last.length > count) candidates.push(last.slice(-count).join(' '));
  }
  const first = /^([^.;(]{3,60}?)(?:[.;(]| - )/.exec(whole)?.[1]?.trim();
  if (first !== undefined) candidates.push(strip(first));
  return [...new Set(candidates)].filter((words) => words !== '');
}

function strip(words: string): string {
  let left = words;
  for (let layer = 0; layer < 6; layer += 1) {
    const before = left;
    for (const pattern of FRONT) {
      const taken = left.replace(pattern, '');
      if (taken.trim() !== '') left = taken.trim();
    }
    for (const pattern of BACK) {
      const at = left.search(pattern);
      const taken = at === -1 ? '' : stripEnd(left.slice(0, at), /[\s-]/);
      if (taken !== '') left = taken;
    }
    left = stripEnd(left, /[,;.:\s]/) || left;
    if (left === before) break;
  }
  return left;
}
