/** Port: what many processes share for a while: sessions, one-time values, locks, computed records. Values are text. */

export interface Lock {
  /** Grows with each holder, so that a late writer can be told apart. */
  readonly fence: number;
  /** Holds it for ttlMs from now. @returns false where it was freed meanwhile, and may be another's. */
  extend(ttlMs: number): Promise<boolean>;
  release(): Promise<void>;
}

/** So many in each window of time; a window begins with its first. */
export interface Budget {
  readonly points: number;
  readonly windowMs: number;
}

export interface Spending {
  /** False where the window's budget is used up. */
  readonly isWithin: boolean;
  /** Until the window ends. */
  readonly waitMs: number;
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
  /** Counts one more against the budget of this key, whatever process spends it. One key has one budget. */
  spend(key: string, budget: Budget): Promise<Spending>;
  /** How it stands, without counting. */
  spent(key: string, budget: Budget): Promise<Spending>;
  close(): Promise<void>;
}
