/**
 * Where a reference of one source leads: to a record of the gateway, to the person, or out to the source's server
 * (FHIR R4, Bundle: resolving references).
 */
import { parseReference } from '../fhir/references.ts';

export interface ReferenceIndex {
  /** As it must read in the normalised record. `subject`: whether it says whose record it is. */
  rewrite(reference: string, subject: boolean): string;
  /** A relative address of the source's server made absolute; anything else as it is. */
  absolute(url: string): string;
}

/**
 * @param baseUrl of the source.
 * @param targets by everything a source may call an item (`Type/id`, fullUrl, versioned): its `Type/<gateway id>`.
 * @param own everything the source may call the person's Patient.
 * @param subjectId the gateway's Patient id.
 */
export function createReferenceIndex(
  baseUrl: string,
  targets: ReadonlyMap<string, string>,
  own: ReadonlySet<string>,
  subjectId: string,
): ReferenceIndex {
  const person = `Patient/${subjectId}`;
  // Most references repeat: the answer for each text is worked out once.
  const known = new Map<string, string>();
  const knownSubjects = new Map<string, string>();

  function rewrite(reference: string, subject: boolean): string {
    const cache = subject ? knownSubjects : known;
    let answer = cache.get(reference);
    if (answer === undefined) {
      answer = resolve(reference, subject);
      cache.set(reference, answer);
    }
    return answer;
  }

  function resolve(reference: string, subject: boolean): string {
    const names = namesOf(reference, baseUrl);
    if (subject && names.some((name) => own.has(name))) return person;
    for (const name of names) {
      const target = targets.get(name);
      if (target !== undefined) return target;
    }
    return parseReference(reference)?.base === undefined ? absolute(reference) : reference;
  }

  function absolute(url: string): string {
    return parseReference(url) !== undefined && !/^https?:/.test(url) ? `${baseUrl}/${url}` : url;
  }

  return { rewrite, absolute };
}

/** The texts under which a reference's target may be indexed, most exact first. */
export function namesOf(reference: string, baseUrl: string): readonly string[] {
  const rest = parseReference(reference);
  if (rest === undefined) return [reference];
  const { base, type, id, version } = rest;
  const names = [reference];
  if (base === undefined || base === baseUrl) {
    if (version !== undefined) names.push(`${type}/${id}/_history/${version}`);
    names.push(`${type}/${id}`);
  } else if (version !== undefined) {
    names.push(`${base}/${type}/${id}`);
  }
  return names;
}
