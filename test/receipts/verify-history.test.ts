/** Whether a log still stands on what it signed: against logs that grew, forked, were rolled back, or lost their files. */
import { beforeAll, describe, expect, it } from 'vitest';
import { checkHistory, type History } from '../../lib/receipts/log/check-history.ts';
import type { ReadFile } from '../../lib/receipts/log/tree.ts';
import { verifyReceipt, withHistory } from '../../lib/receipts/verify.ts';
import { loggedReceipt, newLogSigner, SmallLog, type Logged } from './verify-world.ts';

let given: Logged;
const logSigner = newLogSigner();

beforeAll(async () => {
  given = await loggedReceipt({ logSigner });
});

/** What the log tells somebody who kept the receipt's checkpoint. */
async function historyBy(read: ReadFile): Promise<History> {
  const { place } = await verifyReceipt(given);
  return await checkHistory({ kept: place!.checkpoint, log: place!.log, read });
}

/** A log of the same key that goes its own way after a number of entries shared with the first. */
async function fork(shared: number, more: number): Promise<SmallLog> {
  const log = new SmallLog(logSigner);
  await log.addOthers(shared);
  await log.addOthers(more, 'elsewhere');
  return log;
}

describe('a log', () => {
  it('goes on while it grows, also over the ends of tiles', async () => {
    expect(await historyBy(given.log.read)).toBe('goes-on');
    for (const more of [1, 3, 256, 1000]) {
      await given.log.addOthers(more);
      expect(await historyBy(given.log.read)).toBe('goes-on');
    }
  });

  it.each([
    ['as long as before', 200, 100],
    ['a little longer', 200, 130],
    ['much longer', 200, 2000],
    ['other from the first entry on', 0, 700],
  ])('that signed another history was rewritten: %s', async (_, shared, more) => {
    expect(await historyBy((await fork(shared, more)).read)).toBe('rewritten');
  });

  it('that ends before the state kept was rolled back', async () => {
    expect(await historyBy((await fork(200, 0)).read)).toBe('older');
  });

  it('that a cache shows as it was a moment ago is looked at again', async () => {
    const [stale, { place }] = [(await fork(200, 0)).read, await verifyReceipt(given)];
    let [read, waited] = [stale, 0];
    const outlastCaches = async (): Promise<void> => {
      [read, waited] = [given.log.read, waited + 1];
      await Promise.resolve();
    };
    const ask = { kept: place!.checkpoint, log: place!.log, read: async (path: string) => await read(path), outlastCaches };
    expect([await checkHistory(ask), waited]).toEqual(['goes-on', 1]);
    expect([await checkHistory(ask), waited]).toEqual(['goes-on', 1]);
    const stays = { ...ask, read: stale };
    expect([await checkHistory(stays), waited]).toEqual(['older', 2]);
  });

  it('without files, out of reach, or of another key cannot be told', async () => {
    const text = (content: string): ReadFile => {
      const bytes = new TextEncoder().encode(content);
      return async () => await Promise.resolve(bytes);
    };
    const foreign = new SmallLog(newLogSigner());
    await foreign.addOthers(900);
    expect(await historyBy(async () => await Promise.resolve(undefined))).toBe('not-reachable');
    expect(await historyBy(async () => await Promise.reject(new TypeError('fetch failed')))).toBe('not-reachable');
    expect(await historyBy(text('<!DOCTYPE html>'))).toBe('not-reachable');
    expect(await historyBy(foreign.read)).toBe('not-reachable');
  });

  it('without the tiles it needs, or with damaged ones, accuses nobody', async () => {
    const { files } = given.log;
    const only = (keep: (path: string) => boolean): ReadFile => {
      return async (path) => await Promise.resolve(keep(path) ? files.get(path) : undefined);
    };
    expect(await historyBy(only((path) => path === 'checkpoint'))).toBe('not-reachable');
    const damaged: ReadFile = async (path) =>
      await Promise.resolve(path.startsWith('tile/') ? files.get(path)?.map((byte) => byte ^ 1) : files.get(path));
    expect(await historyBy(damaged)).toBe('not-reachable');
  });
});

describe('a verification with the history asked for', () => {
  it('is genuine, failed or undecided as the log answers', async () => {
    const verified = await verifyReceipt(given);
    const answers = (['goes-on', 'rewritten', 'older', 'not-reachable'] as const).map((history) => {
      const { result, checks } = withHistory(verified, history);
      return [result, checks.at(-1)];
    });
    expect(answers).toEqual([
      ['genuine', { name: 'history', ok: true, reason: 'ok' }],
      ['failed', { name: 'history', ok: false, reason: 'history-rewritten' }],
      ['failed', { name: 'history', ok: false, reason: 'log-rolled-back' }],
      ['unknown', { name: 'history', ok: false, reason: 'log-not-reachable' }],
    ]);
  });

  it('stays failed if it was', async () => {
    const failed = await verifyReceipt({ ...given, jws: `${given.jws}A` });
    expect(withHistory(failed, 'goes-on')).toEqual(failed);
  });
});
