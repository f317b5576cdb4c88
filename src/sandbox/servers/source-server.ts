/** What every simulated source has in common: what it is given, and what it gives back once it listens. */
import type { SourceConfig, SourceLimits } from '../../ports/source-config.ts';
import type { FhirVersion } from '../../record/fhir/types.ts';
import type { PutResource } from '../records/editable-records.ts';
import type { PatientRecord } from '../records/patient-record.ts';
import type { SandboxUser } from '../sandbox-user.ts';

/** A source before it runs: its names and the records it holds. */
export interface SourceSeed {
  readonly name: string;
  readonly title: string;
  readonly adds: SourceConfig['adds'];
  readonly kind: SourceConfig['kind'];
  readonly fhirVersion: FhirVersion;
  readonly viewOf: string | undefined;
  /** By person. */
  readonly records: ReadonlyMap<string, PatientRecord>;
  /** True for records from files: a GP system then answers all it has, whatever was asked for. */
  readonly whole: boolean;
}

/** `batch`: by `_lastUpdated`, and many searches in one request; `last-updated`: by `_lastUpdated`, one by one. */
export type SourceChanges = 'batch' | 'last-updated' | 'none';

/** Behaviour of real servers that a test or the demo may want; all off or mild by default. */
export interface SourceQuirks {
  /** Largest page given, whatever `_count` says. */
  readonly maxPageSize: number;
  readonly observationNeedsCategory: boolean;
  /** Types whose search fails (500) while the others work. */
  readonly failingTypes: readonly string[];
  /** Added to every FHIR request. */
  readonly delayMs: number;
  readonly accessTokenTtlS: number;
  /** `backend`: the hospital takes the gateway as a backend service, nobody signs in there. */
  readonly access: 'patient' | 'backend';
  /** How what changed can be asked for; undefined: as servers of this kind offer it. Never at a GP system. */
  readonly changes: SourceChanges | undefined;
}

export interface SourceServerOptions {
  readonly seed: SourceSeed;
  readonly port: number;
  readonly users: readonly SandboxUser[];
  /** The one redirect URI registered for the gateway. */
  readonly redirectUri: string;
  readonly clientName: string;
  readonly quirks: SourceQuirks;
  /** Where the gateway publishes its keys; undefined: a key is made for it. Only for a source whose clients sign. */
  readonly clientKeySetUrl?: string | undefined;
}

/** A source's server that listens. */
export interface StartedServer {
  readonly name: string;
  readonly title: string;
  readonly kind: SourceConfig['kind'];
  readonly baseUrl: string;
  /** People who hold a record here, with their id at the source. */
  readonly patients: ReadonlyMap<string, string>;
  readonly client: { readonly clientId: string; readonly redirectUri: string };
  /** All the gateway needs to link and read it, client secrets included: they were made for this run. */
  readonly config: SourceConfig;
  close(): Promise<void>;
}

/** A source of the sandbox. */
export interface SandboxSource extends StartedServer {
  /** As somebody there writes it: new, or in place of the one of the same type and id. */
  readonly put: PutResource;
}

export const DEFAULT_QUIRKS: SourceQuirks = {
  maxPageSize: 25,
  observationNeedsCategory: false,
  failingTypes: [],
  delayMs: 0,
  accessTokenTtlS: 300,
  access: 'patient',
  changes: undefined,
};

export const SOURCE_LIMITS: SourceLimits = {
  requestTimeoutMs: 15_000,
  maxResponseBytes: 64 * 1024 * 1024,
  maxPullBytes: 1024 * 1024 * 1024,
  maxPages: 500,
  pageSize: 200,
  concurrency: 4,
  retries: 2,
};

/** The parts of a {@link SourceConfig} that come straight from the seed. */
export function describeSeed(
  seed: SourceSeed,
): Pick<
  SourceConfig,
  'name' | 'title' | 'adds' | 'kind' | 'fhirVersion' | 'viewOf' | 'limits' | 'defaultLabels' | 'allowInsecure'
> {
  const { name, title, adds, kind, fhirVersion, viewOf } = seed;
  return {
    name,
    title,
    adds,
    kind,
    fhirVersion,
    viewOf,
    limits: SOURCE_LIMITS,
    defaultLabels: [],
    allowInsecure: true,
  };
}

/** A source without one of the two kinds of medicine entries says so, as its operator would in the gateway's configuration. */
export function lackedTypes(types: readonly string[]): readonly string[] {
  return ['MedicationRequest', 'MedicationOrder', 'MedicationStatement'].filter((type) => !types.includes(type));
}

export function patientIds(seed: SourceSeed): ReadonlyMap<string, string> {
  return new Map([...seed.records].map(([person, { patientId }]) => [person, patientId]));
}
