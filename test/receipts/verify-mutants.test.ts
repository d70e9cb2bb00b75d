/** Every mutant is refused for its own reason, what is harmless is let through, and each change did change something. */
import { beforeAll, describe, expect, it } from 'vitest';
import { verifyReceipt } from '../../lib/receipts/verify.ts';
import { HARMLESS, PROOF_MUTANTS, RECEIPT_MUTANTS, signedAs, UNDECIDED, type Mutant } from './verify-mutants.ts';
import { loggedReceipt, type Logged } from './verify-world.ts';

let given: Logged;

beforeAll(async () => {
  given = await loggedReceipt();
});

const inputOf = ({ jws, proof, keys, logs }: Logged): Mutant => ({ jws, proof, keys, logs });

const header = ({ jws }: Logged): string => Buffer.from(jws.split('.')[0]!, 'base64url').toString();

/** Result and last reason. */
async function verdict(change: Partial<Mutant>): Promise<[string, string]> {
  expect({ ...inputOf(given), ...change }).not.toEqual(inputOf(given));
  const { result, checks } = await verifyReceipt({ ...inputOf(given), ...change });
  return [result, checks.at(-1)?.reason ?? ''];
}

describe('a receipt, its proof and its keys', () => {
  it('are genuine as they are', async () => {
    expect((await verifyReceipt(inputOf(given))).result).toBe('genuine');
  });

  it.each(Object.entries(HARMLESS))('stay genuine with %s', async (_, mutate) => {
    expect(await verdict(await mutate(given))).toEqual(['genuine', 'ok']);
  });

  it.each(Object.entries(UNDECIDED))('cannot be told with %s', async (_, [mutate, reason]) => {
    expect(await verdict(await mutate(given))).toEqual(['unknown', reason]);
  });
});

describe('a receipt', () => {
  it.each(Object.entries(RECEIPT_MUTANTS))('is refused with %s', async (_, [mutate, reason]) => {
    expect(await verdict(await mutate(given))).toEqual(['failed', reason]);
  });
});

describe('a proof', () => {
  it.each(Object.entries(PROOF_MUTANTS))('is refused with %s', async (_, [mutate, reason]) => {
    expect(await verdict(await mutate(given))).toEqual([reason === 'unknown-log' ? 'unknown' : 'failed', reason]);
  });
});

describe('inputs as long as the page takes them', () => {
  const MANY = 200_000;

  it.each<[string, (given: Logged) => Partial<Mutant>]>([
    [
      'a payload nested deep',
      (all) => ({ jws: signedAs(all, header(all), `{"v":1,"kind":"request","a":${'['.repeat(MANY)}${']'.repeat(MANY)}}`) }),
    ],
    ['a payload of escapes', (all) => ({ jws: signedAs(all, header(all), `{"v":1,"kind":"request","a":"${'\\"'.repeat(MANY)}"}`) })],
    ['a proof of hashes', ({ proof }) => ({ proof: proof.replace('index 200\n', `index 200\n${'A\n'.repeat(MANY)}`) })],
    ['a receipt of dots', () => ({ jws: '.'.repeat(MANY) })],
  ])('are judged like others: %s', async (_, mutate) => {
    expect((await verdict(mutate(given)))[0]).toBe('failed');
  });
});
