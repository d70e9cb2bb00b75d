/** Which kinds of identifiers a system asks for and which it reveals. */
import type { SystemDeclaration } from '../configuration.ts';
import type { HttpSettings } from './http-settings.ts';
import { kindsOf } from './placeholders.ts';
import type { PostgresSettings } from './postgres-settings.ts';

const keys = (records: (Record<string, string> | undefined)[]): string[] => [
  ...new Set(records.flatMap((record) => Object.keys(record ?? {}))),
];

/** Kinds a search of the system can start from. */
export function neededKinds(system: SystemDeclaration): string[] {
  if (system.kind === 'postgres') return keys(Object.values((system.settings as PostgresSettings).tables).map((table) => table.match));
  const { requests } = system.settings as HttpSettings;
  return [
    ...new Set(Object.values(requests).flatMap((request) => [request.find, request.export].flatMap((one) => (one ? kindsOf(one) : [])))),
  ];
}

/** Kinds the system's rows reveal. */
export function yieldedKinds(system: SystemDeclaration): string[] {
  const parts = system.kind === 'postgres' ? (system.settings as PostgresSettings).tables : (system.settings as HttpSettings).requests;
  return keys(Object.values(parts).map((part) => part.yields));
}
