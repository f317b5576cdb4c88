/** Decides what an allergy's code without any words is to: its imported name, read by the built-in vocabulary as if it stood there. */
import type { AllergenReader } from '../allergen/read-allergen.ts';
import { codingKey } from '../code-systems.ts';
import type { CodedText } from '../coded-text.ts';
import type { ImportedTerminology } from './imported-terminology.ts';

/** Where there are words, and where the code alone says that no allergy is known, the built-in reading stands. */
export function withImportedAllergens(
  reader: AllergenReader,
  imported: ImportedTerminology | undefined,
): AllergenReader {
  if (imported === undefined) return reader;
  return {
    read(code) {
      const builtIn = reader.read(code);
      if (builtIn.words.trim() !== '' || builtIn.noneKnown !== undefined) return builtIn;
      const known = findName(code, imported);
      if (known === undefined) return builtIn;
      const reading = reader.read({ text: known.name });
      return { ...reading, evidence: reading.evidence.length === 0 ? [] : [known.evidence] };
    },
  };
}

/** An allergy may be coded as a finding or as the substance, which releases hold among the medicines. */
function findName(code: CodedText | undefined, imported: ImportedTerminology) {
  for (const coding of code?.coding ?? []) {
    const key = codingKey(coding);
    if (key === undefined) continue;
    const at = key.lastIndexOf('|');
    const [system, bare] = [key.slice(0, at), key.slice(at + 1)];
    for (const known of [imported.condition(system, bare), imported.medicine(system, bare)]) {
      const [name] = known?.names ?? [];
      if (known !== undefined && name !== undefined)
        return { name, evidence: `code ${key} (imported ${known.release})` as const };
    }
  }
  return undefined;
}
