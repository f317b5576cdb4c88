/** What a source that is searched type by type must tell of itself. */
import type { SourceConfig } from '../../ports/source-config.ts';

type SearchFields =
  | 'access'
  | 'baseUrl'
  | 'fhirVersion'
  | 'fullPullEveryMs'
  | 'increments'
  | 'lacks'
  | 'limits'
  | 'quirks'
  | 'resourceTypes';

/** Whether many questions may go in one request. */
export interface BatchOffer {
  /** As far as the source has said so; never waits for it. */
  areTaken(): boolean;
  /** It says so, and does not do it. */
  wereRefused(): void;
}

export interface SearchSource {
  readonly config: Pick<SourceConfig, SearchFields>;
  /** Whether the CapabilityStatement offers `_lastUpdated` for a type. */
  readonly offersLastUpdated: (type: string) => Promise<boolean>;
  readonly batches: BatchOffer;
  /** Milliseconds since 1970. */
  readonly now: () => number;
}
