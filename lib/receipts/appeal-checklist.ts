/** What the answer to an appeal must say, item by item as the laws name it: what one lacks is not sent. */
import type { appealRules } from '../domain/appeal.ts';
import type { DenialReceipt, FulfilmentReceipt } from './payload.ts';
import { asSentence } from './sentences/spelling.ts';

export type AppealReceipt = DenialReceipt | FulfilmentReceipt;

/** An item of `remedies.appeal.mustState` that is not there. */
interface MissingItem {
  code: string;
  article: string;
}

type Decision = NonNullable<NonNullable<AppealReceipt['appeal']>['decision']>;

/** Each item of the laws, and how an answer is seen to have it: in the words the person reads, not in fields alone. */
const ITEMS: Readonly<Record<string, (receipt: AppealReceipt, decision: Decision) => boolean>> = {
  action_taken_or_not: (_, { granted, stands }) => granted.length + stands.length > 0,
  written_reasons: ({ text }, { reason }) => text.includes(asSentence(reason)),
  if_denied_online_mechanism_or_other_way_to_contact_the_attorney_general: ({ text, remedies: { complaint } }, { stands }) =>
    stands.length === 0 || (complaint !== undefined && [complaint, ...(complaint.also ?? [])].every(({ name }) => text.includes(name))),
};

/** What the receipt lacks under the rules; an item nobody wrote a check for is missing. */
export function missingItems(receipt: AppealReceipt, rules: ReturnType<typeof appealRules>): MissingItem[] {
  const decision = receipt.appeal?.decision;
  return rules.flatMap(({ appeal, article }) =>
    appeal.mustState
      .filter((code) => decision === undefined || ITEMS[code]?.(receipt, decision) !== true)
      .map((code) => ({ code, article })),
  );
}
