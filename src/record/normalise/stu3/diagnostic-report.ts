/** STU3 DiagnosticReport → R4. A performer is a plain reference there; its role has no place. */
import { isJsonObject } from '../../fhir/types.ts';
import { type Draft, contextToEncounter, note, rename } from '../draft.ts';

export function diagnosticReport(draft: Draft): void {
  contextToEncounter(draft);
  rename(draft, { codedDiagnosis: 'conclusionCode', image: 'media' });
  const performers = draft.fields.performer;
  if (!Array.isArray(performers)) return;
  draft.fields.performer = (performers as unknown[]).map((performer, i) => {
    if (!isJsonObject(performer) || performer.actor === undefined) return performer;
    const { actor, ...rest } = performer;
    if (Object.keys(rest).length > 0) note(draft, `performer[${i}]`, rest, 'R4 has no such element');
    return actor;
  });
}
