/** What the source's CapabilityStatement says of searching, kept as HTTP says (FHIR R4, "capabilities"). */
import { SourceError } from '../../ports/source-connector.ts';
import type { SourceConfig } from '../../ports/source-config.ts';
import type { JsonObject } from '../../record/fhir/types.ts';
import { createKeptAnswer } from '../http/kept-answer.ts';
import type { SendFhir } from '../http/send-fhir.ts';
import { answerFailure } from './answer-failure.ts';
import { objectsAt, textAt } from './outline.ts';
import type { BatchOffer } from './search-source.ts';

const LAST_UPDATED = '_lastUpdated';

/** After a batch that was not answered as it should be. */
const NO_BATCH_FOR_MS = 3_600_000;

export interface Capabilities {
  /** False where the source does not say. Never rejects with a SourceError. */
  offersLastUpdated(type: string): Promise<boolean>;
  readonly batches: BatchOffer;
}

interface Offered {
  /** `*`: all. */
  readonly lastUpdated: ReadonlySet<string>;
  readonly batch: boolean;
}

export function createCapabilities(
  config: Pick<SourceConfig, 'baseUrl' | 'increments'>,
  send: SendFhir,
  now: () => number,
): Capabilities {
  let latest: Offered | undefined;
  let noBatchUntilMs = 0;
  const statement = createKeptAnswer({
    ask: async (conditions) => {
      const answer = await send({
        url: `${config.baseUrl.replace(/\/$/, '')}/metadata`,
        accessToken: undefined,
        ifNoneMatch: conditions['if-none-match'],
      });
      const failure = answer.status === 304 ? undefined : answerFailure(answer, now());
      if (failure !== undefined) throw failure;
      return answer;
    },
    read: ({ outline }) => {
      latest = { lastUpdated: typesWithLastUpdated(outline), batch: takesBatches(outline) };
      return latest;
    },
    now,
  });
  return {
    async offersLastUpdated(type) {
      try {
        const { lastUpdated } = await statement();
        return lastUpdated.has('*') || lastUpdated.has(type);
      } catch (error) {
        if (error instanceof SourceError) return false;
        throw error;
      }
    },
    batches: {
      areTaken() {
        if (now() < noBatchUntilMs) return false;
        if (config.increments !== undefined) return config.increments === 'batch';
        // Known the next time.
        if (latest === undefined) statement().catch(() => undefined);
        return latest?.batch === true;
      },
      wereRefused() {
        noBatchUntilMs = now() + NO_BATCH_FOR_MS;
      },
    },
  };
}

/** FHIR R4, `CapabilityStatement.rest.interaction`; DSTU2 and STU3 say it alike. */
export function takesBatches(statement: unknown): boolean {
  return serversOf(statement).some((rest) =>
    objectsAt(rest, 'interaction').some((interaction) => textAt(interaction, 'code') === 'batch'),
  );
}

function serversOf(statement: unknown): readonly JsonObject[] {
  return objectsAt(statement, 'rest').filter((rest) => textAt(rest, 'mode') !== 'client');
}

/** @returns `*` where it is offered for all types. */
export function typesWithLastUpdated(statement: unknown): ReadonlySet<string> {
  const rests = serversOf(statement);
  const hasIt = (place: unknown): boolean =>
    objectsAt(place, 'searchParam').some((parameter) => textAt(parameter, 'name') === LAST_UPDATED);
  return new Set([
    ...(rests.some(hasIt) ? ['*'] : []),
    ...rests.flatMap((rest) => objectsAt(rest, 'resource').filter(hasIt)).flatMap((one) => textAt(one, 'type') ?? []),
  ]);
}
