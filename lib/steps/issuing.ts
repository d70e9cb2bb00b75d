/** Issuing receipts and bringing them into the log: what every step that does so shares. */
import { setTimeout } from 'node:timers/promises';
import type { ReceiptIssuer } from '../receipts/issue.ts';
import { LogFault } from '../receipts/log/log-fault.ts';
import type { StoredReceipt } from '../receipts/port.ts';
import { keyAdded } from '../receipts/note-key.ts';
import { countMetric } from './metrics.ts';
import type { World } from './world.ts';

/** The parts of a world that issue. */
export type Issuing = 'receipts' | 'signer' | 'secret' | 'keyHistory' | 'statements' | 'logWriter';

/** The issuer of a world. */
export async function openIssuer(world: Pick<World, Issuing | 'now'>): Promise<ReceiptIssuer> {
  const { receipts: store, signer, keyHistory: history, statements, now } = world;
  return { store, signer, history, statements, now, secret: await world.secret() };
}

/** A receipt is valid before it is logged: what keeps the log from going on keeps no answer from going out, and wakes somebody. */
export function reportLogFault(error: unknown): void {
  const fault = error as Error;
  console.error(
    JSON.stringify({ level: 'error', step: 'log', failure: fault.name, ...(error instanceof LogFault && { code: error.code }) }),
  );
  if (error instanceof LogFault) countMetric('LogStopped', 1);
}

/** Waits between attempts: a mail waits for the log, but not for long. */
const PATIENCE_MS = [500, 2000, 5000];

async function attempt(run: () => Promise<void>): Promise<void> {
  for (const pause of [...PATIENCE_MS, undefined]) {
    try {
      return await run();
    } catch (error) {
      if (error instanceof LogFault || pause === undefined) return reportLogFault(error);
      await setTimeout(pause);
    }
  }
}

/** The name of the key in a receipt's header. */
const kidOf = ({ jws }: StoredReceipt): string =>
  String((JSON.parse(Buffer.from(jws.slice(0, jws.indexOf('.')), 'base64url').toString()) as { kid: unknown }).kid);

/**
 * Brings these receipts into the log, their key's first mention before them, and what else waits with them. Never rejects; what is left
 * waits for the next one, at latest the sweep.
 */
export async function logReceipts({ logWriter }: Pick<World, 'logWriter'>, receipts: readonly StoredReceipt[]): Promise<void> {
  const statements = [...new Set(receipts.map((receipt) => keyAdded(kidOf(receipt))))];
  await attempt(() => logWriter.run({ receipts, statements }));
}

/** What was issued a moment ago is still being brought in by whoever issued it. */
const BEHIND_MS = 5 * 60 * 1000;

/** Logs what nobody else did, and counts what waits for long after that. */
export async function logRest({ logWriter, now }: Pick<World, 'logWriter' | 'now'>): Promise<void> {
  // An hour in which nothing waits costs one question.
  if ((await logWriter.waiting(now())) === 0) return countMetric('LogBehind', 0);
  await attempt(() => logWriter.run());
  countMetric('LogBehind', await logWriter.waiting(now() - BEHIND_MS));
}
