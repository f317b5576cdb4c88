/** Keeps nothing: for the library's sessions above all. Who is signed in is asked of the gateway's pages at every request. */
import type { Adapter } from 'oidc-provider';

const nothing = () => Promise.resolve();

/** What adapters have in common; each overrides what its model needs. */
export const noAdapter: Adapter = {
  upsert: nothing,
  find: () => Promise.resolve(undefined),
  findByUid: () => Promise.resolve(undefined),
  findByUserCode: () => Promise.resolve(undefined),
  consume: nothing,
  destroy: nothing,
  revokeByGrantId: nothing,
};
