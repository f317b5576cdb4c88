/** Marks a resource with the reading that delivered it. */
import { stringifyFhirJson } from '../../record/fhir/json.ts';
import type { ReceivedResource } from '../../record/source-input.ts';
import type { PulledResource } from '../../ports/source-connector.ts';

/** Text is always at hand here but where an array hid it; then the exact decimals are written back. */
export function asPulled(resource: ReceivedResource, readAs: string): PulledResource {
  return { ...resource, readAs, text: resource.text ?? stringifyFhirJson(resource.json) };
}
