import { createMemoryStore } from '../../src/store/shared/create-memory-store.ts';
import { sharedStoreContract } from './shared-store-contract.ts';

sharedStoreContract('memory', () => {
  let nowMs = 1_000;
  return {
    open: () => Promise.resolve(createMemoryStore({ now: () => nowMs })),
    passMs(ms) {
      nowMs += ms;
      return Promise.resolve();
    },
  };
});
