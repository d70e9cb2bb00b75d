/** A world for tests of steps: the real stores, vault, mail and signing on a small AWS, with a clock that is moved by hand. */
import PostalMime, { type Email } from 'postal-mime';
import { vi } from 'vitest';
import type { Row } from '../lib/connectors/connector.ts';
import type { Configuration } from '../lib/domain/configuration.ts';
import type { RequestId } from '../lib/domain/ids.ts';
import { openPostOffice } from '../lib/mail/post-office.ts';
import { openLogReader } from '../lib/receipts/log/read-log.ts';
import { sequence, type SequencerParts } from '../lib/receipts/log/sequence.ts';
import type { FetchWorld } from '../lib/steps/fetch-package.ts';
import type { PurgeWorld } from '../lib/steps/purge-request.ts';
import type { World } from '../lib/steps/world.ts';
import { openCaseKeys } from '../lib/stores/case-keys.ts';
import { openDelivery } from '../lib/stores/delivery.ts';
import { presignDownload } from '../lib/stores/download.ts';
import type { PapersWorld } from '../lib/steps/erase-papers.ts';
import { handToPost } from '../lib/steps/hand-to-post.ts';
import { papersOfMail } from '../lib/steps/kept-mail.ts';
import { openReceiptStore } from '../lib/stores/receipt-table.ts';
import { openRequestStore } from '../lib/stores/request-store.ts';
import { openLogFiles } from '../lib/stores/log-bucket.ts';
import { openKeyHistory, openLogStore, openStatements } from '../lib/stores/log-table.ts';
import { openLogSigner, openSigner } from '../lib/stores/signer.ts';
import { openTable, type Table } from '../lib/stores/table.ts';
import { deletePrefix, openVault, vaultKey } from '../lib/stores/vault.ts';
import { company } from './company.ts';
import { Fuse } from './fuse.ts';
import { type PretendSystem, pretendSystem } from './pretend-systems.ts';
import { type RecordingMachine, recordingMachine } from './recording-machine.ts';
import { BUCKETS, type Clients, KEYS, type SmallCloud, startSmallCloud, TABLES } from './small-cloud.ts';

export { SimulatedCrash } from './fuse.ts';

/** When worlds begin: a Monday morning in Berlin. */
export const BEGIN = '2026-03-02T09:00:00Z';
export const SECRET = Buffer.from('the secret behind links and codes');
export const PERSON_EMAIL = 'erika.mustermann@example.org';

export interface ReceivedMail {
  /** `X-Quittance-Mail`. */
  mailId: string;
  recipients: string[];
  tags: Record<string, string>;
  raw: Buffer;
  parsed: Email;
}

export interface TestWorld extends World, FetchWorld, PurgeWorld, PapersWorld {
  clients: Clients;
  fuse: Fuse;
  machine: RecordingMachine;
  systems: Record<string, PretendSystem>;
  tables: Record<keyof typeof TABLES, Table>;
  /** Lets time pass. */
  pass(ms: number): void;
  /** Goes to an instant. */
  goTo(instant: string): void;
  /** Mails about a request, oldest first. */
  mails(id: RequestId): Promise<ReceivedMail[]>;
  /** Another process on the same storage: nothing cached, the same clock. */
  reopen(): TestWorld;
  /** Remembers tables, clock and machine; every call of the result leads back to them, in a world of its own. */
  remember(): Promise<() => Promise<TestWorld>>;
}

export const MINUTE = 60_000;
export const HOUR = 60 * MINUTE;
export const DAY = 24 * HOUR;

const EFFECTS = /^(Put|Update|Delete|Send|Create|Complete|Upload)/;

interface Sent {
  TableName?: string;
  Key?: unknown;
  Item?: { pk?: unknown; sk?: unknown };
  UpdateExpression?: string;
}

