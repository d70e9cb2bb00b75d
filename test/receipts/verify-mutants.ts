/** Mutants of a receipt with its proof and keys: every way we know to make a verifier believe something else. */
import { createHmac, generateKeyPairSync, sign } from 'node:crypto';
import { checkpointText, signNote, verifierKeyOf } from '../../lib/receipts/log/write-note.ts';
import type { LogKey } from '../../lib/receipts/log/verify-proof.ts';
import type { Jwk, Reason } from '../../lib/receipts/verify.ts';
import { leafOf, logKeyOf, newLogSigner, ORIGIN, SmallLog, type Logged } from './verify-world.ts';
import { newSigner } from './world.ts';

export interface Mutant {
  jws: string;
  proof: string;
  keys: Jwk[];
  logs: LogKey[];
}

type Mutation = (given: Logged) => Partial<Mutant> | Promise<Partial<Mutant>>;

const encode = (value: string | Uint8Array | object): string =>
  Buffer.from(typeof value === 'string' || value instanceof Uint8Array ? value : JSON.stringify(value)).toString('base64url');

const decode = (text = ''): Buffer => Buffer.from(text, 'base64url');

interface Parts {
  header: string;
  payload: string;
  signature: string;
}

const partsOf = (jws: string): Parts => {
  const [header = '', payload = '', signature = ''] = jws.split('.');
  return { header, payload, signature };
};

const joined = ({ header, payload, signature }: Parts): string => `${header}.${payload}.${signature}`;

/** The same receipt with one part changed, not signed anew. */
const withPart =
  (change: (parts: Parts) => Partial<Parts>): Mutation =>
  ({ jws }) => ({ jws: joined({ ...partsOf(jws), ...change(partsOf(jws)) }) });

const headerOf = (jws: string): Record<string, unknown> => JSON.parse(decode(partsOf(jws).header).toString()) as Record<string, unknown>;

/** Header members changed, not signed anew. */
const withHeader =
  (change: Record<string, unknown>): Mutation =>
  ({ jws }) => ({ jws: joined({ ...partsOf(jws), header: encode({ ...headerOf(jws), ...change }) }) });

/** Signs as the issuer could: any header text, any payload bytes. */
export function signedAs({ signer }: Pick<Logged, 'signer'>, header: string | Uint8Array, payload: string | Uint8Array): string {
  const input = `${encode(header)}.${encode(payload)}`;
  return `${input}.${encode(sign('sha256', Buffer.from(input), { key: signer.privateKey, dsaEncoding: 'ieee-p1363' }))}`;
}

const ours = (given: Logged): string => decode(partsOf(given.jws).header).toString();
const content = (given: Logged): string => decode(partsOf(given.jws).payload).toString();

/** Rightly signed and yet wrong: as an issuer, or a thief of its key, might. */
const signedAnew =
  (header: (text: string) => string | Uint8Array, payload: (text: string) => string | Uint8Array = (text) => text): Mutation =>
  (given) => ({ jws: signedAs(given, header(ours(given)), payload(content(given))) });

const asIs = (text: string): string => text;

const withSignature = (change: (signature: Buffer) => Uint8Array): Mutation =>
  withPart(({ signature }) => ({ signature: encode(change(decode(signature))) }));

/** r || s with one half replaced. */
const withHalf = (half: 'r' | 's', value: Uint8Array): Mutation =>
  withSignature((signature) =>
    half === 'r' ? Buffer.concat([value, signature.subarray(32)]) : Buffer.concat([signature.subarray(0, 32), value]),
  );

const ORDER = Buffer.from('ffffffff00000000ffffffffffffffffbce6faada7179e84f3b9cac2fc632551', 'hex');

function derOf(signature: Buffer): Buffer {
  const integer = (raw: Buffer): Buffer => {
    const body = (raw[0] ?? 0) > 127 ? Buffer.concat([Buffer.of(0), raw]) : raw;
    return Buffer.concat([Buffer.of(2, body.length), body]);
  };
  const body = Buffer.concat([integer(signature.subarray(0, 32)), integer(signature.subarray(32))]);
  return Buffer.concat([Buffer.of(0x30, body.length), body]);
}

