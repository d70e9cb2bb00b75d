/** Identifiers: UUIDv7 with a prefix in storage and on screen, bare where a protocol wants a UUID. */
import { createHmac, randomBytes } from 'node:crypto';

export type RequestId = `req_${string}`;
export type ReceiptId = `rcp_${string}`;
export type TaskId = `task_${string}`;
type Prefix = 'req' | 'rcp' | 'task';

const UUID = '[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}';

function format(bytes: Uint8Array): string {
  const hex = Buffer.from(bytes).toString('hex');
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join('-');
}

function uuidV7(atMs: number, random: Uint8Array): string {
  const bytes = new Uint8Array(16);
  bytes.set(random.subarray(0, 10), 6);
  new DataView(bytes.buffer).setBigUint64(0, (BigInt(atMs) << 16n) | BigInt((random[0]! << 8) | random[1]!));
  bytes[6] = (bytes[6]! & 0x0f) | 0x70;
  bytes[8] = (bytes[8]! & 0x3f) | 0x80;
  return format(bytes);
}

/** A new id, ordered by time. */
export function newId<P extends Prefix>(prefix: P, now: number = Date.now()): `${P}_${string}` {
  return `${prefix}_${uuidV7(now, randomBytes(10))}`;
}

/** The same id for the same fact, so that a step which runs twice names one thing. Unguessable without the secret. */
export function derivedId<P extends Prefix>(prefix: P, fact: { atMs: number; secret: Uint8Array; of: string }): `${P}_${string}` {
  const digest = createHmac('sha256', fact.secret).update(`${prefix}\n${fact.of}`).digest();
  return `${prefix}_${uuidV7(fact.atMs, digest)}`;
}

/** The UUID without its prefix. */
export function bareId(id: string): string {
  return id.slice(id.indexOf('_') + 1);
}

/** Reads an id with or without its prefix; undefined if it is not one. */
export function readId<P extends Prefix>(prefix: P, text: string): `${P}_${string}` | undefined {
  const bare = text.startsWith(`${prefix}_`) ? text.slice(prefix.length + 1) : text;
  return new RegExp(`^${UUID}$`).test(bare) ? `${prefix}_${bare}` : undefined;
}
