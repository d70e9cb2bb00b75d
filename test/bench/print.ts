/** What printing a receipt costs: the first document with the library and its fonts, one of 12 systems when warm, and how it grows. */
import { renderReceiptPdf } from '../../lib/receipts/print/render-receipt-pdf.ts';
import { asJws, deletionOf, VERIFY_URL } from '../receipts/document/sample-payloads.ts';

/** CPU, not time on the clock: the machine has other work. `growth`: a row of 2,000 against a row of 400. */
const LIMITS = { coldMs: 1_500, warmMs: 60, growth: 1.5 };
const ROUNDS = { warm: 60, long: 5 };

async function cpuOf(jws: string): Promise<number> {
  const begun = process.cpuUsage();
  await renderReceiptPdf({ jws, verifyUrl: VERIFY_URL, zone: 'Europe/Berlin' });
  const { user, system } = process.cpuUsage(begun);
  return (user + system) / 1000;
}

async function median(jws: string, rounds: number): Promise<number> {
  const times: number[] = [];
  for (let round = 0; round < rounds; round += 1) times.push(await cpuOf(jws));
  return times.toSorted((a, b) => a - b)[rounds >> 1]!;
}

function report(what: string, value: number, { limit, unit }: { limit: number; unit: string }): void {
  console.info(`${what}: ${value.toFixed(1)} ${unit} (at most ${limit})`);
  if (value > limit) process.exitCode = 1;
}

const ordinary = asJws(deletionOf(12));
report('first document, 12 systems', await cpuOf(ordinary), { limit: LIMITS.coldMs, unit: 'ms CPU' });
await median(ordinary, ROUNDS.warm);
report('12 systems', await median(ordinary, ROUNDS.warm), { limit: LIMITS.warmMs, unit: 'ms CPU' });

const base = await median(asJws(deletionOf(1)), ROUNDS.long);
const [few, many] = [await median(asJws(deletionOf(400)), ROUNDS.long), await median(asJws(deletionOf(2_000)), ROUNDS.long)];
console.info(`400 systems: ${few.toFixed(0)} ms CPU; 2,000 systems: ${many.toFixed(0)} ms CPU`);
report('a row of 2,000 systems against one of 400', (many - base) / 2_000 / ((few - base) / 400), { limit: LIMITS.growth, unit: 'times' });
