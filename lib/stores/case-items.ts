/** The items that lie beside a request's events: one per system and pass, per task, per mail, per exported page. */
import type { OpenTask } from '../domain/request.ts';
import type { DatasetOutcome, SystemOutcome, TaskOutcome } from '../domain/request-events.ts';
import type { Action } from '../domain/rights.ts';
import type { Item } from './table.ts';

export type Phase = 'find' | 'export' | 'erase' | 'verify' | 'done';

/** How far one system is in one pass: written by its branch of the machine, and by the answer it waits for. */
export interface SystemItem {
  system: string;
  pass: Action;
  round: number;
  phase: Phase;
  attempts: number;
  at: string;
  found: number;
  datasets: DatasetOutcome[];
  /** Identifiers this system taught us, sealed under the case key. */
  learnt?: string;
  lastError?: string;
  outcome?: SystemOutcome;
  /** The last places an export can go on from: the machine may repeat the call before the last answer. */
  checkpoints?: Checkpoint[];
  /** Pages of a finished export. */
  pages?: number;
}

/** What had been exported when a cursor was handed out. */
export interface Checkpoint {
  cursor: string;
  pages: number;
  /** Rows per dataset. */
  exported: Record<string, number>;
}

/** Work for a person, or for a system that answers later. */
export interface TaskItem extends OpenTask {
  /** Token of the waiting execution; the result is sent to it. */
  token?: string;
  round?: number;
  dueOn: string;
  phase?: Phase;
  doneAt?: string;
  doneBy?: string;
  outcome?: TaskOutcome;
  reason?: string;
  /** Set once the machine took the result. */
  takenAt?: string;
}

/** A mail: claimed before it is sent, marked after. */
export interface MailItem {
  mailId: string;
  kind: string;
  claimedAt: string;
  /** For a mail: when SES took it; for paper: the day it was posted. */
  sentAt?: string;
  /** To be printed and posted, because there is no address. */
  paper?: true;
  messageId?: string;
}

/** One exported page in the vault. */
export interface PageItem {
  round: number;
  system: string;
  dataset: string;
  number: number;
  key: string;
  rows: number;
  bytes: number;
}

const without = (item: Item): Item => {
  const { pk: _pk, sk: _sk, list: _list, listKey: _listKey, ...rest } = item;
  return rest;
};

export const systemFrom = (item: Item): SystemItem => without(item) as unknown as SystemItem;
export const taskFrom = (item: Item): TaskItem => without(item) as unknown as TaskItem;
export const mailFrom = (item: Item): MailItem => without(item) as unknown as MailItem;
export const pageFrom = (item: Item): PageItem => without(item) as unknown as PageItem;
