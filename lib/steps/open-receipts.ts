/** Opens what issues receipts, logs them and reads them. */
import type { Configuration } from '../domain/configuration.ts';
import { openLogReader } from '../receipts/log/read-log.ts';
import { sequence } from '../receipts/log/sequence.ts';
import { openCosigner } from '../receipts/witness/open-cosigner.ts';
import { dynamodb, kms, s3 } from '../stores/clients.ts';
import { openLogFiles } from '../stores/log-bucket.ts';
import { openKeyHistory, openLogStore, openStatements } from '../stores/log-table.ts';
import { openReceiptStore } from '../stores/receipt-table.ts';
import { openLogSigner, openSigner } from '../stores/signer.ts';
import { openTable, type Table } from '../stores/table.ts';
import { env } from './open-world.ts';
import type { World } from './world.ts';

const table = (): Table => openTable(dynamodb(), env('RECEIPTS_TABLE'));
const now = (): number => Date.now();

export function receipts(): Pick<World, 'receipts'> {
  return { receipts: openReceiptStore(table()) };
}

/** The public keys and their history. */
export function publicKeys(): Pick<World, 'signer' | 'keyHistory'> {
  return { signer: openSigner({ kms: kms(), keyId: env('RECEIPT_KEY') }), keyHistory: openKeyHistory(table()) };
}

export function log(): Pick<World, 'log'> {
  const parts = { store: openLogStore(table()), files: openLogFiles({ s3: s3(), bucket: env('LOG_BUCKET') }), baseUrl: env('BASE_URL') };
  return { log: openLogReader(parts) };
}

/** All that issuing takes. */
export function issuing({ witnesses = [] }: Configuration): Pick<World, 'receipts' | 'signer' | 'keyHistory' | 'statements' | 'logWriter'> {
  const statements = openStatements(table(), now);
  const store = openLogStore(table());
  const files = openLogFiles({ s3: s3(), bucket: env('LOG_BUCKET') });
  const signer = openLogSigner({ kms: kms(), keyId: env('LOG_KEY') });
  const cosign = witnesses.length === 0 ? {} : { cosign: openCosigner({ witnesses, files }) };
  const parts = { store, files, signer, statements, baseUrl: env('BASE_URL'), now, ...cosign };
  return {
    ...receipts(),
    ...publicKeys(),
    statements,
    logWriter: {
      run: async (known) => await sequence(parts, known),
      waiting: async (before) => await store.countWaiting(new Date(before).toISOString()),
      forget: async (place) => await store.forget(place),
    },
  };
}
