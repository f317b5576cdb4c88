/** DSTU2 Device → R4. */
import { type Draft, put, rename, take } from '../draft.ts';
import { versionToList } from '../stu3/device.ts';

export function device(draft: Draft): void {
  rename(draft, { model: 'modelNumber', expiry: 'expirationDate' });
  versionToList(draft);
  if (typeof draft.fields.udi === 'string') put(draft, 'udiCarrier', [{ carrierHRF: take(draft, 'udi') }], 'udi');
}
