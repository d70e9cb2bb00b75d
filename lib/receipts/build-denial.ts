/** Builds the receipt of kind `denial`: what was refused, why, under which laws, and what one can do against that. */
import { lawsOf } from '../domain/law/choose-laws.ts';
import type { Law } from '../domain/law/law.ts';
import { unidentifiedRights } from '../domain/refusal/unidentified.ts';
import { isWithoutExemption, NOT_GRANTED } from '../domain/refusal/without-exemption.ts';
import { BugError } from '../domain/errors.ts';
import type { Ground } from '../domain/request-events.ts';
import type { Right } from '../domain/rights.ts';
import { buildFrame, type ReceiptContext } from './build-frame.ts';
import { missingFromDenial } from './denial-checklist.ts';
import type { Frame } from './issue.ts';
import { ownCode } from './justify.ts';
import { offersFor, offerSentences, type RefusedFor } from './offers.ts';
import type { DenialReceipt } from './payload.ts';
import { remediesSentence } from './remedies.ts';
import { refusalSentencesIn } from './sentences/refusal.ts';
import { sentencesIn } from './sentences/sentences.ts';
import { asSentence, paragraph } from './sentences/spelling.ts';
import { signedGround } from './system-lines.ts';

/** One decision to refuse. */
export interface ToldRefusal {
  rights: readonly Right[];
  grounds: readonly Ground[];
  reason?: string | undefined;
}

type DenialContext = ReceiptContext & { scope: 'full' | 'partial'; refusals: readonly ToldRefusal[] };

/** The laws under which something was refused: those the grounds count under; all that apply where a ground is not one law's. */
function lawsOfRefusal(laws: readonly Law[], grounds: readonly Ground[]): readonly Law[] {
  const under = new Set(grounds.map((ground) => ground.under));
  return under.size === 0 || under.has(undefined) ? laws : laws.filter(({ id }) => under.has(id));
}

/** The rights of a decision by why they were refused. */
function refusedFor(laws: readonly Law[], { rights, grounds }: ToldRefusal): RefusedFor[] {
  const own = lawsOfRefusal(laws, grounds);
  const unidentified = unidentifiedRights(rights, grounds);
  const exempt = rights.filter((right) => !unidentified.includes(right));
  const both = [
    { laws: own, rights: unidentified, when: 'unidentified' as const },
    { laws: own, rights: exempt, when: 'exempt' as const },
  ];
  return isWithoutExemption(grounds) ? [] : both.filter((one) => one.rights.length > 0);
}

const isNotGranted = (ground: DenialReceipt['grounds'][number]): boolean => ownCode(ground) === NOT_GRANTED;

/** Each reason once, with all the articles it rests on. */
function groundSentences(lang: string, grounds: DenialReceipt['grounds']): string[] {
  const say = refusalSentencesIn(lang);
  return [...Map.groupBy(grounds, ({ text }) => text)].map(([text, same]) =>
    isNotGranted(same[0]!) ? asSentence(text) : say.ground({ text, cites: [...new Set(same.map(({ law }) => law))] }),
  );
}

/** The reasons; where they differ from right to right, each right with its own. */
function reasonSentences(lang: string, rights: readonly Right[], grounds: DenialReceipt['grounds']): string[] {
  const groundsOf = (right: Right) => grounds.filter((ground) => (ground.right ?? right) === right);
  const key = (right: Right): string => [...new Set(groundsOf(right).map(({ text }) => text))].toSorted().join();
  const groups = [...Map.groupBy(rights, key).values()];
  if (groups.length < 2) return groundSentences(lang, grounds);
  return groups.flatMap((group) => {
    const own = grounds.filter(({ right }) => right === undefined || group.includes(right));
    const lead = own.every(isNotGranted) ? [] : [refusalSentencesIn(lang).reasonsFor(group)];
    return [...lead, ...groundSentences(lang, own)];
  });
}

/** What was decided and what goes with it, sentence by sentence: the same in the receipt and in the mail. */
export function decisionSentences({ lang, scope, rights, grounds, reason, offers }: Omit<DenialReceipt, 'text'>): string[] {
  // A right that no law gives is named by the sentence that says so.
  const refused = (rights ?? []).filter((right) => !grounds.some((ground) => isNotGranted(ground) && ground.right === right));
  return [
    ...(refused.length === 0 ? [] : [refusalSentencesIn(lang).refused({ scope, rights: refused })]),
    ...reasonSentences(lang, rights ?? [], grounds),
    ...(reason === undefined ? [] : [asSentence(reason)]),
    ...offerSentences({ lang, offers }, { restErased: false }),
  ];
}

/** Reasons with their articles, and the remedies of every law (Art. 12(4) GDPR). Throws BugError if a law wants more said. */
export function buildDenialReceipt(context: DenialContext, frame: Frame): DenialReceipt {
  const { request, scope, refusals } = context;
  const all = lawsOf(request);
  const grounds = refusals.flatMap((refusal) => refusal.grounds);
  const laws = lawsOfRefusal(all, grounds);
  const { fields } = buildFrame({ ...context, laws }, frame);
  const reason = paragraph([...new Set(refusals.flatMap((refusal) => (refusal.reason === undefined ? [] : [asSentence(refusal.reason)])))]);
  const untold = {
    ...fields,
    kind: 'denial' as const,
    status: 'dpv:RequestUnfulfilled' as const,
    scope,
    rights: [...new Set(refusals.flatMap(({ rights }) => rights))],
    grounds: grounds.map(signedGround),
    ...(reason === '' ? {} : { reason }),
    ...offersFor(
      context,
      refusals.flatMap((refusal) => refusedFor(all, refusal)),
    ),
  };
  const { say } = sentencesIn(request.lang);
  const receipt = { ...untold, text: paragraph([...decisionSentences(untold), remediesSentence(fields, say)]) };
  const missing = laws.flatMap((law) => missingFromDenial(law, receipt).map((code) => `${law.id} ${code}`));
  if (missing.length === 0) return receipt;
  throw new BugError(`A refusal lacks what the law wants said: ${missing.join(', ')}`, { code: 'invariant' });
}
