/** A request by mail from the letter to the answer: real SMTP, the real functions, and a person who presses what the mails offer. */
import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { CaseRecord } from '../../lib/stores/request-store.ts';
import { eventually, freePort, type Laptop, linkTo, startLaptop } from './laptop.ts';
import { type Cloud, openCloud } from './systems/cloud.ts';
import { signIn } from './systems/staff.ts';

const ROOT = path.resolve(import.meta.dirname, '../..');
const folder = mkdtempSync(path.join(tmpdir(), 'quittance-letters-'));

let laptop: Laptop;
let cloud: Cloud;
let port: number;
let customer: string;
beforeAll(async () => {
  port = await freePort();
  laptop = await startLaptop({ env: { QUITTANCE_SMTP_PORT: String(port) } });
  cloud = openCloud(laptop);
  const client = new pg.Client({ connectionString: laptop.postgres!.connectionString });
  await client.connect();
  // Nothing about others is held of them, which a person would have to look at first.
  const alone = `select email from customers c where id > 2000
    and not exists (select 1 from support_messages m where m.customer_id = c.id)
    and not exists (select 1 from referrals r where r.customer_id = c.id) order by id limit 1`;
  customer = (await client.query<{ email: string }>(alone)).rows[0]!.email;
  await client.end();
});
afterAll(async () => {
  await laptop?.stop();
  rmSync(folder, { recursive: true, force: true });
});

let letters = 0;

/** Sends a letter with the command, as a person at a laptop would; returns what it printed. */
function deliver(text: string, { from = customer, headers = '', options = [] as string[] } = {}): Promise<string> {
  letters += 1;
  const file = path.join(folder, `${letters}.eml`);
  const head = `From: ${from}\nTo: privacy@requests.musterladen.example\nSubject: Meine Daten\nMessage-ID: <${letters}@example.org>\n`;
  writeFileSync(file, `${head}Content-Type: text/plain; charset=utf-8\n${headers}\n${text}\n`);
  const env = { PATH: process.env['PATH'], QUITTANCE_SMTP_PORT: String(port) };
  return new Promise((resolve, reject) => {
    execFile(process.execPath, ['bin/quittance.ts', 'mail', 'deliver', ...options, file], { cwd: ROOT, env }, (error, out, err) =>
      error === null ? resolve(out) : reject(new Error(`${out}${err}`)),
    );
  });
}

/** The case whose reference a mail names. */
async function caseOf({ subject }: { subject: string }): Promise<CaseRecord> {
  const reference = /Q-[0-9A-Z]{4}-[0-9A-Z]{4}/.exec(subject)![0];
  const items = await cloud.items('Requests');
  const { requestId } = items.find(({ pk }) => pk === `REF#${reference}`)!;
  return await cloud.caseOf(String(requestId).slice('req_'.length));
}

const press = async (link: string): Promise<number> =>
  (
    await fetch(link, {
      method: 'POST',
      redirect: 'manual',
      headers: { origin: laptop.url, 'content-type': 'application/x-www-form-urlencoded' },
      body: '',
    })
  ).status;

const LETTER = `Sehr geehrte Damen und Herren,

nach Artikel 15 DSGVO bitte ich um eine Kopie aller Daten, die Sie über mich gespeichert haben.

Mit freundlichen Grüßen`;

