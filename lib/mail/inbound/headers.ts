/** Reads single values out of a mail's headers. */
import type { Header } from 'postal-mime';
import { cutAt } from './clean-text.ts';

const IDS_MAX = 50;
const YEAR_10000 = Date.UTC(10_000, 0);

/** All values under a name in lower case, in their order. */
export function valuesOf(headers: readonly Header[], name: string): string[] {
  return headers.filter(({ key }) => key === name).map(({ value }) => value);
}

/** Message ids without their angle brackets; of too many the first, which began it all, and the latest. */
export function messageIdsOf(value = ''): string[] {
  const ids = [...value.matchAll(/<([^<>\s\p{Cc}]{1,250})>/gu)].map(([, id]) => id!);
  return ids.length <= IDS_MAX ? ids : [ids[0]!, ...ids.slice(1 - IDS_MAX)];
}

/** The date a sender wrote, where it is one. */
export function dateOf(value = ''): string | undefined {
  const time = Date.parse(cutAt(value, 100));
  // ISO 8601 has four digits for a year.
  return time >= 0 && time < YEAR_10000 ? new Date(time).toISOString() : undefined;
}
