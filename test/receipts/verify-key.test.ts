/** Which of the keys given a receipt is judged by, and whether its word could be taken when the receipt was logged. */
import { beforeAll, describe, expect, it } from 'vitest';
import { verifyReceipt, type Jwk, type Verification } from '../../lib/receipts/verify.ts';
import { leafOf, loggedReceipt, logKeyOf, newLogSigner, SmallLog, type Logged } from './verify-world.ts';
import { newSigner } from './world.ts';

const last = ({ result, checks }: Verification): [string, string] => [result, checks.at(-1)?.reason ?? ''];

let given: Logged;
let key: Jwk;

beforeAll(async () => {
  given = await loggedReceipt();
  key = given.signer.jwk;
});

const judged = async (keys: Jwk[], { proof = true } = {}): Promise<[string, string]> => {
  const { jws, logs } = given;
  return last(await verifyReceipt({ jws, keys, logs, ...(proof ? { proof: given.proof } : {}) }));
};

describe('the key of a receipt', () => {
  it.each([
    ['is given twice', () => [key, key], 'key-ambiguous'],
    ['shares its name with another', () => [key, { ...newSigner().jwk, kid: key['kid'] }], 'key-ambiguous'],
    ['comes with its private part', () => [{ ...key, d: 'AAAA' }], 'private-key'],
    ['comes as a shared secret', () => [{ kty: 'oct', k: 'AAAA', kid: key['kid'] }], 'private-key'],
    ['goes by the name of another', () => [{ ...newSigner().jwk, kid: key['kid'] }], 'kid-not-thumbprint'],
    ['is not for checking', () => [{ ...key, key_ops: ['sign'] }], 'key-not-for-es256'],
    ['has padded coordinates', () => [{ ...key, x: `${String(key['x'])}=` }], 'key-not-for-es256'],
    ['has a status nobody knows', () => [{ ...key, status: 'suspended' }], 'key-status-unknown'],
  ])('is refused if it %s', async (_, keys, reason) => {
    expect(await judged(keys())).toEqual(['failed', reason]);
  });

  it('may be retired, and may stand among others', async () => {
    expect(await judged([newSigner().jwk, { ...key, status: 'retired', iat: 1, exp: 2 }, newSigner().jwk])).toEqual(['genuine', 'ok']);
  });
});

describe('a key that fell into other hands', () => {
  const since = (index: unknown, origin: unknown = given.logs[0]?.origin): Jwk[] => [
    { ...key, status: 'compromised', compromisedSince: { origin, index } },
  ];

  it('still speaks for what was logged before, and no longer for what came at that place or after', async () => {
    expect(await judged(since(201))).toEqual(['genuine', 'ok']);
    expect(await judged(since(200))).toEqual(['failed', 'key-compromised']);
    expect(await judged(since(0))).toEqual(['failed', 'key-compromised']);
  });

  it('leaves a receipt without a proof undecided', async () => {
    expect(await judged(since(201), { proof: false })).toEqual(['unknown', 'key-compromised-unlogged']);
  });

  it.each([undefined, null, {}, { origin: 'x' }, { origin: 7, index: 1 }, 'since'])(
    'without a place in the log (%j) speaks for nothing',
    async (compromisedSince) => {
      expect(await judged([{ ...key, status: 'compromised', compromisedSince }])).toEqual(['failed', 'key-compromised']);
    },
  );

  it.each([-1, 1.5, '201', 2 ** 60])('with the place %j speaks for nothing', async (index) => {
    expect(await judged(since(index))).toEqual(['failed', 'key-compromised']);
  });

  it('is known by its place alone, whatever its status says', async () => {
    expect(await judged([{ ...key, status: 'active', compromisedSince: { origin: given.logs[0]?.origin, index: 5 } }])).toEqual([
      'failed',
      'key-compromised',
    ]);
  });

  it('is judged by the order of the logs when they are not the same', async () => {
    const next = await logKeyOf(newLogSigner('privacy.shop.example/log/2027'), '2027-01-01');
    const { jws, proof, logs } = given;
    const compromised = (origin: string): Jwk[] => [{ ...key, status: 'compromised', compromisedSince: { origin, index: 0 } }];
    const ask = async (all: typeof logs): Promise<[string, string]> =>
      last(await verifyReceipt({ jws, proof, logs: all, keys: compromised(next.origin) }));
    expect(await ask([next, ...logs])).toEqual(['genuine', 'ok']);
    expect(await ask([{ ...next, from: '2025-01-01' }, ...logs])).toEqual(['failed', 'key-compromised']);
    expect(await ask([{ ...next, from: '2026-01-01' }, ...logs])).toEqual(['failed', 'key-compromised']);
    expect(await ask([{ origin: next.origin, vkey: next.vkey }, ...logs])).toEqual(['failed', 'key-compromised']);
    expect(await ask(logs)).toEqual(['failed', 'key-compromised']);
  });

  it('speaks again for nothing by being logged anew: the proof decides, and its place is late', async () => {
    const { jws, log, logs } = given;
    await log.addOthers(50);
    const again = await log.add([leafOf(jws)]);
    const proof = await log.proofOf(log.size - 1, again);
    expect(last(await verifyReceipt({ jws, proof, logs, keys: since(300) }))).toEqual(['failed', 'key-compromised']);
  });
});

describe('the log of a receipt', () => {
  it('is refused if two go by its name', async () => {
    const [log] = given.logs;
    const other = await logKeyOf(newLogSigner());
    const { jws, proof, keys } = given;
    expect(last(await verifyReceipt({ jws, proof, keys, logs: [log!, other] }))).toEqual(['failed', 'log-ambiguous']);
  });

  it('may have entries of any number', async () => {
    for (const [before, after] of [
      [0, 0],
      [0, 1],
      [255, 0],
      [256, 0],
      [256, 300],
    ] as const) {
      const { jws, proof, keys, logs } = await loggedReceipt({ before, after });
      const { result, place } = await verifyReceipt({ jws, proof, keys, logs });
      expect([result, place?.index, place?.checkpoint.size]).toEqual(['genuine', BigInt(before), BigInt(before + after + 1)]);
    }
  });

  it('gives the place away only once all of its proof holds', async () => {
    const { jws, proof, keys, logs } = given;
    const moved = proof.replace('index 200', 'index 201');
    expect((await verifyReceipt({ jws, proof: moved, keys, logs })).place).toBeUndefined();
    const elsewhere = new SmallLog(newLogSigner('other.example/log/2026'));
    const foreign = await elsewhere.proofOf(0, await elsewhere.add([leafOf(jws)]));
    expect(await verifyReceipt({ jws, proof: foreign, keys, logs })).toMatchObject({ result: 'unknown', payload: { kind: 'request' } });
  });
});
