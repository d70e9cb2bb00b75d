/** A data directory in which anything was damaged: nothing of its life goes missing without a word. */
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { openDataDirectory } from '../../../lib/local/data-directory/open-data-directory.ts';
import { damages, outcomeOf, scratch } from './damage.ts';
import { inventory, live, liveOn, startLife, writeLifeStack } from './life.ts';

const root = mkdtempSync(join(scratch, 'life-'));
const template = join(root, 'cdk.out');
/** After an orderly end, and as a killed process leaves it: the same life, begun again and lived on. */
const ended = join(root, 'ended');
const crashed = join(root, 'crashed');
const before: Record<string, unknown> = {};

beforeAll(async () => {
  writeLifeStack(template);
  const dataDir = join(root, 'data');
  const first = await startLife(template, dataDir);
  await live(first, dataDir);
  before[ended] = await inventory(first, dataDir);
  await first.close();
  cpSync(dataDir, ended, { recursive: true, preserveTimestamps: true });

  const second = await startLife(template, dataDir);
  await liveOn(second.aws, 'second');
  before[crashed] = await inventory(second, dataDir);
  cpSync(dataDir, crashed, { recursive: true, preserveTimestamps: true });
  await second.close();
});
afterAll(() => rmSync(root, { recursive: true }));

function filesOf(directory: string): string[] {
  const entries = readdirSync(directory, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  return entries.map((entry) => join(entry.parentPath, entry.name).slice(directory.length + 1)).toSorted();
}

/** A path without what differs from run to run. */
const kindOf = (path: string): string =>
  path.replace(/[0-9a-f]{8}-[0-9a-f-]{27}|mrk-[0-9a-f]{32}/, '<id>').replace(/\d{6}|20\d\d-.*(?=\.(?:eml|json))/, '<n>');

/** Locks, logs and indexes that are made again: nothing is lost with them, so that fewer damages tell enough. */
const passing = /^(?:lock\.sqlite|running|logs\/.*|grants\.json|dynamodb\.mark|dynamodb\/(?:LOCK|LOG|LOG\.old)|.*-shm)$/;

const damagesOf = (path: string): [string, (file: string) => void][] =>
  Object.entries(damages).filter(([what]) => !passing.test(path) || /deleted|garbage/.test(what));

/** Deleting the file of a mail deletes the mail. A crashed process cannot look into PostgreSQL. */
const isExempt = (path: string, what: string, from: string): boolean =>
  (path.endsWith('.eml') && what === 'is deleted') || (from === crashed && path.startsWith('demo/shop/base/'));

describe.each([
  ['an orderly end', ended],
  ['a crash', crashed],
])('after %s', (_, from) => {
  it('everything is there at the next start', async () => {
    expect(await outcomeOf(template, { from, path: 'secrets.json', damage: () => undefined, before: before[from] })).toEqual({
      kind: 'intact',
    });
  });

  it('whatever happens to a file, all is there or the start is refused naming the file and the way to recover', async () => {
    const wrong: string[] = [];
    for (const path of filesOf(from)) {
      for (const [what, damage] of damagesOf(path)) {
        if (isExempt(path, what, from)) continue;
        const outcome = await outcomeOf(template, { from, path, damage, before: before[from] });
        if (outcome.kind === 'refused' && outcome.message.includes(path) && isHelpful(outcome.message)) continue;
        if (outcome.kind === 'intact') continue;
        wrong.push(`${kindOf(path)} ${what}: ${JSON.stringify(outcome)}`);
      }
    }
    expect(wrong).toEqual([]);
  }, 240_000);
});

describe('a data directory', () => {
  let home: string;
  beforeEach(() => {
    home = mkdtempSync(join(scratch, 'home-'));
  });
  afterEach(() => rmSync(home, { recursive: true }));

  it('says what is damaged, what it holds and how to go on, and changes nothing', () => {
    cpSync(ended, home, { recursive: true, preserveTimestamps: true });
    const key = filesOf(home).find((path) => path.startsWith('kms/'))!;
    rmSync(join(home, key));
    const left = filesOf(home);
    expect(messageOf(home)).toBe(`The data directory ${home} is damaged. Nothing was started.

  ${key} is missing
    It holds a KMS key: without it nothing it signed can be continued and nothing it encrypted can be read.

To recover, either
  - put back a copy of the whole directory (files of different days do not fit together), or
  - begin anew and lose what it holds:
      mv '${home}' '${home}.damaged'`);
    expect(filesOf(home)).toEqual(left);
  });

  it('offers the smaller way where there is one, and that way works', () => {
    cpSync(ended, home, { recursive: true, preserveTimestamps: true });
    writeFileSync(join(home, 'demo/crm.sqlite'), '');
    expect(messageOf(home)).toContain('  - remove the folder demo: the demo world is then made anew, or\n');
    rmSync(join(home, 'demo'), { recursive: true });
    openDataDirectory(home).close();
  });

  it('goes on with what is left of a log when told to', () => {
    cpSync(crashed, home, { recursive: true, preserveTimestamps: true });
    const log = filesOf(home).find((path) => path.endsWith('.log') && path.startsWith('dynamodb/'))!;
    writeFileSync(join(home, log), readFileSync(join(home, log)).subarray(0, 100));
    rmSync(join(home, 's3/index.sqlite-wal'));
    expect(messageOf(home)).toContain(`${log} has lost writes: `);
    rmSync(join(home, 'dynamodb.mark'));
    expect(messageOf(home)).toContain('s3/index.sqlite has lost its last writes: 0 of');
    rmSync(join(home, 's3/index.sqlite-shm'));
    openDataDirectory(home).close();
  });

  it('of a newer version is left alone', () => {
    writeFileSync(join(home, 'data-directory.json'), JSON.stringify({ format: 2, ended: true, files: {} }));
    expect(messageOf(home)).toContain('was written by a newer version: its format is 2, this version knows 1.');
  });

  it('minds no files of others', () => {
    writeFileSync(join(home, 'letter.txt'), 'not ours');
    openDataDirectory(home).close();
    rmSync(join(home, 'letter.txt'));
    openDataDirectory(home).close();
  });

  it('leaves every file it makes on its list, unless nothing is lost with it', () => {
    const { files } = JSON.parse(readFileSync(join(ended, 'data-directory.json'), 'utf8')) as { files: object };
    const unlisted = filesOf(ended).filter((path) => !(path in files) && !passing.test(path));
    expect(unlisted).toEqual(['data-directory.json']);
  });
});

function messageOf(home: string): string {
  try {
    openDataDirectory(home).close();
  } catch (error) {
    return (error as Error).message;
  }
  throw new Error('The directory was opened');
}

/** Says what to do, and is no stack. */
function isHelpful(message: string): boolean {
  return /To recover|[Rr]emove|[Pp]ut back|Mend/.test(message) && !/^ +at /m.test(message);
}
