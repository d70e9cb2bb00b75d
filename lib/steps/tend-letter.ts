/** tend-letter: until a person has made sense of a letter, it is on their list, and whoever wrote it knows that it came. */
import type { CaseRecord } from '../stores/request-store.ts';
import { acknowledgeLetter, type LetterWorld } from './acknowledge-letter.ts';
import { openTask } from './waiting.ts';

/** Of a letter's case, whose rights nobody knows: the task of the person who reads it. */
export const SORT = { kind: 'sort', scope: 'letter' } as const;

/** True while a letter is still to be answered, and its time has come. */
export function owesAnswer({ request, events }: CaseRecord, nowMs: number): boolean {
  const { deferredUntil, letter } = request;
  const answered = events.some(({ type }) => type === 'acknowledged');
  return letter !== undefined && !answered && (deferredUntil === undefined || Date.parse(deferredUntil) <= nowMs);
}

/** Repeatable. */
export async function tendLetter(world: LetterWorld, record: CaseRecord): Promise<void> {
  const { request } = record;
  await openTask(world, request, { requestId: request.id, ...SORT });
  if (owesAnswer(record, world.now())) await acknowledgeLetter(world, request);
}
