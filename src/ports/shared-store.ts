/** Port: what many processes share for a while: sessions, one-time values, locks, computed records. Values are text. */

export interface Lock {
  /** Grows with each holder, so that a late writer can be told apart. */
  readonly fence: number;
  release(): Promise<void>;
}

export interface SharedStore {
  get(key: string): Promise<string | undefined>;
  /** A ttl that has already passed stores nothing. */
  set(key: string, value: string, ttlMs: number): Promise<void>;
  /** Reads and deletes in one step: a one-time value is had by exactly one taker. */
  take(key: string): Promise<string | undefined>;
  delete(key: string): Promise<void>;
  /** Undefined where another holds it. Freed by itself after ttlMs. */
  tryLock(key: string, ttlMs: number): Promise<Lock | undefined>;
  close(): Promise<void>;
}
