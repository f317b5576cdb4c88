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

const SEPARATOR = ' › ';
/** Set by the gateway, or shown elsewhere. */
const LEFT_OUT: ReadonlySet<string> = new Set(['resourceType', 'id', 'meta']);

export function outline(resource: R4Resource, names: Names): readonly OutlineLine[] {
  const files = filesOf(resource);
  return membersOf('', resource).filter(({ label }) => !LEFT_OUT.has(label.split(SEPARATOR, 1).join('')));

  function linesOf(label: string, value: unknown): readonly OutlineLine[] {
    if (Array.isArray(value)) {
      const items = value as readonly unknown[];
      return items.flatMap((item, index) => linesOf(items.length > 1 ? `${label} ${String(index + 1)}` : label, item));
    }
    const text = decimalText(value) ?? (typeof value === 'boolean' ? String(value) : value);
    if (typeof text === 'string') return [line(label, text)];
    return isJsonObject(value) ? membersOf(`${label}${SEPARATOR}`, value) : [];
  }

  function membersOf(before: string, value: object): readonly OutlineLine[] {
    return Object.entries(value).flatMap(([key, member]: [string, unknown]) => {
      const label = `${before}${key}`;
      if (typeof member !== 'string') return linesOf(label, member);
      if (key === 'data' && isJsonObject(value) && isFile(value))
        return [line(label, '', { file: files.indexOf(value) })];
      if (key === 'reference') return [line(label, member, referred(member))];
      return [line(label, key === 'div' ? textOfMarkup(member) : member)];
    });
  }

  function referred(reference: string): Pick<OutlineLine, 'name' | 'path'> {
    const target = names.find(reference);
    return { name: names.of({ reference }), path: target && itemPath(target) };
  }
}

function line(label: string, text: string, more: Partial<OutlineLine> = {}): OutlineLine {
  return { label, text, name: undefined, path: undefined, file: undefined, ...more };
}
