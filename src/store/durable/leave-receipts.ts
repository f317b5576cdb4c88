/** Receipts for people who have left: their key is gone, so each is sealed under a key made of its own id, which is kept nowhere. */
import type { LeaveReceiptStore } from '../../ports/leave-receipts.ts';
import { keyedIndex } from '../encryption/keyed-index.ts';
import { deriveKey } from '../encryption/operator-keys.ts';
import { seal, unseal } from '../encryption/sealed-value.ts';
import type { StoreContext } from './store-context.ts';

const TABLE = 'leave_receipt';

function receiptPlace(index: string) {
  return { keyId: '', table: TABLE, subjectId: '', rowId: index, column: 'receipt' };
}

function receiptKey(id: string): Uint8Array {
  return deriveKey(Buffer.from(id, 'utf8'), 'leave-receipt');
}

export function createLeaveReceipts({ db, storeKeys }: StoreContext): LeaveReceiptStore {
  const indexOf = (id: string) => keyedIndex(storeKeys.derive('leave-receipt-index'), [id]);
  return {
    async addLeaveReceipt(id, receipt, until) {
      const index = indexOf(id);
      const sealed = seal(receiptKey(id), Buffer.from(receipt, 'utf8'), receiptPlace(index));
      await db.insertInto(TABLE).values({ receipt_index: index, until, receipt: sealed }).execute();
    },
    async findLeaveReceipt(id, now) {
      const index = indexOf(id);
      const row = await db
        .selectFrom(TABLE)
        .select('receipt')
        .where('receipt_index', '=', index)
        .where('until', '>', now)
        .executeTakeFirst();
      return row === undefined ? undefined : unseal(receiptKey(id), row.receipt, receiptPlace(index)).toString('utf8');
    },
  };
}
