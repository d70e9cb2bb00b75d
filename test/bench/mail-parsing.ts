/** Reads every hostile mail and a plain letter: time, and the most memory the process took that parsed it (Linux only): `npm run bench mail-parsing`. */
import { readFileSync } from 'node:fs';
import { READ_LIMITS } from '../../lib/mail/inbound/read-limits.ts';
import { readMail } from '../../lib/mail/inbound/read-mail.ts';
import { HOSTILE } from '../mail/inbound/hostile-mails.ts';
import { mailOf } from '../mail/inbound/sample-mails.ts';

const SAMPLE_EVERY_MS = 2;
const LETTERS = 100;

function childPeakMb(): number {
  try {
    const child = readFileSync(`/proc/self/task/${process.pid}/children`, 'utf8').trim().split(' ').at(-1);
    return Number(/VmHWM:\s+(\d+) kB/.exec(readFileSync(`/proc/${child}/status`, 'utf8'))?.[1] ?? 0) / 1024;
  } catch {
    return 0;
  }
}

async function measure(raw: Uint8Array): Promise<{ answer: string; ms: number; mb: number }> {
  let mb = 0;
  const sampling = setInterval(() => (mb = Math.max(mb, childPeakMb())), SAMPLE_EVERY_MS);
  const started = performance.now();
  const read = await readMail(raw);
  const ms = performance.now() - started;
  clearInterval(sampling);
  return { answer: read.ok ? 'read' : read.reason, ms, mb };
}

const columns = ({ answer, ms, mb }: { answer: string; ms: number; mb: number }): string =>
  `${answer.padEnd(16)} ${ms.toFixed(0).padStart(6)} ms ${mb.toFixed(0).padStart(5)} MB`;

async function main(): Promise<void> {
  const letter = mailOf(['Content-Type: text/plain'], 'Please send me a copy of my data.\r\n'.repeat(40));
  console.log(`${columns(await measure(letter))}  a letter`);
  const started = performance.now();
  for (let count = 0; count < LETTERS; count += 1) await readMail(letter);
  console.log(`${((1000 * LETTERS) / (performance.now() - started)).toFixed(0)} letters a second, one after the other`);
  const all = [];
  for (const { name, make } of HOSTILE) {
    const measured = await measure(make());
    console.log(`${columns(measured)}  ${name}`);
    all.push(measured);
  }
  const slowest = Math.max(...all.map(({ ms }) => ms));
  console.log(
    `the slowest took ${slowest.toFixed(0)} ms (limit ${READ_LIMITS.milliseconds}), the largest ${Math.max(...all.map(({ mb }) => mb)).toFixed(0)} MB`,
  );
}

await main();
