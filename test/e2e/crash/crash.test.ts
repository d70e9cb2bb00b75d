/** Kills the whole laptop at random moments while people use it; nobody asks twice, and nothing is lost or doubled. */
import { watch } from 'node:fs/promises';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { SeededRandom } from '../../../lib/demo/seeded-random.ts';
import { type Request, isClosed } from '../../../lib/domain/request.ts';
import { needsVerification } from '../../../lib/domain/rights.ts';
import type { RequestId } from '../../../lib/domain/ids.ts';
import type { CaseRecord } from '../../../lib/stores/request-store.ts';
import { eventually, type Laptop, startLaptop } from '../laptop.ts';
import { type Cloud, type Item, openCloud } from '../systems/cloud.ts';
import { keepTemplate, newHome, removeHome } from '../systems/homes.ts';
import { gather, type Somebody, takePart } from './crowd.ts';
import { type SentMail, sentMails } from './sent-mails.ts';
import { unsentMails } from '../../../lib/steps/unsent-mails.ts';

const PEOPLE = 30;
const KILLS = 6;
const seed = Number(process.env['QUITTANCE_SEED'] ?? Date.now() % 1_000_000);
const random = new SeededRandom(seed);

let laptop: Laptop;
let people: Somebody[];
let cases: CaseRecord[];
let receipts: Item[];
let mails: SentMail[];
let missing: string[];
let executions: Awaited<ReturnType<Cloud['executions']>>;
const kills: number[] = [];

async function customers(): Promise<string[]> {
  const client = new pg.Client({ connectionString: laptop.postgres!.connectionString });
  await client.connect();
  const { rows } = await client.query<{ email: string }>('select email from customers where id between 1000 and 9000 order by id');
  await client.end();
  return Array.from({ length: PEOPLE }, () => rows[random.whole(0, rows.length - 1)]!.email);
}

/** Passes when so many more mails were sent, or after a while in which they were not. */
async function moreMails(count: number): Promise<void> {
  const watching = new AbortController();
  const timer = setTimeout(() => watching.abort(), 12_000);
  const seen = new Set<string>();
  try {
    for await (const { filename } of watch(path.join(laptop.home, 'mail'), { signal: watching.signal })) {
      if (filename?.endsWith('.eml')) seen.add(filename);
      if (seen.size >= count) break;
    }
  } catch (error) {
    if ((error as Error).name !== 'AbortError') throw error;
  }
  clearTimeout(timer);
}

/** Every other kill falls right after a mail was sent, where its mark is still to be written; the others fall anywhere. */
async function momentOfKill(kill: number): Promise<void> {
  await moreMails(random.whole(1, 8));
  if (kill % 2 === 0) await sleep(random.whole(0, 3_000));
}

/** Their requests begin one after the other all along. */
async function liveThroughKills(): Promise<void> {
  let over = false;
  const parts = people.map(async (person) => {
    await sleep(random.whole(0, 45_000));
    await takePart(laptop, person, () => over);
  });
  for (let kill = 0; kill < KILLS; kill += 1) {
    await momentOfKill(kill);
    kills.push(Date.now());
    await laptop.kill();
    console.info(`crash: kill ${kill + 1} after ${(await sentMails(laptop.home)).length} mails`);
    await laptop.start();
  }
  setTimeout(() => (over = true), 60_000).unref();
  await Promise.all(parts);
}

/** Waits for its person: to confirm, to download, or to be looked at by staff. */
function waits({ request, tasks }: CaseRecord): boolean {
  const open = tasks.filter(({ doneAt, token }) => doneAt === undefined && token !== undefined).map(({ kind }) => kind);
  return open.some((kind) => ['verify', 'fetch', 'review', 'act'].includes(kind)) && request.parked === undefined;
}

const settled = (record: CaseRecord): boolean => isClosed(record.request) || waits(record);

async function load(cloud: Cloud): Promise<CaseRecord[]> {
  const items = await cloud.items('Requests');
  const ids = [...new Set(items.map(({ pk }) => String(pk)).filter((pk) => pk.startsWith('REQ#')))];
  return Promise.all(ids.map((pk) => cloud.caseOf(pk.slice('REQ#req_'.length))));
}

/** The sweep comes every hour: three of them are set ahead, each after what is under way has come to rest. */
async function comeToRest(): Promise<void> {
  const cloud = openCloud(laptop);
  const quiet = async (): Promise<true | undefined> => {
    const before = await load(cloud);
    await sleep(1_000);
    const after = await load(cloud);
    const same =
      JSON.stringify(before.map(({ events, mails: sent }) => [events.length, sent])) ===
      JSON.stringify(after.map(({ events, mails: sent }) => [events.length, sent]));
    return same || after.every(settled) ? true : undefined;
  };
  for (let hour = 0; hour < 3; hour += 1) {
    await eventually('rest', quiet);
    await laptop.advanceClock('PT1H');
    await sleep(2_000);
  }
  await eventually('every request answered or waiting for its person', async () => {
    cases = await load(cloud);
    const open = cases.filter((record) => !settled(record));
    if (open.length > 0) throw new Error(open.map(({ request }) => `${request.id} ${request.state}`).join('; '));
    return true as const;
  });
  receipts = (await cloud.items('Receipts')).filter(({ jws }) => jws !== undefined);
  executions = await cloud.executions();
  missing = await cloud.missingFromIndexes();
  mails = await sentMails(laptop.home);
}

beforeAll(async () => {
  console.info(`crash: seed ${seed}, repeat with QUITTANCE_SEED=${seed}`);
  const home = newHome();
  laptop = await startLaptop({ home });
  keepTemplate(home);
  people = gather(random, await customers());
  await liveThroughKills();
  await comeToRest();
}, 400_000);

