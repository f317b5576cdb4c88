/** STU3 ReferralRequest → R4 ServiceRequest. */
import { type Draft, contextToEncounter, mapCode, put, rename, requesterToReference, textToNote } from '../draft.ts';
import { REQUEST_STATUS } from './procedure-request.ts';

export function referralRequest(draft: Draft): void {
  contextToEncounter(draft);
  requesterToReference(draft);
  rename(draft, {
    groupIdentifier: 'requisition',
    type: 'category',
    specialty: 'performerType',
    recipient: 'performer',
  });
  serviceToCode(draft);
  mapCode(draft, 'status', REQUEST_STATUS);
  textToNote(draft, 'description');
}

/** R4 has one code and, for more, a list of details. Also of DSTU2. */
export function serviceToCode(draft: Draft): void {
  const services = draft.fields.serviceRequested;
  if (!Array.isArray(services) || draft.fields.code !== undefined) return;
  const [first, ...others] = services as unknown[];
  Reflect.deleteProperty(draft.fields, 'serviceRequested');
  draft.fields.code = first;
  put(draft, 'orderDetail', others.length > 0 ? others : undefined, 'serviceRequested');
}
