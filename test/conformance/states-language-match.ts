/** Compares a recorded value with ours, where recordings mask what differs from run to run. */
import type { Json } from '../../lib/local/states/definition.ts';

/** Members that no two runs share, or that depend on the account. */
const DROPPED = new Set(['SdkHttpMetadata', 'SdkResponseMetadata', 'RoleArn', 'RedriveCount', 'Cause']);

const DATE = /^\d{4}-\d{2}-\d{2}([T ]\d{2}:\d{2}.*)?$/;
const UUID = /[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/;

function escaped(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
}

function sameText(expected: string, actual: string): boolean {
  if (expected === actual || DATE.test(actual) || UUID.test(actual)) return true;
  const parts = expected.split(/<[^<>]+>/);
  return parts.length > 1 && new RegExp(`^${parts.map(escaped).join('.*')}$`, 's').test(actual);
}

function membersOf(value: { [key: string]: Json }): [string, Json][] {
  return Object.entries(value).filter(([key]) => !DROPPED.has(key));
}

/** What a recording calls a value that it masks without brackets: `table-name` for the name of the table. */
export type Masks = ReadonlyMap<string, string>;

/** Finds such masks: the input is known unmasked, and again as the first event has it. */
export function masksOf(actual: Json | undefined, recorded: Json | undefined, found = new Map<string, string>()): Map<string, string> {
  if (typeof actual === 'string' && typeof recorded === 'string') found.set(actual, recorded);
  if (actual === null || typeof actual !== 'object' || recorded === null || typeof recorded !== 'object') return found;
  for (const [key, member] of Object.entries(actual)) masksOf(member, (recorded as { [key: string]: Json })[key], found);
  return found;
}

/** Whether our value is the recorded one, masks aside. */
export function sameValue(expected: Json | undefined, actual: Json | undefined, masks: Masks = new Map()): boolean {
  if (typeof expected === 'string' && typeof actual === 'string') return sameText(expected, actual) || masks.get(actual) === expected;
  if (typeof expected === 'string' && /^<[^<>]+>$/.test(expected)) return actual !== undefined;
  if (Array.isArray(expected)) {
    return (
      Array.isArray(actual) && actual.length === expected.length && expected.every((item, index) => sameValue(item, actual[index], masks))
    );
  }
  if (expected === null || typeof expected !== 'object') return Object.is(expected, actual) || expected === actual;
  if (actual === null || typeof actual !== 'object' || Array.isArray(actual)) return false;
  const members = membersOf(expected);
  return members.length === membersOf(actual).length && members.every(([key, member]) => sameValue(member, actual[key], masks));
}