function hs256(given: Logged): string {
  const input = `${encode({ ...headerOf(given.jws), alg: 'HS256' })}.${partsOf(given.jws).payload}`;
  return `${input}.${createHmac('sha256', given.signer.pem).update(input).digest('base64url')}`;
}

/** Signed by a stranger's key that the header brings along. */
function selfSigned(members: (jwk: Jwk) => Record<string, unknown>): Mutation {
  return (given) => {
    const stranger = newSigner();
    const header = JSON.stringify({ ...headerOf(given.jws), ...members(stranger.jwk) });
    return { jws: signedAs({ signer: stranger }, header, content(given)) };
  };
}

const line = (member: string): string => `"${member}":`;

/** Of receipts: what is changed, how, and why it is refused. */
export const RECEIPT_MUTANTS: Record<string, [Mutation, Reason]> = {
  'payload detached': [withPart(() => ({ payload: '' })), 'not-compact-form'],
  'without a signature': [withPart(() => ({ signature: '' })), 'signature-length'],
  'without a signature and without its dot': [({ jws }) => ({ jws: jws.slice(0, jws.lastIndexOf('.')) }), 'not-compact-form'],
  'a dot too many': [({ jws }) => ({ jws: `${jws}.` }), 'not-compact-form'],
  'a dot in front': [({ jws }) => ({ jws: `.${jws}` }), 'not-compact-form'],
  'a fifth part, as of an encrypted one': [({ jws }) => ({ jws: `${jws}.AAAA.AAAA` }), 'not-compact-form'],
  'bytes behind it': [({ jws }) => ({ jws: `${jws}\u0000` }), 'not-compact-form'],
  'a byte order mark': [({ jws }) => ({ jws: `\uFEFF${jws}` }), 'not-compact-form'],
  'a line wrapped': [({ jws }) => ({ jws: `${jws.slice(0, 76)}\r\n${jws.slice(76)}` }), 'not-compact-form'],
  'padding behind the header': [withPart(({ header }) => ({ header: `${header}=` })), 'not-compact-form'],
  'another alphabet': [withPart(({ signature }) => ({ signature: `${signature.slice(0, -2)}+/` })), 'not-compact-form'],
  'a letter that looks the same': [({ jws }) => ({ jws: jws.replace('e', 'е') }), 'not-compact-form'],
  'a digit of another script': [({ jws }) => ({ jws: `${jws.slice(0, -1)}１` }), 'not-compact-form'],
  'a length no encoding has': [withPart(({ signature }) => ({ signature: `${signature}AAA` })), 'not-canonical-base64url'],
  'the JSON form': [({ jws }) => ({ jws: JSON.stringify({ ...partsOf(jws), protected: partsOf(jws).header }) }), 'not-compact-form'],
  'algorithm none, unsigned': [
    ({ jws }) => ({ jws: `${encode({ ...headerOf(jws), alg: 'none' })}.${partsOf(jws).payload}.` }),
    'algorithm-not-allowed',
  ],
  'algorithm None': [withHeader({ alg: 'None' }), 'algorithm-not-allowed'],
  'algorithm RS256': [withHeader({ alg: 'RS256' }), 'algorithm-not-allowed'],
  'algorithm ES384': [withHeader({ alg: 'ES384' }), 'algorithm-not-allowed'],
  'algorithm EdDSA': [withHeader({ alg: 'EdDSA' }), 'algorithm-not-allowed'],
  'algorithm as a list': [withHeader({ alg: ['ES256'] }), 'algorithm-not-allowed'],
  'no algorithm': [withHeader({ alg: undefined }), 'algorithm-not-allowed'],
  'HS256 with the public key as the secret': [(given) => ({ jws: hs256(given) }), 'algorithm-not-allowed'],
  'a key of its own': [selfSigned((jwk) => ({ jwk })), 'key-in-header'],
  'an address of keys': [selfSigned(() => ({ jku: 'https://evil.example/jwks.json' })), 'key-in-header'],
  'a certificate': [selfSigned(() => ({ x5c: ['MIIB'] })), 'key-in-header'],
  'an address of a certificate': [selfSigned(() => ({ x5u: 'https://evil.example/c.pem' })), 'key-in-header'],
  "a certificate's thumbprint": [selfSigned(() => ({ 'x5t#S256': 'AAAA' })), 'key-in-header'],
  'signed by a stranger under our name': [selfSigned(() => ({})), 'signature-wrong'],
  'an unknown demand': [withHeader({ crit: ['exp'], exp: 1 }), 'critical-header'],
  'a demand for nothing': [withHeader({ crit: [] }), 'critical-header'],
  'a payload in the clear': [withHeader({ b64: false, crit: ['b64'] }), 'critical-header'],
  'a payload in the clear, signed': [signedAnew((text) => text.replace('{', '{"b64":false,')), 'critical-header'],
  'another type, unsigned': [withHeader({ typ: 'JWT' }), 'signature-wrong'],
  'a member added to the header': [withHeader({ cty: 'json' }), 'signature-wrong'],
  'another text': [
    withPart(({ payload }) => ({ payload: encode({ ...(JSON.parse(decode(payload).toString()) as object), text: 'We deleted all.' }) })),
    'signature-wrong',
  ],
  'the same content written with spaces': [
    withPart(({ payload }) => ({ payload: encode(JSON.stringify(JSON.parse(decode(payload).toString()), null, 1)) })),
    'signature-wrong',
  ],
  'the signature cut': [withSignature((signature) => signature.subarray(0, 63)), 'signature-length'],
  'the signature padded': [withSignature((signature) => Buffer.concat([signature, Buffer.of(0)])), 'signature-length'],
  'the signature padded in front': [withSignature((signature) => Buffer.concat([Buffer.of(0), signature])), 'signature-length'],
  'the signature twice': [withSignature((signature) => Buffer.concat([signature, signature])), 'signature-length'],
  'the signature in DER': [withSignature(derOf), 'signature-length'],
  'r of zero': [withHalf('r', Buffer.alloc(32)), 'signature-wrong'],
  's of zero': [withHalf('s', Buffer.alloc(32)), 'signature-wrong'],
  'all zeros': [withSignature(() => Buffer.alloc(64)), 'signature-wrong'],
  'r of the order': [withHalf('r', ORDER), 'signature-wrong'],
  's of the order': [withHalf('s', ORDER), 'signature-wrong'],
  'all ones': [withSignature(() => Buffer.alloc(64, 0xff)), 'signature-wrong'],
  'r and s exchanged': [
    withSignature((signature) => Buffer.concat([signature.subarray(32), signature.subarray(0, 32)])),
    'signature-wrong',
  ],
  'its high bits flipped': [withSignature((signature) => signature.map((byte) => byte ^ 0x80)), 'signature-wrong'],
  'a header key twice': [signedAnew((text) => text.replace('{', `{${line('kid')}"other",`)), 'duplicate-key'],
  'the algorithm twice, escaped': [signedAnew((text) => text.replace('{', '{"\\u0061lg":"none",')), 'duplicate-key'],
  'a header with a byte order mark': [signedAnew((text) => `\uFEFF${text}`), 'header-not-json'],
  'a header that is not UTF-8': [signedAnew((text) => Buffer.concat([Buffer.from(text), Buffer.of(0xff)])), 'header-not-json'],
  'a header with something behind it': [signedAnew((text) => `${text}{}`), 'header-not-json'],
  'a header that is a list': [signedAnew((text) => `[${text}]`), 'header-not-json'],
  'a payload key twice': [signedAnew(asIs, (text) => text.replace('{', '{"kind":"deletion",')), 'duplicate-key'],
  'a payload key twice deep inside': [signedAnew(asIs, (text) => text.replace('"issuer":{', '"issuer":{"id":"x",')), 'duplicate-key'],
  'a payload with a byte order mark': [signedAnew(asIs, (text) => `\uFEFF${text}`), 'payload-not-json'],
  'a payload that is not UTF-8': [signedAnew(asIs, (text) => Buffer.from(text.replace('ü', '\u00fc'), 'latin1')), 'payload-not-json'],
  'a payload that ends early': [signedAnew(asIs, (text) => text.slice(0, -1)), 'payload-not-json'],
  'a payload of version 2': [signedAnew(asIs, (text) => text.replace('"v":1', '"v":2')), 'unknown-version'],
  'a payload of version one in words': [signedAnew(asIs, (text) => text.replace('"v":1', '"v":"1"')), 'unknown-version'],
  'a payload of version true': [signedAnew(asIs, (text) => text.replace('"v":1', '"v":true')), 'unknown-version'],
  'a payload without a version': [signedAnew(asIs, (text) => text.replace('"v":1', '"w":1')), 'unknown-version'],
  'a payload of an unknown kind': [signedAnew(asIs, (text) => text.replace('"kind":"request"', '"kind":"pardon"')), 'unknown-kind'],
  'a payload of a kind from the prototype': [
    signedAnew(asIs, (text) => text.replace('"kind":"request"', '"kind":"__proto__"')),
    'unknown-kind',
  ],
};

