/** Whether a key of KMS signs in the form that the local one gives and that receipts and log checkpoints are verified in. */
import { createHash } from 'node:crypto';
import { GetPublicKeyCommand, type KMSClient, SignCommand } from '@aws-sdk/client-kms';
import { RECEIPT_TYP, RECEIPT_VERSION } from '../../lib/receipts/family.ts';
import { keyFromSpki } from '../../lib/receipts/keys.ts';
import { joseSignature } from '../../lib/receipts/sign.ts';
import { verifyReceipt } from '../../lib/receipts/verify.ts';
import { openSigner } from '../../lib/stores/signer.ts';

const base64url = (value: unknown): string => Buffer.from(JSON.stringify(value)).toString('base64url');

/** Signs as issue-receipt does and verifies as a stranger would. */
async function receiptFault(kms: KMSClient, keyId: string): Promise<string | undefined> {
  const signer = openSigner({ kms, keyId });
  const key = keyFromSpki(await signer.publicKey());
  const input = `${base64url({ alg: 'ES256', kid: key.kid, typ: RECEIPT_TYP })}.${base64url({ v: RECEIPT_VERSION, kind: 'request' })}`;
  const signature = joseSignature(await signer.signDigest(createHash('sha256').update(input).digest()));
  if (signature === undefined) return 'the signature is not the one DER form that ECDSA_SHA_256 gives locally';
  const { result } = await verifyReceipt({ jws: `${input}.${Buffer.from(signature).toString('base64url')}`, keys: [{ ...key }] });
  return result === 'genuine' ? undefined : 'a receipt that it signed does not verify';
}

/** Signs a note as a log does: the message itself, 64 raw bytes. */
async function noteFault(kms: KMSClient, keyId: string): Promise<string | undefined> {
  const note = Buffer.from('quittance.example/check\n0\n47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=\n');
  const { PublicKey = new Uint8Array() } = await kms.send(new GetPublicKeyCommand({ KeyId: keyId }));
  const ask = { KeyId: keyId, Message: note, MessageType: 'RAW', SigningAlgorithm: 'ED25519_SHA_512' } as const;
  const { Signature = new Uint8Array() } = await kms.send(new SignCommand(ask));
  if (Signature.length !== 64) return `the signature has ${Signature.length} bytes instead of the 64 raw ones that Ed25519 gives locally`;
  const key = await crypto.subtle.importKey('spki', Uint8Array.from(PublicKey), 'Ed25519', false, ['verify']);
  const good = await crypto.subtle.verify('Ed25519', key, Uint8Array.from(Signature), note);
  return good ? undefined : 'a note that it signed does not verify';
}

/** What is wrong with a key's signatures; undefined if nothing is. */
export async function keyFault(kms: KMSClient, keyId: string): Promise<string | undefined> {
  const { KeySpec } = await kms.send(new GetPublicKeyCommand({ KeyId: keyId }));
  if (KeySpec === 'ECC_NIST_P256') return await receiptFault(kms, keyId);
  if (KeySpec === 'ECC_NIST_EDWARDS25519') return await noteFault(kms, keyId);
  return `a key of ${KeySpec} signs neither receipts (ECC_NIST_P256) nor a log (ECC_NIST_EDWARDS25519)`;
}
