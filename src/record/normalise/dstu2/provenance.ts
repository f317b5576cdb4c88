/** DSTU2 Provenance → R4. */
import { isJsonObject } from '../../fhir/types.ts';
import { type Draft, rename, within } from '../draft.ts';

export function provenance(draft: Draft): void {
  rename(draft, { period: 'occurredPeriod' });
  within(draft, 'agent', agent);
  within(draft, 'entity', (entity) => {
    rename(entity, { reference: 'what' });
    const { what } = entity.fields;
    if (typeof what === 'string') entity.fields.what = { reference: what };
    within(entity, 'agent', agent);
  });
}

function agent(draft: Draft): void {
  rename(draft, { actor: 'who' });
  const { role } = draft.fields;
  if (isJsonObject(role) && role.coding === undefined && role.code !== undefined)
    draft.fields.role = [{ coding: [role] }];
}