afterAll(async () => {
  await laptop?.stop();
  if (laptop) removeHome(laptop.home);
});

const caseOf = (person: Somebody): CaseRecord => cases.find(({ request }) => request.id === `req_${person.answer!.id}`)!;
const bareReceipt = (id: string): string => id.slice('rcp_'.length);
const of = (id: RequestId): SentMail[] => mails.filter(({ requestId }) => requestId === id);

/** Mails by the law's reckoning: what each recorded fact must have sent. */
function statutory({ events }: CaseRecord): string[] {
  return events.flatMap((event) => {
    if (event.type === 'acknowledged' || event.type === 'verification-asked' || event.type === 'delivered') return [event.data.mailId];
    return [];
  });
}

describe(`a laptop killed ${KILLS} times during ${PEOPLE} requests (seed ${seed})`, () => {
  it('answers every submission in the end, and makes one request of each, also of those that were cut off and sent again', () => {
    expect(people.filter(({ answer }) => answer === undefined)).toEqual([]);
    expect(new Set(people.map(({ answer }) => answer!.id)).size).toBe(PEOPLE);
    expect(cases.map(({ request }) => request.id).toSorted()).toEqual(people.map(({ answer }) => `req_${answer!.id}`).toSorted());
    console.info(
      `crash: ${people.filter(({ cutOff }) => cutOff > 0).length} submissions were cut off, ${people.filter(({ confirmed }) => confirmed === 'cut-off').length} confirmations`,
    );
  });

  it('answers every request, or waits for its person, and parks none', async () => {
    expect(cases.filter((record) => !settled(record))).toEqual([]);
    expect(cases.flatMap(({ events }) => events.filter(({ type }) => type === 'parked'))).toEqual([]);
    for (const person of people.filter(({ confirmed }) => confirmed === 'answered'))
      expect(caseOf(person).request.verifiedAt, person.key).toBeDefined();
    for (const person of people.filter(({ rights }) => !needsVerification(rights)))
      expect(['in-progress', 'answered']).toContain(caseOf(person).request.state);
    for (const person of people) expect((await laptop.read(person.answer!)).dueOn).toBe(person.answer!.dueOn);
  });

  it('keeps events in order, each once', () => {
    for (const { events } of cases) {
      expect(events.map(({ seq }) => seq)).toEqual(events.map((_, place) => place + 1));
      expect(new Set(events.map(({ key }) => key)).size).toBe(events.length);
    }
  });

  it('has one receipt per fact, each recorded by its request', () => {
    const facts = receipts.map(({ requestId, kind, fact }) => `${String(requestId)} ${String(kind)} ${String(fact)}`);
    expect(new Set(facts).size).toBe(facts.length);
    const recorded = cases.flatMap(({ request }) => request.receipts.map(({ receiptId }) => receiptId));
    expect(new Set(recorded).size).toBe(recorded.length);
    expect(receipts.map(({ id }) => String(id)).toSorted()).toEqual(recorded.toSorted());
    for (const { request } of cases) expect(request.receipts.filter(({ kind }) => kind === 'request')).toHaveLength(1);
  });

  it('has a receipt of every pass that was answered, also in the mail', () => {
    const mailed = new Set(mails.flatMap((mail) => mail.receipts));
    for (const { id, jws } of receipts) expect(mailed.has(String(jws)), bareReceipt(String(id))).toBe(true);
    for (const { request } of cases) expect(request.receipts).toHaveLength(1 + request.deliveries.length);
  });

  it('misses no statutory mail', () => {
    for (const record of cases) {
      const sent = new Set(of(record.request.id).map(({ mailId }) => mailId));
      expect(
        statutory(record).filter((mailId) => !sent.has(mailId)),
        record.request.id,
      ).toEqual([]);
      expect(unsentMails(record), record.request.id).toEqual([]);
      expect(record.events.some(({ type }) => type === 'acknowledged')).toBe(true);
      const asked = record.events.some(({ type }) => type === 'verification-asked');
      expect(asked, record.request.id).toBe(needsVerification(record.request.rights));
    }
  });

  it('sends at most one mail twice per kill, byte for byte the same, and only where the kill fell between sending and marking', () => {
    const groups = Map.groupBy(mails, ({ mailId }) => mailId);
    const doubles = [...groups.values()].filter((group) => group.length > 1);
    console.info(`crash: ${mails.length} mails, ${doubles.length} twice`);
    expect([...groups.keys()]).not.toContain('');
    expect(doubles.length).toBeLessThanOrEqual(KILLS);
    for (const group of doubles) {
      expect(new Set(group.map(({ unstamped }) => unstamped)).size).toBe(1);
      for (const [place, mail] of group.slice(1).entries()) {
        const before = group[place]!;
        const kill = kills.find((at) => at >= before.at && at <= mail.at);
        expect(kill, `a kill between ${before.at} and ${mail.at}`).toBeDefined();
        expect(kill! - before.at, 'sent just before the kill').toBeLessThan(2_000);
      }
    }
  });

  it('runs one execution per open request and none for the closed', () => {
    const running = executions.filter(({ status }) => status === 'RUNNING').map(({ name }) => name.slice(0, 36));
    const open = cases.map(({ request }) => request).filter((request: Request) => !isClosed(request));
    expect(running.toSorted()).toEqual(open.map(({ id }) => id.slice('req_'.length)).toSorted());
  });

  it('has every item in the indexes it belongs to', () => {
    expect(missing).toEqual([]);
  });
});
