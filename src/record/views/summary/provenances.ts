/** Provenance of what is listed: the gateway assembled it from records that are told by their address at the source (design 4). */
import type { Provenance, Reference } from 'fhir/r4.js';
import type { R4Resource } from '../../fhir/types.ts';
import type { SummaryContext } from './summary-context.ts';

type Told = Provenance & { id: string };

/** @param listed by the unified record it stands for. */
export function provenancesOf(
  context: SummaryContext,
  listed: ReadonlyMap<string, readonly R4Resource[]>,
): readonly Told[] {
  return context.input.record.unified.flatMap(({ provenance }) => {
    const readable = context.input.read(`Provenance/${provenance.id}`);
    if (readable?.resourceType !== 'Provenance') return [];
    const target = readable.target.flatMap(({ reference }) => listed.get(reference ?? '') ?? []);
    if (target.length === 0) return [];
    return [
      {
        ...readable,
        target: target.map(({ resourceType, id }) => ({ reference: `${resourceType}/${id}` })),
        ...(readable.entity === undefined
          ? {}
          : { entity: readable.entity.map((entity) => ({ ...entity, what: toldReference(context, entity.what) })) }),
      },
    ];
  });
}

/** Of which type, where its source keeps it, and the source's title. */
function toldReference(context: SummaryContext, { reference = '', type, display }: Reference): Reference {
  const record = context.names.recordOf(reference);
  const url = record?.resource.meta?.source;
  const of = type ?? record?.resource.resourceType;
  return {
    ...(of === undefined ? {} : { type: of }),
    ...(url === undefined ? {} : { identifier: { system: 'urn:ietf:rfc:3986', value: url } }),
    display: record === undefined ? (display ?? 'a record of a source') : context.sourceTitle(record.source),
  };
}
