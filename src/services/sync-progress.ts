/**
 * How a reading stands, kind by kind, where every process can see it: in the shared store while the reading goes on. Afterwards
 * the account itself says how it went. Progress is for people who wait: failing to note it never fails a reading.
 */
import { setTimeout as sleep } from 'node:timers/promises';
import type { SharedStore } from '../ports/shared-store.ts';
import type { Progress } from '../ports/source-connector.ts';

export interface SyncProgress {
  /** In the order in which the kinds were first told of; none while the reading only begins. */
  readonly kinds: readonly Progress[];
}

export interface ProgressNotes {
  note(progress: Progress): void;
  /** The reading is over, however it went. */
  end(): Promise<void>;
}

/** Many kinds are read at once: one write tells of all that happened since the last. */
const BETWEEN_WRITES_MS = 200;

function key(accountId: string): string {
  return `progress:${accountId}`;
}

/** @param ttlMs longer than any reading: what a process that died left is gone by itself. */
export async function beginProgress(shared: SharedStore, accountId: string, ttlMs: number): Promise<ProgressNotes> {
  const kinds = new Map<string, Progress>();
  const ended = new AbortController();
  let hasNews = false;
  let writing: Promise<void> | undefined;

  const write = () => shared.set(key(accountId), JSON.stringify({ kinds: [...kinds.values()] }), ttlMs);

  async function writeNews(): Promise<void> {
    while (hasNews && !ended.signal.aborted) {
      hasNews = false;
      await write();
      await sleep(BETWEEN_WRITES_MS, undefined, { signal: ended.signal });
    }
  }

  await write().catch(() => undefined);
  return {
    note(progress) {
      kinds.set(progress.type, progress);
      hasNews = true;
      writing ??= writeNews()
        .catch(() => undefined)
        .finally(() => {
          writing = undefined;
        });
    },
    async end() {
      ended.abort();
      await writing;
      await shared.delete(key(accountId)).catch(() => undefined);
    },
  };
}

/** @returns undefined where no reading is under way in any process. */
export async function readProgress(shared: SharedStore, accountId: string): Promise<SyncProgress | undefined> {
  const kept = await shared.get(key(accountId));
  return kept === undefined ? undefined : (JSON.parse(kept) as SyncProgress);
}
