/** Compares a string or uri parameter with a value (FHIR R4, 3.1.1.5.8, 3.1.1.5.13): case and accents do not count in a string. */

export type StringComparison = 'starts' | 'contains' | 'exact';

/**
 * @param wanted alternatives, as `plain` makes them unless they are to be exact.
 * @returns whether a value (a string, HumanName or Address) has a text that meets one of them. A text is made plain once,
 * however many alternatives there are.
 */
export function stringMatcher(wanted: readonly string[], comparison: StringComparison): (value: unknown) => boolean {
  if (comparison === 'exact') {
    const exact = new Set(wanted);
    return (value) => textsOf(value).some((text) => exact.has(text));
  }
  return (value) =>
    textsOf(value)
      .map(plain)
      .some((text) => wanted.some((one) => (comparison === 'starts' ? text.startsWith(one) : text.includes(one))));
}

/** Precise, apart from the version of a canonical. */
export function matchesUri(value: unknown, wanted: string): boolean {
  return typeof value === 'string' && (value === wanted || value.split('|')[0] === wanted);
}

/** The form in which strings are compared and sorted. */
export function plain(text: string): string {
  return text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
}

/** The texts of a string, HumanName or Address. Codes among its members (`use`, `type`) are none. */
export function textsOf(value: unknown): readonly string[] {
  if (typeof value === 'string') return [value];
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value)
    .filter(([name]) => !['use', 'type', 'period', 'extension', 'id'].includes(name))
    .flatMap(([, member]: [string, unknown]): unknown[] => (Array.isArray(member) ? member : [member]))
    .filter((text): text is string => typeof text === 'string');
}
