/** DSTU2 Device → R4. */
import { type Draft, rename, take } from '../draft.ts';
import { versionToList } from '../stu3/device.ts';

export function device(draft: Draft): void {
  rename(draft, { model: 'modelNumber', expiry: 'expirationDate' });
  versionToList(draft);
  const udi = take(draft, 'udi');
  if (typeof udi === 'string') draft.fields.udiCarrier = [{ carrierHRF: udi }];
}
