/** Checksums S3 knows: computed while the bytes pass, compared with what the sender promised. */
import { createHash } from 'node:crypto';
import { crc32 } from 'node:zlib';
import { notImplemented } from './operations.ts';

/** A digest fed chunk by chunk. */
export interface Digest {
  update(bytes: Uint8Array): void;
  /** The result; `update` may not follow. */
  value(): Buffer;
}

const makers: Record<string, () => Digest> = {
  crc32: () => crcDigest((bytes, crc) => crc32(bytes, crc)),
  crc32c: () => crcDigest(crc32c),
  sha1: () => hashDigest('sha1'),
  sha256: () => hashDigest('sha256'),
  md5: () => hashDigest('md5'),
};

/** A digest by its lower-case S3 name; CRC64NVME and newer ones are refused by name. */
export function digestFor(algorithm: string): Digest {
  const make = makers[algorithm];
  if (!make) throw notImplemented(`Checksum algorithm ${algorithm.toUpperCase()}`);
  return make();
}

/** The checksum algorithm a request announces, in a header, a trailer or for the parts to come. */
export function announcedChecksum(headers: Record<string, string>): string | undefined {
  const trailer = /^x-amz-checksum-(\w+)$/.exec(headers['x-amz-trailer']?.trim() ?? '');
  if (trailer) return trailer[1];
  const notAlgorithms = new Set(['x-amz-checksum-mode', 'x-amz-checksum-type', 'x-amz-checksum-algorithm']);
  const header = Object.keys(headers).find((name) => name.startsWith('x-amz-checksum-') && !notAlgorithms.has(name));
  return header?.slice('x-amz-checksum-'.length) ?? headers['x-amz-checksum-algorithm']?.toLowerCase();
}

/** Checksum of checksums: how S3 sums up a multipart upload, marked with the number of parts. */
export function compositeChecksum(algorithm: string, parts: readonly string[]): string {
  const digest = digestFor(algorithm);
  for (const part of parts) digest.update(Buffer.from(part, 'base64'));
  return `${digest.value().toString('base64')}-${parts.length}`;
}

function hashDigest(name: string): Digest {
  const hash = createHash(name);
  return { update: (bytes) => void hash.update(bytes), value: () => hash.digest() };
}

function crcDigest(step: (bytes: Uint8Array, crc: number) => number): Digest {
  let crc = 0;
  return {
    update: (bytes) => {
      crc = step(bytes, crc);
    },
    value: () => {
      const four = Buffer.alloc(4);
      four.writeUInt32BE(crc >>> 0);
      return four;
    },
  };
}

const castagnoli = Uint32Array.from({ length: 256 }, (_, index) => {
  let crc = index;
  for (let bit = 0; bit < 8; bit += 1) crc = crc & 1 ? (crc >>> 1) ^ 0x82f63b78 : crc >>> 1;
  return crc >>> 0;
});

/** Node has CRC32 but not the Castagnoli polynomial. */
function crc32c(bytes: Uint8Array, before: number): number {
  let crc = ~before;
  for (const byte of bytes) crc = (crc >>> 8) ^ (castagnoli[(crc ^ byte) & 0xff] ?? 0);
  return ~crc >>> 0;
}
