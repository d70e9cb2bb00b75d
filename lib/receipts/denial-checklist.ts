/** What a refusal must say, item by item as each law names it: one that lacks an item is not sent. */
import { authoritiesFor } from '../domain/authorities/authority-for.ts';
import type { Law } from '../domain/law/law.ts';
import { isUnidentified, unidentifiedRights } from '../domain/refusal/unidentified.ts';
import { isWithoutExemption, NOT_CONTROLLER, REFUSED_BY_STAFF } from '../domain/refusal/without-exemption.ts';
import { ownCode } from './justify.ts';
import { canOptOut, owed } from './offers.ts';
import type { DenialReceipt } from './payload.ts';
import { remediesSentence } from './remedies.ts';
import { sentencesIn } from './sentences/sentences.ts';

type Check = (law: Law, receipt: DenialReceipt) => boolean;

/** The grounds that count under the law. */
const groundsUnder = ({ id }: Law, { grounds }: DenialReceipt) => grounds.filter(({ under }) => under === undefined || under === id);

const bare = (text: string): string => text.trim().replace(/\.$/, '');

const fact: Check = (_, { rights = [] }) => rights.length > 0;

const reasons: Check = (law, receipt) => {
  const own = groundsUnder(law, receipt);
  return (
    own.length > 0 &&
    own.every(({ text }) => receipt.text.includes(bare(text))) &&
    (receipt.reason === undefined || receipt.text.includes(receipt.reason))
  );
};

const provision: Check = (law, receipt) => groundsUnder(law, receipt).every(({ law: cite }) => receipt.text.includes(cite));

/** Remedies count as the person reads them: the whole sentence is there. */
const said = ({ remedies, lang, text }: DenialReceipt): boolean =>
  text.includes(remediesSentence({ remedies, lang }, sentencesIn(lang).say));

function named({ complaint }: DenialReceipt['remedies']): string[] {
  return complaint === undefined ? [] : [complaint, ...(complaint.also ?? [])].map(({ name }) => name);
}

const authority: Check = ({ remedies: { complaint } }, { remedies, ...receipt }) => {
  const names = named(remedies);
  const wanted = complaint.to === 'of-residence' ? [] : authoritiesFor({ controllerCountry: '', to: complaint.to }).map(({ name }) => name);
  return names.length > 0 && wanted.every((name) => names.includes(name)) && said({ remedies, ...receipt });
};

const court: Check = (_, receipt) => receipt.remedies.court && said(receipt);

/** Where the law has no appeal inside the company, the person is told where to object: to us, and to the authority. */
const appeal: Check = (law, receipt) =>
  said(receipt) && (law.remedies.appeal === undefined || receipt.appeal !== undefined || receipt.remedies.appeal !== undefined);

const within: Check = ({ remedies: { complaint } }, { remedies }) => {
  const times = [remedies.complaint, ...(remedies.complaint?.also ?? [])].flatMap((one) => one?.within ?? []);
  return complaint.window === undefined || times.some((time) => time.startsWith(`P${complaint.window!.amount}`));
};

/** "Detailed explanation of the basis": words for this case, unless nobody knows whose data it would be about. */
const detailed: Check = (law, receipt) => {
  const erasure = (receipt.rights ?? []).includes('erasure');
  const own = groundsUnder(law, receipt).filter(({ right }) => (right ?? 'erasure') === 'erasure');
  const exempt = own.filter((ground) => !isWithoutExemption([{ code: ownCode(ground) }]) && ownCode(ground) !== REFUSED_BY_STAFF);
  return !erasure || exempt.every(isUnidentified) || (receipt.reason ?? '') !== '';
};

const ITEMS: Readonly<Record<string, Check>> = {
  fact,
  rejection: fact,
  that_it_is_refused_without_delay: fact,
  reasons,
  justification: reasons,
  grounds: reasons,
  exclusions: reasons,
  reasons_of_fact_or_law: reasons,
  provision_relied_on: provision,
  right_to_complain_to_supervisory_authority: authority,
  right_to_complain_to_ico: authority,
  complaint_mechanisms: authority,
  recourse: authority,
  remedies: authority,
  time_limit_for_them: (law, receipt) => law.remedies.complaint.window !== undefined && within(law, receipt),
  judicial_remedy: court,
  how_to_appeal: appeal,
  any_right_to_appeal_to_the_business: appeal,
  right_to_complain_to_controller: (_, receipt) => receipt.remedies.controller !== undefined && said(receipt),
  // The issuer is the controller, or a ground names who is.
  right_agent_if_not_the_controller: (_, { issuer, grounds }) =>
    issuer.role === 'controller' || grounds.some((ground) => ownCode(ground) === NOT_CONTROLLER),
  for_deletion_detailed_explanation_of_the_basis_unless_prohibited_by_law: detailed,
};

/** What must be there whatever the law lists: its reasons, and the remedies it gives. */
const ALWAYS: Readonly<Record<string, Check>> = {
  reasons,
  time_to_complain: within,
  no_retaliation: ({ remedies }, receipt) =>
    remedies.nonRetaliation === undefined || (receipt.remedies.nonRetaliation !== undefined && said(receipt)),
};

/** What the law wants given with the refusal, and is not there. */
function notGiven(law: Law, { rights = [], grounds, offers = {}, request }: DenialReceipt): string[] {
  const unidentified = unidentifiedRights(rights, grounds);
  const exempt = rights.filter((right) => !unidentified.includes(right));
  const laws = [law];
  const wanted = [...owed({ laws, rights: unidentified, when: 'unidentified' }), ...owed({ laws, rights: exempt, when: 'exempt' })];
  const optOut = canOptOut([law], { rights: request.rights, receivedOn: request.receivedAt.slice(0, 10) });
  const given = {
    'kept-for-nothing-else': offers.keptForNothingElse === true,
    'opt-out-offered': offers.optOut !== undefined || !optOut,
    'categories-instead': offers.categories !== undefined,
  };
  return isWithoutExemption(grounds.map((ground) => ({ code: ownCode(ground) })))
    ? []
    : wanted.map(({ gives }) => gives).filter((gives) => !given[gives]);
}

/** Codes of what the receipt lacks under a law; an item nobody wrote a check for is missing. */
export function missingFromDenial(law: Law, receipt: DenialReceipt): string[] {
  const listed = (law.refusal?.mustState ?? []).filter((code) => ITEMS[code]?.(law, receipt) !== true);
  const always = Object.entries(ALWAYS).flatMap(([code, check]) => (check(law, receipt) || listed.includes(code) ? [] : [code]));
  return [...listed, ...always, ...notGiven(law, receipt)];
}
