/** Takes a resource of an older FHIR release to R4, by the table of its release; contained resources with it. */
import { type FhirVersion, type JsonObject, isJsonObject } from '../fhir/types.ts';
import { convertObject } from './draft.ts';
import { DSTU2_CONVERSIONS } from './dstu2/conversions.ts';
import { isOtherResourceType, resourceShape } from './r4-shape.ts';
import { STU3_CONVERSIONS } from './stu3/conversions.ts';
import type { Unmapped } from './unmapped.ts';

const CONVERSIONS = { STU3: STU3_CONVERSIONS, DSTU2: DSTU2_CONVERSIONS } as const;

/** The R4 type of a resource, the table's own text, so that comparing it is cheap; undefined where R4 has none. */
export function r4TypeOf(type: string, version: FhirVersion): string | undefined {
  const own = version === 'R4' ? undefined : CONVERSIONS[version].get(type)?.type;
  const found = own ?? type;
  return resourceShape(found)?.name ?? (isOtherResourceType(found) ? found : undefined);
}

/** The resource in R4 terms, still unchecked. Shared where nothing had to change. */
export function toR4(resource: JsonObject, version: FhirVersion, unmapped: Unmapped[]): JsonObject {
  return version === 'R4' ? resource : convertResource(resource, version, String(resource.resourceType), unmapped);
}

function convertResource(
  resource: JsonObject,
  version: 'STU3' | 'DSTU2',
  path: string,
  unmapped: Unmapped[],
): JsonObject {
  const conversion =
    typeof resource.resourceType === 'string' ? CONVERSIONS[version].get(resource.resourceType) : undefined;
  const contained = Array.isArray(resource.contained) ? (resource.contained as unknown[]) : undefined;
  if (conversion === undefined && contained === undefined) return resource;
  const converted = convertObject(resource, path, unmapped, (draft) => {
    if (contained !== undefined) {
      draft.fields.contained = contained.map((item, i) =>
        isJsonObject(item) ? convertResource(item, version, `${path}.contained[${i}]`, unmapped) : item,
      );
    }
    conversion?.convert(draft);
    if (conversion?.type !== undefined) draft.fields.resourceType = conversion.type;
  });
  return isJsonObject(converted) ? converted : resource;
}
