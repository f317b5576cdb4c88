/** Takes references that a viewer may not see out of a value (design 4: "name nothing else", law L10). */

export type MayName = (reference: string) => boolean;

/**
 * Of a member of a value: itself, to be looked into; undefined, where it is withheld; anything else stands in its place.
 */
export type Replace = (member: unknown) => unknown;

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
  return withhold(value, (member) =>
    isPlainObject(member) && typeof member['reference'] === 'string' && !mayName(member['reference'])
      ? undefined
      : member,
  );
}

/** As {@link withoutReferences}, for any members. @returns the value itself where nothing in it is withheld. */
export function withhold<T extends object>(value: T, replace: Replace): Partial<T> {
  // Members only ever leave or are replaced by others of their kind.
  return withoutMembers(value as Record<string, unknown>, replace) as Partial<T>;
}

function withoutMembers(object: Readonly<Record<string, unknown>>, replace: Replace): Record<string, unknown> {
  let copy: Map<string, unknown> | undefined;
  for (const [name, member] of Object.entries(object)) {
    const kept = keptMember(member, replace);
    if (kept === member) continue;
    copy ??= new Map(Object.entries(object));
    if (kept === undefined) copy.delete(name);
    else copy.set(name, kept);
  }
  return copy === undefined ? object : Object.fromEntries(copy);
}

function keptMember(member: unknown, replace: Replace): unknown {
  if (Array.isArray(member)) return keptItems(member as readonly unknown[], replace);
  const replaced = replace(member);
  if (replaced !== member || !isPlainObject(member)) return replaced;
  const kept = withoutMembers(member, replace);
  return kept !== member && Object.keys(kept).length === 0 ? undefined : kept;
}

function keptItems(items: readonly unknown[], replace: Replace): unknown {
  const kept = items.flatMap((item) => {
    const losesMember = isPlainObject(item) && Object.values(item).some((member) => isWithheld(member, replace));
    const left = losesMember ? undefined : keptMember(item, replace);
    return left === undefined ? [] : [left];
  });
  if (kept.length === 0 && items.length > 0) return undefined;
  return kept.length === items.length && kept.every((item, index) => item === items[index]) ? items : kept;
}

function isWithheld(member: unknown, replace: Replace): boolean {
  return !Array.isArray(member) && member !== undefined && replace(member) === undefined;
}

/** Numbers that keep their text are class instances and stay as they are. */
function isPlainObject(value: unknown): value is Record<string, unknown> {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return false;
  const prototype: unknown = Object.getPrototypeOf(value);
  return prototype === Object.prototype || prototype === null;
}