/** Of receipts that are not wrong, but that these keys cannot judge. */
export const UNDECIDED: Record<string, [Mutation, Reason]> = {
  'an unknown key id': [withHeader({ kid: 'H2DOHnLb1c-ZMJSUWca1GOf-NVE2RxPzMOfCdlTG1HY' }), 'unknown-key'],
  'no key id': [withHeader({ kid: undefined }), 'unknown-key'],
  'a key id in other case': [
    ({ jws }) => withHeader({ kid: String(headerOf(jws)['kid']).toLowerCase() })({ jws } as Logged),
    'unknown-key',
  ],
  'another type, signed': [signedAnew((text) => text.replace('receipt+jws', 'JWT')), 'not-a-receipt'],
  'the type in other case, signed': [signedAnew((text) => text.replace('receipt+jws', 'Receipt+JWS')), 'not-a-receipt'],
  'no type, signed': [signedAnew((text) => text.replace('"typ"', '"type"')), 'not-a-receipt'],
  'keys of others': [() => ({ keys: [newSigner().jwk] }), 'unknown-key'],
  'no log known': [() => ({ logs: [] }), 'unknown-log'],
};

const replaced =
  (from: string | RegExp, to: string): Mutation =>
  ({ proof }) => ({ proof: proof.replace(from, to) });

