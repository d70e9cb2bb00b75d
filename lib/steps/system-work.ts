/** What find, export, erase and verify share: the system's own item, the subject, the connector. */
import type { Connector, Subject } from '../connectors/connector.ts';
import type { RequestId } from '../domain/ids.ts';
import { normaliseEmail } from '../domain/person.ts';
import type { DatasetOutcome, SystemOutcome } from '../domain/request-events.ts';
import type { Action } from '../domain/rights.ts';
import type { CaseKey } from '../stores/case-keys.ts';
import { type SystemItem, systemFrom } from '../stores/case-items.ts';
import { keys } from '../stores/keys.ts';
import type { CaseRecord } from '../stores/request-store.ts';
import { caseOf, openAsker, openPerson, requireOpen } from './casework.ts';
import { isoNow, type With } from './world.ts';

export type SystemWorld = With<'caseKeys' | 'connect'>;

/** One system in one pass and round, as the machine names it. */
export interface SystemScope {
  requestId: RequestId;
  system: string;
  pass: Action;
  round: number;
}

export interface SystemWork {
  record: CaseRecord;
  caseKey: CaseKey;
  subject: Subject;
  connector: Connector;
  item: SystemItem;
}

const learntLabel = (system: string): string => `learnt/${system}`;

/** Adds values to the identifiers by kind, each once. A blank one names nobody, and would find all rows where it is blank. */
function mergeIdentifiers(into: Record<string, string[]>, more: Record<string, string[]>): void {
  for (const [kind, values] of Object.entries(more)) {
    const all = [...new Set([...(into[kind] ?? []), ...values.filter((value) => value.trim() !== '')])];
    if (all.length > 0) into[kind] = all;
  }
}

/** What a system taught us in one pass. */
function openLearnt(caseKey: CaseKey, { system, learnt }: Pick<SystemItem, 'system' | 'learnt'>): Record<string, string[]> {
  if (learnt === undefined) return {};
  return JSON.parse(caseKey.open(Buffer.from(learnt, 'base64'), learntLabel(system)).toString()) as Record<string, string[]>;
}

/**
 * Everything known about who is asked about: the address that was confirmed, and what systems taught us from it.
 * Other identifiers that somebody typed count only once staff confirmed the person: systems look for any of them, so an
 * unconfirmed customer number would hand out, or delete, another person's data.
 */
function subjectOf(record: CaseRecord, caseKey: CaseKey): Subject {
  // An address that staff gave after the confirmation is written to, and nobody has shown that its mailbox is the person's.
  const person = (record.request.newAddress?.sought === false ? openAsker : openPerson)(record.request, caseKey);
  const identifiers: Record<string, string[]> = person.email === undefined ? {} : { email: [normaliseEmail(person.email)] };
  if (record.request.verification === 'staff') {
    mergeIdentifiers(identifiers, Object.fromEntries(Object.entries(person.identifiers).map(([kind, value]) => [kind, [value]])));
  }
  for (const item of record.systems) mergeIdentifiers(identifiers, openLearnt(caseKey, item));
  return { identifiers };
}

/** Seals what a system taught us, with what it taught before: asked again, it names only what is new to it. */
export function sealLearnt(caseKey: CaseKey, item: SystemItem, identifiers: Record<string, string[]>): string {
  const all = openLearnt(caseKey, item);
  mergeIdentifiers(all, identifiers);
  return caseKey.seal(Buffer.from(JSON.stringify(all)), learntLabel(item.system)).toString('base64');
}

function itemOf(record: CaseRecord, scope: SystemScope): SystemItem {
  const before = record.systems.find(({ system, pass, round }) => system === scope.system && pass === scope.pass && round === scope.round);
  const { system, pass, round } = scope;
  return before ?? { system, pass, round, phase: 'find', attempts: 0, at: record.request.receivedAt, found: 0, datasets: [] };
}

/** Loads what the work on a system needs. */
export async function openSystemWork(world: SystemWorld, scope: SystemScope): Promise<SystemWork> {
  const record = requireOpen(await caseOf(world, scope.requestId));
  const caseKey = await world.caseKeys.open(scope.requestId);
  return {
    record,
    caseKey,
    subject: subjectOf(record, caseKey),
    connector: world.connect(scope.system),
    item: itemOf(record, scope),
  };
}

/** Writes the system's own item: one branch of the machine, one writer. */
export async function saveSystem(world: With<never>, scope: SystemScope, item: SystemItem): Promise<void> {
  const stored = { ...item, at: isoNow(world), ...(item.lastError === undefined ? {} : { lastError: item.lastError }) };
  await world.requests.table.put({ ...keys.system(scope.requestId, scope), ...stored });
}

/** The item as stored now. */
export async function loadSystem(world: With<never>, scope: SystemScope): Promise<SystemItem | undefined> {
  const item = await world.requests.table.get(keys.system(scope.requestId, scope));
  return item && systemFrom(item);
}

/** The outcome of a system in words of the receipt. */
export function outcomeOf(item: SystemItem, outcome: SystemOutcome['outcome'], at: string): SystemOutcome {
  return { system: item.system, pass: item.pass, outcome, found: item.found, datasets: item.datasets, at };
}

/** Raises counts per dataset: a system that was half erased before a crash still answers for all that was found. */
export function mergeFound(before: readonly DatasetOutcome[], found: Record<string, number>): DatasetOutcome[] {
  const names = [...new Set([...before.map(({ dataset }) => dataset), ...Object.keys(found)])];
  return names.map((dataset) => {
    const earlier = before.find((entry) => entry.dataset === dataset);
    return { ...earlier, dataset, found: Math.max(earlier?.found ?? 0, found[dataset] ?? 0) };
  });
}

export const total = (counts: Iterable<number>): number => [...counts].reduce((sum, count) => sum + count, 0);
