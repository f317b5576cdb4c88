/** Reads from a source under test, and keeps what was reported on the way. */
import type {
  AccessTokens,
  Progress,
  PullContext,
  PullResult,
  SourceConnector,
} from '../../src/ports/source-connector.ts';
import { PATIENT_ID } from './fhir-bundles.ts';

/** Long and odd enough to be found wherever it leaks. */
export const ACCESS_TOKEN = 'at-7f3c9b1e5d2a4860-secret';

export function fixedTokens(accessToken: string = ACCESS_TOKEN): AccessTokens {
  return { current: () => Promise.resolve(accessToken), renew: () => Promise.resolve(accessToken) };
}

export interface PullOptions {
  readonly tokens?: AccessTokens;
  readonly patientId?: string | undefined;
  readonly deadlineMs?: number;
  readonly grantedScope?: string;
  readonly identifiers?: PullContext['identifiers'];
}

export async function pull(
  connector: SourceConnector,
  options: PullOptions = {},
): Promise<PullResult & { readonly progress: readonly Progress[] }> {
  const progress: Progress[] = [];
  const result = await connector.pull({
    tokens: options.tokens ?? fixedTokens(),
    patientId: 'patientId' in options ? options.patientId : PATIENT_ID,
    signal: AbortSignal.timeout(options.deadlineMs ?? 20_000),
    onProgress: (one) => progress.push(one),
    grantedScope: options.grantedScope,
    identifiers: options.identifiers,
  });
  return { ...result, progress };
}

export function outcomeOf(result: PullResult, type: string): PullResult['outcomes'][number] {
  const outcome = result.outcomes.find((one) => one.type === type);
  if (outcome === undefined) throw new Error(`no outcome for ${type}`);
  return outcome;
}

export function idsOf(result: PullResult, type: string): readonly string[] {
  return result.resources
    .map(({ json }) => json as { resourceType: string; id: string })
    .filter(({ resourceType }) => resourceType === type)
    .map(({ id }) => id);
}
