/** STU3 ProcedureRequest → R4 ServiceRequest. */
import { type Draft, contextToEncounter, mapCode, requesterToReference } from '../draft.ts';

/** Order states that R4 names otherwise. */
export const REQUEST_STATUS = { suspended: 'on-hold', cancelled: 'revoked' } as const;

export function procedureRequest(draft: Draft): void {
  contextToEncounter(draft);
  requesterToReference(draft);
  mapCode(draft, 'status', REQUEST_STATUS);
}
