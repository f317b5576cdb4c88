/** Port: how the gateway does, in numbers. No label may name or tell of a person. */

export type Surface = 'fhir' | 'oauth' | 'pages' | 'health';

export interface RequestFacts {
  readonly surface: Surface;
  /** The route as written (`/Patient/:id/$everything`), never the path asked for: that may hold an id. */
  readonly route: string;
  readonly method: string;
  readonly status: number;
  readonly durationMs: number;
}

export interface ReadingFacts {
  /** Source name of the configuration. */
  readonly source: string;
  /** How the account stands after it, or `error` where it could not be stored. */
  readonly state: string;
  readonly durationMs: number;
}

export interface Metrics {
  requestEnded(facts: RequestFacts): void;
  readingEnded(facts: ReadingFacts): void;
}
