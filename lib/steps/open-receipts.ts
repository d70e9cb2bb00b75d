/** Opens the receipts' store and signer. */
import { dynamodb, kms } from '../stores/clients.ts';
import { openReceiptStore } from '../stores/receipt-table.ts';
import { openSigner } from '../stores/signer.ts';
import { openTable } from '../stores/table.ts';
import { env } from './open-world.ts';
import type { World } from './world.ts';

export function receipts(): Pick<World, 'receipts'> {
  return { receipts: openReceiptStore(openTable(dynamodb(), env('RECEIPTS_TABLE'))) };
}

export function signer(): Pick<World, 'signer'> {
  return { signer: openSigner({ kms: kms(), keyId: env('RECEIPT_KEY') }) };
}
