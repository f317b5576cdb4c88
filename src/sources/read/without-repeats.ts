/** Leaves out what came twice byte for byte under the same type and id (a Medication included on every page); everything else is kept. */
import type { PulledResource } from '../../ports/source-connector.ts';
import { resourceTypeOf, textAt } from './outline.ts';

export function withoutRepeats(resources: readonly PulledResource[]): readonly PulledResource[] {
  const seen = new Set<string>();
  return resources.filter(({ json, text }) => {
    const id = textAt(json, 'id');
    // Two equal items without an id may be two facts.
    if (id === undefined) return true;
    const key = `${resourceTypeOf(json) ?? ''}/${id}\n${text}`;
    if (seen.has(key)) return false;
    seen.add(key);
    return true;
  });
}
