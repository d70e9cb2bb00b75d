/** A receipt in the log, as the person, a stranger and the operator see it: mailed with its proof, checked, audited, believed by order. */
import { execFile } from 'node:child_process';
import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { ListObjectsV2Command, PutObjectCommand, S3Client } from '@aws-sdk/client-s3';
import { GetParameterCommand, SSMClient } from '@aws-sdk/client-ssm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { eventually, type Laptop, startLaptop } from '../laptop.ts';
import { clientConfig, openCloud } from './cloud.ts';
import { keepTemplate, newHome, removeHome } from './homes.ts';

const ROOT = path.resolve(import.meta.dirname, '../../..');
const EMAIL = 'jonas.feld@example.com';
const directory = mkdtempSync(path.join(tmpdir(), 'quittance-log-'));
const file = (name: string): string => path.join(directory, name);

let laptop: Laptop;
let year: string;

/** A command of ours, with the operator's credentials. */
async function quittance(...argv: string[]): Promise<{ code: number; out: string }> {
  const { endpoint, region, credentials } = clientConfig(laptop);
  const env = {
    PATH: process.env['PATH'],
    AWS_ENDPOINT_URL: endpoint,
    AWS_REGION: region,
    AWS_ACCESS_KEY_ID: credentials.accessKeyId,
    AWS_SECRET_ACCESS_KEY: credentials.secretAccessKey,
  };
  return await new Promise((resolve) => {
    execFile(process.execPath, ['bin/quittance.ts', ...argv], { cwd: ROOT, env }, (error, stdout, stderr) =>
      resolve({ code: error === null ? 0 : Number(error.code), out: `${stdout}${stderr}` }),
    );
  });
}

async function saveKeys(): Promise<void> {
  writeFileSync(file('keys.json'), await (await fetch(`${laptop.url}/.well-known/privacy-receipts.json`)).text());
}

const verify = (...more: string[]) => quittance('verify', file('receipt.jws'), '--keys', file('keys.json'), ...more);
const withProof = ['--proof', file('receipt.tlog-proof')];

beforeAll(async () => {
  const home = newHome();
  laptop = await startLaptop({ home });
  keepTemplate(home);
  const cloud = openCloud(laptop);
  const answer = await laptop.submit({ rights: ['access'], email: EMAIL, residence: 'DE' });
  await laptop.confirm(answer, EMAIL);
  await eventually('the answer', async () => ((await cloud.caseOf(answer.id)).request.closedAt === undefined ? undefined : true));
  const mail = await laptop.waitForMail({ to: EMAIL, subject: /ready/ });
  for (const { filename, url } of mail.attachments)
    writeFileSync(file(filename), new Uint8Array(await (await fetch(laptop.url + url)).arrayBuffer()));
  await saveKeys();
  year = String((await laptop.now()).getUTCFullYear());
});
afterAll(async () => {
  await laptop?.stop();
  if (laptop) removeHome(laptop.home);
  rmSync(directory, { recursive: true, force: true });
});

describe('the receipt of an answer', () => {
  it('comes as paper, as signed text, and with its proof', () => {
    expect(readdirSync(directory).toSorted()).toEqual(['keys.json', 'receipt.jws', 'receipt.pdf', 'receipt.tlog-proof']);
  });

  it('is genuine, in the log, and the log has gone on from there', async () => {
    expect(await verify(...withProof, '--log')).toMatchObject({ code: 0 });
  });

  it('is in a log that anybody can audit, and that its operator can audit with everything behind it', async () => {
    const publicly = await quittance('log', 'audit', `${laptop.url}/log/${year}`, '--keys', file('keys.json'), '--receipts', directory);
    expect(publicly, publicly.out).toMatchObject({ code: 0 });
    const inside = await quittance('log', 'audit', '--deployment');
    expect(inside, inside.out).toMatchObject({ code: 0 });
  });
});

describe('a key that was in other hands', () => {
  it('stays believed for what the log had before, and only with the proof of that', async () => {
    const listed = await quittance('keys');
    const [, kid = ''] = /^(\S+) {2}since .* {2}active$/m.exec(listed.out) ?? [];
    expect(await quittance('keys', 'compromised', kid)).toMatchObject({
      code: 1,
      out: expect.stringContaining('Deploy another key first'),
    });
    expect(await quittance('keys', 'compromised', kid, '--force')).toMatchObject({ code: 0 });
    expect((await quittance('keys')).out).toContain(`compromised since ${new URL(laptop.url).host}/log/${year}`);
    await saveKeys();
    expect(await verify(...withProof)).toMatchObject({ code: 0 });
    expect(await verify()).toMatchObject({ code: 2 });
  });

  it('is named by its own list alone, whatever was typed', async () => {
    expect(await quittance('keys', 'compromised', 'nobody')).toMatchObject({ code: 1 });
    expect(await quittance('keys', 'forget')).toMatchObject({ code: 3 });
    expect(await quittance('keys', '--help')).toMatchObject({ code: 0 });
  });
});

describe('a file of the log that somebody changed', () => {
  it('is found by an audit, which names it', async () => {
    const client = clientConfig(laptop);
    const { Parameter } = await new SSMClient(client).send(new GetParameterCommand({ Name: '/quittance/deployment' }));
    const Bucket = (JSON.parse(Parameter!.Value!) as { log: { bucket: string } }).log.bucket;
    const s3 = new S3Client(client);
    const { Contents = [] } = await s3.send(new ListObjectsV2Command({ Bucket, Prefix: `${year}/tile/0/` }));
    const { Key } = Contents.at(-1)!;
    await s3.send(new PutObjectCommand({ Bucket, Key, Body: Buffer.alloc(Contents.at(-1)!.Size!, 7) }));
    const audit = await quittance('log', 'audit', `${laptop.url}/log/${year}`, '--keys', file('keys.json'));
    expect(audit.code).toBe(1);
    expect(audit.out).toContain('tile/0/000');
  });
});
