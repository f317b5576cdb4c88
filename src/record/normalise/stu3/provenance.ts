/** STU3 Provenance → R4: `who[x]` and `what[x]` become references. */
import { isJsonObject } from '../../fhir/types.ts';
import { type Draft, put, rename, take, within } from '../draft.ts';

export function provenance(draft: Draft): void {
  rename(draft, { period: 'occurredPeriod' });
  const { activity } = draft.fields;
  if (isJsonObject(activity) && activity.coding === undefined && activity.code !== undefined) {
    draft.fields.activity = { coding: [activity] };
  }
  within(draft, 'reason', codingToConcept);
  within(draft, 'agent', agent);
  within(draft, 'entity', (entity) => {
    toReference(entity, 'what');
    within(entity, 'agent', agent);
  });
}

function agent(draft: Draft): void {
  toReference(draft, 'who');
  toReference(draft, 'onBehalfOf');
  rename(draft, { relatedAgentType: 'type' });
}

/** `<name>Reference`, `<name>Uri` or `<name>Identifier` becomes `<name>`. */
function toReference(draft: Draft, name: string): void {
  rename(draft, { [`${name}Reference`]: name });
  if (typeof draft.fields[`${name}Uri`] === 'string') {
    put(draft, name, { reference: take(draft, `${name}Uri`) }, `${name}Uri`);
  }
  const identifier = take(draft, `${name}Identifier`);
  put(draft, name, identifier === undefined ? undefined : { identifier }, `${name}Identifier`);
}

function codingToConcept(draft: Draft): void {
  if (draft.fields.coding !== undefined || draft.fields.code === undefined) return;
  const coding = { ...draft.fields };
  for (const key of Object.keys(draft.fields)) take(draft, key);
  draft.fields.coding = [coding];
}
