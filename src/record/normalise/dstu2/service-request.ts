/** DSTU2 DiagnosticOrder, ProcedureRequest and ReferralRequest → R4 ServiceRequest. They are orders by their names. */
import { isJsonObject } from '../../fhir/types.ts';
import { type Draft, mapCode, note, put, rename, take, textToNote, within } from '../draft.ts';
import { serviceToCode } from '../stu3/referral-request.ts';
import { timing } from './dosage.ts';
import { reasonToLists } from './reasons.ts';

const STATUS = {
  proposed: 'draft',
  planned: 'draft',
  requested: 'active',
  received: 'active',
  accepted: 'active',
  'in-progress': 'active',
  review: 'active',
  suspended: 'on-hold',
  cancelled: 'revoked',
  aborted: 'revoked',
  rejected: 'revoked',
  failed: 'revoked',
} as const;

export function diagnosticOrder(draft: Draft): void {
  draft.fields.intent ??= 'order';
  mapCode(draft, 'status', STATUS);
  rename(draft, { orderer: 'requester', reason: 'reasonCode', supportingInformation: 'supportingInfo' });
  const items = draft.fields.item;
  if (!Array.isArray(items)) return;
  take(draft, 'item');
  const codes = (items as unknown[]).map((item, i) => {
    if (!isJsonObject(item)) return item;
    const { code, ...rest } = item;
    if (Object.keys(rest).length > 0) note(draft, `item[${i}]`, rest, 'R4 has no such element');
    return code;
  });
  const [first, ...others] = codes.filter((code) => code !== undefined);
  put(draft, 'code', first, 'item.code');
  put(draft, 'orderDetail', others.length > 0 ? others : undefined, 'item.code');
}

export function procedureRequest(draft: Draft): void {
  draft.fields.intent ??= 'order';
  mapCode(draft, 'status', STATUS);
  rename(draft, {
    orderer: 'requester',
    orderedOn: 'authoredOn',
    notes: 'note',
    scheduledDateTime: 'occurrenceDateTime',
    scheduledPeriod: 'occurrencePeriod',
    scheduledTiming: 'occurrenceTiming',
  });
  within(draft, 'occurrenceTiming', timing);
  reasonToLists(draft, 'reason');
}

export function referralRequest(draft: Draft): void {
  draft.fields.intent ??= 'order';
  mapCode(draft, 'status', STATUS);
  rename(draft, {
    patient: 'subject',
    dateSent: 'authoredOn',
    type: 'category',
    specialty: 'performerType',
    recipient: 'performer',
    reason: 'reasonCode',
    supportingInformation: 'supportingInfo',
    fulfillmentTime: 'occurrencePeriod',
  });
  serviceToCode(draft);
  textToNote(draft, 'description');
}
