/** Receipts, each at its place in its case, written once. */
import { entryOf } from '../receipts/log/statements.ts';
import type { ReceiptStore, StoredReceipt } from '../receipts/port.ts';
import { RECEIPT_INDEX } from './indexes.ts';
import { receiptKeys } from './keys.ts';
import { placeOf, waiting } from './log-marks.ts';
import type { Item, Table } from './table.ts';

function receiptFrom(item: Item): StoredReceipt {
  const { id, requestId, kind, fact, jws, issuedAt, place } = item as unknown as StoredReceipt;
  return { id, requestId, kind, fact, jws, issuedAt, place, ...placeOf(item) };
}

/** The receipts of a table. */
export function openReceiptStore(table: Table): ReceiptStore {
  return {
    async get(id) {
      const { name, hash } = RECEIPT_INDEX.ids;
      const { items } = await table.index({ index: name, hash: [hash, id], limit: 1 });
      const [found] = items;
      const item = found && (await table.get({ pk: String(found['pk']), sk: String(found['sk']) }));
      return item && receiptFrom(item);
    },
    ofCase: async (requestId) => (await table.partition(receiptKeys.ofCase(requestId))).map(receiptFrom),
    append: async (receipt) =>
      await table.putIfAbsent({
        ...receiptKeys.receipt(receipt.requestId, receipt.place),
        ...receipt,
        ...waiting(entryOf(receipt.jws), receipt.issuedAt),
      }),
    erase: async ({ requestId, place }) => await table.remove(receiptKeys.receipt(requestId, place)),
  };
}
