/** package-response: builds one part of the package a person receives, streamed into the delivery bucket. */
import type { Row } from '../connectors/connector.ts';
import { BugError } from '../domain/errors.ts';
import type { RequestId } from '../domain/ids.ts';
import type { PackagePart } from '../domain/request-events.ts';
import type { PackageContent, PageRef } from '../packages/content.ts';
import { planParts } from '../packages/plan-parts.ts';
import { packageManifestSha256, writePart } from '../packages/write-part.ts';
import type { CaseKey } from '../stores/case-keys.ts';
import { deliveryKey } from '../stores/delivery-key.ts';
import { keys, PREFIX } from '../stores/keys.ts';
import type { CaseRecord } from '../stores/request-store.ts';
import { caseOf, openPerson, requireOpen } from './casework.ts';
import { rowsIn } from './page-lines.ts';
import { isoNow, type With } from './world.ts';

export type PackageWorld = With<'caseKeys' | 'vault' | 'delivery'>;

export interface Packaged {
  /** Whether another part follows. */
  more: boolean;
}

interface PartItem extends PackagePart {
  files: number;
  manifestSha256: string;
}

/** Pages of a round's finished exports; what a died attempt wrote beyond them does not count. */
function pagesOf(record: CaseRecord, round: number): PageRef[] {
  const counted = new Map(
    record.systems.filter((item) => item.pass === 'export' && item.round === round).map((item) => [item.system, item.pages ?? 0]),
  );
  return record.pages
    .filter((page) => page.round === round && page.number <= (counted.get(page.system) ?? 0))
    .map(({ system, dataset, key, rows, bytes }) => ({ system, dataset, key, rows, bytes }));
}

async function readPage(world: PackageWorld, key: string, caseKey: CaseKey): Promise<Row[]> {
  const lines = await world.vault.get(key, caseKey);
  if (lines === undefined) throw new BugError('A page that was exported is gone', { code: 'invariant' });
  return rowsIn(lines);
}

/** When the round's last wave was recorded: the same instant on every retry. */
function madeAt(record: CaseRecord, round: number): string {
  const last = record.events.findLast((event) => event.type === 'wave-done' && event.data.pass === 'export' && event.data.round === round);
  return last?.at ?? record.request.receivedAt;
}

function contentOf(world: PackageWorld, record: CaseRecord, { round, caseKey }: { round: number; caseKey: CaseKey }): PackageContent {
  const { request, events } = record;
  const outcomes = request.outcomes.filter(({ pass }) => pass === 'export');
  return {
    configuration: world.configuration,
    request,
    events,
    person: openPerson(request, caseKey),
    lang: request.lang,
    pages: pagesOf(record, round),
    outcomes,
    outstanding: outcomes
      .filter(({ outcome }) => outcome === 'outstanding')
      .map(({ system, expectedOn }) => ({ system, ...(expectedOn === undefined ? {} : { expectedOn }) })),
    released: request.released,
    madeAt: madeAt(record, round),
    readPage: (key) => readPage(world, key, caseKey),
  };
}

async function recordPackage(
  world: PackageWorld,
  record: CaseRecord,
  { round, count, empty }: { round: number; count: number; empty: boolean },
): Promise<void> {
  const { id, outcomes } = record.request;
  const items = await world.requests.table.partition(keys.request(id), `${PREFIX.part}${round}#`);
  // An earlier attempt may have left more parts than there are now.
  const parts = (items as unknown as PartItem[]).slice(0, count);
  await world.requests.append(id, {
    key: `packaged#${round}`,
    type: 'packaged',
    at: isoNow(world),
    data: {
      round,
      parts: parts.map(({ name, bytes, sha256 }) => ({ name, bytes, sha256 })),
      files: parts.reduce((sum, part) => sum + part.files, 0),
      manifestSha256: packageManifestSha256(parts),
      interim: outcomes.some(({ pass, outcome }) => pass === 'export' && outcome === 'outstanding'),
      empty,
    },
  });
}

/** Builds part `part` (from 1). Repeatable until the package is recorded, which happens once. */
export async function packageResponse(
  { requestId, round, part }: { requestId: RequestId; round: number; part: number },
  world: PackageWorld,
): Promise<Packaged> {
  const before = await caseOf(world, requestId);
  const packaged = before.events.find(({ key }) => key === `packaged#${round}`);
  // Its hashes are recorded: built again, the package would tell of itself too, and no longer fit its receipt.
  if (packaged?.type === 'packaged') return { more: part < packaged.data.parts.length };
  const record = requireOpen(before);
  const caseKey = await world.caseKeys.open(requestId);
  const content = contentOf(world, record, { round, caseKey });
  const parts = planParts(content);
  const plan = parts[part - 1];
  if (plan === undefined) throw new BugError('There is no such part of the package', { code: 'invariant' });
  const { stream, finished } = writePart(content, plan, parts);
  await world.delivery.upload(deliveryKey(requestId, round, plan.name), stream);
  await world.requests.table.put({ ...keys.part(requestId, { round, number: part }), ...(await finished) });
  if (part < parts.length) return { more: true };
  await recordPackage(world, record, { round, count: parts.length, empty: content.pages.length === 0 });
  return { more: false };
}
