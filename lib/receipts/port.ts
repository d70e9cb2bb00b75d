/** What issuing a receipt needs from AWS. */

/** Signs with the receipt key (KMS, ECC_NIST_P256, not exportable). */
export interface Signer {
  /** Signs a SHA-256 digest; returns the DER signature as KMS does. */
  signDigest(digest: Uint8Array): Promise<Uint8Array>;
  /** SPKI DER of the public key. */
  publicKey(): Promise<Uint8Array>;
}

export interface StoredReceipt {
  /** With prefix. */
  id: string;
  requestId: string;
  kind: string;
  /** What it is a receipt of; with requestId and kind the identity of the fact. */
  fact: string;
  jws: string;
  issuedAt: string;
}

export interface ReceiptStore {
  get(id: string): Promise<StoredReceipt | undefined>;
  /** Stores it if no receipt of that id is there; returns what is stored afterwards. Durable on return. */
  putIfAbsent(receipt: StoredReceipt): Promise<StoredReceipt>;
}
