/** What every use case needs from outside; made once by `app.ts`. */
import type { DurableStore } from '../ports/durable-store.ts';
import type { Log } from '../ports/log.ts';
import type { SharedStore } from '../ports/shared-store.ts';
import type { SourceConnector } from '../ports/source-connector.ts';
import type { TerminologyServer } from '../ports/terminology-server.ts';
import type { ImportedTerminology } from '../record/terminology/imported/imported-terminology.ts';

export interface ServiceContext {
  readonly store: DurableStore;
  readonly shared: SharedStore;
  readonly log: Log;
  /** Milliseconds since the epoch. */
  readonly now: () => number;
  /** Random, FHIR id syntax, at least 122 bits. */
  readonly newId: () => string;
  /** Id of the request that is being answered, or that set off what goes on. */
  readonly requestId?: (() => string | undefined) | undefined;
  /** By source name, in the order people see them. */
  readonly connectors: ReadonlyMap<string, SourceConnector>;
  /** The operator's imported releases. */
  readonly terminology?: ImportedTerminology | undefined;
  /** Names codes that no words stand beside; never needed. */
  readonly terminologyServer?: TerminologyServer | undefined;
}

/** The instant as FHIR and the store write it. */
export function isoNow(context: Pick<ServiceContext, 'now'>): string {
  return new Date(context.now()).toISOString();
}