const hashesOf = (proof: string): string[] => proof.slice(0, proof.indexOf('\n\n')).split('\n').slice(2);

const withHashes =
  (change: (hashes: string[]) => string[]): Mutation =>
  ({ proof, index }) => ({
    proof: `c2sp.org/tlog-proof@v1\nindex ${index}\n${change(hashesOf(proof))
      .map((hash) => `${hash}\n`)
      .join('')}${proof.slice(proof.indexOf('\n\n') + 1)}`,
  });

const signatureIn = (proof: string): string => proof.trimEnd().split('\n').at(-1) ?? '';

/** The proof with its checkpoint signed anew, by whomever. */
const signedBySomebody =
  (text: (given: Logged) => string, signer: (given: Logged) => Parameters<typeof signNote>[1]): Mutation =>
  async (given) => ({
    proof: `${given.proof.slice(0, given.proof.indexOf('\n\n') + 2)}${await signNote(text(given), signer(given))}`,
  });

const checkpointIn = (proof: string): string => `${proof.split('\n\n')[1] ?? ''}\n`;
const strangersLog = newLogSigner();
const asBytes = (text: string): Uint8Array => Buffer.from(text, 'base64');

/** A byte of a signature in base64 changed, so that it stays canonical. */
const flipped = (encoded: string): string => {
  const bytes = asBytes(encoded);
  bytes[20] = (bytes[20] ?? 0) ^ 1;
  return Buffer.from(bytes).toString('base64');
};

const badOwnLine = (proof: string): string => {
  const own = signatureIn(proof);
  const encoded = own.split(' ').at(-1) ?? '';
  return own.replace(encoded, flipped(encoded));
};

