/** What an audit knows besides the files: earlier checkpoints, receipts held, lists of all receipts, logs of several years. */
import { describe, expect, it } from 'vitest';
import type { PlacedReceipt } from '../../../lib/receipts/log/audit/source.ts';
import { entryOf } from '../../../lib/receipts/log/statements.ts';
import { checkpointText, signNote } from '../../../lib/receipts/log/write-note.ts';
import { auditOf, BuiltLog, each, type Item, newKey, receipts } from './audit-world.ts';

const key = newKey();
const log = async (...sizes: number[]): Promise<BuiltLog> => {
  const built = new BuiltLog('2026', key);
  for (const size of sizes) await built.append(receipts(built.size, size));
  return built;
};
const held = (...placed: PlacedReceipt[]) => ({ rolls: () => [{ complete: false, receipts: each(placed) }] });
const all = (built: BuiltLog) => ({ rolls: () => [{ complete: true, receipts: built.placed() }] });
const receiptAt = (index: number, text = `receipt ${index}`): PlacedReceipt => ({ name: `${index}.jws`, index, entry: entryOf(text) });

describe('earlier checkpoints', () => {
  it('are all found in a log that only grew', async () => {
    const built = await log(3, 256, 257, 700);
    const report = await auditOf([built], { seen: built.notes.map((note, at) => ({ name: `note ${at}`, note })) });
    expect(report).toMatchObject({ result: 'clean', findings: [] });
    expect(report.logs[0]).toMatchObject({ checkpoints: 4, size: 700 });
  });

  it('show that history was rewritten, even where every file and the new signature fit', async () => {
    const before = await log(300, 600);
    const forked = new BuiltLog('2026', key);
    await forked.append([...receipts(0, 100), { receipt: 'another one' }, ...receipts(101, 300)]);
    await forked.append(receipts(300, 900));
    const report = await auditOf([forked], { seen: before.notes.map((note, at) => ({ name: `note ${at}`, note })) });
    expect(report.findings).toEqual([
      { log: forked.origin, kind: 'history-rewritten', file: 'note 0' },
      { log: forked.origin, kind: 'history-rewritten', file: 'note 1' },
    ]);
  });

  it('are not taken in by old partial tiles that were left behind when the entries were rewritten', async () => {
    const before = await log(300);
    const forked = new BuiltLog('2026', key);
    await forked.append([...receipts(0, 270), { receipt: 'another one' }, ...receipts(271, 700)]);
    for (const [path, bytes] of before.files) if (path.includes('.p/44')) forked.files.set(path, bytes);
    const report = await auditOf([forked], { seen: [{ name: 'seen', note: before.note }] });
    expect(report.findings).toContainEqual({ log: forked.origin, kind: 'history-rewritten', file: 'seen' });
  });

  it('show that a log was set back', async () => {
    const report = await auditOf([await log(300)], { seen: [{ name: 'seen', note: (await log(300, 600)).note }] });
    expect(report.findings).toEqual([{ log: 'privacy.shop.example/log/2026', kind: 'rolled-back', file: 'seen' }]);
  });

  it('count for nothing without the signature of the log', async () => {
    const built = await log(300);
    const text = checkpointText({ origin: built.origin, size: 900, root: new Uint8Array(32) });
    const note = await signNote(text, { name: built.origin, ...newKey() });
    const { findings } = await auditOf([built], {
      seen: [
        { name: 'seen', note },
        { name: 'noise', note: 'noise' },
      ],
    });
    expect(findings).toEqual([
      { log: built.origin, kind: 'checkpoint-not-signed', file: 'seen' },
      { log: 'noise', kind: 'checkpoint-not-readable' },
    ]);
  });

  it('of other logs are counted, not judged', async () => {
    const other = await new BuiltLog('2025').append(receipts(0, 2));
    expect(await auditOf([await log(3)], { seen: [{ name: 'other', note: other.note }] })).toMatchObject({
      result: 'clean',
      otherCheckpoints: 1,
    });
  });
});

describe('receipts held', () => {
  it('are at their places', async () => {
    const report = await auditOf([await log(300)], held(receiptAt(0), receiptAt(255), receiptAt(255), receiptAt(299)));
    expect(report).toMatchObject({ result: 'clean', logs: [{ entries: { receipts: 3, others: 297 } }] });
  });

  it('are named where the log holds something else, or ends before them', async () => {
    const { findings } = await auditOf([await log(300)], held(receiptAt(7, 'a changed one'), receiptAt(300)));
    expect(findings).toEqual([
      { log: 'privacy.shop.example/log/2026', kind: 'receipt-differs', file: '7.jws', index: 7 },
      { log: 'privacy.shop.example/log/2026', kind: 'receipt-beyond-the-log', file: '300.jws', index: 300 },
    ]);
  });

  it('without a proof are looked for everywhere', async () => {
    const name = (text: string, file: string): [string, string] => [Buffer.from(entryOf(text)).toString('hex'), file];
    const unplaced = new Map([name('receipt 123', 'there.jws'), name('never logged', 'nowhere.jws')]);
    const { findings, logs } = await auditOf([await log(300)], { unplaced });
    expect(findings).toEqual([{ log: 'privacy.shop.example/log/2026', kind: 'receipt-not-in-the-log', file: 'nowhere.jws' }]);
    expect(logs[0]!.entries.receipts).toBe(1);
  });
});

