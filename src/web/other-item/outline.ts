/**
 * All that a record says, one line for each element: nothing that a source gave is unreachable (law L1). The names of the elements
 * are FHIR's own. Pure.
 */
import { decimalText } from '../../record/fhir/json.ts';
import { isJsonObject, type R4Resource } from '../../record/fhir/types.ts';
import { filesOf, isFile } from './item-files.ts';
import { itemPath } from '../other/item-summary.ts';
import type { Names } from '../other/reference-names.ts';
import { textOfMarkup } from './text-of-markup.ts';

export interface OutlineLine {
  /** `referenceRange › low › value` */
  readonly label: string;
  readonly text: string;
  /** What a reference points to is called; undefined where nothing is known. */
  readonly name: string | undefined;
  /** Page of what it points to; undefined where no source gave that. */
  readonly path: string | undefined;
  /** Position among the files of the record, where this is one: its content is downloaded apart. */
  readonly file: number | undefined;
}

/** Set by the gateway, or shown elsewhere. */
const LEFT_OUT: ReadonlySet<string> = new Set(['resourceType', 'id', 'meta']);

export function outline(resource: R4Resource, names: Names): readonly OutlineLine[] {
  const files = filesOf(resource);
  return Object.entries(resource)
    .filter(([key]) => !LEFT_OUT.has(key))
    .flatMap(([key, value]) => linesOf(key, value));

  function linesOf(label: string, value: unknown): readonly OutlineLine[] {
    if (Array.isArray(value)) {
      const items = value as readonly unknown[];
      return items.flatMap((item, index) => linesOf(items.length > 1 ? `${label} ${String(index + 1)}` : label, item));
    }
    if (isJsonObject(value) && decimalText(value) === undefined) {
      return Object.entries(value).flatMap(([key, member]) => {
        const path = `${label} › ${key}`;
        if (key === 'data' && isFile(value)) return [line(path, '', { file: files.indexOf(value) })];
        if (key === 'reference' && typeof member === 'string') return [line(path, member, referred(member))];
        if (key === 'div' && typeof member === 'string') return [line(path, textOfMarkup(member))];
        return linesOf(path, member);
      });
    }
    const text = decimalText(value) ?? (typeof value === 'boolean' ? String(value) : value);
    return typeof text === 'string' ? [line(label, text)] : [];
  }

  function referred(reference: string): Pick<OutlineLine, 'name' | 'path'> {
    const target = names.find(reference);
    return { name: names.of({ reference }), path: target && itemPath(target) };
  }
}

function line(label: string, text: string, more: Partial<OutlineLine> = {}): OutlineLine {
  return { label, text, name: undefined, path: undefined, file: undefined, ...more };
}
