/**
 * A client of the operator's FHIR terminology server: what is kept is not asked for again, few requests at a time, and a server
 * that fails is left alone for a while, so that nobody waits for it with every answer.
 */
import { z } from 'zod';
import type { Log } from '../../ports/log.ts';
import type { SharedStore } from '../../ports/shared-store.ts';
import type { CodeToName, TerminologyServer } from '../../ports/terminology-server.ts';
import { sendLookup, type ServerAddress } from './send-lookup.ts';

const DAY_MS = 24 * 60 * 60_000;
const FOUND_MS = 7 * DAY_MS;
const NOT_FOUND_MS = DAY_MS;
const PAUSE_MS = 30_000;
const AT_A_TIME = 8;
/** After as many failures in one asking the rest would fail as well. */
const MAX_FAILURES = 8;

export interface TerminologyServerParts {
  readonly shared: SharedStore;
  readonly log: Log;
}

export function createTerminologyServer(
  address: ServerAddress,
  { shared, log }: TerminologyServerParts,
): TerminologyServer {
  const prefix = `terminology:${address.baseUrl}:`;
  const pauseKey = `${prefix}pause`;

  /** @returns how many were answered. */
  async function askAll(
    codes: readonly CodeToName[],
    signal: AbortSignal,
    onAnswer: (key: string, names: readonly string[]) => Promise<void>,
  ): Promise<number> {
    const waiting = codes.values();
    let answered = 0;
    let failures = 0;
    const work = async () => {
      for (const code of waiting) {
        if (signal.aborted || failures >= MAX_FAILURES) return;
        const names = await sendLookup(address, code, signal).catch(() => undefined);
        if (names === undefined) failures++;
        else {
          answered++;
          await onAnswer(keyOf(code), names);
        }
      }
    };
    await Promise.all(Array.from({ length: AT_A_TIME }, work));
    return answered;
  }

  return {
    async lookUp(codes, signal) {
      const kept = await Promise.all(codes.map(async (code) => keptNames(await shared.get(prefix + keyOf(code)))));
      const found = new Map<string, { readonly names: readonly string[] }>();
      const add = (key: string, names: readonly string[]) => {
        if (names.length > 0) found.set(key, { names });
      };
      codes.forEach((code, index) => add(keyOf(code), kept[index] ?? []));
      const unknown = codes.filter((_, index) => kept[index] === undefined);
      if (unknown.length === 0 || (await shared.get(pauseKey)) !== undefined) return found;
      const answered = await askAll(unknown, signal, async (key, names) => {
        add(key, names);
        await shared.set(prefix + key, JSON.stringify(names), names.length > 0 ? FOUND_MS : NOT_FOUND_MS);
      });
      if (answered < unknown.length) {
        await shared.set(pauseKey, 'failed', PAUSE_MS);
        log.warn({ asked: unknown.length, unanswered: unknown.length - answered }, 'terminology server did not answer');
      }
      return found;
    },
  };
}

function keyOf({ system, code }: CodeToName): string {
  return `${system}|${code}`;
}

/** [] for a code that the server does not know; undefined where nothing is kept. */
function keptNames(text: string | undefined): readonly string[] | undefined {
  return text === undefined ? undefined : z.array(z.string()).safeParse(JSON.parse(text)).data;
}
