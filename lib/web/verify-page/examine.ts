/** Checks a receipt as far as it can be checked: by itself, in the log, against the log of today, and whether a newer one has taken its place. */
import { checkHistory, type History } from '../../receipts/log/check-history.ts';
import type { ReadFile } from '../../receipts/log/tree.ts';
import type { LoggedAt, LogKey } from '../../receipts/log/verify-proof.ts';
import type { Findings } from '../../receipts/verdict.ts';
import { verifyReceipt, type Jwk } from '../../receipts/verify.ts';
import type { Given } from './given.ts';

/** What the issuer has under a receipt's number. */
export interface Held {
  /** Text of a tlog-proof, if the receipt is logged. */
  proof?: string;
  /** Address of the receipt that took its place. */
  newerUrl?: string;
}

/** The issuer, as the one who checks can reach it. */
export interface Issuer {
  published(): Promise<{ keys: readonly Jwk[]; logs: readonly LogKey[] }>;
  /** Undefined if it has no receipt of that number, or cannot be asked. */
  held(number: string): Promise<Held | undefined>;
  openLog(log: LogKey): ReadFile;
  /** Resolves once no cache between holds what the log showed before. */
  outlastCaches?: (() => Promise<void>) | undefined;
  /** Milliseconds since the epoch. */
  now(): number;
}

/** What was found, with the address of the newer receipt if there is one. */
export type Examined = Findings & { newerUrl?: string };

/** Proofs are there within a minute; a log may stand still for an hour before it counts against a receipt. */
const LOG_MS = 3_600_000;

async function historyOf({ checkpoint, log }: LoggedAt, issuer: Issuer): Promise<History> {
  return await checkHistory({ kept: checkpoint, log, read: issuer.openLog(log), outlastCaches: issuer.outlastCaches });
}

/** Whether the log must have what bears this date. */
function isDue({ issuedAt }: Record<string, unknown>, nowMs: number): boolean {
  return typeof issuedAt !== 'string' || !(Date.parse(issuedAt) + LOG_MS > nowMs);
}

/** Without a proof, the one the issuer gives for a receipt of that number takes its place. Rejects if the keys cannot be read. */
export async function examine({ jws, proof }: Given, issuer: Issuer): Promise<Examined> {
  const published = await issuer.published();
  const verify = async (by: string | undefined): Promise<Findings['verification']> =>
    await verifyReceipt({ jws, ...published, ...(by === undefined ? {} : { proof: by }) });
  const first = await verify(proof);
  const number = first.payload?.['id'];
  const held = typeof number === 'string' ? await issuer.held(number) : undefined;
  const verification = proof === undefined && held?.proof !== undefined ? await verify(held.proof) : first;
  const { place } = verification;
  return {
    verification,
    ...(verification.payload && { due: isDue(verification.payload, issuer.now()) }),
    ...(held === undefined ? {} : { newer: held.newerUrl !== undefined }),
    ...(held?.newerUrl === undefined ? {} : { newerUrl: held.newerUrl }),
    ...(place && { history: await historyOf(place, issuer) }),
  };
}
