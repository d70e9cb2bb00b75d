/** A freshly signed receipt with the key that checks it. */
import { buildRequestReceipt } from '../../lib/receipts/build-request.ts';
import { keyFromSpki, type ReceiptKey } from '../../lib/receipts/keys.ts';
import { signReceipt } from '../../lib/receipts/sign.ts';
import { contextWith, FRAME, newSigner } from './world.ts';

export async function signedSample(): Promise<{ jws: string; keys: ReceiptKey[] }> {
  const signer = newSigner();
  const jws = await signReceipt(buildRequestReceipt(contextWith(), FRAME), signer);
  return { jws, keys: [keyFromSpki(await signer.publicKey())] };
}