/** Of proofs. */
export const PROOF_MUTANTS: Record<string, [Mutation, Reason]> = {
  nothing: [() => ({ proof: '' }), 'proof-not-readable'],
  'a hash too few': [withHashes((hashes) => hashes.slice(1)), 'not-in-the-log'],
  'a hash too many': [withHashes((hashes) => [...hashes, hashes[0]!]), 'not-in-the-log'],
  'no hashes': [withHashes(() => []), 'not-in-the-log'],
  'two hashes exchanged': [withHashes(([a, b, ...rest]) => [b!, a!, ...rest]), 'not-in-the-log'],
  'more hashes than a tree has': [withHashes((hashes) => Array.from({ length: 64 }, () => hashes[0]!)), 'proof-not-readable'],
  'a hash that is short': [
    withHashes(([first, ...rest]) => [Buffer.from(first!, 'base64').subarray(1).toString('base64'), ...rest]),
    'proof-not-readable',
  ],
  'a hash without padding': [withHashes(([first, ...rest]) => [first!.replace('=', ''), ...rest]), 'proof-not-readable'],
  'a hash with stray bits': [
    withHashes(([first, ...rest]) => [first!.replace(/.=$/, (end) => `${end.startsWith('B') ? 'D' : 'B'}=`), ...rest]),
    'proof-not-readable',
  ],
  'an empty line among the hashes': [withHashes(([first, ...rest]) => [first!, '', ...rest]), 'proof-not-readable'],
  'another place': [replaced('index 200', 'index 201'), 'not-in-the-log'],
  'a place beyond the tree': [replaced('index 200', 'index 300'), 'not-in-the-log'],
  'a place with a zero in front': [replaced('index 200', 'index 0200'), 'proof-not-readable'],
  'a place below zero': [replaced('index 200', 'index -200'), 'proof-not-readable'],
  'a place with a sign': [replaced('index 200', 'index +200'), 'proof-not-readable'],
  'a place of twenty digits': [replaced('index 200', 'index 20000000000000000000'), 'proof-not-readable'],
  'another version': [replaced('@v1', '@v2'), 'proof-not-readable'],
  'an unreadable extra line': [replaced('\nindex', '\nextra ***\nindex'), 'proof-not-readable'],
  'carriage returns': [({ proof }) => ({ proof: proof.replaceAll('\n', '\r\n') }), 'proof-not-readable'],
  'no final line end': [({ proof }) => ({ proof: proof.slice(0, -1) }), 'proof-not-readable'],
  'a line end too many': [({ proof }) => ({ proof: `${proof}\n` }), 'proof-not-readable'],
  'a byte order mark': [({ proof }) => ({ proof: `\uFEFF${proof}` }), 'proof-not-readable'],
  'a NUL': [({ proof }) => ({ proof: `${proof}\u0000` }), 'proof-not-readable'],
  'the checkpoint missing': [({ proof }) => ({ proof: proof.slice(0, proof.indexOf('\n\n') + 2) }), 'proof-not-readable'],
  'another root': [
    ({ proof }) => ({ proof: proof.replace(/\n[^\n]+\n\n—/, `\n${Buffer.alloc(32, 7).toString('base64')}\n\n—`) }),
    'checkpoint-not-signed',
  ],
  'another size': [replaced('\n300\n', '\n301\n'), 'checkpoint-not-signed'],
  'a size with a zero in front': [replaced('\n300\n', '\n0300\n'), 'proof-not-readable'],
  'a root of another length': [({ proof }) => ({ proof: proof.replace(/\n[^\n]+\n\n—/, '\nAAAA\n\n—') }), 'proof-not-readable'],
  'an extension line added': [({ proof }) => ({ proof: proof.replace('\n\n—', '\nmore\n\n—') }), 'checkpoint-not-signed'],
  'signed by a stranger under our name': [
    signedBySomebody(
      ({ proof }) => checkpointIn(proof),
      () => strangersLog,
    ),
    'checkpoint-not-signed',
  ],
  'signed by the log for another origin': [
    signedBySomebody(
      ({ proof }) => checkpointIn(proof).replace(ORIGIN, `${ORIGIN}/other`),
      ({ log }) => log.signer,
    ),
    'unknown-log',
  ],
  'signed rightly for a forged root': [
    signedBySomebody(
      () => checkpointText({ origin: ORIGIN, size: 300, root: Buffer.alloc(32, 1) }),
      ({ log }) => log.signer,
    ),
    'not-in-the-log',
  ],
  'no signature of the log': [
    ({ proof }) => ({ proof: proof.replace(signatureIn(proof), '— other.example AAAAAAAAAAAA') }),
    'checkpoint-not-signed',
  ],
  'its signature changed': [({ proof }) => ({ proof: proof.replace(signatureIn(proof), badOwnLine(proof)) }), 'checkpoint-not-signed'],
  'a good and a bad signature of the log': [({ proof }) => ({ proof: `${proof}${badOwnLine(proof)}\n` }), 'checkpoint-not-signed'],
  'a bad and a good signature of the log': [
    ({ proof }) => ({ proof: proof.replace(signatureIn(proof), `${badOwnLine(proof)}\n${signatureIn(proof)}`) }),
    'checkpoint-not-signed',
  ],
  'its signature cut': [({ proof }) => ({ proof: proof.replace(/[A-Za-z0-9+/=]{20}\n$/, '\n') }), 'checkpoint-not-signed'],
  'its signature not canonical': [({ proof }) => ({ proof: proof.replace(/=\n$/, '\n') }), 'proof-not-readable'],
  'a hyphen for the dash of a signature': [replaced('\n— ', '\n- '), 'proof-not-readable'],
  'another receipt of the same log': [async ({ log, checkpoint }) => ({ proof: await log.proofOf(100, checkpoint) }), 'not-in-the-log'],
  'a log key that is not one': [({ logs }) => ({ logs: logs.map((log) => ({ ...log, vkey: 'x' })) }), 'log-key-not-readable'],
  'a log key with another hash': [
    ({ logs }) => ({ logs: logs.map((log) => ({ ...log, vkey: log.vkey.replace(/\+[0-9a-f]{8}\+/, '+00000000+') })) }),
    'log-key-not-readable',
  ],
  'a log key of another name': [
    async ({ logs, log }) => ({ logs: [{ ...logs[0]!, vkey: await verifierKeyOf({ ...log.signer, name: 'other.example' }) }] }),
    'log-key-not-readable',
  ],
  'the log twice': [async ({ logs }) => ({ logs: [...logs, await logKeyOf(newLogSigner())] }), 'log-ambiguous'],
};

