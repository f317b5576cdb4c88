/** STU3 Immunization → R4. `notGiven` is a status there; the explanation is split into its reasons. */
import { isJsonObject } from '../../fhir/types.ts';
import { type Draft, dropIfSaid, note, put, rename, replaceCode, take, within } from '../draft.ts';

export function immunization(draft: Draft): void {
  rename(draft, { date: 'occurrenceDateTime', practitioner: 'performer', vaccinationProtocol: 'protocolApplied' });
  if (draft.fields.notGiven === true && draft.fields.status !== 'entered-in-error')
    replaceCode(draft, 'status', 'not-done');
  dropIfSaid(draft, 'notGiven');
  within(draft, 'performer', (performer) => rename(performer, { role: 'function' }));
  within(draft, 'protocolApplied', (protocol) =>
    rename(protocol, { doseSequence: 'doseNumberPositiveInt', seriesDoses: 'seriesDosesPositiveInt' }),
  );
  splitExplanation(draft);
}

/** Also of DSTU2: `reason` and `reasonNotGiven` are lists, and R4 has room for one reason against. */
export function splitExplanation(draft: Draft): void {
  const explanation = take(draft, 'explanation');
  if (explanation === undefined) return;
  if (!isJsonObject(explanation)) {
    note(draft, 'explanation', explanation, 'not an object');
    return;
  }
  const { reason, reasonNotGiven, ...rest } = explanation;
  put(draft, 'reasonCode', reason, 'explanation.reason');
  const [first, ...others] = Array.isArray(reasonNotGiven) ? (reasonNotGiven as unknown[]) : [reasonNotGiven];
  put(draft, 'statusReason', first, 'explanation.reasonNotGiven');
  if (others.length > 0) note(draft, 'explanation.reasonNotGiven', others, 'R4 has room for one reason');
  if (Object.keys(rest).length > 0) note(draft, 'explanation', rest, 'R4 has no such element');
}