/** What an effect is called: the same for the same write, whatever it writes. */
function effectName(command: string, input: Sent): string {
  const { TableName = '', Key, Item, UpdateExpression = '' } = input;
  const key = Key ?? (Item && { pk: Item.pk, sk: Item.sk }) ?? '';
  return `${command} ${TableName} ${JSON.stringify(key)} ${UpdateExpression}`;
}

type Handler = (args: { input: unknown }) => Promise<unknown>;

/** Puts the fuse between the product and AWS. */
function wire(clients: Clients, fuse: Fuse): void {
  for (const client of Object.values(clients) as Clients['dynamodb'][]) {
    const middleware = (next: Handler, context: { commandName?: string }) => async (args: { input: unknown }) => {
      const command = (context.commandName ?? '').replace(/Command$/, '');
      const run = async (): Promise<unknown> => await next(args);
      return EFFECTS.test(command) ? await fuse.effect(effectName(command, args.input as Sent), run) : await fuse.read(run);
    };
    client.middlewareStack.add(middleware as never, { step: 'initialize', name: 'fuse' });
  }
}

const ORDERS: Row[] = [
  { id: 1, customer_id: 42, placed_on: '2026-01-05', total: '19.90' },
  { id: 2, customer_id: 42, placed_on: '2026-02-05', total: '5.00' },
  { id: 3, customer_id: 42, placed_on: '2026-02-06', total: '7.00' },
];

function systemsOf({ systems }: Configuration, fuse: Fuse): Record<string, PretendSystem> {
  const shop = pretendSystem(systems['shop']!.datasets, {
    fuse,
    rows: {
      customers: [{ id: 42, email: PERSON_EMAIL, name: 'Erika Mustermann', password_hash: '$2b$hash' }],
      orders: ORDERS,
      messages: [],
    },
  });
  shop.kept = { orders: { count: ORDERS.length, until: '2034-12-31' } };
  shop.reveals = { customerId: ['42'] };
  const crm = pretendSystem(systems['crm']!.datasets, { fuse, rows: { contacts: [{ id: 7, note: 'called about the delivery' }] } });
  return { shop, crm };
}

interface Parts {
  cloud: SmallCloud;
  configuration: Configuration;
  fuse: Fuse;
  clock: { now: number };
  machine: RecordingMachine;
  systems: Record<string, PretendSystem>;
}

async function received(cloud: SmallCloud, id: RequestId): Promise<ReceivedMail[]> {
  const own = await cloud.mails(id);
  return await Promise.all(
    own.map(async (mail) => {
      const parsed = await PostalMime.parse(mail.raw);
      return { ...mail, parsed, mailId: parsed.headers.find(({ key }) => key === 'x-quittance-mail')?.value ?? '' };
    }),
  );
}

const BASE_URL = 'https://privacy.shop.example';

/** What writes the log, on these clients. */
export function sequencerOf({ dynamodb, s3, kms }: Clients, now: () => number): SequencerParts {
  const table = openTable(dynamodb, TABLES.receipts);
  return {
    store: openLogStore(table),
    files: openLogFiles({ s3, bucket: BUCKETS.log }),
    statements: openStatements(table, now),
    signer: openLogSigner({ kms, keyId: KEYS.log }),
    baseUrl: BASE_URL,
    now,
  };
}

/** Steps are cut off at their own effects; the log has tests of its own for being cut off. */
export function logOf(clients: Clients, now: () => number): Pick<World, 'log' | 'logWriter' | 'statements'> {
  const parts = sequencerOf(clients, now);
  const { store, statements } = parts;
  return {
    log: openLogReader(parts),
    statements,
    logWriter: {
      run: async (known) => await sequence(parts, known),
      waiting: async (before) => await store.countWaiting(new Date(before).toISOString()),
      forget: async (place) => await store.forget(place),
    },
  };
}

