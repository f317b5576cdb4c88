/** DSTU2 FamilyMemberHistory → R4. */
import { type Draft, rename, within } from '../draft.ts';
import { familyMemberHistory as stu3FamilyMemberHistory } from '../stu3/family-member-history.ts';

export function familyMemberHistory(draft: Draft): void {
  rename(draft, { ageQuantity: 'ageAge', deceasedQuantity: 'deceasedAge' });
  within(draft, 'condition', (condition) => rename(condition, { onsetQuantity: 'onsetAge' }));
  stu3FamilyMemberHistory(draft);
}
