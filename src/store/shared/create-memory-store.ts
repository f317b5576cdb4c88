/** The embedded shared store: values, one-time values and locks of one process, bounded, gone with it. */
import type { Budget, SharedStore, Spending } from '../../ports/shared-store.ts';

export interface MemoryStoreOptions {
  /** Milliseconds of any steady clock. */
  readonly now: () => number;
  /** Values held at most; the least recently used go first. */
  readonly maxEntries?: number;
  /** Characters of all values together; a value larger than that is not kept at all. */
  readonly maxCharacters?: number;
}

interface Entry {
  readonly value: string;
  readonly expiresAt: number;
}

const DEFAULT_MAX_ENTRIES = 100_000;
const DEFAULT_MAX_CHARACTERS = 256 * 1024 * 1024;
const WRITES_PER_SWEEP = 256;

/** Values in order of use, oldest first: a Map keeps the order of insertion. */
function createEntries({ now, maxEntries, maxCharacters }: Required<MemoryStoreOptions>) {
  const entries = new Map<string, Entry>();
  let characters = 0;
  let writes = 0;

  function remove(key: string): Entry | undefined {
    const entry = entries.get(key);
    if (entry === undefined) return undefined;
    entries.delete(key);
    characters -= entry.value.length;
    return entry.expiresAt > now() ? entry : undefined;
  }

  function add(key: string, entry: Entry): void {
    entries.set(key, entry);
    characters += entry.value.length;
  }

  function makeRoom(): void {
    writes += 1;
    if (writes % WRITES_PER_SWEEP === 0 || entries.size > maxEntries || characters > maxCharacters) {
      for (const [key, { expiresAt }] of entries) if (expiresAt <= now()) remove(key);
    }
    for (const key of entries.keys()) {
      if (entries.size <= maxEntries && characters <= maxCharacters) return;
      remove(key);
    }
  }

  return {
    remove,
    read(key: string): Entry | undefined {
      const entry = remove(key);
      if (entry !== undefined) add(key, entry);
      return entry;
    },
    write(key: string, entry: Entry): void {
      remove(key);
      if (entry.expiresAt <= now() || entry.value.length > maxCharacters) return;
      add(key, entry);
      makeRoom();
    },
    clear(): void {
      entries.clear();
      characters = 0;
    },
  };
}

interface HeldLock {
  readonly fence: number;
  readonly expiresAt: number;
}

function createLocks(now: () => number) {
  const held = new Map<string, HeldLock>();
  let lastFence = 0;

  function dropExpired(): void {
    for (const [key, { expiresAt }] of held) if (expiresAt <= now()) held.delete(key);
  }

  return {
    tryLock(key: string, ttlMs: number) {
      dropExpired();
      if (held.has(key) || !(ttlMs > 0)) return undefined;
      lastFence += 1;
      const fence = lastFence;
      held.set(key, { fence, expiresAt: now() + ttlMs });
      return {
        fence,
        extend(longerMs: number): Promise<boolean> {
          const own = held.get(key);
          if (own?.fence !== fence || own.expiresAt <= now()) return Promise.resolve(false);
          held.set(key, { fence, expiresAt: now() + longerMs });
          return Promise.resolve(true);
        },
        release(): Promise<void> {
          // Only one's own: after the ttl it may be another's.
          if (held.get(key)?.fence === fence) held.delete(key);
          return Promise.resolve();
        },
      };
    },
    clear: () => held.clear(),
  };
}

interface Window {
  count: number;
  readonly endsAt: number;
}

const MAX_WINDOWS = 100_000;

/** Budgets in windows of time, the oldest first: a Map keeps the order of insertion. */
function createWindows(now: () => number) {
  const windows = new Map<string, Window>();

  function current(key: string): Window | undefined {
    const known = windows.get(key);
    return known !== undefined && known.endsAt > now() ? known : undefined;
  }

  function begin(key: string, windowMs: number): Window {
    windows.delete(key);
    if (windows.size >= MAX_WINDOWS) {
      for (const [other, { endsAt }] of windows) if (endsAt <= now()) windows.delete(other);
      for (const other of windows.keys()) {
        if (windows.size < MAX_WINDOWS) break;
        windows.delete(other);
      }
    }
    const begun = { count: 0, endsAt: now() + windowMs };
    windows.set(key, begun);
    return begun;
  }

  return {
    spend(key: string, { points, windowMs }: Budget): Spending {
      const window = current(key) ?? begin(key, windowMs);
      window.count += 1;
      return { isWithin: window.count <= points, waitMs: window.endsAt - now() };
    },
    spent(key: string, { points }: Budget): Spending {
      const window = current(key);
      return {
        isWithin: window === undefined || window.count < points,
        waitMs: window === undefined ? 0 : window.endsAt - now(),
      };
    },
    clear: () => windows.clear(),
  };
}

export function createMemoryStore({
  now,
  maxEntries = DEFAULT_MAX_ENTRIES,
  maxCharacters = DEFAULT_MAX_CHARACTERS,
}: MemoryStoreOptions): SharedStore {
  const entries = createEntries({ now, maxEntries, maxCharacters });
  const locks = createLocks(now);
  const windows = createWindows(now);
  return {
    get: (key) => Promise.resolve(entries.read(key)?.value),
    /** A ttl already passed leaves nothing, the older value included: it was replaced. */
    set(key, value, ttlMs) {
      entries.write(key, { value, expiresAt: ttlMs > 0 ? now() + ttlMs : -Infinity });
      return Promise.resolve();
    },
    take: (key) => Promise.resolve(entries.remove(key)?.value),
    delete(key) {
      entries.remove(key);
      return Promise.resolve();
    },
    tryLock: (key, ttlMs) => Promise.resolve(locks.tryLock(key, ttlMs)),
    spend: (key, budget) => Promise.resolve(windows.spend(key, budget)),
    spent: (key, budget) => Promise.resolve(windows.spent(key, budget)),
    close() {
      entries.clear();
      windows.clear();
      locks.clear();
      return Promise.resolve();
    },
  };
}
