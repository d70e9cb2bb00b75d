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

/** Whether our value is the recorded one, masks aside. */
export function sameValue(expected: Json | undefined, actual: Json | undefined): boolean {
  if (typeof expected === 'string' && typeof actual === 'string') return sameText(expected, actual);
  if (typeof expected === 'string' && /^<[^<>]+>$/.test(expected)) return actual !== undefined;
  if (Array.isArray(expected)) {
    return Array.isArray(actual) && actual.length === expected.length && expected.every((item, index) => sameValue(item, actual[index]));
  }
  if (expected === null || typeof expected !== 'object') return Object.is(expected, actual) || expected === actual;
  if (actual === null || typeof actual !== 'object' || Array.isArray(actual)) return false;
  const members = membersOf(expected);
  return members.length === membersOf(actual).length && members.every(([key, member]) => sameValue(member, actual[key]));
}
