/** The kinds of items that have a page of their own, and their addresses. */
import type { UnifiedRecord } from '../../record/reconciled-record.ts';

export const ITEM_FOLDERS = ['medicines', 'conditions', 'allergies'] as const;
export type ItemFolder = (typeof ITEM_FOLDERS)[number];

const TYPES = {
  medicines: 'MedicationStatement',
  conditions: 'Condition',
  allergies: 'AllergyIntolerance',
} as const satisfies Readonly<Record<ItemFolder, UnifiedRecord['resource']['resourceType']>>;

/** @returns `<Type>/<id>` of the unified record. */
export function itemReference(folder: ItemFolder, id: string): string {
  return `${TYPES[folder]}/${id}`;
}

/** @param reference of a unified record. @returns undefined for another type. */
export function itemPath(reference: string): string | undefined {
  const [type, id = ''] = reference.split('/');
  const folder = ITEM_FOLDERS.find((item) => TYPES[item] === type);
  return folder === undefined ? undefined : `/${folder}/${id}`;
}
