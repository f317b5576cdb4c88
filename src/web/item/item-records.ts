/** The source records that an item is made of: what each says, as received, and whether its source says it or only copies it (laws L1, L5). Pure. */
import type { Extension } from 'fhir/r4.js';
import { refOf } from '../../record/explain/record-names.ts';
import { EXTENSION } from '../../record/fhir/canonical.ts';
import { stringifyFhirJson } from '../../record/fhir/json.ts';
import type { SourceRecord } from '../../record/normalise/source-record.ts';
import type { UnifiedRecord } from '../../record/reconciled-record.ts';
import { copiesIn } from '../../services/medicine-rows.ts';
import { writtenOn } from '../../services/written-on.ts';
import { recordFields, type FieldNames, type RecordField } from './record-fields.ts';

export interface ItemRecord {
  /** `<Type>/<id>` of the source's record. */
  readonly reference: string;
  readonly type: string;
  /** Of the catalogue `item:type`: its type, or `plan`. */
  readonly kind: string;
  /** Of the source that delivered it. */
  readonly title: string;
  /** FHIR date it was written on. */
  readonly date: string | undefined;
  readonly fields: readonly RecordField[];
  readonly isCopy: boolean;
  /** Where it was copied from, where that is linked. */
  readonly copyOf: string | undefined;
  /** As received, indented. */
  readonly received: string;
  /** All its elements, and itself to keep. */
  readonly path: string;
  /** Id that its source knows it by. */
  readonly originalId: string | undefined;
}

export interface ItemRecordsInput {
  readonly item: UnifiedRecord;
  readonly names: FieldNames;
  readonly titleOf: (source: string) => string;
}

/** Newest first; those without a date last. */
export function sortedMembers({ members }: UnifiedRecord): readonly SourceRecord[] {
  return members.toSorted((a, b) => {
    const [one, two] = [writtenOn(a.resource) ?? '', writtenOn(b.resource) ?? ''];
    return one < two ? 1 : one > two ? -1 : refOf(a.resource) < refOf(b.resource) ? -1 : 1;
  });
}

/** @param members of the item, as many as a page shows. */
export function itemRecords(
  members: readonly SourceRecord[],
  { item, names, titleOf }: ItemRecordsInput,
): readonly ItemRecord[] {
  const copies = new Set(copiesIn(item));
  return members.map(({ resource, source, received, originalId }) => {
    const fields = recordFields(resource, names);
    const reference = refOf(resource);
    const original = originalOf(names.records.recordOf(reference));
    return {
      reference,
      type: resource.resourceType,
      // GP Connect: a practice writes each medicine as a plan, and its prescriptions beside it.
      kind: fields.some(({ key }) => key === 'intent') ? 'plan' : resource.resourceType,
      title: titleOf(source),
      date: writtenOn(resource),
      fields,
      isCopy: copies.has(reference),
      copyOf: original === undefined ? undefined : titleOf(names.records.sourceOf(original) ?? ''),
      received: indented(received.text ?? stringifyFhirJson(received.json)),
      path: `/other/${resource.resourceType}/${resource.id}`,
      originalId,
    };
  });
}

function originalOf(record: SourceRecord | undefined): string | undefined {
  const { extension = [] } = (record?.resource ?? {}) as { readonly extension?: readonly Extension[] };
  return extension.find(({ url }) => url === EXTENSION.copyOf)?.valueReference?.reference;
}

const STRUCTURE = /"(?:[^"\\]|\\.)*"|[{}[\],:]|[^\s{}[\],:"]+/g;

/** JSON with a line for each member, its numbers and strings untouched (1.0 stays 1.0). */
function indented(json: string): string {
  const lines: string[] = [];
  let [line, depth] = ['', 0];
  const end = (): void => {
    if (line.trim() !== '') lines.push(line);
    line = '  '.repeat(depth);
  };
  for (const [token] of json.matchAll(STRUCTURE)) {
    if (token === '{' || token === '[') {
      line += token;
      depth++;
      end();
    } else if (token === '}' || token === ']') {
      depth--;
      end();
      line += token;
    } else if (token === ',') {
      line += token;
      end();
    } else line += token === ':' ? ': ' : token;
  }
  end();
  return lines.join('\n');
}
