/** Which resources go into the document: those listed, and the people, places and products they name (IPS 2.0.1, Bundle). */
import type { Reference } from 'fhir/r4.js';
import { parseReference } from '../../fhir/references.ts';
import type { R4Resource } from '../../fhir/types.ts';
import { portable, referencesIn, withoutOwn } from './portable.ts';
import type { SummaryContext } from './summary-context.ts';
import { conceptWords, nameWords } from './words.ts';

/** What may come along with a listed resource. */
const SUPPORTING: ReadonlySet<string> = new Set([
  'Practitioner',
  'PractitionerRole',
  'Organization',
  'Medication',
  'Device',
  'Specimen',
]);

/** @param listed without the Patient, which is always there. @returns portable copies, each once, the listed ones first. */
export function gather(context: SummaryContext, listed: readonly R4Resource[]): readonly R4Resource[] {
  const { read, record } = context.input;
  const chosen = new Map<string, R4Resource>();
  const waiting = [...listed];
  for (let resource = waiting.shift(); resource !== undefined; resource = waiting.shift()) {
    const reference = `${resource.resourceType}/${resource.id}`;
    if (chosen.has(reference)) continue;
    chosen.set(reference, resource);
    for (const named of referencesIn(withoutOwn(resource))) {
      if (!SUPPORTING.has(parseReference(named)?.type ?? '')) continue;
      const target = read(named);
      if (target !== undefined) waiting.push(target);
    }
  }
  const patient = `Patient/${record.patient.id}`;
  const isInside = (reference: string) => reference === patient || chosen.has(reference);
  return [...chosen.values()].map((resource) =>
    portable(resource, isInside, (reference) => logical(context, reference)),
  );
}

/** What it is called, of which type, and where its source keeps it. */
function logical(
  { input }: SummaryContext,
  { reference, display, type, identifier }: Reference & { reference: string },
): Reference {
  const target = input.read(reference);
  // What the reference says may be no type at all.
  const of = type ?? target?.resourceType;
  const url = target?.meta?.source ?? (/^https?:/.test(reference) ? reference : undefined);
  const known = identifier ?? (url === undefined ? undefined : { system: 'urn:ietf:rfc:3986', value: url });
  return {
    ...(of === undefined ? {} : { type: of }),
    ...(known === undefined ? {} : { identifier: known }),
    display:
      display ??
      (target === undefined ? undefined : titleOf(target)) ??
      `${of ?? 'A record'} that is not in this summary`,
  };
}

function titleOf(resource: R4Resource): string | undefined {
  switch (resource.resourceType) {
    case 'Practitioner':
      return nameWords(resource.name?.[0]);
    case 'Organization':
    case 'Location':
      return resource.name;
    case 'Encounter':
      return conceptWords(resource.type?.[0]);
    default:
      return undefined;
  }
}
