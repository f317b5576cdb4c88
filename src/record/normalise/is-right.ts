/**
 * Whether an object may stand in R4 exactly as it was received: a walk that only reads. Most objects are right, so the walk that
 * repairs, reports and keeps track of paths is left to the others (`fit-r4.ts`).
 */
import { LosslessNumber } from 'lossless-json';
import { isValidPrimitive } from './fit-primitive.ts';
import { dataTypeShape, type ElementShape, type ObjectShape } from './r4-shape.ts';

/** What is inside may have to change although it is right (references), or has rules of its own. */
const NOT_AS_IT_IS: ReadonlySet<ObjectShape> = new Set(['Reference', 'Attachment', 'Extension'].map(dataTypeShape));

/** False where anything is wrong, or may have to be rewritten. `value` may be anything. */
export function isRight(value: unknown, shape: ObjectShape): boolean {
  if (typeof value !== 'object' || value === null || Array.isArray(value) || value instanceof LosslessNumber)
    return false;
  const object = value as Readonly<Record<string, unknown>>;
  let required = 0;
  let choices = 0;
  let isEmpty = true;
  for (const key in object) {
    const element = shape.elements.get(key);
    if (element === undefined || (element.choice & choices) !== 0 || !isElementRight(object[key], element))
      return false;
    choices |= element.choice;
    if (element.required) required++;
    isEmpty = false;
  }
  return !isEmpty && required >= shape.required.length;
}

/** The value of an element, a whole list where it is one. */
export function isElementRight(value: unknown, element: ElementShape): boolean {
  if (element.plain) return typeof value === 'string' && value !== '';
  if (!element.many) return isOneRight(value, element);
  if (!Array.isArray(value) || value.length === 0) return false;
  const items = value as readonly unknown[];
  for (let i = 0; i < items.length; i++) if (!isOneRight(items[i], element)) return false;
  return true;
}

function isOneRight(value: unknown, element: ElementShape): boolean {
  if (element.primitive !== undefined && element.kind !== 'companion')
    return isValidPrimitive(value, element.primitive, element.codes);
  return (
    element.kind === 'complex' &&
    element.shape !== undefined &&
    !NOT_AS_IT_IS.has(element.shape) &&
    isRight(value, element.shape)
  );
}
