/** What the source's CapabilityStatement says of searching, kept as HTTP says (FHIR R4, "capabilities"). */
import { SourceError } from '../../ports/source-connector.ts';
import type { SourceConfig } from '../../ports/source-config.ts';
import { createKeptAnswer } from '../http/kept-answer.ts';
import type { SendFhir } from '../http/send-fhir.ts';
import { answerFailure } from './answer-failure.ts';
import { objectsAt, textAt } from './outline.ts';

const LAST_UPDATED = '_lastUpdated';

export interface Capabilities {
  /** False where the source does not say. Never rejects with a SourceError. */
  offersLastUpdated(type: string): Promise<boolean>;
}

export function createCapabilities(
  config: Pick<SourceConfig, 'baseUrl'>,
  send: SendFhir,
  now: () => number,
): Capabilities {
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
    read: ({ outline }) => typesWithLastUpdated(outline),
    now,
  });
  return {
    async offersLastUpdated(type) {
      try {
        const types = await statement();
        return types.has('*') || types.has(type);
      } catch (error) {
        if (error instanceof SourceError) return false;
        throw error;
      }
    },
  };
}

/** @returns `*` where it is offered for all types. */
export function typesWithLastUpdated(statement: unknown): ReadonlySet<string> {
  const rests = objectsAt(statement, 'rest').filter((rest) => textAt(rest, 'mode') !== 'client');
  const hasIt = (place: unknown): boolean =>
    objectsAt(place, 'searchParam').some((parameter) => textAt(parameter, 'name') === LAST_UPDATED);
  return new Set([
    ...(rests.some(hasIt) ? ['*'] : []),
    ...rests.flatMap((rest) => objectsAt(rest, 'resource').filter(hasIt)).flatMap((one) => textAt(one, 'type') ?? []),
  ]);
}
