/** Decides, for words that name no known condition, whether they clearly speak of something that is no disease. */
import { MEDICINE_FORM, MEDICINE_STRENGTH, OTHER_ENDINGS, OTHER_STEMS, OTHER_TAGS } from './tables/other-words.ts';

const STEMS = new RegExp(String.raw`\b(?:${OTHER_STEMS.join('|')})`);
/** A disease in the words outweighs a social or procedural one: "infection after surgery" is a disease. */
const DISEASE =
  /\b(?:complication|infection|infect|disease|disorder|syndrome|failure|loosening|pain|h(?:a)?emorrhage|due to|caused by|poisoning|rejection|insufficiency|deficiency|abnormal|symptom|dependence|withdrawal|adverse|allerg|reaction|injury|fracture|fear|hernia|ulcer|tumou?r|neoplasm|cancer|wound|disruption|distress|atypical|lesion|mass|effect|delayed)\b|itis\b|osis\b|oma\b|aemia\b|emia\b/;

/** `text` in lower case without its semantic tag; `tag` the SNOMED CT semantic tag, if there was one. */
export function findSort(text: string, tag: string | undefined): 'diagnosis' | 'other' {
  if (tag !== undefined && OTHER_TAGS.has(tag)) return 'other';
  if (MEDICINE_STRENGTH.test(text) && MEDICINE_FORM.test(text)) return 'other';
  if (/^(?:requires?|needs?|awaiting)\b/.test(text)) return 'other';
  if (tag === 'disorder' || DISEASE.test(text)) return 'diagnosis';
  if (STEMS.test(text)) return 'other';
  return text.split(/[^a-z]+/).some((word) => OTHER_ENDINGS.test(word)) ? 'other' : 'diagnosis';
}
