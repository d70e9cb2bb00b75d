/** Letters through the SMTP door: none lost, one request each, one neutral answer each; mails a second, and how much memory. */
import { once } from 'node:events';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import SMTPConnection from 'nodemailer/lib/smtp-connection';
import PostalMime from 'postal-mime';
import { freePort, type Laptop, startLaptop } from '../e2e/laptop.ts';
import { openCloud } from '../e2e/systems/cloud.ts';
import { watchPeak } from '../e2e/systems/process-tree.ts';

/** 10,000 for the figures; fewer to try it. */
const LETTERS = Number(process.env['QUITTANCE_LETTERS'] ?? 10_000);
const CONNECTIONS = 4;
/** So many of them are sent again, byte for byte, as a server does that got no answer. */
const AGAIN_EVERY = 20;
const MAILBOX = 'privacy@requests.musterladen.example';

const writer = (place: number): string => `writer.${place}@example.org`;

const letter = (place: number): string =>
  [
    `From: Writer ${place} <${writer(place)}>`,
    `To: ${MAILBOX}`,
    'Subject: My data',
    `Message-ID: <letter-${place}@example.org>`,
    'Content-Type: text/plain; charset=utf-8',
    '',
    'Under Article 15 of the GDPR I ask you for a copy of all personal data that you hold about me.',
    '',
  ].join('\r\n');

async function connect(port: number): Promise<SMTPConnection> {
  const connection = new SMTPConnection({ host: '127.0.0.1', port, ignoreTLS: true, name: 'bench' });
  connection.connect();
  await once(connection, 'connect');
  return connection;
}

/** One connection sends its share, one after the other; resolves with how many were taken. */
async function sendShare(port: number, places: readonly number[]): Promise<number> {
  const connection = await connect(port);
  let taken = 0;
  for (const place of places) {
    const envelope = { from: writer(place), to: MAILBOX };
    const send = (): Promise<void> =>
      new Promise((resolve, reject) => connection.send(envelope, letter(place), (error) => (error ? reject(error) : resolve())));
    await send();
    if (place % AGAIN_EVERY === 0) await send();
    taken += 1;
  }
  connection.quit();
  return taken;
}

/** Whom the neutral answers went to, and how often. */
async function answersBy(home: string): Promise<Map<string, number>> {
  const folder = path.join(home, 'mail');
  const answers = new Map<string, number>();
  for (const file of readdirSync(folder).filter((name) => name.endsWith('.eml'))) {
    const { to = [] } = await PostalMime.parse(readFileSync(path.join(folder, file)));
    for (const { address = '' } of to) answers.set(address, (answers.get(address) ?? 0) + 1);
  }
  return answers;
}

const answered = (home: string): number => readdirSync(path.join(home, 'mail')).filter((name) => name.endsWith('.eml')).length;

/** Resolves when as many mails went out as came in, or when none has for a minute. */
async function untilAnswered(home: string): Promise<void> {
  for (let [last, since] = [-1, Date.now()]; answered(home) < LETTERS && Date.now() - since < 60_000; await sleep(500)) {
    const now = answered(home);
    if (now !== last) [last, since] = [now, Date.now()];
  }
}

async function measure(laptop: Laptop, port: number): Promise<boolean> {
  const peak = watchPeak(() => laptop.pid);
  const begun = Date.now();
  const places = Array.from({ length: LETTERS }, (_, place) => place);
  const shares = Array.from({ length: CONNECTIONS }, (_, share) => places.filter((place) => place % CONNECTIONS === share));
  const taken = (await Promise.all(shares.map((share) => sendShare(port, share)))).reduce((sum, count) => sum + count);
  const accepted = (Date.now() - begun) / 1000;
  await untilAnswered(laptop.home);
  const seconds = (Date.now() - begun) / 1000;
  const most = peak.end();
  const requests = (await openCloud(laptop).items('Requests')).filter(({ sk }) => sk === 'EVT#000001').length;
  const answers = await answersBy(laptop.home);
  const twice = [...answers.values()].filter((count) => count > 1).length;
  console.table([
    {
      letters: LETTERS,
      'taken by SMTP': taken,
      'SMTP mails/s': Math.round(taken / accepted),
      requests,
      'answered once': answers.size - twice,
      'answered twice': twice,
      'answered mails/s': (LETTERS / seconds).toFixed(1),
      'peak MiB': Math.round(most),
    },
  ]);
  return taken === LETTERS && requests === LETTERS && answers.size === LETTERS && twice === 0;
}

const port = await freePort();
const laptop = await startLaptop({ pg: false, env: { QUITTANCE_SMTP_PORT: String(port) } });
try {
  if (!(await measure(laptop, port))) process.exitCode = 1;
} finally {
  await laptop.stop();
}
