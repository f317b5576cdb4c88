/** Decides which substance a name means that leaves its ester out, where form and strength leave one only. */
import type { DoseForm } from '../medicine-reading.ts';
import { normaliseStrength, type WrittenStrength } from '../strength.ts';
import { unsaidEsterRows } from './tables/unsaid-esters.ts';

const rows = unsaidEsterRows
  .trim()
  .split('\n')
  .map((row) => row.split('|').map((cell) => cell.trim()));

/** The ingredient key, or undefined where the product does not tell. `word` is the name as written, lower case. */
export function ingredientOfUnsaidEster(
  word: string,
  form: DoseForm | undefined,
  strengths: readonly WrittenStrength[],
): string | undefined {
  const amounts = strengths.map((strength) => normaliseStrength(strength)).filter((amount) => amount?.unit === 'mg');
  const row = rows.find(
    ([name, rowForm, amount]) =>
      name === word && rowForm === form && (amount === '*' || amounts.some((strength) => strength?.value === amount)),
  );
  return row?.[3];
}
