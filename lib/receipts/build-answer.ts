/** What the receipts of an answer (fulfilment and deletion) share: whether it is complete, and who was identified how. */
import type { Request } from '../domain/request.ts';
import type { CommonFields, FulfilmentReceipt, SystemLine } from './payload.ts';
import { remediesSentence } from './remedies.ts';
import { refusalSentencesIn } from './sentences/refusal.ts';
import type { Sentences } from './sentences/sentences.ts';
import { citing } from './sentences/spelling.ts';
import { isRefused, linesWith } from './system-lines.ts';

type Answer = Pick<FulfilmentReceipt, 'status' | 'interim' | 'systems' | 'outstanding' | 'identity'>;

/** How and when the person was identified, once they were. */
export function identityFields({ verification, verifiedAt }: Request): Pick<Answer, 'identity'> {
  return verification === undefined || verifiedAt === undefined ? {} : { identity: { method: verification, at: verifiedAt } };
}

/** Interim while a system is outstanding; unfulfilled in part once one was skipped for good. */
export function answerFields(request: Request, systems: SystemLine[]): Answer {
  const outstanding = linesWith(systems, 'outstanding').map(({ id, label, expectedOn }) => ({
    id,
    label,
    ...(expectedOn === undefined ? {} : { expectedOn }),
  }));
  const interim = outstanding.length > 0;
  const skipped = linesWith(systems, 'skipped').length > 0;
  return {
    status: interim ? 'dpv:RequestActionDelayed' : skipped ? 'dpv:RequestUnfulfilled' : 'dpv:RequestFulfilled',
    interim,
    systems,
    outstanding,
    ...identityFields(request),
  };
}

/** In which words an answer speaks. */
export interface Wording {
  say: Sentences;
  lang: string;
  erasing: boolean;
}

/** A refused system with its reasons and the articles they rest on. */
export function refusedSentence(
  { label, reason = '', grounds = [] }: { label: string; reason?: string | undefined; grounds?: readonly { law: string }[] | undefined },
  { lang, erasing }: Omit<Wording, 'say'>,
): string {
  const cites = [...new Set(grounds.map(({ law }) => law))];
  return refusalSentencesIn(lang).system({ label, erasing, why: citing(reason, cites) });
}

/** What is missing, for now or for good, in words. */
export function missingSentences(systems: readonly SystemLine[], wording: Wording): string[] {
  const { say } = wording;
  const [outstanding, skipped] = [linesWith(systems, 'outstanding'), linesWith(systems, 'skipped')];
  const failed = skipped.filter((line) => !isRefused(line));
  return [
    ...(outstanding.length === 0 ? [] : [say.interim(outstanding)]),
    ...(failed.length === 0 ? [] : [say.skipped(failed)]),
    ...skipped.filter(isRefused).map((line) => refusedSentence(line, wording)),
  ];
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
