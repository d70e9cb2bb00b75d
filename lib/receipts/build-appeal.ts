/** Builds the receipt of the decision on an appeal: what will be done after all, what stands and why, and whom one can turn to. */
import { appealRules } from '../domain/appeal.ts';
import { authoritiesFor } from '../domain/authorities/authority-for.ts';
import type { AppealDecision } from '../domain/request-events.ts';
import { recordYears } from '../domain/law/record-keeping.ts';
import { BugError } from '../domain/errors.ts';
import { type AppealReceipt, missingItems } from './appeal-checklist.ts';
import { answerFields } from './build-answer.ts';
import { buildFrame, remediesSentence, type ReceiptContext, shownAuthority } from './build-frame.ts';
import type { Frame } from './issue.ts';
import type { CommonFields } from './payload.ts';
import { sentencesIn } from './sentences/sentences.ts';
import { paragraph } from './sentences/spelling.ts';

type AppealContext = ReceiptContext & { decision: AppealDecision };

type Fields = Omit<CommonFields, 'text'>;

/** Every law that has the appeal names whom to turn to next. */
function remediesOf({ request, configuration }: AppealContext, { remedies }: Fields): CommonFields['remedies'] {
  const places = { residence: request.residence, controllerCountry: configuration.controller.country };
  const named = appealRules(request).flatMap(({ law }) => authoritiesFor({ ...places, to: law.remedies.complaint.to }));
  const [first, ...others] = named
    .filter(({ name }, place) => named.findIndex((other) => other.name === name) === place)
    .map(shownAuthority);
  if (first === undefined) return remedies;
  return { ...remedies, complaint: { ...first, ...(others.length === 0 ? {} : { also: others }) } };
}

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
  const base = buildFrame(context, frame).fields;
  const appeal = { of: request.appealOf!.reference, decision: { granted, stands, reason } };
  const fields = { ...base, appeal, remedies: remediesOf(context, base) };
  const text = textOf(context, fields);
  const receipt: AppealReceipt =
    stands.length === 0
      ? { ...fields, ...answerFields(request, []), kind: 'fulfilment', text }
      : {
          ...fields,
          kind: 'denial',
          status: 'dpv:RequestUnfulfilled',
          scope: granted.length === 0 ? 'full' : 'partial',
          grounds: [{ code: 'justifications:RefusedByController', law: article, text: reason }],
          text,
        };
  const missing = missingItems(receipt, appealRules(request));
  if (missing.length === 0) return receipt;
  throw new BugError(`The answer to an appeal lacks ${missing.map(({ code }) => code).join(', ')}`, { code: 'invariant' });
}
