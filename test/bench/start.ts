/** Cold start and restart to the first page, and resident memory with and without the embedded PostgreSQL. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { freePort, Laptop, startLaptop } from '../e2e/laptop.ts';
import { treeMiB } from '../e2e/systems/process-tree.ts';

const LIMITS = { coldSeconds: 90, restartSeconds: 6, withPostgresMiB: 1200, withoutPostgresMiB: 600 };
/** Nobody calls: what started for the first page has gone idle or not, as it is. */
const SETTLE_MS = 3_000;

/** Seconds until the first page; the demo shop may still be coming up. */
async function firstPage(laptop: Laptop, start: Promise<void>): Promise<number> {
  const begun = Date.now();
  for (;;) {
    const response = await fetch(laptop.url).catch(() => undefined);
    if (response?.status === 200) break;
    await sleep(20);
  }
  const seconds = (Date.now() - begun) / 1000;
  await start;
  return seconds;
}

function report(what: string, value: number, { limit, unit }: { limit: number; unit: string }): void {
  console.info(`${what}: ${value.toFixed(1)} ${unit} (at most ${limit})`);
  if (value > limit) process.exitCode = 1;
}

async function embedded(): Promise<void> {
  const home = mkdtempSync(path.join(tmpdir(), 'quittance-bench-'));
  const laptop = new Laptop({ home, pg: false }, { port: await freePort(), postgres: undefined });
  try {
    report('cold start to the first page, without npm ci', await firstPage(laptop, laptop.start()), {
      limit: LIMITS.coldSeconds,
      unit: 's',
    });
    await sleep(SETTLE_MS);
    report('resident with the embedded PostgreSQL', treeMiB(laptop.pid!), { limit: LIMITS.withPostgresMiB, unit: 'MiB' });
    await laptop.close();
    report('restart to the first page', await firstPage(laptop, laptop.start()), { limit: LIMITS.restartSeconds, unit: 's' });
    await laptop.kill();
    report('restart to the first page after kill -9', await firstPage(laptop, laptop.start()), { limit: LIMITS.restartSeconds, unit: 's' });
  } finally {
    await laptop.stop();
    rmSync(home, { recursive: true, force: true });
  }
}

async function onServer(): Promise<void> {
  const laptop = await startLaptop();
  try {
    await fetch(laptop.url);
    await sleep(SETTLE_MS);
    report('resident without the embedded PostgreSQL', treeMiB(laptop.pid!), { limit: LIMITS.withoutPostgresMiB, unit: 'MiB' });
  } finally {
    await laptop.stop();
  }
}

await embedded();
await onServer();
