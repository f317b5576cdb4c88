/**
 * Makes a resource valid FHIR R4 in one walk: references are rewritten, and what R4 has no place for or does not allow leaves
 * its place and is reported, so that one bad element never spoils the rest (law L8). What is right is shared, not copied.
 */
import { LosslessNumber } from 'lossless-json';
import { copyToExtend } from '../fhir/copy-to-extend.ts';
import type { JsonObject } from '../fhir/types.ts';
import { completeRequired } from './complete-required.ts';
import { isValidPrimitive, repairPrimitive } from './fit-primitive.ts';
import { isElementRight } from './is-right.ts';
import { type ElementShape, type ObjectShape, dataTypeShape, isOtherResourceType, resourceShape } from './r4-shape.ts';
import type { ReferenceIndex } from './reference-index.ts';
import { rewriteReferences } from './rewrite-references.ts';
import { NO_PLACE, type Unmapped } from './unmapped.ts';

const REFERENCE = dataTypeShape('Reference');
const ATTACHMENT = dataTypeShape('Attachment');
const EXTENSION_SHAPE = dataTypeShape('Extension');
const NARRATIVE = dataTypeShape('Narrative');

/** The walk over one source's resources. */
export interface R4Fitter {
  /**
   * @param root name the paths begin with: the type as received.
   * @param unmapped filled with what had to leave its place.
   * @returns a copy of the resource's own level; what is inside is shared where it was right.
   */
  fit(resource: JsonObject, shape: ObjectShape, root: string, unmapped: Unmapped[]): Record<string, unknown>;
}

export function createR4Fitter(references: ReferenceIndex, subjectId: string): R4Fitter {
  const plainReferences = new Map<string, JsonObject>();
  let path: (string | number)[] = [];
  let lost: Unmapped[] = [];

  function fit(resource: JsonObject, shape: ObjectShape, root: string, unmapped: Unmapped[]): Record<string, unknown> {
    path = [root];
    lost = unmapped;
    // `meta` will be there in the end.
    const copy = resource.meta === undefined ? copyToExtend(resource) : { ...resource };
    const fitted = fitObject(copy, shape, copy);
    // Completing what is required makes another copy, never the received resource.
    return fitted === undefined ? {} : fitted;
  }

  function lose(name: string | number | undefined, value: unknown, reason: string): void {
    const steps = name === undefined ? path : [...path, name];
    const text = steps
      .map((step, i) => (typeof step === 'number' ? `[${step}]` : i === 0 ? step : `.${step}`))
      .join('');
    lost.push({ path: text, value, reason });
  }

  /** @param owned the object itself where it may be changed in place. */
  function fitObject(object: JsonObject, shape: ObjectShape, owned?: Record<string, unknown>): JsonObject | undefined {
    let changed = owned;
    let required = 0;
    let choices = 0;
    let empty = true;
    for (const key in object) {
      const value = object[key];
      const element = shape.elements.get(key);
      let kept: unknown;
      if (element === undefined) {
        if (value !== undefined && value !== null) lose(key, value, NO_PLACE);
      } else if (element.choice !== 0 && (choices & element.choice) !== 0) {
        lose(key, value, 'a second value where R4 allows one');
      } else {
        kept = isPlainlyRight(value, element, owned) ? value : fitElement(value, element, object);
        if (kept !== undefined) {
          empty = false;
          choices |= element.choice;
          if (element.required) required++;
        }
      }
      if (kept !== value) {
        changed ??= { ...object };
        if (kept === undefined) Reflect.deleteProperty(changed, key);
        else changed[key] = kept;
      }
    }
    if (empty) return undefined;
    if (shape === EXTENSION_SHAPE && isBrokenExtension(object, choices !== 0)) {
      lose(undefined, object, 'an extension needs a value or extensions');
      return undefined;
    }
    const fitted = changed ?? object;
    return required < shape.required.length ? complete(fitted, shape) : fitted;
  }

  function complete(object: JsonObject, shape: ObjectShape): JsonObject | undefined {
    if (shape === EXTENSION_SHAPE) {
      lose(undefined, object, 'an extension without url');
      return undefined;
    }
    if (shape === NARRATIVE) {
      lose(undefined, object, 'a narrative without status or text');
      return undefined;
    }
    return completeRequired(object, shape, subjectId);
  }

  function fitElement(value: unknown, element: ElementShape, parent: JsonObject): unknown {
    if (value === null || value === undefined) return undefined;
    if (element.many) return fitMany(Array.isArray(value) ? (value as unknown[]) : [value], element, parent, value);
    if (!Array.isArray(value)) return fitOne(value, element, element.name);
    if (value.length > 1) {
      lose(element.name, value, 'a list where R4 allows one');
      return undefined;
    }
    return value.length === 0 ? undefined : fitOne(value[0], element, element.name);
  }

  function fitMany(values: readonly unknown[], element: ElementShape, parent: JsonObject, original: unknown): unknown {
    let changed: unknown[] | undefined;
    let dropped = false;
    path.push(element.name);
    for (let i = 0; i < values.length; i++) {
      const value = values[i];
      // In lists of primitives null keeps the place of an extension, and the other way round.
      const kept = value === null ? undefined : fitOne(value, element, i);
      if (kept === value) continue;
      const keepsPlace = kept === undefined && hasCounterpart(element, parent);
      if (keepsPlace && value === null) continue;
      changed ??= values.slice();
      changed[i] = keepsPlace ? null : kept;
      dropped ||= kept === undefined && !keepsPlace;
    }
    path.pop();
    if (changed === undefined) return values.length === 0 ? undefined : Array.isArray(original) ? original : values;
    const result = dropped ? changed.filter((value) => value !== undefined) : changed;
    return result.every((value) => value === null) ? undefined : result;
  }

  /** @param step name or index of the value under the current path. */
  function fitOne(value: unknown, element: ElementShape, step: string | number): unknown {
    if (element.shape === undefined && element.kind !== 'resource') return fitPrimitive(value, element, step);
    if (typeof value !== 'object' || value === null || Array.isArray(value) || value instanceof LosslessNumber) {
      return fitMisplaced(value, element, step);
    }
    const object = value as JsonObject;
    path.push(step);
    const fitted = element.kind === 'resource' ? fitContained(object) : fitComplex(object, element);
    path.pop();
    return fitted;
  }

  function fitComplex(value: JsonObject, element: ElementShape): JsonObject | undefined {
    if (element.shape === undefined) return undefined;
    const fitted = fitObject(value, element.shape);
    if (fitted === undefined) return undefined;
    if (element.shape === REFERENCE && typeof fitted.reference === 'string') {
      return withReference(fitted, references.rewrite(fitted.reference, element.subject), plainReferences);
    }
    if (element.shape === ATTACHMENT && typeof fitted.url === 'string') {
      const url = references.rewrite(fitted.url, false);
      return url === fitted.url ? fitted : { ...fitted, url };
    }
    return fitted;
  }

  function fitContained(value: JsonObject): JsonObject | undefined {
    const type = value.resourceType;
    const shape = typeof type === 'string' ? resourceShape(type) : undefined;
    if (shape !== undefined) return fitObject(value, shape);
    if (typeof type === 'string' && isOtherResourceType(type)) return rewriteReferences(value, references);
    lose(undefined, value, 'not a resource of R4');
    return undefined;
  }

  function fitPrimitive(value: unknown, element: ElementShape, step: string | number): unknown {
    const { primitive, codes } = element;
    if (primitive === undefined || isValidPrimitive(value, primitive, codes)) return value;
    const repair = repairPrimitive(value, primitive);
    if (repair?.reason !== undefined) lose(step, value, repair.reason);
    if (repair !== undefined) return repair.value;
    lose(step, value, codes === undefined ? `not a valid ${primitive}` : 'not a code that R4 allows here');
    return undefined;
  }

  /** A primitive where R4 has an object. Words in place of a concept are still worth reading. */
  function fitMisplaced(value: unknown, element: ElementShape, step: string | number): unknown {
    const concept = element.kind === 'complex' && element.shape?.name === 'CodeableConcept';
    lose(step, value, concept ? 'a text where R4 has a concept' : 'not an object');
    return concept && typeof value === 'string' && value.trim() !== '' ? { text: value } : undefined;
  }

  return { fit };
}

