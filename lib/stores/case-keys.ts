/** One data key per case: made by KMS, wrapped in a table of its own, destroyed when the case is purged. */
import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';
import { DecryptCommand, GenerateDataKeyCommand, type KMSClient } from '@aws-sdk/client-kms';
import { PermanentError } from '../domain/errors.ts';
import type { RequestId } from '../domain/ids.ts';
import type { Table } from './table.ts';

/** Encrypts what belongs to one case. `label` binds a ciphertext to its place. */
export interface CaseKey {
  /** Salt of the subject reference in receipts, held with the key and gone with it. */
  salt: Uint8Array;
  seal(plain: Uint8Array, label: string): Buffer;
  /** Throws if the ciphertext was made elsewhere or changed. */
  open(sealed: Uint8Array, label: string): Buffer;
}

export interface CaseKeys {
  /** Makes the key, or opens the one already made by an earlier attempt. */
  create(id: RequestId): Promise<CaseKey>;
  /** Throws PermanentError `case-key-missing` after the case was purged. */
  open(id: RequestId): Promise<CaseKey>;
  exists(id: RequestId): Promise<boolean>;
  /** Repeatable. */
  destroy(id: RequestId): Promise<void>;
}

const IV_BYTES = 12;
const TAG_BYTES = 16;

function caseKey(key: Uint8Array, salt: Uint8Array): CaseKey {
  return {
    salt,
    seal(plain, label) {
      const iv = randomBytes(IV_BYTES);
      const cipher = createCipheriv('aes-256-gcm', key, iv);
      cipher.setAAD(Buffer.from(label));
      return Buffer.concat([iv, cipher.update(plain), cipher.final(), cipher.getAuthTag()]);
    },
    open(sealed, label) {
      const decipher = createDecipheriv('aes-256-gcm', key, sealed.subarray(0, IV_BYTES), { authTagLength: TAG_BYTES });
      decipher.setAAD(Buffer.from(label));
      decipher.setAuthTag(sealed.subarray(sealed.length - TAG_BYTES));
      return Buffer.concat([decipher.update(sealed.subarray(IV_BYTES, sealed.length - TAG_BYTES)), decipher.final()]);
    },
  };
}

const itemKey = (id: RequestId): { pk: string; sk: string } => ({ pk: `CASE#${id}`, sk: 'KEY' });

export function openCaseKeys({ table, kms, keyId }: { table: Table; kms: KMSClient; keyId: string }): CaseKeys {
  const cache = new Map<RequestId, CaseKey>();

  const unwrap = async (id: RequestId): Promise<CaseKey | undefined> => {
    const item = await table.get(itemKey(id));
    if (item === undefined) return undefined;
    const known = cache.get(id);
    if (known) return known;
    const { Plaintext } = await kms.send(
      new DecryptCommand({
        KeyId: keyId,
        CiphertextBlob: Buffer.from(String(item['wrapped']), 'base64'),
        EncryptionContext: { requestId: id },
      }),
    );
    const key = caseKey(Plaintext!, Buffer.from(String(item['salt']), 'base64'));
    // A sandbox serves many cases: a handful of keys saves KMS calls, more would only linger.
    if (cache.size >= 20) cache.clear();
    cache.set(id, key);
    return key;
  };

  return {
    async create(id) {
      const known = await unwrap(id);
      if (known) return known;
      const { CiphertextBlob } = await kms.send(
        new GenerateDataKeyCommand({ KeyId: keyId, KeySpec: 'AES_256', EncryptionContext: { requestId: id } }),
      );
      const wrapped = Buffer.from(CiphertextBlob!).toString('base64');
      await table.putIfAbsent({ ...itemKey(id), wrapped, salt: randomBytes(32).toString('base64') });
      return (await unwrap(id))!;
    },

    async open(id) {
      const key = await unwrap(id);
      if (key === undefined) throw new PermanentError('The key of this case no longer exists', { code: 'case-key-missing' });
      return key;
    },

    async exists(id) {
      return (await table.get(itemKey(id))) !== undefined;
    },

    async destroy(id) {
      cache.delete(id);
      await table.remove(itemKey(id));
    },
  };
}
