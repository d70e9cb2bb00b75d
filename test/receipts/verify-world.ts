/** A receipt in a small log of its own, with keys for everything, so that a test can also do what only the issuer could. */
import { createHash, generateKeyPairSync, sign, type KeyObject } from 'node:crypto';
import { buildRequestReceipt } from '../../lib/receipts/build-request.ts';
import { TreeEdge } from '../../lib/receipts/log/append.ts';
import { openTree, type ReadFile } from '../../lib/receipts/log/tree.ts';
import type { LogKey } from '../../lib/receipts/log/verify-proof.ts';
import { checkpointText, signNote, verifierKeyOf, writeProof, type NoteSigner } from '../../lib/receipts/log/write-note.ts';
import type { ReceiptPayload } from '../../lib/receipts/payload.ts';
import { signReceipt } from '../../lib/receipts/sign.ts';
import type { Jwk } from '../../lib/receipts/verify.ts';
import { contextWith, FRAME, newSigner, type TestSigner } from './world.ts';

export const ORIGIN = 'privacy.shop.example/log/2026';

/** A log's key that signs whatever it is given. */
export function newLogSigner(name = ORIGIN): NoteSigner & { privateKey: KeyObject } {
  const { privateKey, publicKey } = generateKeyPairSync('ed25519');
  const raw = publicKey.export({ format: 'der', type: 'spki' }).subarray(-32);
  return { name, publicKey: Uint8Array.from(raw), privateKey, sign: async (text) => Uint8Array.from(sign(null, text, privateKey)) };
}

const entryOf = (jws: string): Uint8Array => createHash('sha256').update(jws).digest();

/** Files of a log and its signed states; entries of others are numbers hashed, so that two logs of one seed agree. */
export class SmallLog {
  readonly files = new Map<string, Uint8Array>();
  readonly signer: NoteSigner;
  readonly #edge = new TreeEdge(0, [], []);

  constructor(signer: NoteSigner) {
    this.signer = signer;
  }

  readonly read: ReadFile = async (path) => this.files.get(path);

  get size(): number {
    return this.#edge.size;
  }

  /** Adds entries and signs the new state, which it returns. */
  async add(entries: readonly Uint8Array[]): Promise<string> {
    for (const { path, bytes } of this.#edge.append(entries)) this.files.set(path, Uint8Array.from(bytes));
    const note = await signNote(checkpointText({ origin: this.signer.name, size: this.size, root: this.#edge.root() }), this.signer);
    this.files.set('checkpoint', new TextEncoder().encode(note));
    return note;
  }

  /** Adds `count` entries nobody knows, the same for the same seed. */
  async addOthers(count: number, seed = 'other'): Promise<string> {
    return await this.add(Array.from({ length: count }, (_, at) => entryOf(`${seed} ${this.size + at}`)));
  }

  async proofOf(index: number, checkpoint: string): Promise<string> {
    const size = Number(checkpoint.split('\n')[1]);
    return writeProof({ index, hashes: await openTree(this.read, size).inclusion(index), checkpoint });
  }
}

export interface Logged {
  jws: string;
  proof: string;
  keys: Jwk[];
  logs: LogKey[];
  index: number;
  signer: TestSigner;
  log: SmallLog;
  checkpoint: string;
}

export async function logKeyOf(signer: NoteSigner, from = '2026-01-01'): Promise<LogKey> {
  return { origin: signer.name, vkey: await verifierKeyOf(signer), url: `https://${signer.name}`, from };
}

/** A receipt freshly signed and logged, between entries of others. */
export async function loggedReceipt({
  before = 200,
  after = 99,
  signer = newSigner(),
  logSigner = newLogSigner(),
  payload = buildRequestReceipt(contextWith(), FRAME) as ReceiptPayload,
} = {}): Promise<Logged> {
  const jws = await signReceipt(payload, signer);
  const log = new SmallLog(logSigner);
  await log.addOthers(before);
  await log.add([entryOf(jws)]);
  const checkpoint = await log.addOthers(after);
  const proof = await log.proofOf(before, checkpoint);
  return { jws, proof, keys: [signer.jwk], logs: [await logKeyOf(logSigner)], index: before, signer, log, checkpoint };
}

/** The same receipt to be logged elsewhere. */
export const leafOf = entryOf;
