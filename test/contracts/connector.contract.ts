/** What every connector must do, run against a real system behind a proxy that can cut the line. */
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Connector, EraseResult, Row, Subject } from '../../lib/connectors/connector.ts';
import { TransientError } from '../../lib/domain/errors.ts';
import type { CuttingProxy } from '../cutting-proxy.ts';

/** A system with data of several people, and eyes of its own to look into it. */
export interface ConnectorWorld {
  proxy: CuttingProxy;
  /** A connector through the proxy; the caller closes it. */
  open(): Connector;
  /** A connector whose credentials are wrong; absent for a system that accepts everybody. */
  openWithWrongCredentials?(): Connector;
  /** Somebody with rows, by the identifiers a first search starts from. */
  subject: Subject;
  /** Rows of the subject in the fresh system. */
  found: Record<string, number>;
  /** What an undisturbed deletion answers. */
  erased: EraseResult;
  /** Texts of the subject that may never be exported. */
  secrets: string[];
  /** A fingerprint of everything that is not the subject's. */
  others(): Promise<string>;
  /** A fingerprint of everything. */
  all(): Promise<string>;
  /** Puts the system into its first state again. */
  reset(): Promise<void>;
  close(): Promise<void>;
}

type Pages = Record<string, Row[]>;

const NOBODY: Subject = {
  identifiers: { email: ['o\'nobody"; drop table customers; --@example.com'], customerId: ['../../1', '999999999', 'NaN'] },
};

async function exportAll(connector: Connector, subject: Subject, until: number): Promise<{ pages: Pages; calls: number }> {
  const pages: Pages = {};
  let cursor: string | undefined;
  for (let calls = 1; ; calls += 1) {
    const result = await connector.export({
      subject,
      until,
      write: async (dataset, rows) => {
        (pages[dataset] ??= []).push(...rows);
      },
      ...(cursor !== undefined && { cursor }),
    });
    if (!result.more) return { pages, calls };
    cursor = result.cursor;
  }
}

const nonZero = (counts: Record<string, number>): Record<string, number> =>
  Object.fromEntries(Object.entries(counts).filter(([, count]) => count > 0));

