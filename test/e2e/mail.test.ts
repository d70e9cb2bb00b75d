/** Mail to the laptop: `quittance mail deliver` as a person runs it, into the bucket and to the function that SES calls. */
import { exec, execFile } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import { GetObjectCommand, ListObjectsV2Command, S3Client } from '@aws-sdk/client-s3';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Local, startLocal } from '../../bin/commands/local.ts';
import type { MailSummary } from '../../lib/local/ses/mail-pages.ts';
import { collectGrants } from './grants/collected-grants.ts';

const ROOT = path.resolve(import.meta.dirname, '../..');
const root = mkdtempSync(path.join(tmpdir(), 'quittance-mail-'));
const home = path.join(root, 'home');
const folder = path.join(root, 'mails');

let local: Local;
let s3: S3Client;
beforeAll(async () => {
  mkdirSync(home);
  mkdirSync(folder);
  local = await startLocal({ home, port: 0, awsPort: 0, smtpPort: 0, demo: false, verbose: false });
  s3 = new S3Client({ endpoint: local.aws.awsUrl, region: 'eu-central-1', credentials: local.aws.operator, forcePathStyle: true });
});
afterAll(async () => {
  await local.close();
  collectGrants(home);
  rmSync(root, { recursive: true, force: true });
});

function mail(argv: string[], port: number | string = local.services.ses.smtpPort()!): Promise<{ code: number; lines: string[] }> {
  const env = { PATH: process.env['PATH'], QUITTANCE_SMTP_PORT: String(port) };
  return new Promise((resolve) => {
    execFile(process.execPath, ['bin/quittance.ts', 'mail', ...argv], { cwd: ROOT, env }, (error, stdout, stderr) =>
      resolve({ code: error === null ? 0 : Number(error.code), lines: `${stdout}${stderr}`.trimEnd().split('\n') }),
    );
  });
}

function write(name: string, text: string): string {
  const file = path.join(folder, name);
  writeFileSync(file, text);
  return file;
}

/** A resource by its type and the name of its construct. */
const made = (type: string, name: string) =>
  local.aws.resources.find((resource) => resource.type === type && resource.logicalId.startsWith(name))!;

const inbound = async (): Promise<string[]> => {
  const { Contents = [] } = await s3.send(new ListObjectsV2Command({ Bucket: made('AWS::S3::Bucket', 'Inbound').ref }));
  return Contents.map(({ Key }) => Key!);
};

/** What was set aside under the id that a line names, without the trace of the mail server. */
async function aside(line: string): Promise<string> {
  const Key = `aside/${line.split(' ').at(-1)!}`;
  const { Body } = await s3.send(new GetObjectCommand({ Bucket: made('AWS::S3::Bucket', 'Inbound').ref, Key }));
  return (await Body!.transformToString('latin1')).split(' (UTC)\r\n')[1]!;
}

/** Subjects of the mails that the laptop has sent to somebody. */
async function sentTo(recipient: string): Promise<string[]> {
  const answer = await fetch(`${local.aws.url}/_local/mail`, { headers: { accept: 'application/json' } });
  const mails = (await answer.json()) as MailSummary[];
  return mails.filter(({ to }) => to.includes(recipient)).map(({ subject }) => subject);
}

describe('the letter of the documents', () => {
  const page = readFileSync(path.join(ROOT, 'docs/mail.md'), 'utf8');
  const commands = [...page.matchAll(/```sh\n(.+)\n```/g)].map((match) => match[1]!);

  it('is sent by the commands they show, twice, is one request and is answered once', async () => {
    expect(commands).toEqual([expect.stringMatching(/^npx quittance mail deliver /), expect.stringMatching(/^curl /)]);
    const port = String(local.services.ses.smtpPort()!);
    const env = { ...process.env, QUITTANCE_SMTP_PORT: port };
    for (const command of commands) await promisify(exec)(command.replace(':2525', `:${port}`), { cwd: ROOT, env });
    await local.aws.settled();
    expect(await sentTo('mara.winter@example.com')).toEqual([expect.stringMatching(/^Please confirm your message: Q-/)]);
  });
});

