/** The pages under /_local/mail. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import MailComposer from 'nodemailer/lib/mail-composer';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { systemClock } from '../../../lib/local/clock.ts';
import { createSes, type SesService } from '../../../lib/local/ses/create-ses.ts';

const principal = { name: 'operator', arn: '', kind: 'operator' } as const;
let dir: string;
let ses: SesService;
let id: string;

beforeEach(async () => {
  dir = await mkdtemp(join(tmpdir(), 'mail-'));
  const putEvents = async () => undefined;
  ses = createSes({ dir, clock: systemClock(), region: 'eu-central-1', demoDomain: 'quittance.example', putEvents });
  const raw = await new MailComposer({
    from: 'Office <office@quittance.example>',
    to: 'person@example.org',
    subject: 'Your <b>receipt</b>',
    text: 'Confirm: https://quittance.example/v/abc.',
    html: '<p>Confirm <a href="https://quittance.example/v/abc">here</a></p><script>alert(1)</script>',
    attachments: [{ filename: 'Quittung für Sie.pdf', content: Buffer.from('%PDF'), contentType: 'application/pdf' }],
  })
    .compile()
    .build();
  const input = { RawMessage: { Data: raw.toString('base64') } };
  id = String((await ses.run({ operation: 'SendRawEmail', input, principal })).MessageId);
});
afterEach(() => rm(dir, { recursive: true }));

const get = (path: string, accept = 'text/html') => ses.pages(new Request(`http://127.0.0.1/_local/mail${path}`, { headers: { accept } }));

it('lists mails as a page and as JSON', async () => {
  const list = await (await get('', 'application/json')).json();
  expect(list).toMatchObject([
    { id, from: 'office@quittance.example', to: ['person@example.org'], subject: 'Your <b>receipt</b>', url: `/_local/mail/${id}` },
  ]);
  const page = await (await get('')).text();
  expect(page).toContain(`<a href="/_local/mail/${id}">Your &lt;b&gt;receipt&lt;/b&gt;</a>`);
});

it('shows one mail with working links and its HTML shut in', async () => {
  const answer = await get(`/${id}`);
  const page = await answer.text();
  expect(page).toContain('<a href="https://quittance.example/v/abc">https://quittance.example/v/abc</a>.');
  expect(page).toMatch(/<iframe title="[^"]+" src="[^"]+\/html" sandbox="allow-popups[^"]*">/);
  expect(page).not.toContain('<script');
  expect(answer.headers.get('content-security-policy')).toContain("default-src 'none'");
  const frame = await get(`/${id}/html`);
  expect(frame.headers.get('content-security-policy')).toMatch(/^sandbox (?!.*allow-scripts).*default-src 'none'/);
  expect(await frame.text()).toContain('<a href="https://quittance.example/v/abc">');
});

it('gives one mail as JSON, with attachments to download', async () => {
  const mail = (await (await get(`/${id}`, 'application/json')).json()) as { text: string; attachments: { url: string }[] };
  expect(mail.text).toContain('https://quittance.example/v/abc');
  expect(mail.attachments).toEqual([
    { filename: 'Quittung für Sie.pdf', contentType: 'application/pdf', size: 4, url: `/_local/mail/${id}/attachments/0` },
  ]);
  const attachment = await get(`/${id}/attachments/0`);
  expect(await attachment.text()).toBe('%PDF');
  expect(attachment.headers.get('content-disposition')).toBe("attachment; filename*=UTF-8''Quittung%20f%C3%BCr%20Sie.pdf");
});

it('knows no other addresses and takes no other methods', async () => {
  const missing = [`/${id}/attachments/7`, '/nobody', '/..%2f..%2fetc', `/${id}/elsewhere`];
  for (const path of missing) expect((await get(path)).status).toBe(404);
  expect((await ses.pages(new Request('http://127.0.0.1/_local/mail', { method: 'POST' }))).status).toBe(405);
});

it('forgets a mail whose file was deleted', async () => {
  const record = ses.inbox()[0];
  await rm(join(dir, `${record?.at.replaceAll(':', '-')}-${id}.eml`));
  expect(await (await get('', 'application/json')).json()).toEqual([]);
});
