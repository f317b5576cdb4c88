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

export interface SearchSource {
  readonly config: Pick<SourceConfig, SearchFields>;
  /** Whether the CapabilityStatement offers `_lastUpdated` for a type. */
  readonly offersLastUpdated: (type: string) => Promise<boolean>;
  /** Milliseconds since 1970. */
  readonly now: () => number;
}
