/** What each part of the contract stands on: a store with two people in it, and ways to open it again. */
import type { DurableStore } from '../../../src/ports/durable-store.ts';

export interface ContractStage {
  /** The store of the running test; another one after a restart. */
  readonly store: DurableStore;
  /** Another gateway on the same data; the same handle where the engine cannot be shared. */
  another(): Promise<DurableStore>;
  /** Closes and opens again; nothing where the engine's data ends with it. */
  restart(): Promise<void>;
}
