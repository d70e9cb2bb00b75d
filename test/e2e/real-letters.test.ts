/** Real letters in five languages, by SMTP, each to the signed receipt of its answer; and two answering machines that write to us. */
import { createTransport } from 'nodemailer';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { conformanceLetters } from '../mail/understanding/conformance-letters.ts';
import { expectProof, receiptIn } from './browser/answer.ts';
import { payloadOf } from './browser/receipt-tools.ts';
import { eventually, freePort, type Laptop, linkTo, startLaptop } from './laptop.ts';
import { type Cloud, openCloud } from './systems/cloud.ts';

const MAILBOX = 'privacy@requests.musterladen.example';

/** What a letter asks for, and the receipt that proves the answer. */
const KINDS = { access: 'fulfilment', erasure: 'deletion' } as const;
const ASKED: [lang: string, right: keyof typeof KINDS][] = [
  ['de', 'access'],
  ['en', 'access'],
  ['es', 'access'],
  ['fr', 'erasure'],
  ['it', 'access'],
  ['nl', 'access'],
];

/** The first letter in the language that asks for that and nothing else. */
const letters = ASKED.flatMap(([lang, right], place) => {
  const letter = conformanceLetters()?.find((one) => one.lang === lang && one.labels.join(' ') === right);
  return letter === undefined ? [] : [{ lang, right, place, text: letter.text }];
});
if (letters.length === 0) console.warn('SKIPPED: ../shared/conformance/letters is not there');

let laptop: Laptop;
let cloud: Cloud;
let smtp: ReturnType<typeof createTransport>;
let customers: string[];
beforeAll(async () => {
  const port = await freePort();
  laptop = await startLaptop({ env: { QUITTANCE_SMTP_PORT: String(port) } });
  cloud = openCloud(laptop);
  smtp = createTransport({ host: '127.0.0.1', port, secure: false, ignoreTLS: true });
  const client = new pg.Client({ connectionString: laptop.postgres!.connectionString });
  await client.connect();
  // Nothing about others is held of them, which a person would have to look at first.
  const alone = `select email from customers c where id > 2000
    and not exists (select 1 from support_messages m where m.customer_id = c.id)
    and not exists (select 1 from referrals r where r.customer_id = c.id) order by id limit ${ASKED.length}`;
  customers = (await client.query<{ email: string }>(alone)).rows.map(({ email }) => email);
  await client.end();
});
afterAll(async () => {
  smtp?.close();
  await laptop?.stop();
});

async function confirm(link: string): Promise<void> {
  const headers = { origin: laptop.url, 'content-type': 'application/x-www-form-urlencoded' };
  expect((await fetch(link, { method: 'POST', redirect: 'manual', headers, body: '' })).status).toBe(303);
}

const languageOf = ({ headers }: { headers: { name: string; value: string }[] }): string | undefined =>
  headers.find(({ name }) => name.toLowerCase() === 'content-language')?.value;

describe.skipIf(letters.length === 0)('a real letter by SMTP', () => {
  it.each(letters)(
    'in $lang that asks for $right is acknowledged in its language, confirmed by one button, and answered with a receipt that three programs accept',
    async ({ lang, right, place, text }) => {
      const from = customers[place]!;
      await smtp.sendMail({ from, to: MAILBOX, subject: '—', text });
      const asked = await laptop.waitForMail({ to: from });
      expect([languageOf(asked), asked.attachments]).toEqual([lang, []]);
      await confirm(linkTo(asked, '/verify-address/'));
      const answer = await laptop.waitForMail({ to: from, except: new Set([asked.id]) });
      expect(languageOf(answer)).toBe(lang);
      const receipt = await receiptIn(laptop, answer);
      expect(payloadOf(receipt)).toMatchObject({ kind: KINDS[right], lang });
      await expectProof(laptop, receipt);
      const page = await fetch(linkTo(answer, right === 'access' ? '/download/' : '/receipts/'));
      expect(page.status).toBe(200);
    },
  );
});

/** Mails that were put on file so far. */
const received = async (): Promise<number> => (await cloud.items('Requests')).filter(({ type }) => type === 'mail-received').length;

/** Answers whatever we send to an address, as long as there is something to answer; returns how many answers it sent. */
async function answering(address: string, answer: (replyTo: string, round: number) => Parameters<typeof smtp.sendMail>[0]) {
  const answered = new Set<string>();
  const before = await received();
  const filed = async (): Promise<number> => 1 + (await received()) - before;
  for (let quiet = 0; quiet < 3;) {
    await laptop.advanceClock('PT8H');
    const fresh = (await laptop.mails({ to: address })).filter(({ id }) => !answered.has(id));
    quiet = fresh.length === 0 ? quiet + 1 : 0;
    for (const { id } of fresh) {
      answered.add(id);
      const { headers } = await laptop.mail(id);
      const replyTo = headers.find(({ name }) => name.toLowerCase() === 'reply-to')!.value;
      await smtp.sendMail(answer(replyTo, answered.size));
      await eventually('the answer is taken in', async () => ((await filed()) > answered.size ? true : undefined));
      if (answered.size > 5) return answered.size;
    }
  }
  return answered.size;
}

describe('an answering machine that writes to us', () => {
  const CALL = 'Please delete my account and all data you hold about me.';

  it('and says that it is one gets one mail, whatever it answers', async () => {
    const from = 'away@responder.example';
    await smtp.sendMail({ from, to: MAILBOX, subject: 'Delete my data', text: CALL });
    await laptop.waitForMail({ to: from });
    const headers = { 'Auto-Submitted': 'auto-replied' };
    expect(await answering(from, (to) => ({ from, to, subject: 'Out of office', text: 'I am away.', headers }))).toBe(1);
  });

  it('and hides it gets one mail too: an answer goes to the file of its request, and to a person', async () => {
    const from = 'ticket@responder.example';
    await smtp.sendMail({ from, to: MAILBOX, subject: 'Delete my data', text: CALL });
    await laptop.waitForMail({ to: from });
    const ticket = (to: string, round: number) => ({
      from,
      to,
      subject: `Ticket ${round}`,
      text: `We have received your message ${round}.`,
    });
    expect(await answering(from, ticket)).toBe(1);
  });
});
