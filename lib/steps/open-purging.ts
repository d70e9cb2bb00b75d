/** Opens what the sweep destroys with. */
import { dynamodb, s3 } from '../stores/clients.ts';
import { keys } from '../stores/keys.ts';
import { openTable } from '../stores/table.ts';
import { deletePrefix, vaultKey } from '../stores/vault.ts';
import { env } from './open-world.ts';
import type { PurgeWorld } from './purge-request.ts';

export function purging(): Pick<PurgeWorld, 'purgeObjects' | 'eraseReceipt'> {
  return {
    async purgeObjects(id) {
      for (const bucket of [env('VAULT_BUCKET'), env('DELIVERY_BUCKET')]) await deletePrefix(s3(), bucket, vaultKey(id, ''));
    },
    eraseReceipt: (id) => openTable(dynamodb(), env('RECEIPTS_TABLE')).remove(keys.receipt(id)),
  };
}