describe('mails of a folder', () => {
  it('come in with the line ends and the dots that a mail server makes of them, and their function is called', async () => {
    const one = write('one.eml', 'From: Ines <ines@example.org>\nSubject: one\n\nHello\n.\n..two\nend');
    const two = write('two.eml', 'Return-Path: <>\r\nFrom: daemon@example.org\r\nAuto-Submitted: auto-replied\r\n\r\n.\r\n..away\r\n');
    write('notes.txt', 'no mail');
    const { code, lines } = await mail(['deliver', folder]);
    expect(lines).toEqual([expect.stringMatching(`^delivered  ${one}  250 OK`), expect.stringMatching(`^delivered  ${two}  250 OK`)]);
    expect(code).toBe(0);
    await local.aws.settled();
    expect(await aside(lines[1]!)).toBe(
      'Return-Path: <>\r\nFrom: daemon@example.org\r\nAuto-Submitted: auto-replied\r\n\r\n.\r\n..away\r\n',
    );
    const used = local.aws.usedGrants().filter(({ holder }) => holder.startsWith('receivemailrole'));
    expect(used.map(({ action }) => action)).toEqual(
      expect.arrayContaining(['s3:GetObject', 'kms:Decrypt', 's3:DeleteObject', 's3:PutObject']),
    );
  });

  it('are delivered one by one: what is refused is told, and the others come in', async () => {
    const { code, lines } = await mail(['deliver', '--verdicts', 'dmarc=perhaps', path.join(folder, 'one.eml')]);
    expect([code, lines]).toEqual([1, [expect.stringMatching(/^refused    .*one\.eml .*554 X-Local-Verdicts takes spam, virus/)]]);
    const mixed = await mail(['deliver', path.join(folder, 'absent.eml'), path.join(folder, 'two.eml')]);
    expect([mixed.code, mixed.lines]).toEqual([
      1,
      [expect.stringMatching(/^failed .*there is no such file$/), expect.stringMatching(/^delivered .*two\.eml/)],
    ]);
    const notes = await mail(['deliver', path.join(folder, 'notes.txt'), write('empty.txt', '')]);
    expect([notes.code, notes.lines]).toEqual([1, [1, 2].map(() => expect.stringContaining('it is no mail: a mail begins with headers'))]);
    expect(await mail(['deliver', '--to', 'a@elsewhere.example', path.join(folder, 'one.eml')])).toMatchObject({
      code: 1,
      lines: [expect.stringContaining('550 Mailbox unavailable')],
    });
    const any = await mail(['deliver', '--to', 'anybody+1@Requests.Musterladen.example', path.join(folder, 'one.eml')]);
    expect(any.code).toBe(0);
  });

  it('leave the bucket once they are taken in; what is nothing of ours lies aside', async () => {
    await local.aws.settled();
    expect((await inbound()).map((key) => key.split('/')[0])).toEqual(['aside', 'aside']);
  });
});

describe('the command', () => {
  it('says how it is used, and who does not listen', async () => {
    expect(await mail(['--help'])).toMatchObject({
      code: 0,
      lines: expect.arrayContaining([expect.stringContaining('Usage: quittance mail deliver')]),
    });
    expect(await mail([])).toMatchObject({ code: 3 });
    expect(await mail(['deliver', '--color', 'x.eml'])).toMatchObject({ code: 3 });
    expect(await mail(['deliver', 'x.eml'], 'smtp')).toMatchObject({
      code: 3,
      lines: ['QUITTANCE_SMTP_PORT is no port: give a number from 0 to 65535'],
    });
    expect(await mail(['deliver', home])).toMatchObject({ code: 3, lines: [`${home} holds no file whose name ends in .eml`] });
    expect(await mail(['deliver', 'x.eml'], 1)).toMatchObject({
      code: 1,
      lines: [expect.stringContaining('No laptop takes mail at port 1')],
    });
  });

  it('reads the mails of people as they are: the log of the function names nobody', () => {
    const log = readFileSync(path.join(home, 'logs', `${made('AWS::Lambda::Function', 'receivemail').ref}.log`), 'utf8');
    expect(log).not.toMatch(/ines|@/);
  });
});