/** What must not trouble a verifier. */
export const HARMLESS: Record<string, Mutation> = {
  'signatures of witnesses and of unknown types': ({ proof }) => ({
    proof: `${proof}— witness.example AAAAAAAAAAAA\n— ${ORIGIN} AAAAAAAAAAAA\n`,
  }),
  'an extra line': replaced('\nindex', `\nextra ${Buffer.from('anything').toString('base64')}\nindex`),
  'an extension line the log signed': signedBySomebody(
    ({ proof }) => `${checkpointIn(proof)}more\n`,
    ({ log }) => log.signer,
  ),
  'a newer checkpoint': async ({ log, index }) => ({ proof: await log.proofOf(index, await log.addOthers(1000)) }),
  'the checkpoint of its own entry, which is stale': async ({ jws, log: { signer } }) => {
    const log = new SmallLog(signer);
    await log.addOthers(200);
    return { proof: await log.proofOf(200, await log.add([leafOf(jws)])) };
  },
  'members of the key that say nothing': ({ keys }) => ({ keys: keys.map((key) => ({ ...key, iat: 1, note: 'x', key_ops: ['verify'] })) }),
  'keys of other kinds beside it': ({ keys }) => {
    const jwk = generateKeyPairSync('ed25519').publicKey.export({ format: 'jwk' }) as Jwk;
    return { keys: [{ ...jwk, kid: 'other' }, ...keys, { kty: 'EC' }, {}] };
  },
};
