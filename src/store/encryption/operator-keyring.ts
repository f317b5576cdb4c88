/** The operator's key, and while it is being changed the previous one beside it. */
import type { OperatorKeys } from './operator-keys.ts';
import { deriveOperatorKeys } from './operator-keys.ts';

/** What an engine is given. */
export interface GivenOperatorKeys {
  /** 32 bytes. */
  readonly operatorKey: Uint8Array;
  /** 32 bytes; while the key is being changed. */
  readonly previousOperatorKey?: Uint8Array | undefined;
}

export interface OperatorKeyring {
  /** The operator's key; a new store is begun with it. */
  readonly preferred: OperatorKeys;
  /** The preferred one first. */
  readonly all: readonly OperatorKeys[];
  find(id: string): OperatorKeys | undefined;
}

/** @throws RangeError for a key of another length than 32 bytes. */
export function createOperatorKeyring({ operatorKey, previousOperatorKey }: GivenOperatorKeys): OperatorKeyring {
  const preferred = deriveOperatorKeys(operatorKey);
  const previous = previousOperatorKey === undefined ? [] : [deriveOperatorKeys(previousOperatorKey)];
  const all = [preferred, ...previous];
  return { preferred, all, find: (id) => all.find((keys) => keys.id === id) };
}
