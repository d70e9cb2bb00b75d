/** 200 requests at once over the API: every one answered or waiting for its person, how many per second, how much memory. */
import { randomUUID } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { request as httpRequest } from 'node:http';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import PostalMime from 'postal-mime';
import { isClosed } from '../../lib/domain/request.ts';
import type { CaseRecord } from '../../lib/stores/request-store.ts';
import { type Laptop, linkTo, startLaptop } from '../e2e/laptop.ts';
import { type Cloud, openCloud } from '../e2e/systems/cloud.ts';
import { treeMiB, watchPeak } from '../e2e/systems/process-tree.ts';

const REQUESTS = 200;
/** These are confirmed by a script as soon as their mail is there; the others need no confirmation. */
const CONFIRMED = 150;
const LIMITS = { perSecond: 5, peakMiB: 1024 };

interface Submitted {
  status: number;
  id?: string;
  /** How often the gateway gave up on an answer before it came: the caller sends the same key again. */
  again: number;
}

/** Twenty senders, as if they were at different places. */
function post(laptop: Laptop, place: number, key: string): Promise<Omit<Submitted, 'again'>> {
  const optOut = place >= CONFIRMED;
  const body = JSON.stringify({
    rights: [optOut ? 'opt-out' : 'access'],
    email: `burst.${place}@example.com`,
    residence: optOut ? 'US-CA' : 'DE',
  });
  const headers = { 'content-type': 'application/json', 'idempotency-key': key };
  const options = {
    host: '127.0.0.1',
    port: laptop.port,
    path: '/api/requests',
    method: 'POST',
    headers,
    localAddress: `127.0.0.${2 + (place % 20)}`,
  };
  return new Promise((resolve, reject) => {
    const request = httpRequest(options, (response) => {
      let text = '';
      response.setEncoding('utf8').on('data', (chunk: string) => (text += chunk));
      response.on('end', () =>
        resolve({ status: response.statusCode!, ...(response.statusCode === 201 && { id: (JSON.parse(text) as { id: string }).id }) }),
      );
    });
    request.on('error', reject).end(body);
  });
}

async function submit(laptop: Laptop, place: number): Promise<Submitted> {
  const key = randomUUID();
  for (let again = 0; ; again += 1) {
    const answer = await post(laptop, place, key);
    if (answer.status !== 503 || again === 5) return { ...answer, again };
  }
}

/** The processor time of the laptop's own process and threads. */
function cpuSeconds(pid: number): number {
  const [, after = ''] = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ');
  const fields = after.split(' ');
  return (Number(fields[11]) + Number(fields[12])) / 100;
}

/** Mails that were not seen before, read from the folder: asking the laptop for its list would be work for it. */
async function freshMails(home: string, seen: Set<string>): Promise<{ subject: string; text: string }[]> {
  const folder = path.join(home, 'mail');
  const fresh = readdirSync(folder).filter((file) => file.endsWith('.eml') && !seen.has(file));
  for (const file of fresh) seen.add(file);
  const mails = await Promise.all(fresh.map((file) => PostalMime.parse(readFileSync(path.join(folder, file)))));
  return mails.map(({ subject = '', text = '' }) => ({ subject, text }));
}

async function confirm(laptop: Laptop, mail: { text: string }): Promise<void> {
  const headers = { origin: laptop.url, 'content-type': 'application/x-www-form-urlencoded' };
  for (;;) {
    const response = await fetch(linkTo(mail, '/verify-address/'), { method: 'POST', redirect: 'manual', headers, body: '' });
    if (response.status === 303) return;
  }
}

/** Presses the button in every verification mail as it comes, until as many answers have come. */
async function untilAnswered(laptop: Laptop): Promise<void> {
  const seen = new Set<string>();
  const confirming: Promise<void>[] = [];
  for (let answers = 0; answers < CONFIRMED; await sleep(100)) {
    const mails = await freshMails(laptop.home, seen);
    confirming.push(...mails.filter(({ subject }) => subject.includes('confirm')).map((mail) => confirm(laptop, mail)));
    answers += mails.filter(({ subject }) => /ready|answered/i.test(subject)).length;
  }
  await Promise.all(confirming);
}

async function load(cloud: Cloud): Promise<CaseRecord[]> {
  const ids = new Set((await cloud.items('Requests')).map(({ pk }) => String(pk)).filter((pk) => pk.startsWith('REQ#')));
  return Promise.all([...ids].map((pk) => cloud.caseOf(pk.slice('REQ#req_'.length))));
}

/** Closed, or waiting for staff. */
function atRest({ request, tasks }: CaseRecord): boolean {
  const waits = tasks.some(({ kind, doneAt }) => kind === 'act' && doneAt === undefined);
  return isClosed(request) || (request.parked === undefined && waits);
}

async function measure(laptop: Laptop): Promise<boolean> {
  const idle = treeMiB(laptop.pid!);
  const peak = watchPeak(() => laptop.pid);
  const begun = Date.now();
  const answering = untilAnswered(laptop);
  const submitted = await Promise.all(Array.from({ length: REQUESTS }, (_, place) => submit(laptop, place)));
  const accepted = Date.now() - begun;
  await answering;
  const most = peak.end();
  const cpu = cpuSeconds(laptop.pid!);
  let cases = await load(openCloud(laptop));
  for (let wait = 0; wait < 50 && !cases.every(atRest); wait += 1) {
    await sleep(200);
    cases = await load(openCloud(laptop));
  }
  const seconds =
    (Date.parse(
      cases
        .flatMap(({ events }) => events.map(({ at }) => at))
        .toSorted()
        .at(-1)!,
    ) -
      begun) /
    1000;
  const ids = new Set(submitted.map(({ id }) => id));
  const failed = submitted.filter(({ status }) => status !== 201).length + cases.filter((record) => !atRest(record)).length;
  const closed = cases.filter(({ request }) => isClosed(request)).length;
  console.info(
    `${REQUESTS} submitted at once: answered after ${(accepted / 1000).toFixed(1)} s, ${submitted.filter(({ again }) => again > 0).length} sent again after a 503; ${failed} failed, ${cases.length - ids.size} doubled`,
  );
  console.info(
    `${closed} closed and ${cases.length - closed} waiting for staff after ${seconds.toFixed(1)} s: ${(cases.length / seconds).toFixed(1)} per second (at least ${LIMITS.perSecond}), with ${cpu.toFixed(0)} s of processor time`,
  );
  console.info(`peak ${most.toFixed(0)} MiB resident, ${idle.toFixed(0)} before, PostgreSQL not counted (at most ${LIMITS.peakMiB})`);
  return (
    failed === 0 &&
    cases.length === REQUESTS &&
    ids.size === REQUESTS &&
    cases.length / seconds >= LIMITS.perSecond &&
    most <= LIMITS.peakMiB
  );
}

const laptop = await startLaptop();
try {
  if (!(await measure(laptop))) process.exitCode = 1;
} finally {
  await laptop.stop();
}
