/** What the acts of the American states say in the same words; a state's file shows its own figures only. */
import type { LawId } from '../law-ids.ts';
import type { Cited, Law } from '../law.ts';
import { confirmed, days, item, toBeConfirmed } from './cited.ts';

export const US_STATE = {
  refusal: ['justification', 'how_to_appeal'],
  appeal: ['action_taken_or_not', 'written_reasons', 'if_denied_online_mechanism_or_other_way_to_contact_the_attorney_general'],
  extension: { grounds: ['complexity', 'number_of_requests'], noticeMustState: ['reason'], times: 1, notFor: [] },
  exemptions: {
    any: [
      item('unauthenticated', 'e.g. Va. Code 59.1-577(B)(4)'),
      item('manifestly_unfounded_excessive_repetitive', 'e.g. Va. Code 59.1-577(B)(3)'),
      item('trade_secret', 'e.g. Mont. Code 30-14-2808(1)(a)'),
      item('pseudonymous_or_deidentified', 'e.g. Tex. Bus. & Com. Code 541.106'),
      item('third_party_sourced_suppression_instead', 'e.g. Va. Code 59.1-577(B)(5)'),
      item('entity_or_data_level_exemptions', 'law of the state (GLBA, HIPAA, FCRA, FERPA)'),
    ],
  },
  authentication:
    'The clock runs from receipt. A request that cannot be authenticated need not be fulfilled; more information may be asked for, and several states require a notice saying so.',
} as const;

/** No question stops the clock of a state. */
export function usStatePauses(by: Cited): Law['pauses'] {
  return { identity: { effect: 'none', ...by }, clarification: { effect: 'none', ...by } };
}

/** What an answer to a request for access contains; `more` where the act gives the right to it. */
export function usStateAnswer(
  { cite }: Cited,
  ...more: ('portable_copy_of_provided_data' | 'list_or_categories_of_third_parties')[]
): Law['responseContent'] {
  return { access: { cite, items: ['confirm_processing', 'access_data', ...more].map((code) => item(code, cite)) } };
}

/** An act that is enacted and not yet in force: nothing but its periods is known. */
export interface EnactedState extends Pick<Law, 'name' | 'shortName' | 'citation' | 'jurisdictions'> {
  id: LawId;
  validFrom: string;
  respondDays: number;
  extensionDays: number;
}

/** The law of such an act. */
export function usEnactedState({ respondDays, extensionDays, ...act }: EnactedState): Law {
  const by = confirmed(act.citation);
  return {
    ...act,
    protectsEverybody: false,
    enactedOnly: true,
    citeAs: { mark: act.citation, source: act.shortName },
    rights: {},
    otherRights: {},
    counting: { rule: 'US-GENERIC', calendar: 'none' },
    clocks: [{ duty: 'respond', period: days(respondDays), ...by }],
    pauses: {},
    extension: { period: days(extensionDays), grounds: [], noticeBy: days(respondDays), noticeMustState: [], times: 1, notFor: [], ...by },
    refusal: undefined,
    remedies: { complaint: { to: [], ...toBeConfirmed(act.citation) }, court: undefined, appeal: undefined, nonRetaliation: undefined },
    responseContent: {},
    exemptions: { any: [] },
    notes: ['Enacted and not yet in force: only its periods are known here, and no right is granted from them.'],
  };
}
