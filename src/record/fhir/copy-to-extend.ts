/**
 * A copy of an object's own level that members will be added to. V8 gives each copy made by spreading a form of its own as soon
 * as a member is added, which is slow to make and slow to read; copies by `Object.assign` share one. A key `__proto__` is data
 * to the one and a command to the other.
 */
export function copyToExtend<T extends object>(object: T): T {
  return Object.hasOwn(object, '__proto__') ? { ...object } : Object.assign({}, object);
}
