/** Takes references that a viewer may not see out of a value the gateway made (design 4: "name nothing else", law L10). */

export type MayName = (reference: string) => boolean;

/** `<Type>/<id>` of a relative or absolute reference; undefined for fragments, urn: and anything else. */
export function referenceTarget(reference: string): { readonly type: string; readonly id: string } | undefined {
  const [, type, id] =
    /(?:^|\/)([A-Z][A-Za-z]{1,63})\/([A-Za-z0-9\-.]{1,64})(?:\/_history\/[^/]*)?$/.exec(reference) ?? [];
  return type === undefined || id === undefined ? undefined : { type, id };
}

/**
 * A copy without the references that may not be named. An item of a list (an entity, an extension, a Linkage item) that
 * loses its one reference goes as a whole, because it says nothing without it; an emptied list goes too.
 */
export function withoutReferences<T extends object>(value: T, mayName: MayName): Partial<T> {
  // Members only ever leave.
  return copyMembers(value, mayName).copy;
}

function copyMembers(value: object, mayName: MayName): { readonly copy: object; readonly lostReference: boolean } {
  let lostReference = false;
  const copy: Record<string, unknown> = {};
  for (const [name, member] of Object.entries(value) as [string, unknown][]) {
    if (Array.isArray(member)) {
      const kept = member.flatMap((item: unknown) => keptItem(item, mayName));
      if (kept.length > 0) copy[name] = kept;
    } else if (isHidden(member, mayName)) {
      lostReference = true;
    } else {
      copy[name] = isPlainObject(member) ? copyMembers(member, mayName).copy : member;
    }
  }
  return { copy, lostReference };
}

function keptItem(item: unknown, mayName: MayName): unknown[] {
  if (!isPlainObject(item)) return [item];
  if (isHidden(item, mayName)) return [];
  const { copy, lostReference } = copyMembers(item, mayName);
  return lostReference ? [] : [copy];
}

function isHidden(value: unknown, mayName: MayName): boolean {
  return isPlainObject(value) && typeof value['reference'] === 'string' && !mayName(value['reference']);
}

/** Numbers that keep their text are class instances and stay as they are. */
function isPlainObject(value: unknown): value is Record<string, unknown> {
  if (typeof value !== 'object' || value === null) return false;
  const prototype: unknown = Object.getPrototypeOf(value);
  return prototype === Object.prototype || prototype === null;
}
