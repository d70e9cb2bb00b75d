/** What steps work with: every step names the parts it needs, so that a function carries no more than that. */
import type { Connector } from '../connectors/connector.ts';
import type { Configuration } from '../domain/configuration.ts';
import type { PostOffice } from '../mail/post-office.ts';
import type { KeyHistory, LogReader, LogWriter, ReceiptStore, Signer, StatementStore } from '../receipts/port.ts';
import type { CaseKeys } from '../stores/case-keys.ts';
import type { Machine } from '../stores/machine.ts';
import type { RequestStore } from '../stores/request-store.ts';
import type { Vault } from '../stores/vault.ts';
import type { Delivery } from '../stores/delivery.ts';

export interface World {
  configuration: Configuration;
  /** Public origin without a trailing slash. */
  baseUrl: string;
  /** Milliseconds since the epoch. */
  now(): number;
  requests: RequestStore;
  caseKeys: CaseKeys;
  vault: Vault;
  delivery: Delivery;
  /** Secret behind links, codes and keyed hashes. */
  secret(): Promise<Uint8Array>;
  postOffice: PostOffice;
  receipts: ReceiptStore;
  signer: Signer;
  keyHistory: KeyHistory;
  statements: StatementStore;
  log: LogReader;
  logWriter: LogWriter;
  machine: Machine;
  /** The connector of a configured system. */
  connect(system: string): Connector;
}

/** The world of a step that needs only these parts. */
export type With<K extends keyof World> = Pick<World, K | 'configuration' | 'baseUrl' | 'now' | 'requests'>;

/** The instant now, as stored. */
export const isoNow = (world: Pick<World, 'now'>): string => new Date(world.now()).toISOString();
