/** Receipts by id, written once. */
import type { ReceiptStore, StoredReceipt } from '../receipts/port.ts';
import { keys } from './keys.ts';
import type { Item, Table } from './table.ts';

function receiptFrom(item: Item): StoredReceipt {
  const { pk: _pk, sk: _sk, ...receipt } = item;
  return receipt as unknown as StoredReceipt;
}

export function openReceiptStore(table: Table): ReceiptStore {
  const get = async (id: string): Promise<StoredReceipt | undefined> => {
    const item = await table.get(keys.receipt(id));
    return item && receiptFrom(item);
  };
  return {
    get,
    async putIfAbsent(receipt) {
      const written = await table.putIfAbsent({ ...keys.receipt(receipt.id), ...receipt });
      return written ? receipt : (await get(receipt.id))!;
    },
  };
}