/** Runs the suite on one kind of system. */
export function connectorContract(name: string, start: () => Promise<ConnectorWorld>): void {
  describe(`connector contract: ${name}`, () => {
    let world: ConnectorWorld;
    let connector: Connector;
    let known: Subject;

    beforeAll(async () => {
      world = await start();
    });
    afterAll(async () => world?.close());
    beforeEach(async () => {
      world.proxy.pass();
      await world.reset();
      connector = world.open();
      const { identifiers } = await connector.find(world.subject);
      known = { identifiers: { ...world.subject.identifiers, ...identifiers } };
    });
    afterEach(async () => connector?.close());

    it('finds the same rows as often as it is asked', async () => {
      expect((await connector.find(known)).found).toEqual(world.found);
      expect((await connector.find(known)).found).toEqual(world.found);
    });

    it('lists every dataset, also for somebody it does not know', async () => {
      const { found, identifiers } = await connector.find(NOBODY);
      expect(Object.keys(found).toSorted()).toEqual(connector.datasets.map((dataset) => dataset.name).toSorted());
      expect(nonZero(found)).toEqual({});
      expect(identifiers).toEqual({});
    });

    it('changes nothing when somebody unknown is exported, erased and verified', async () => {
      const before = await world.all();
      expect((await exportAll(connector, NOBODY, Infinity)).pages).toEqual({});
      const { erased, kept } = await connector.erase(NOBODY);
      expect([nonZero(erased), kept]).toEqual([{}, {}]);
      expect(await connector.verify(NOBODY)).toEqual({ left: {}, kept: {} });
      expect(await world.all()).toBe(before);
    });

    it('exports exactly the rows it finds, the same each time, and changes nothing', async () => {
      const before = await world.all();
      const { pages } = await exportAll(connector, known, Infinity);
      expect(Object.fromEntries(Object.entries(pages).map(([dataset, rows]) => [dataset, rows.length]))).toEqual(nonZero(world.found));
      expect((await exportAll(connector, known, Infinity)).pages).toEqual(pages);
      expect(await world.all()).toBe(before);
    });

    it('exports exactly the same rows when it is interrupted after every page', async () => {
      const whole = await exportAll(connector, known, Infinity);
      const interrupted = await exportAll(connector, known, 0);
      expect(whole.calls).toBe(1);
      expect(interrupted.calls).toBeGreaterThan(1);
      expect(interrupted.pages).toEqual(whole.pages);
    });

    it('gives the same pages for the same cursor, also to another process', async () => {
      const first = await connector.export({ subject: known, until: 0, write: async () => undefined });
      if (!first.more) throw new Error('the export was not interrupted');
      const rest = async (from: Connector): Promise<Pages> => {
        const pages: Pages = {};
        await from.export({
          subject: known,
          until: Infinity,
          cursor: first.cursor,
          write: async (dataset, rows) => {
            (pages[dataset] ??= []).push(...rows);
          },
        });
        return pages;
      };
      const other = world.open();
      expect(await rest(other)).toEqual(await rest(connector));
      await other.close();
    });

    it('seals its cursors: no row key or identifier can be read from them', async () => {
      const result = await connector.export({ subject: known, until: 0, write: async () => undefined });
      const readable = result.more ? Buffer.from(result.cursor, 'base64url').toString('latin1') : '';
      expect(result.more).toBe(true);
      for (const value of [...Object.values(known.identifiers).flat(), 'dataset'])
        expect(value.length > 3 && readable.includes(value)).toBe(false);
    });

    it('never exports what may not be disclosed, nor columns nobody declared', async () => {
      const { pages } = await exportAll(connector, known, Infinity);
      const text = JSON.stringify(pages);
      for (const secret of world.secrets) expect(text).not.toContain(secret);
      for (const dataset of connector.datasets) {
        const allowed = Object.entries(dataset.columns)
          .filter(([, { disclose }]) => disclose !== 'never')
          .map(([column]) => column);
        for (const row of pages[dataset.name] ?? []) expect(allowed).toEqual(expect.arrayContaining(Object.keys(row)));
      }
    });

    it('says before the deletion what would be left', async () => {
      const { left } = await connector.verify(known);
      expect(Object.keys(left).toSorted()).toEqual(expect.arrayContaining(Object.keys(nonZero(world.erased.erased))));
    });

    it('erases exactly this person, and says what it erased and what law keeps', async () => {
      const others = await world.others();
      const result = await connector.erase(known);
      expect({ erased: nonZero(result.erased), kept: result.kept }).toEqual({
        erased: nonZero(world.erased.erased),
        kept: world.erased.kept,
      });
      expect(await connector.verify(known)).toEqual({ left: {}, kept: world.erased.kept });
      expect(await world.others()).toBe(others);
    });

    it('counts nothing and changes nothing when it erases again', async () => {
      await connector.erase(known);
      const after = await world.all();
      const again = await connector.erase(known);
      expect({ erased: nonZero(again.erased), kept: again.kept }).toEqual({ erased: {}, kept: world.erased.kept });
      expect(await world.all()).toBe(after);
    });

    it('ends like an undisturbed deletion when the line is cut at any moment of it and it is repeated', { timeout: 60_000 }, async () => {
      const eraseThrough = async (cut?: () => void): Promise<void> => {
        world.proxy.pass();
        cut?.();
        const fresh = world.open();
        const erasing = fresh.erase(known);
        // The cut at the last chunk may come too late to be noticed.
        await (cut ? erasing.catch((error: unknown) => expect(error).toBeInstanceOf(TransientError)) : erasing);
        await fresh.close();
      };
      await eraseThrough();
      const chunks = world.proxy.chunks();
      const undisturbed = await world.all();
      for (let chunk = 1; chunk <= chunks; chunk += 1) {
        await world.reset();
        await eraseThrough(() => world.proxy.cutAt(chunk, 'before'));
        await eraseThrough(() => world.proxy.cutAt(chunk, 'after'));
        world.proxy.pass();
        await connector.erase(known);
        expect(await connector.verify(known)).toEqual({ left: {}, kept: world.erased.kept });
        expect(await world.all()).toBe(undisturbed);
      }
      expect(chunks).toBeGreaterThan(2);
    });

    it('asks to be called again when the line breaks', async () => {
      await connector.close();
      const broken = world.open();
      world.proxy.cutAt(1, 'before');
      await expect(broken.find(known)).rejects.toMatchObject({ name: 'TransientError' });
      await broken.close();
    });

    it('hands wrong credentials to a person', async ({ skip }) => {
      if (!world.openWithWrongCredentials) return skip('this system accepts everybody');
      const wrong = world.openWithWrongCredentials();
      await expect(wrong.find(known)).rejects.toMatchObject({ name: 'PermanentError', code: 'system-credentials' });
      await wrong.close();
    });
  });
}
