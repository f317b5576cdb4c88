/** Changes that a source itself has written down with their day, such as another dose (requirement P8). Pure. */
import { recordNames, refOf } from '../../record/explain/record-names.ts';
import { extensionsOf } from '../../record/explain/reported-statuses.ts';
import { TYPE_WORDS } from '../../record/explain/tables/issue-words.ts';
import { EXTENSION } from '../../record/fhir/canonical.ts';
import type { ReconciledRecord } from '../../record/reconciled-record.ts';

export interface WrittenChange {
  /** FHIR date as the source wrote it. */
  readonly date: string;
  readonly type: 'medicine' | 'condition' | 'allergy' | 'other';
  /** `dose`, `stage`, `severity` and so on. */
  readonly what: string;
  readonly name: string;
  readonly source: string;
  readonly from: string;
  readonly to: string;
  readonly reference: string;
}

/** By day; those without one are left out, as nobody says when. */
export function writtenChanges(record: ReconciledRecord): readonly WrittenChange[] {
  const names = recordNames(record);
  const found = record.unified.flatMap(({ resource }) =>
    extensionsOf(resource, EXTENSION.change).flatMap((parts): readonly WrittenChange[] => {
      const part = (url: string) => parts.find((item) => item.url === url);
      const date = part('date')?.valueDateTime;
      const source = names.sourceOf(part('source')?.valueReference?.reference ?? '');
      if (date === undefined || source === undefined) return [];
      return [
        {
          date,
          type: (TYPE_WORDS[resource.resourceType] ?? 'other') as WrittenChange['type'],
          what: part('what')?.valueCode ?? '',
          name: names.nameOf(resource),
          source,
          from: part('from')?.valueString ?? '',
          to: part('to')?.valueString ?? '',
          reference: refOf(resource),
        },
      ];
    }),
  );
  return found.toSorted((a, b) => compare(a.date, b.date) || compare(a.name, b.name) || compare(a.what, b.what));
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
