/** Checks a receipt as far as it can be checked: by itself, in the log, against the log of today, and whether a newer one has taken its place. */
import { checkHistory } from '../../receipts/log/check-history.ts';
import type { ReadFile } from '../../receipts/log/tree.ts';
import type { LogKey } from '../../receipts/log/verify-proof.ts';
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
}

/** What was found, with the address of the newer receipt if there is one. */
export type Examined = Findings & { newerUrl?: string };

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
    ...(held === undefined ? {} : { newer: held.newerUrl !== undefined }),
    ...(held?.newerUrl === undefined ? {} : { newerUrl: held.newerUrl }),
    ...(place && { history: await checkHistory({ kept: place.checkpoint, log: place.log, read: issuer.openLog(place.log) }) }),
  };
}
