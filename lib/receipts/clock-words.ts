/** What a receipt says of a date in words: the laws that apply, and the count step by step in the language of the receipt. */
import type { Deadline } from '../domain/clock/deadline.ts';
import { explain } from '../domain/explanation/explain.ts';
import type { Request } from '../domain/request.ts';

/** The part of the block `clock` that a person reads. */
export function clockWords(
  { laws }: Pick<Request, 'laws'>,
  { deadline, lang }: { deadline: Deadline; lang: string },
): { laws: string[]; explanation: string[] } {
  return { laws, explanation: explain(deadline, lang).map(({ text }) => text) };
}
