/** What goes into the reconciler: one delivery per source, as received. */
import type { Coding } from 'fhir/r4.js';
import type { FhirVersion } from './fhir/types.ts';

/** One resource as a source sent it. Never changed after receipt (law L2). */
export interface ReceivedResource {
  /** Parsed by `parseFhirJson`; anything at all may be in it. */
  readonly json: unknown;
  /** The text of this resource exactly as received, where it is at hand. */
  readonly text?: string;
  /** `Bundle.entry.fullUrl` where there was one. */
  readonly fullUrl?: string;
  /** Where it stood, for messages: `entry[3]`, `line 7`. */
  readonly at: string;
}

/** Everything one source delivered about one person. */
export interface SourceInput {
  /** Short name: `[a-z][a-z0-9-]*`, at most 24 characters. */
  readonly name: string;
  /** Base URL of the source's FHIR server; offline `https://sources.invalid/<name>`. No trailing slash. */
  readonly baseUrl: string;
  /** Recognised from the resources where undefined. */
  readonly fhirVersion: FhirVersion | undefined;
  /** Name of the source whose record this one shows: its items are then a route, not an origin (law L5). */
  readonly viewOf: string | undefined;
  /** Id of the source's own Patient that is this person, where the link says so; otherwise worked out. */
  readonly patientId: string | undefined;
  /** `meta.security` of items that carry none: what the operator knows of this source. */
  readonly defaultLabels?: readonly Coding[];
  readonly resources: readonly ReceivedResource[];
  /** Things that could not even be parsed (a broken NDJSON line, a truncated page): text and why. */
  readonly unreadable: readonly UnreadableItem[];
}

/** A piece of input that is no JSON object. Kept and named, never dropped (law L8). */
export interface UnreadableItem {
  readonly at: string;
  readonly text: string;
  readonly reason: string;
}
