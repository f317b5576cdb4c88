/**
 * Where a reference of one source leads: to a record of the gateway, to the person, or out to the source's server
 * (FHIR R4, Bundle: resolving references).
 */
import { parseReference } from '../fhir/references.ts';
import type { Targets } from './targets.ts';

export interface ReferenceIndex {
  /** As it must read in the normalised record. `subject`: whether it says whose record it is. */
  rewrite(reference: string, subject: boolean): string;
  /** A relative address of the source's server made absolute; anything else as it is. */
  absolute(url: string): string;
}

/**
 * @param baseUrl of the source.
 * @param targets by everything a source may call an item (`Type/id`, fullUrl, versioned): its `Type/<gateway id>`.
 * @param own the person's Patients: their `Patient/<gateway id>`, or {@link undeliveredKey}.
 * @param subjectId the gateway's Patient id.
 */
export function createReferenceIndex(
  baseUrl: string,
  targets: Targets,
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
    const target = targetOf(reference, targets, baseUrl);
    const isPerson = own.has(target ?? undeliveredKey(reference, baseUrl));
    // A Patient that the source gave keeps what it says of itself; one that it did not give can be read nowhere else.
    if (isPerson && (subject || target === undefined)) return person;
    return target ?? (parseReference(reference)?.base === undefined ? absolute(reference) : reference);
  }

  function absolute(url: string): string {
    return parseReference(url) !== undefined && !/^https?:/.test(url) ? `${baseUrl}/${url}` : url;
  }

  return { rewrite, absolute };
}

/** `Type/<gateway id>` of what the reference names; undefined where it was not delivered. */
export function targetOf(reference: string, targets: Targets, baseUrl: string): string | undefined {
  for (const name of namesOf(reference, baseUrl)) {
    const target = targets.get(name);
    if (target !== undefined) return target;
  }
  return undefined;
}

/** One name for all references to an item that was not delivered; no gateway id can be mistaken for it. */
export function undeliveredKey(reference: string, baseUrl: string): string {
  return `undelivered ${namesOf(reference, baseUrl).at(-1) ?? reference}`;
}

/** The texts under which a reference's target may be indexed, most exact first. */
function namesOf(reference: string, baseUrl: string): readonly string[] {
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
