/** One process per data directory. */
import { spawn } from 'node:child_process';
import { mkdirSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { lockDirectory } from '../../lib/local/lock.ts';
import { workspace, type Workspace } from './fixture.ts';

describe('the lock on a data directory', () => {
  let place: Workspace;
  beforeEach(() => {
    place = workspace({});
  });
  afterEach(() => place.remove());

  it('refuses a second process, naming the first', async () => {
    const child = await serveElsewhere(place);
    await expect(place.start()).rejects.toThrow(
      `is in use by process ${child.pid}. Stop that process (Ctrl+C in its terminal, or kill ${child.pid})`,
    );
    child.kill('SIGKILL');
  });

  it('is free as soon as its holder is dead, and then says the end was unclean', async () => {
    const child = await serveElsewhere(place);
    child.kill('SIGKILL');
    await new Promise((resolve) => child.once('exit', resolve));
    const aws = await place.start();
    expect(aws.unclean).toBe(true);
    await aws.close();
    expect((await place.start()).unclean).toBe(false);
  });

  it('refuses a second holder in the same process too', () => {
    mkdirSync(place.dataDir);
    const lock = lockDirectory(place.dataDir);
    expect(() => lockDirectory(place.dataDir)).toThrow(`is in use by process ${process.pid}`);
    lock.release();
    lockDirectory(place.dataDir).release();
  });

  it('does not mind whose number a dead holder had', () => {
    mkdirSync(place.dataDir);
    writeFileSync(join(place.dataDir, 'running'), `${process.ppid}\n`);
    lockDirectory(place.dataDir).release();
  });

  it('says what to do when its own file is damaged', () => {
    mkdirSync(join(place.dataDir, 'lock.sqlite'), { recursive: true });
    expect(() => lockDirectory(place.dataDir)).toThrow('lock.sqlite cannot be opened: it is no file');
    const other = join(place.scratch, 'other');
    mkdirSync(other);
    writeFileSync(join(other, 'lock.sqlite'), 'no database '.repeat(100));
    expect(() => lockDirectory(other)).toThrow('It holds no data: when no other process uses the directory, remove that file');
  });

  it('makes the directory readable for its owner only', async () => {
    await place.start();
    expect(statSync(place.dataDir).mode & 0o777).toBe(0o700);
    expect(statSync(join(place.dataDir, 'credentials.json')).mode & 0o777).toBe(0o600);
  });
});

async function serveElsewhere({ templateDir, dataDir }: Workspace) {
  const child = spawn(process.execPath, [join(import.meta.dirname, 'serve.ts'), templateDir, dataDir], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  await new Promise((resolve) => child.stdout.once('data', resolve));
  return child;
}
