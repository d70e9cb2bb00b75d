/** export: copies what one system holds into the vault, page by page, as often as the machine calls. */
import type { Row } from '../connectors/connector.ts';
import { BugError } from '../domain/errors.ts';
import type { CaseKey } from '../stores/case-keys.ts';
import type { Checkpoint, PageItem, SystemItem } from '../stores/case-items.ts';
import { keys } from '../stores/keys.ts';
import { vaultKey } from '../stores/vault.ts';
import { linesOf } from './page-lines.ts';
import { openSystemWork, outcomeOf, saveSystem, type SystemScope } from './system-work.ts';
import { isoNow, type With } from './world.ts';

export type ExportWorld = With<'caseKeys' | 'connect' | 'vault'>;

export interface Exported {
  /** Where the next call goes on; empty when everything is exported. */
  cursor: string;
}

/** One call works for ten minutes at most, well below the function's timeout. */
const CALL_MS = 10 * 60 * 1000;

/** Writes pages with numbers that go on from a checkpoint: the same attempt writes the same pages again. */
export function pageWriter(
  world: ExportWorld,
  scope: SystemScope,
  { caseKey, from }: { caseKey: CaseKey; from: Omit<Checkpoint, 'cursor'> },
) {
  const done = { pages: from.pages, exported: { ...from.exported } };
  return {
    done,
    async write(dataset: string, page: Row[]): Promise<void> {
      if (page.length === 0) return;
      done.pages += 1;
      const number = done.pages;
      const { requestId, system, round } = scope;
      const lines = linesOf(page);
      const key = vaultKey(requestId, `export/${round}/${system}/${String(number).padStart(6, '0')}`);
      await world.vault.put(key, lines, caseKey);
      const item: PageItem = { round, system, dataset, number, key, rows: page.length, bytes: lines.length };
      await world.requests.table.put({ ...keys.page(requestId, { round, system, number }), ...item });
      done.exported[dataset] = (done.exported[dataset] ?? 0) + page.length;
    },
  };
}

function checkpointOf(item: SystemItem, cursor: string): Checkpoint {
  const known = item.checkpoints?.find((checkpoint) => checkpoint.cursor === cursor);
  if (cursor !== '' && known === undefined) throw new BugError('An export goes on from a place it never reached', { code: 'invariant' });
  return known ?? { cursor, pages: 0, exported: {} };
}

/** The item of a finished export: how many pages count, and rows per dataset. */
export function exportedItem(item: SystemItem, done: Omit<Checkpoint, 'cursor'>, at: string): SystemItem {
  const datasets = item.datasets.map((entry) => ({ ...entry, exported: done.exported[entry.dataset] ?? 0 }));
  const next = { ...item, datasets, pages: done.pages, phase: 'done' as const };
  return { ...next, outcome: outcomeOf(next, 'exported', at) };
}

/** Repeatable: a call with the same cursor writes the same pages under the same numbers. */
export async function exportData(input: SystemScope & { cursor: string }, world: ExportWorld): Promise<Exported> {
  const { cursor, ...scope } = input;
  const { connector, subject, caseKey, item } = await openSystemWork(world, scope);
  const from = checkpointOf(item, cursor);
  const writer = pageWriter(world, scope, { caseKey, from });
  const result = await connector.export({
    subject,
    ...(cursor === '' ? {} : { cursor }),
    write: writer.write,
    until: world.now() + CALL_MS,
  });
  if (!result.more) {
    await saveSystem(world, scope, exportedItem(item, writer.done, isoNow(world)));
    return { cursor: '' };
  }
  const checkpoints = [from, { cursor: result.cursor, ...writer.done }];
  await saveSystem(world, scope, { ...item, checkpoints, phase: 'export' });
  return { cursor: result.cursor };
}
