/** How complete an answer is, where no Bundle can say it: a header and an extension of `meta` (law L7). */
import type { Extension } from 'fhir/r4.js';
import { EXTENSION } from '../record/fhir/canonical.ts';
import type { SourceCompleteness } from '../record/completeness.ts';
import type { R4Resource } from '../record/fhir/types.ts';

/**
 * `complete; sources=gp:complete,hospital:complete`. Names and states only. No source at all is not complete: absence is no
 * evidence (law L6).
 */
export function completenessHeader(sources: readonly SourceCompleteness[]): string {
  const complete = sources.length > 0 && sources.every((source) => source.state === 'complete');
  const states = sources.map((source) => `${source.source}:${source.state}`).sort();
  return `${complete ? 'complete' : 'partial'}; sources=${states.join(',')}`;
}

export function withCompleteness(resource: R4Resource, sources: readonly SourceCompleteness[]): R4Resource {
  const extension = [...(resource.meta?.extension ?? []), ...sources.map(completenessExtension)];
  return extension.length === 0 ? resource : { ...resource, meta: { ...resource.meta, extension } };
}

function completenessExtension(completeness: SourceCompleteness): Extension {
  return {
    url: EXTENSION.completeness,
    extension: [
      { url: 'source', valueString: completeness.source },
      { url: 'state', valueString: completeness.state },
      ...(completeness.lastSuccess === undefined
        ? []
        : [{ url: 'last-success', valueInstant: completeness.lastSuccess }]),
      ...(completeness.reason === undefined ? [] : [{ url: 'reason', valueString: completeness.reason }]),
    ],
  };
}