/** Whether the same list stands there as values for extensions, or as extensions for values. */
function hasCounterpart({ kind, name, primitive }: ElementShape, parent: JsonObject): boolean {
  if (kind === 'companion') return parent[name.slice(1)] !== undefined;
  return primitive !== undefined && parent[`_${name}`] !== undefined;
}

/**
 * Most values are right, and most of these are told at once: a valid primitive, what is checked elsewhere. Objects are looked
 * through from the resource's own level only, so that each is read once more at most, however deep a fault lies.
 */
function isPlainlyRight(value: unknown, element: ElementShape, owned: object | undefined): boolean {
  if (element.kind === 'as-is') return value !== null;
  return (owned !== undefined || element.plain || element.primitive !== undefined) && isElementRight(value, element);
}

/** R4, ext-1: a value or extensions, not both. Without either there may still be extensions of the value. */
function isBrokenExtension(object: JsonObject, hasValue: boolean): boolean {
  if (hasValue !== (object.extension !== undefined)) return false;
  return hasValue || !Object.keys(object).some((key) => key.startsWith('_value'));
}

/**
 * The two common forms are written out: they are many, and copying an object of unknown form is slow. Of the plainest there is
 * one for all who name the same: most records name the same person.
 */
function withReference(value: JsonObject, reference: string, shared: Map<string, JsonObject>): JsonObject {
  if (value.reference === reference) return value;
  let members = 0;
  for (const key in value) members += key === 'reference' || key === 'display' ? 1 : 3;
  if (members === 1) return sharedReference(reference, shared);
  return members === 2 ? { reference, display: value.display } : { ...value, reference };
}

function sharedReference(reference: string, shared: Map<string, JsonObject>): JsonObject {
  const known = shared.get(reference);
  if (known !== undefined) return known;
  const made = { reference };
  shared.set(reference, made);
  return made;
}
