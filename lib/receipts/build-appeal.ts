/** Builds the receipt of the decision on an appeal: what will be done after all, what stands and why, and whom one can turn to. */
import { appealRules } from '../domain/appeal.ts';
import type { AppealDecision } from '../domain/request-events.ts';
import { recordYears } from '../domain/law/record-keeping.ts';
import { BugError } from '../domain/errors.ts';
import { REFUSED_BY_STAFF } from '../domain/refusal/without-exemption.ts';
import { type AppealReceipt, missingItems } from './appeal-checklist.ts';
import { answerFields } from './build-answer.ts';
import { buildFrame, type ReceiptContext } from './build-frame.ts';
import type { Frame } from './issue.ts';
import { justified } from './justify.ts';
import type { CommonFields } from './payload.ts';
import { remediesSentence } from './remedies.ts';
import { sentencesIn } from './sentences/sentences.ts';
import { paragraph } from './sentences/spelling.ts';

type AppealContext = ReceiptContext & { decision: AppealDecision };

type Fields = Omit<CommonFields, 'text'>;

/** The decision in words: each part, the reasons, who decided, and what one can do where the answer stands. */
function textOf({ request, configuration, decision }: AppealContext, fields: Fields): string {
  const { say } = sentencesIn(request.lang);
  const { rights, stands, reason } = decision;
  const of = request.appealOf!.reference;
  return paragraph([
    rights.length === 0 ? undefined : say.appeal.granted({ of, rights, dueOn: request.dueOn }),
    stands.length === 0 ? undefined : say.appeal.stands({ of, rights: stands, alone: rights.length === 0 }),
    say.appeal.reasons(reason),
    say.appeal.decider,
    stands.length === 0 ? undefined : remediesSentence(fields, say),
    say.recordKept(recordYears(request, configuration)),
  ]);
}

/** A fulfilment if everything is granted, a denial (in full or in part) if an answer stands. Throws BugError if a law wants more. */
export function buildAppealReceipt(context: AppealContext, frame: Frame): AppealReceipt {
  const { request, decision } = context;
  const { rights: granted, stands, reason, article } = decision;
  const { fields: common } = buildFrame(context, frame);
  const fields = { ...common, appeal: { of: request.appealOf!.reference, decision: { granted, stands, reason } } };
  const text = textOf(context, fields);
  const receipt: AppealReceipt =
    stands.length === 0
      ? { ...fields, ...answerFields(request, []), kind: 'fulfilment', text }
      : {
          ...fields,
          kind: 'denial',
          status: 'dpv:RequestUnfulfilled',
          scope: granted.length === 0 ? 'full' : 'partial',
          grounds: [{ ...justified(REFUSED_BY_STAFF), law: article, text: reason }],
          text,
        };
  const missing = missingItems(receipt, appealRules(request));
  if (missing.length === 0) return receipt;
  throw new BugError(`The answer to an appeal lacks ${missing.map(({ code }) => code).join(', ')}`, { code: 'invariant' });
}