function assemble(parts: Parts): TestWorld {
  const { cloud, configuration, fuse, clock, machine, systems } = parts;
  const clients = cloud.clients();
  wire(clients, fuse);
  const { dynamodb, kms, s3, ses } = clients;
  const now = (): number => clock.now;
  const tables = {
    requests: openTable(dynamodb, TABLES.requests),
    caseKeys: openTable(dynamodb, TABLES.caseKeys),
    receipts: openTable(dynamodb, TABLES.receipts),
  };
  const requests = openRequestStore(tables.requests, configuration);
  const vault = openVault({ s3, bucket: BUCKETS.vault });
  const secret = async (): Promise<Uint8Array> => SECRET;
  const from = { name: configuration.controller.name, address: configuration.mailFrom };
  const replyTo = configuration.controller.email;
  return {
    configuration,
    baseUrl: BASE_URL,
    now,
    secret,
    clients,
    fuse,
    machine,
    systems,
    tables,
    vault,
    requests,
    caseKeys: openCaseKeys({ table: tables.caseKeys, kms, keyId: KEYS.case }),
    delivery: openDelivery({ s3, bucket: BUCKETS.delivery }),
    receipts: openReceiptStore(tables.receipts),
    keyHistory: openKeyHistory(tables.receipts),
    ...logOf(cloud.clients(), now),
    signer: openSigner({ kms, keyId: KEYS.receipt }),
    postOffice: openPostOffice({
      ses,
      table: tables.requests,
      vault,
      secret,
      from,
      replyTo: async () => replyTo,
      toPost: async (id, mailId) => await handToPost({ configuration, baseUrl: BASE_URL, now, requests }, id, mailId),
      configurationSet: 'mail-events',
      now,
    }),
    connect: (name) => systems[name]!,
    presign: async (key, filename) => await presignDownload({ s3, bucket: BUCKETS.delivery }, key, filename),
    async purgePapers(id, mail) {
      for (const prefix of papersOfMail(id, mail)) await deletePrefix(s3, BUCKETS.vault, prefix);
    },
    async purgeObjects(id) {
      for (const bucket of [BUCKETS.vault, BUCKETS.delivery]) await deletePrefix(s3, bucket, vaultKey(id, ''));
    },
    pass: (ms) => void (clock.now += ms),
    goTo: (instant) => void (clock.now = Date.parse(instant)),
    mails: async (id) => await received(cloud, id),
    reopen: () => assemble(parts),
    remember: () => remember(parts),
  };
}

async function remember(parts: Parts): Promise<() => Promise<TestWorld>> {
  const { cloud, configuration, clock, machine } = parts;
  const dump = await cloud.dump();
  const at = clock.now;
  const { executions, told, gone } = structuredClone({ executions: machine.executions, told: machine.told, gone: machine.gone });
  return async () => {
    await cloud.restore(dump);
    const fuse = new Fuse();
    const again = Object.assign(recordingMachine(fuse), structuredClone({ executions, told, gone }));
    return assemble({ ...parts, fuse, clock: { now: at }, machine: again, systems: systemsOf(configuration, fuse) });
  };
}

export interface Worlds {
  /** A world with empty tables. */
  open(configuration?: Configuration): Promise<TestWorld>;
  /** What the product logged so far. */
  logged(): string;
  close(): Promise<void>;
}

/** Starts the small AWS behind the worlds of one test file. */
export async function openWorlds(): Promise<Worlds> {
  const cloud = await startSmallCloud();
  const logs = (['info', 'error', 'log', 'warn'] as const).map((level) => vi.spyOn(console, level).mockImplementation(() => undefined));
  return {
    logged: () => JSON.stringify(logs.flatMap(({ mock }) => mock.calls)),
    async open(configuration = company()) {
      await cloud.empty();
      const fuse = new Fuse();
      return assemble({
        cloud,
        configuration,
        fuse,
        clock: { now: Date.parse(BEGIN) },
        machine: recordingMachine(fuse),
        systems: systemsOf(configuration, fuse),
      });
    },
    async close() {
      for (const log of logs) log.mockRestore();
      await cloud.close();
    },
  };
}
