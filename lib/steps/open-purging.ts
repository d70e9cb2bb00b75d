/** Opens what the sweep destroys with. */
import { s3 } from '../stores/clients.ts';
import { deletePrefix, vaultKey } from '../stores/vault.ts';
import type { PapersWorld } from './erase-papers.ts';
import { papersOfMail } from './kept-mail.ts';
import { env } from './open-world.ts';
import type { PurgeWorld } from './purge-request.ts';

export function purging(): Pick<PurgeWorld, 'purgeObjects'> & Pick<PapersWorld, 'purgePapers'> {
  return {
    async purgeObjects(id) {
      for (const bucket of [env('VAULT_BUCKET'), env('DELIVERY_BUCKET')]) await deletePrefix(s3(), bucket, vaultKey(id, ''));
    },

    async purgePapers(id, mail) {
      for (const prefix of papersOfMail(id, mail)) await deletePrefix(s3(), env('VAULT_BUCKET'), prefix);
    },
  };
}
