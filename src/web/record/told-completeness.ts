/** How complete a page is, with what a source itself warns of: items held back, on their way or not filed yet (law L7; GP Connect, Lists). Pure. */
import type { SourceCompleteness } from '../../record/completeness.ts';
import type { JsonObject } from '../../record/fhir/types.ts';
import { listWarnings } from '../../record/normalise/list-warnings.ts';
import { readReasons } from '../../record/reasons.ts';
import type { RecordAnswer } from '../../services/record-reader.ts';

export interface ToldWarning {
  /** Of the catalogue, `record:completeness.warning`. */
  readonly code: string;
  /** Title of the list it stands on. */
  readonly list: string | undefined;
}

export interface ToldCompleteness extends SourceCompleteness {
  readonly warnings: readonly ToldWarning[];
}

const NAMED: ReadonlySet<string> = new Set(['confidential-items', 'data-in-transit', 'data-awaiting-filing']);

export function toldCompleteness({
  record,
  completeness,
}: Pick<RecordAnswer, 'record' | 'completeness'>): readonly ToldCompleteness[] {
  const warnings = record.sourceRecords.flatMap(({ source, resource }) =>
    resource.resourceType === 'List' ? listWarnings(source, resource as unknown as JsonObject) : [],
  );
  return completeness.map((item) => {
    const own = warnings
      .filter(({ source }) => source === item.source)
      .map(({ code, list }) => ({ code: NAMED.has(code) ? code : 'other', list }));
    return {
      ...item,
      reason: isToldBy(own, item.reason) ? undefined : item.reason,
      warnings: [...new Map(own.map((one) => [`${one.code} ${one.list ?? ''}`, one])).values()],
    };
  });
}

/** The reading took its reason from the same lists: it is said once. */
function isToldBy(warnings: readonly ToldWarning[], reason: string | undefined): boolean {
  const codes = new Set(warnings.map(({ code }) => code));
  const read = reason === undefined ? undefined : readReasons(reason);
  return read?.every(({ kind }) => codes.has(kind === 'may-be-incomplete' ? 'other' : kind)) ?? false;
}
