/** DSTU2 Immunization → R4. */
import { type Draft, dropIfSaid, lose, rename, replaceCode, within } from '../draft.ts';
import { splitExplanation } from '../stu3/immunization.ts';
import { actorToPerformer } from './performer.ts';

const ROLES = 'http://terminology.hl7.org/CodeSystem/v2-0443';

export function immunization(draft: Draft): void {
  rename(draft, { date: 'occurrenceDateTime', vaccinationProtocol: 'protocolApplied' });
  if (draft.fields.wasNotGiven === true && draft.fields.status !== 'entered-in-error') {
    replaceCode(draft, 'status', 'not-done');
  }
  dropIfSaid(draft, 'wasNotGiven');
  if (typeof draft.fields.reported === 'boolean') draft.fields.primarySource ??= !draft.fields.reported;
  lose(draft, 'reported', 'R4 says whether the source is primary');
  actorToPerformer(draft, 'performer');
  actorToPerformer(draft, 'requester', { function: { coding: [{ system: ROLES, code: 'OP' }] } });
  within(draft, 'protocolApplied', (protocol) =>
    rename(protocol, { doseSequence: 'doseNumberPositiveInt', seriesDoses: 'seriesDosesPositiveInt' }),
  );
  splitExplanation(draft);
}
