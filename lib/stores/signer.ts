/** The receipt key in KMS. */
import { GetPublicKeyCommand, type KMSClient, SignCommand } from '@aws-sdk/client-kms';
import type { Signer } from '../receipts/port.ts';

export function openSigner({ kms, keyId }: { kms: KMSClient; keyId: string }): Signer {
  let known: Promise<Uint8Array> | undefined;
  const fetchKey = async (): Promise<Uint8Array> => {
    const { PublicKey } = await kms.send(new GetPublicKeyCommand({ KeyId: keyId }));
    return PublicKey!;
  };
  return {
    async signDigest(digest) {
      const { Signature } = await kms.send(
        new SignCommand({ KeyId: keyId, Message: digest, MessageType: 'DIGEST', SigningAlgorithm: 'ECDSA_SHA_256' }),
      );
      return Signature!;
    },
    async publicKey() {
      // A failed call is not remembered.
      known ??= fetchKey().catch((error: unknown) => {
        known = undefined;
        throw error;
      });
      return await known;
    },
  };
}
