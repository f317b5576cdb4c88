/** What every durable engine must do, shown over two people. A difference between engines is a declared property. */
import { afterEach, beforeEach, describe } from 'vitest';
import type { DurableStore } from '../../src/ports/durable-store.ts';
import { accountsContract } from './durable-store/accounts-contract.ts';
import { appsContract } from './durable-store/apps-contract.ts';
import { atomicallyContract } from './durable-store/atomically-contract.ts';
import { auditContract } from './durable-store/audit-contract.ts';
import type { ContractStage } from './durable-store/contract-stage.ts';
import { decisionsContract } from './durable-store/decisions-contract.ts';
import { deletionContract } from './durable-store/deletion-contract.ts';
import { entriesContract } from './durable-store/entries-contract.ts';
import { ledgerContract } from './durable-store/ledger-contract.ts';
import { peopleContract } from './durable-store/people-contract.ts';
import { orla, tam } from './durable-store/people-of-the-contract.ts';
import { pullsContract } from './durable-store/pulls-contract.ts';

export interface DurableEngineUnderTest {
  /** True where a second `open` sees the same data, as another process or a restart would. */
  readonly shared: boolean;
  /** Opens the store of this test. */
  open(): Promise<DurableStore>;
  dispose(): Promise<void>;
}

export function durableStoreContract(name: string, prepare: () => Promise<DurableEngineUnderTest>): void {
  describe(`durable store: ${name}`, () => {
    let engine: DurableEngineUnderTest;
    let store: DurableStore;
    let others: DurableStore[];

    const stage: ContractStage = {
      get store() {
        return store;
      },
      async another() {
        if (!engine.shared) return store;
        const opened = await engine.open();
        others.push(opened);
        return opened;
      },
      async restart() {
        if (!engine.shared) return;
        await store.close();
        store = await engine.open();
      },
    };

    beforeEach(async () => {
      others = [];
      engine = await prepare();
      store = await engine.open();
      await store.createPerson(orla);
      await store.createPerson(tam);
    });

    afterEach(async () => {
      for (const other of others) await other.close();
      await store.close();
      await engine.dispose();
    });

    peopleContract(stage);
    accountsContract(stage);
    pullsContract(stage);
    ledgerContract(stage);
    auditContract(stage);
    appsContract(stage);
    decisionsContract(stage);
    entriesContract(stage);
    deletionContract(stage);
    atomicallyContract(stage);
  });
}
