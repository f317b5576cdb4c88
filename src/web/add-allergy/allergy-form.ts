/** Checks the form for an allergy, or something else the person cannot take; all faults at once. Pure. */
import type { OwnAllergy } from '../../ports/person-entries.ts';
import { MAX_NAME, MAX_SHORT } from '../../services/own-entry-faults.ts';
import type { FormFault } from '../add/entry-form.ts';
import { lineFault } from '../add-medicine/medicine-form.ts';

/** As typed; '' where nothing was. */
export interface AllergyFields {
  readonly name: string;
  readonly reaction: string;
  readonly sort: string;
}

export const SORTS = ['allergy', 'intolerance'] as const;

export function checkAllergyForm({
  name,
  reaction,
  ...fields
}: AllergyFields): { readonly content: OwnAllergy } | { readonly faults: readonly FormFault[] } {
  const sort = SORTS.find((item) => item === fields.sort);
  const faults = [
    ...lineFault('text-name', name, MAX_NAME, true),
    ...(sort === undefined ? [{ field: 'sort', key: 'choose' }] : []),
    ...lineFault('text-reaction', reaction, MAX_SHORT, false),
  ];
  if (faults.length > 0 || sort === undefined) return { faults };
  return { content: { kind: 'allergy', name, reaction: reaction === '' ? undefined : reaction, sort } };
}
