/** Reads of one sweep with fifty requests due, among a thousand open ones and among two hundred thousand: counted on the real stores. */
import { performance } from 'node:perf_hooks';
import { openPostOffice } from '../../lib/mail/post-office.ts';
import { takeIn } from '../../lib/steps/intake.ts';
import { sweep, type SweepWorld } from '../../lib/steps/sweep.ts';
import { openCaseKeys } from '../../lib/stores/case-keys.ts';
import { openKeyHistory } from '../../lib/stores/log-table.ts';
import { openReceiptStore } from '../../lib/stores/receipt-table.ts';
import { openRequestStore } from '../../lib/stores/request-store.ts';
import { openSigner } from '../../lib/stores/signer.ts';
import { openTable } from '../../lib/stores/table.ts';
import { openVault } from '../../lib/stores/vault.ts';
import { company } from '../company.ts';
import { Fuse } from '../fuse.ts';
import { addOpenRequests, countReads, type Reads } from '../open-crowd.ts';
import { recordingMachine } from '../recording-machine.ts';
import { logOf } from '../world.ts';
import { BUCKETS, KEYS, type SmallCloud, startSmallCloud, TABLES } from '../small-cloud.ts';

const OPEN = [1_000, 200_000];
const DUE = 50;
const HOUR_MS = 3600 * 1000;
const DAY_MS = 24 * HOUR_MS;

/** What the sweep works with, and what it reads. */
interface Sweeping {
  world: SweepWorld;
  reads: Reads;
  pass(ms: number): void;
}

const SECRET = Buffer.from('a secret for the benchmark');

function openSweeping(cloud: SmallCloud): Sweeping {
  const configuration = company();
  const clients = cloud.clients();
  const { dynamodb, kms, s3, ses } = clients;
  const reads = countReads(dynamodb);
  let at = Date.parse('2026-03-02T09:00:00Z');
  const now = (): number => at;
  const secret = async (): Promise<Uint8Array> => SECRET;
  const table = openTable(dynamodb, TABLES.requests);
  const vault = openVault({ s3, bucket: BUCKETS.vault });
  const { controller, mailFrom } = configuration;
  const from = { name: controller.name, address: mailFrom };
  const world: SweepWorld = {
    configuration,
    baseUrl: 'https://privacy.shop.example',
    now,
    secret,
    requests: openRequestStore(table, configuration),
    caseKeys: openCaseKeys({ table: openTable(dynamodb, TABLES.caseKeys), kms, keyId: KEYS.case }),
    receipts: openReceiptStore(openTable(dynamodb, TABLES.receipts)),
    signer: openSigner({ kms, keyId: KEYS.receipt }),
    keyHistory: openKeyHistory(openTable(dynamodb, TABLES.receipts)),
    ...logOf(clients, now),
    machine: recordingMachine(new Fuse()),
    vault,
    postOffice: openPostOffice({
      ses,
      table,
      vault,
      secret,
      from,
      replyTo: async () => controller.email,
      toPost: async () => undefined,
      configurationSet: 'none',
      now,
    }),
    purgePapers: () => Promise.reject(new TypeError('Nothing is purged here')),
    purgeObjects: () => Promise.reject(new TypeError('Nothing is purged here')),
  };
  return { world, reads, pass: (ms) => void (at += ms) };
}

let submissions = 0;

async function submit(world: SweepWorld): Promise<void> {
  submissions += 1;
  const person = { email: 'erika.mustermann@example.org', identifiers: {} };
  await takeIn(world, { rights: ['access'], person, residence: 'DE', lang: 'en', channel: 'web', idempotencyKey: `bench-${submissions}` });
}

/** Among so many open requests, `DUE` have just been received and are due for their first look. */
async function measure({ world, reads, pass }: Sweeping, open: number): Promise<Reads & { ms: number }> {
  for (let count = 0; count < DUE; count += 1) await submit(world);
  pass(HOUR_MS);
  const before = { ...reads.calls };
  const unitsBefore = reads.units;
  const from = performance.now();
  const { looked, failed } = await sweep({}, world);
  if (looked !== DUE || failed !== 0) throw new Error(`${looked} were looked at and ${failed} failed among ${open}`);
  const calls = Object.fromEntries(Object.entries(reads.calls).map(([name, count]) => [name, count - (before[name] ?? 0)]));
  return { calls, units: reads.units - unitsBefore, ms: performance.now() - from };
}

const { info } = console;
const cloud = await startSmallCloud();
try {
  const sweeping = openSweeping(cloud);
  const { world } = sweeping;
  const crowd = {
    client: cloud.clients().dynamodb,
    table: TABLES.requests,
    from: world.now() + 20 * DAY_MS,
    to: world.now() + 60 * DAY_MS,
  };
  const results = [];
  let loaded = 0;
  for (const open of OPEN) {
    const begun = performance.now();
    await addOpenRequests(crowd, { first: loaded, count: open - loaded });
    loaded = open;
    info(`${open} open requests, loaded in ${((performance.now() - begun) / 1000).toFixed(0)} s`);
    // The sweep's own metric line is not part of the table.
    console.info = () => undefined;
    const { calls, units, ms } = await measure(sweeping, open);
    console.info = info;
    results.push({
      open,
      due: DUE,
      queries: calls['QueryCommand']!,
      gets: calls['GetItemCommand'] ?? 0,
      'read units': units,
      ms: Math.round(ms),
    });
  }
  console.table(results);
  const [few, many] = results;
  const same = few!.queries === many!.queries && few!.gets === many!.gets && few!['read units'] === many!['read units'];
  info(same ? 'The same reads among 200 times as many open requests' : 'The reads grew with what is open');
  if (!same) process.exitCode = 1;
} finally {
  console.info = info;
  await cloud.close();
}
