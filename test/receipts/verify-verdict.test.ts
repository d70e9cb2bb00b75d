/** What a verification means: one verdict, and five lines that are always all there. */
import { beforeAll, describe, expect, it } from 'vitest';
import { linesOf, verdictOf, type Findings } from '../../lib/receipts/verdict.ts';
import { verifyReceipt } from '../../lib/receipts/verify.ts';
import { PROOF_MUTANTS, RECEIPT_MUTANTS, UNDECIDED, type Mutant } from './verify-mutants.ts';
import { loggedReceipt, type Logged } from './verify-world.ts';

let given: Logged;

beforeAll(async () => {
  given = await loggedReceipt();
});

const found = async (change: Partial<Mutant> = {}, more: Omit<Findings, 'verification'> = {}): Promise<Findings> => ({
  verification: await verifyReceipt({ ...given, ...change }),
  ...more,
});

const states = (findings: Findings): string =>
  linesOf(findings)
    .map(({ state }) => state)
    .join(' ');

const withoutProof = (): Partial<Mutant> => ({ proof: undefined }) as unknown as Partial<Mutant>;

const compromised = (since?: number): Partial<Mutant> => ({
  keys: given.keys.map((key) => ({
    ...key,
    status: 'compromised',
    ...(since === undefined ? {} : { compromisedSince: { origin: given.logs[0]!.origin, index: since } }),
  })),
});

describe('a receipt', () => {
  it('is genuine if nothing speaks against it, whether all of it could be checked or not', async () => {
    const all = await found({}, { history: 'goes-on', newer: false });
    expect([verdictOf(all), states(all)]).toEqual(['genuine', 'good good good good good']);
    const alone = await found(withoutProof());
    expect([verdictOf(alone), states(alone)]).toEqual(['genuine', 'good good open open open']);
    const lost = await found({}, { history: 'not-reachable' });
    expect([verdictOf(lost), states(lost)]).toEqual(['genuine', 'good good good open open']);
  });

  it('of an age at which the log must have it is not called genuine without a proof', async () => {
    const alone = await found(withoutProof(), { due: true, newer: false });
    expect([verdictOf(alone), states(alone)]).toEqual(['unproven', 'good good open open good']);
    expect(verdictOf(await found(withoutProof(), { due: false }))).toBe('genuine');
    expect(verdictOf(await found({}, { due: true, history: 'goes-on' }))).toBe('genuine');
  });

  it('is superseded by a newer one, unless worse is known', async () => {
    const newer = await found({}, { history: 'goes-on', newer: true });
    expect([verdictOf(newer), states(newer)]).toEqual(['superseded', 'good good good good bad']);
    expect(verdictOf(await found({}, { history: 'rewritten', newer: true }))).toBe('history-rewritten');
  });

  it('stands in a history that was rewritten, or rolled back', async () => {
    for (const history of ['rewritten', 'older'] as const) {
      const findings = await found({}, { history, newer: false });
      expect([verdictOf(findings), states(findings)]).toEqual(['history-rewritten', 'good good good bad good']);
    }
  });

  it('under a key in other hands is not to be believed, or cannot be told', async () => {
    const late = await found(compromised(0), { newer: false });
    expect([verdictOf(late), states(late)]).toEqual(['key-compromised', 'good bad good open good']);
    const unknown = await found({ ...withoutProof(), ...compromised(500) }, { newer: false });
    expect([verdictOf(unknown), states(unknown)]).toEqual(['undecided', 'good open open open good']);
    expect(verdictOf(await found(compromised()))).toBe('key-compromised');
    expect(verdictOf(await found(compromised(500)))).toBe('genuine');
  });

  it('that was changed in any way has no good line about its signature, and is never called genuine', async () => {
    for (const [name, [mutate]] of Object.entries(RECEIPT_MUTANTS)) {
      const findings = await found(await mutate(given));
      expect([name, verdictOf(findings), linesOf(findings)[0]?.state]).toEqual([name, 'changed', 'bad']);
    }
  });

  it('with a proof that does not hold is not in the log, though its signature is right', async () => {
    for (const [name, [mutate]] of Object.entries(PROOF_MUTANTS)) {
      const findings = await found(await mutate(given));
      const elsewhere = findings.verification.checks.at(-1)?.reason === 'unknown-log';
      expect([name, verdictOf(findings), states(findings)]).toEqual(
        elsewhere ? [name, 'unknown-log', 'good open open open open'] : [name, 'not-in-the-log', 'good open bad open open'],
      );
    }
  });

  it('of others is told by its key, and what is no receipt by its type', async () => {
    const verdicts: Record<string, string> = {};
    for (const [mutate, reason] of Object.values(UNDECIDED)) verdicts[reason] = verdictOf(await found(await mutate(given)));
    expect(verdicts).toEqual({ 'unknown-key': 'unknown-key', 'not-a-receipt': 'no-receipt', 'unknown-log': 'unknown-log' });
  });
});
