/** How far a record may speak about the person: the source's own words decide (matching: "entered in error, do-not-perform"). */
import type { JsonObject } from '../fhir/types.ts';
import { hasCode } from './coded.ts';
import type { Standing } from './source-record.ts';

/** @param resource valid R4. */
export function standingOf(resource: JsonObject, isOthers: boolean): Standing {
  if (isOthers) return 'other-subject';
  if (resource.status === 'entered-in-error' || resource.lifecycleStatus === 'entered-in-error')
    return 'entered-in-error';
  if (hasCode(resource.verificationStatus, 'entered-in-error')) return 'entered-in-error';
  return resource.doNotPerform === true ? 'do-not-perform' : 'asserted';
}
