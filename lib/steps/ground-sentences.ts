/** Why a request, or a right, is refused without a person's decision, in the words the person reads. */
import { grants } from '../domain/law/laws.ts';
import type { Law } from '../domain/law/law.ts';
import { RIGHTS, type Right } from '../domain/rights.ts';
import { sentencesIn } from '../receipts/sentences/sentences.ts';

/** What a law gives that somebody could want instead; remedies are told elsewhere. */
const INSTEAD: readonly Right[] = RIGHTS.filter((right) => right !== 'appeal' && right !== 'complaint' && right !== 'opt-out');

/** Nobody used the link or the code. */
export function silenceSentence(lang: string): string {
  return sentencesIn(lang).say.silence;
}

/** The law does not give the right: said kindly, with what can be asked instead. */
export function notGrantedSentence(lang: string, { right, laws, on }: { right: Right; laws: readonly Law[]; on: string }): string {
  const instead = INSTEAD.filter((other) => laws.some((law) => grants(law, other, on)));
  return sentencesIn(lang).say.notGranted({ right, laws: laws.map(({ shortName }) => shortName), instead });
}
