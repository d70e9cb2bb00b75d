/** What the receipts of an answer (fulfilment and deletion) share: whether it is complete, and who was identified how. */
import type { Request } from '../domain/request.ts';
import type { CommonFields, FulfilmentReceipt, SystemLine } from './payload.ts';
import { remediesSentence } from './remedies.ts';
import type { Sentences } from './sentences/sentences.ts';
import { linesWith } from './system-lines.ts';

type Answer = Pick<FulfilmentReceipt, 'status' | 'interim' | 'systems' | 'outstanding' | 'identity'>;

/** Interim while a system is outstanding; unfulfilled in part once one was skipped for good. */
export function answerFields(request: Request, systems: SystemLine[]): Answer {
  const outstanding = linesWith(systems, 'outstanding').map(({ id, label, expectedOn }) => ({
    id,
    label,
    ...(expectedOn === undefined ? {} : { expectedOn }),
  }));
  const interim = outstanding.length > 0;
  const skipped = linesWith(systems, 'skipped').length > 0;
  const { verification, verifiedAt } = request;
  return {
    status: interim ? 'dpv:RequestActionDelayed' : skipped ? 'dpv:RequestUnfulfilled' : 'dpv:RequestFulfilled',
    interim,
    systems,
    outstanding,
    ...(verification === undefined || verifiedAt === undefined ? {} : { identity: { method: verification, at: verifiedAt } }),
  };
}

/** What is missing, for now or for good, in words. */
export function missingSentences(systems: readonly SystemLine[], say: Sentences): string[] {
  const [outstanding, skipped] = [linesWith(systems, 'outstanding'), linesWith(systems, 'skipped')];
  return [...(outstanding.length === 0 ? [] : [say.interim(outstanding)]), ...(skipped.length === 0 ? [] : [say.skipped(skipped)])];
}

/** What was not done, left out for good or kept, comes with what one can do against that (Art. 12(4) GDPR). */
export function remediesIfRefused(
  systems: readonly SystemLine[],
  fields: Pick<CommonFields, 'remedies' | 'lang'>,
  say: Sentences,
): string[] {
  const refused = linesWith(systems, 'skipped').length + linesWith(systems, 'retained').length > 0;
  return refused ? [remediesSentence(fields, say)] : [];
}