describe('the list of all receipts', () => {
  it('tells an erasure that was stated from a loss, and names the loss', async () => {
    const built = await log(10);
    await built.erase(2, 5);
    expect(await auditOf([built], all(built))).toMatchObject({
      result: 'clean',
      logs: [{ entries: { receipts: 8, statements: 1, erased: 2, others: 0 } }],
    });
    for (const lost of [4, 6, 7]) built.receipts.delete(lost);
    const { findings } = await auditOf([built], all(built));
    expect(findings).toEqual([
      { log: built.origin, kind: 'receipt-lost', index: 4 },
      { log: built.origin, kind: 'receipt-lost', index: 6, last: 7 },
    ]);
  });

  it('is not taken in by a statement of erasure that is no entry', async () => {
    const built = await log(10);
    await built.erase(2);
    const forged = Buffer.from(built.files.get('statement/10')!.toString().replace('"index":2', '"index":3'));
    built.files.set('statement/10', forged);
    built.receipts.delete(3);
    const kinds = (await auditOf([built], all(built))).findings.map(({ kind, index }) => [kind, index]);
    expect(kinds).toEqual([
      ['statement-differs', 10],
      ['receipt-lost', 2],
    ]);
  });

  it('is audited in little memory whatever places a log claims to have erased', async () => {
    const built = await log(10);
    const entries = Array.from({ length: 1000 }, (_, at) => ({ origin: built.origin, index: Number.MAX_SAFE_INTEGER - at * 10_000_000 }));
    await built.append([{ statement: { kind: 'receipts-erased', entries } }]);
    expect(await auditOf([built], all(built))).toMatchObject({ result: 'clean', logs: [{ entries: { erased: 0 } }] });
  });

  it('must be in order', async () => {
    const list = [receiptAt(1), receiptAt(0), receiptAt(2)];
    const { findings } = await auditOf([await log(3)], { rolls: () => [{ complete: true, receipts: each(list) }] });
    expect(findings.map(({ kind }) => kind)).toContain('receipts-not-in-order');
  });
});

describe('logs of several years', () => {
  const both = async (second: (first: BuiltLog) => Item[]): Promise<[BuiltLog, BuiltLog]> => {
    const first = await new BuiltLog('2025', key).append(receipts(0, 20));
    return [first, await new BuiltLog('2026', key).append([...second(first), ...receipts(0, 5)])];
  };

  it('are one history by their links', async () => {
    const [first, second] = await both((before) => [before.link()]);
    expect(await auditOf([first, second])).toMatchObject({ result: 'clean', logs: [{ size: 20 }, { size: 6 }] });
  });

  it('are not, where the link is missing or the earlier log went on', async () => {
    const unlinked = await both(() => []);
    expect((await auditOf(unlinked)).findings).toEqual([
      { log: unlinked[1].origin, kind: 'previous-log-missing', file: 'statement/0', index: 0 },
    ]);
    const linked = await both((before) => [before.link()]);
    await linked[0].append(receipts(20, 21));
    expect((await auditOf(linked)).findings).toEqual([
      { log: linked[1].origin, kind: 'previous-log-differs', file: 'statement/0', index: 0 },
    ]);
  });

  it('know of erasures that a later log states', async () => {
    const [first, second] = await both((before) => [before.link()]);
    await second.append([{ statement: { kind: 'receipts-erased', entries: [{ origin: first.origin, index: 4 }] } }]);
    first.receipts.delete(4);
    const report = await auditOf([first, second], {
      rolls: (origin) => [{ complete: true, receipts: (origin === first.origin ? first : second).placed() }],
    });
    expect(report).toMatchObject({ result: 'clean', logs: [{ entries: { erased: 1 } }, { entries: { erased: 0 } }] });
  });
});

describe('keys', () => {
  it('that are not known leave open whose log it is', async () => {
    expect(await auditOf([await log(3)], { keys: [] })).toMatchObject({ result: 'unknown', findings: [], logs: [{ keyKnown: false }] });
  });

  it('of another log of the year show that this is not the one meant', async () => {
    const { vkey } = await (await log(3)).key();
    const report = await auditOf([await log(3)], { keys: [{ origin: 'privacy.other.example/log/2026', vkey }] });
    expect(report.findings.map(({ kind }) => kind)).toEqual(['checkpoint-of-another-log']);
  });
});

describe('batch records', () => {
  it('that are integrated beyond the checkpoint show that the log was set back', async () => {
    const built = await log(3, 5);
    built.files.set('checkpoint', Buffer.from(built.notes[0]!));
    const { findings } = await auditOf([built], { logs: [built.operated()] });
    expect(findings).toContainEqual({ log: built.origin, kind: 'rolled-back', file: 'batch 3' });
  });

  it('may be waiting for their integration, the last one only', async () => {
    const built = await log(3, 5);
    built.batches[1]!.integrated = false;
    built.files.set('checkpoint', Buffer.from(built.notes[0]!));
    expect(await auditOf([built], { logs: [built.operated()] })).toMatchObject({ result: 'clean' });
    const passedOver = await log(3, 5);
    passedOver.batches[0]!.integrated = false;
    const { findings } = await auditOf([passedOver], { logs: [passedOver.operated()] });
    expect(findings).toEqual([{ log: built.origin, kind: 'batch-not-integrated', index: 0 }]);
  });
});

describe('a large log', () => {
  it('is in order, with tiles of three levels, and names a place in each', async () => {
    const built = await log(66_000);
    expect(await auditOf([built])).toMatchObject({ result: 'clean' });
    const damaged = Buffer.from(built.files.get('tile/1/000')!);
    damaged[32 * 200] = damaged[32 * 200]! ^ 1;
    built.files.set('tile/1/000', damaged);
    expect((await auditOf([built])).findings).toEqual([{ log: built.origin, kind: 'tile-differs', file: 'tile/1/000', index: 200 * 256 }]);
  });
});
