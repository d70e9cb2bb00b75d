/** The keys in KMS that sign: receipts, and checkpoints of the log. */
import { GetPublicKeyCommand, type KMSClient, SignCommand } from '@aws-sdk/client-kms';
import type { LogSigner, Signer } from '../receipts/port.ts';

interface KeyPlace {
  kms: KMSClient;
  keyId: string;
}

/** SPKI DER of the public key, asked for once; a failed call is not remembered. */
function publicKeyOf({ kms, keyId }: KeyPlace): () => Promise<Uint8Array> {
  let known: Promise<Uint8Array> | undefined;
  const fetchKey = async (): Promise<Uint8Array> => {
    const { PublicKey } = await kms.send(new GetPublicKeyCommand({ KeyId: keyId }));
    return PublicKey!;
  };
  return async () => {
    known ??= fetchKey().catch((error: unknown) => {
      known = undefined;
      throw error;
    });
    return await known;
  };
}

/** The receipt key. */
export function openSigner(place: KeyPlace): Signer {
  return {
    async signDigest(digest) {
      const { Signature } = await place.kms.send(
        new SignCommand({ KeyId: place.keyId, Message: digest, MessageType: 'DIGEST', SigningAlgorithm: 'ECDSA_SHA_256' }),
      );
      return Signature!;
    },
    publicKey: publicKeyOf(place),
  };
}

/** An Ed25519 key at the end of its SPKI. */
const RAW_BYTES = 32;

/** The log's key. "ED25519_SHA_512 requires RAW": the bytes themselves go to KMS, not their hash. */
export function openLogSigner(place: KeyPlace): LogSigner {
  const spki = publicKeyOf(place);
  return {
    async sign(bytes) {
      const { Signature } = await place.kms.send(
        new SignCommand({ KeyId: place.keyId, Message: bytes, MessageType: 'RAW', SigningAlgorithm: 'ED25519_SHA_512' }),
      );
      return Signature!;
    },
    publicKey: async () => (await spki()).slice(-RAW_BYTES),
  };
}
