/** Time stamps (RFC 3161): a third party says that some bytes existed at a time. */
import { createHash } from 'node:crypto';
import { element, integer, readElements, TAG, within } from './der.ts';

/** 2.16.840.1.101.3.4.2.1 */
const SHA256 = element(TAG.oid, Buffer.from('608648016503040201', 'hex'));
/** 1.2.840.113549.1.7.2 */
const SIGNED_DATA = element(TAG.oid, Buffer.from('2a864886f70d010702', 'hex'));
/** 1.2.840.113549.1.9.16.1.4 */
const TST_INFO = element(TAG.oid, Buffer.from('2a864886f70d0109100104', 'hex'));

/** "granted" and "grantedWithMods" */
const GRANTED = [0, 1];

/** SHA-256 without parameters or with NULL: both are in use (RFC 5754). */
const imprintsOf = (bytes: Uint8Array): Buffer[] => {
  const digest = element(TAG.octetString, createHash('sha256').update(bytes).digest());
  return [[SHA256, element(TAG.null)], [SHA256]].map((algorithm) => element(TAG.sequence, element(TAG.sequence, ...algorithm), digest));
};

/** Asks for a time stamp over bytes, with the certificate of who gives it. `nonce`: random, so that no old answer will do. */
export function timeStampRequest(bytes: Uint8Array, nonce: Uint8Array): Uint8Array {
  const certReq = element(TAG.boolean, Uint8Array.of(0xff));
  return element(TAG.sequence, integer(Uint8Array.of(1)), imprintsOf(bytes)[0]!, integer(nonce), certReq);
}

export type TimeStampVerdict = { ok: true; at: string } | { ok: false; reason: 'not-readable' | 'refused' | 'other-bytes' | 'other-nonce' };

const same = (a: Uint8Array | undefined, b: Uint8Array): boolean => a !== undefined && Buffer.compare(a, b) === 0;

/** The TSTInfo inside the signed data of a token. */
function infoIn(token: ReturnType<typeof readElements>): ReturnType<typeof readElements> {
  const [type, explicit] = token ?? [];
  const signedData = within(within(explicit, TAG.explicit0)?.[0], TAG.sequence);
  const [contentType, content] = within(signedData?.[2], TAG.sequence) ?? [];
  if (!same(type?.whole, SIGNED_DATA) || !same(contentType?.whole, TST_INFO)) return undefined;
  const octets = within(content, TAG.explicit0)?.[0];
  return octets?.tag === TAG.octetString ? within(readElements(octets.content)?.[0], TAG.sequence) : undefined;
}

/** `20260302090000Z`, perhaps with a fraction, as an ISO instant. */
function instantOf(time: Uint8Array): string | undefined {
  const match = /^(\d{4})(\d\d)(\d\d)(\d\d)(\d\d)(\d\d)(\.\d+)?Z$/.exec(Buffer.from(time).toString('latin1'));
  return match === null ? undefined : `${match.slice(1, 4).join('-')}T${match.slice(4, 7).join(':')}${match[7] ?? ''}Z`;
}

/** Whether an answer is a time stamp for exactly this question. Its signature is for `openssl ts -verify`, which knows whom to trust. */
export function judgeTimeStamp(response: Uint8Array, asked: { bytes: Uint8Array; nonce: Uint8Array }): TimeStampVerdict {
  const [status, token] = within(readElements(response)?.[0], TAG.sequence) ?? [];
  const code = within(status, TAG.sequence)?.[0];
  if (code?.tag !== TAG.integer) return { ok: false, reason: 'not-readable' };
  if (code.content.length !== 1 || !GRANTED.includes(code.content[0]!)) return { ok: false, reason: 'refused' };
  const info = infoIn(within(token, TAG.sequence));
  // version, policy, messageImprint, serialNumber, genTime, then what is optional; the nonce is the only INTEGER of that.
  const [, , imprint, , time] = info ?? [];
  const at = time?.tag === TAG.generalizedTime ? instantOf(time.content) : undefined;
  if (info === undefined || at === undefined) return { ok: false, reason: 'not-readable' };
  if (!imprintsOf(asked.bytes).some((expected) => same(imprint?.whole, expected))) return { ok: false, reason: 'other-bytes' };
  const nonce = info.slice(5).find(({ tag }) => tag === TAG.integer);
  return same(nonce?.whole, integer(asked.nonce)) ? { ok: true, at } : { ok: false, reason: 'other-nonce' };
}
