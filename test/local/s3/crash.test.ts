/** Objects survive SIGKILL whole: every acknowledged put is there, and no object is a mixture. */
import { spawn, type ChildProcess } from 'node:child_process';
import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { readdirSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { GetObjectCommand, ListObjectsV2Command, PutObjectCommand, S3Client } from '@aws-sdk/client-s3';
import { expect, it } from 'vitest';

async function start(dir: string): Promise<{ child: ChildProcess; client: S3Client }> {
  const child = spawn(process.execPath, [join(import.meta.dirname, 'crash-worker.ts'), dir], { stdio: ['ignore', 'pipe', 'ignore'] });
  const [port] = (await once(child.stdout!, 'data')) as [Buffer];
  const endpoint = `http://127.0.0.1:${port.toString().trim()}`;
  const credentials = { accessKeyId: 'A', secretAccessKey: 'secret' };
  return { child, client: new S3Client({ endpoint, region: 'eu-central-1', credentials, maxAttempts: 1 }) };
}

async function kill(child: ChildProcess): Promise<void> {
  const gone = once(child, 'exit');
  child.kill('SIGKILL');
  await gone;
}

/** A body that tells whether it is whole: its checksum stands in front. */
function sealed(text: string): string {
  const body = text.repeat(40_000);
  return `${createHash('sha1').update(body).digest('hex')}${body}`;
}

const isWhole = (stored: string): boolean => stored.slice(0, 40) === createHash('sha1').update(stored.slice(40)).digest('hex');

/** Overwrites a few keys as fast as it can until the server dies; remembers the last acknowledged round of each. */
async function hammer(client: S3Client, acknowledged: Map<string, number>): Promise<void> {
  const keys = ['a', 'b', 'c', 'd'];
  await Promise.all(
    keys.map(async (Key) => {
      for (let round = acknowledged.get(Key) ?? 1; ; round += 1) {
        const put = client.send(
          new PutObjectCommand({ Bucket: 'vault', Key, Body: sealed(`${round};`), Metadata: { round: String(round) } }),
        );
        if (
          await put.then(
            () => false,
            () => true,
          )
        )
          return;
        acknowledged.set(Key, round);
      }
    }),
  );
}

it('keeps acknowledged objects whole through kill -9, and leaves no remains', async () => {
  const dir = await mkdtemp(join(tmpdir(), 's3-crash-'));
  const acknowledged = new Map<string, number>();
  for (let round = 0; round < 4; round += 1) {
    const { child, client } = await start(dir);
    const hammering = hammer(client, acknowledged);
    await wait(150 + round * 37);
    await kill(child);
    await hammering;
  }
  const { child, client } = await start(dir);
  expect(acknowledged.size).toBe(4);
  for (const [Key, round] of acknowledged) {
    const { Body, Metadata } = await client.send(new GetObjectCommand({ Bucket: 'vault', Key }));
    expect(isWhole((await Body?.transformToString()) ?? '')).toBe(true);
    expect(Number(Metadata?.round)).toBeGreaterThanOrEqual(round);
  }
  const { KeyCount } = await client.send(new ListObjectsV2Command({ Bucket: 'vault' }));
  expect(readdirSync(join(dir, 'blobs'))).toHaveLength(KeyCount ?? -1);
  await kill(child);
  await rm(dir, { recursive: true });
});
