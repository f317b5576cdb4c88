/** The text of every source record exactly as received, as Binary resources (law L2). */
import { createHash } from 'node:crypto';
import type { Binary } from 'fhir/r4.js';
import { RECORD_KIND_SYSTEM } from '../fhir/canonical.ts';
import { stringifyFhirJson } from '../fhir/json.ts';
import type { ReconciledRecord } from '../reconciled-record.ts';

/** One Binary per source record; `securityContext` names the record it is the original of. */
export function originals(record: ReconciledRecord): readonly (Binary & { id: string })[] {
  return record.sourceRecords.map(({ resource, received }) => {
    const reference = `${resource.resourceType}/${resource.id}`;
    const text = received.text ?? stringifyFhirJson(received.json);
    return {
      resourceType: 'Binary',
      id: `original-${createHash('sha256').update(reference, 'utf8').digest('hex').slice(0, 32)}`,
      meta: { tag: [{ system: RECORD_KIND_SYSTEM, code: 'original' }] },
      contentType: 'application/fhir+json',
      securityContext: { reference },
      data: Buffer.from(text, 'utf8').toString('base64'),
    };
  });
}
