/** The values at a path of a resource, through lists; what is not there gives nothing. */

/** `item[type=source].resource`: members `resource` of those items whose `type` is `source`. */
export function elementsAt(resource: object, path: string): readonly unknown[] {
  let values: unknown[] = [resource];
  for (const step of path.split('.')) {
    const [name = '', condition] = step.split('[');
    values = values.flatMap((value) => membersOf(value, name));
    if (condition !== undefined) values = values.filter((value) => meets(value, condition));
  }
  return values;
}

/** @param condition `member=value]` */
function meets(value: unknown, condition: string): boolean {
  const [member = '', wanted] = condition.slice(0, -1).split('=');
  return membersOf(value, member).includes(wanted);
}

function membersOf(value: unknown, name: string): unknown[] {
  if (typeof value !== 'object' || value === null || !Object.hasOwn(value, name)) return [];
  const member = (value as Record<string, unknown>)[name];
  if (member === undefined || member === null) return [];
  return Array.isArray(member) ? member : [member];
}