describe('a letter by mail', () => {
  it('is answered at once in its language, and once confirmed with everything that is held', async () => {
    await deliver(LETTER);
    const mail = await laptop.waitForMail({ to: customer, subject: /bestätigen Sie Ihre Nachricht/ });
    expect(mail.text).toContain('eine Kopie Ihrer Daten');
    expect(mail.attachments).toEqual([]);
    expect(await press(linkTo(mail, '/verify-address/'))).toBe(303);
    const ready = await laptop.waitForMail({ to: customer, subject: /liegen bis .* bereit/ });
    const { request } = await caseOf(ready);
    expect(request).toMatchObject({ channel: 'email', rights: ['access'], lang: 'de', laws: ['eu-gdpr'] });
    expect(request.deliveries).toHaveLength(1);
    const page = await (await fetch(linkTo(ready, '/status/'))).text();
    expect(page).toContain(request.reference);
  });

  it('sent twice is one request; what answers our mail goes to its file, where staff find it', async () => {
    const writer = 'twice@example.org';
    await deliver(LETTER, { from: writer });
    letters -= 1;
    await deliver(LETTER, { from: writer });
    const mail = await laptop.waitForMail({ to: writer });
    const { request } = await caseOf(mail);
    const replyTo = /reply\+[0-9a-z]{52}@requests\.musterladen\.example/.exec(JSON.stringify(mail.headers))![0];
    await deliver('Ich habe auch eine zweite Adresse.', { from: writer, options: ['--to', replyTo] });
    const task = await eventually('the task', async () => (await caseOf(mail)).tasks.find(({ kind }) => kind === 'read-mail'));
    const staff = await signIn(laptop, 'anton');
    expect((await staff.get(`/staff/requests/${request.id}/tasks/${task.taskId}`)).html).toContain('zweite Adresse');
    expect(await laptop.mails({ to: writer })).toHaveLength(1);
    expect((await cloud.items('Requests')).filter(({ sk, type }) => sk === 'EVT#000001' && type === 'received')).toHaveLength(2);
  });
});

describe('a letter that no rule understands', () => {
  it('is read by a person, who says what it asks for', async () => {
    const writer = 'somebody@example.org';
    await deliver('Wie Sie mit mir umgehen, das gefällt mir nicht, tun Sie etwas!', { from: writer });
    const mail = await laptop.waitForMail({ to: writer });
    const { request, tasks } = await caseOf(mail);
    expect(request.rights).toEqual([]);
    const task = tasks.find(({ kind }) => kind === 'sort')!;
    const staff = await signIn(laptop, 'anton');
    const path_ = `/staff/requests/${request.id}/tasks/${task.taskId}`;
    const page = await staff.get(path_);
    expect(page.html).toContain('gefällt mir nicht');
    expect(await staff.post(page.path, { right: 'erasure' })).toMatchObject({
      status: 200,
      path: expect.stringMatching(/done=sorted$/) as string,
    });
    const sorted = await eventually('the request goes on', async () => {
      const record = await caseOf(mail);
      return record.request.state === 'awaiting-verification' ? record : undefined;
    });
    expect(sorted.request).toMatchObject({ rights: ['erasure'], receivedAt: request.receivedAt });
  });
});

describe('what asks for nothing', () => {
  it('is answered by nobody', async () => {
    const before = (await laptop.mails()).length;
    await deliver('Unsere neuen Schuhe sind da!', {
      from: 'news@shoes.example',
      headers: 'Precedence: bulk\nList-Unsubscribe: <https://shoes.example>\n',
    });
    await deliver('Ich bin im Urlaub.', { from: 'away@example.org', headers: 'Auto-Submitted: auto-replied\n' });
    await laptop.advanceClock('PT1H');
    expect(await laptop.mails()).toHaveLength(before);
  });

  it('lies aside, where a person looks at it and may find that it is a request', async () => {
    const staff = await signIn(laptop, 'anton');
    const list = (await staff.get('/staff/mail')).html;
    const links = [...new Set(list.match(/\/staff\/mail\/[\w-]+/g))];
    const mails = await Promise.all(links.map(async (link) => ({ link, text: (await staff.get(link)).html })));
    const shoes = mails.find(({ text }) => text.includes('neuen Schuhe'))!;
    const token = /name="token" value="([^"]+)"/.exec(list)![1]!;
    expect((await staff.post(shoes.link, { token })).path).toBe('/staff/mail?done=taken');
    expect((await staff.get('/staff/mail')).html).not.toContain(shoes.link);
    await laptop.advanceClock('PT1H');
    const task = await eventually(
      'the task',
      async () => /\/staff\/requests\/[\w-]+\/tasks\/[\w-]+\/letter/.exec((await staff.get('/staff/tasks')).html)?.[0],
    );
    expect((await staff.get(task)).html).toContain('neuen Schuhe');
    const dismissed = await staff.post(`${task}/dismiss`, {
      reason: 'Werbung.',
      token: /name="token" value="([^"]+)"/.exec((await staff.get(task)).html)![1]!,
    });
    expect(dismissed.path).toMatch(/done=dismissed$/);
  });
});
