/** STU3 Device → R4: the unique device identifier becomes a list of carriers, names and versions lists of their own. */
import { isJsonObject } from '../../fhir/types.ts';
import { type Draft, note, put, rename, take } from '../draft.ts';

export function device(draft: Draft): void {
  rename(draft, { model: 'modelNumber' });
  versionToList(draft);
  const { udi } = draft.fields;
  if (!isJsonObject(udi)) return;
  take(draft, 'udi');
  const { name, ...carrier } = udi;
  put(draft, 'udiCarrier', Object.keys(carrier).length > 0 ? [carrier] : undefined, 'udi');
  if (typeof name === 'string') put(draft, 'deviceName', [{ name, type: 'udi-label-name' }], 'udi.name');
  else if (name !== undefined) note(draft, 'udi.name', name, 'not a text');
}

/** Also of DSTU2. */
export function versionToList(draft: Draft): void {
  const { version } = draft.fields;
  if (typeof version === 'string' && version !== '') draft.fields.version = [{ value: version }];
}
