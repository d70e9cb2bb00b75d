/** Sentences of receipts in English. */
import type { Right } from '../../../domain/rights.ts';
import { spellingOf } from '../../../domain/spelling.ts';
import type { Named, Sentences } from '../sentences.ts';
import { asSentence } from '../spelling.ts';

const { date, count, list, either } = spellingOf('en');

const ASKED: Record<Right, string> = {
  access: 'to see the data we hold about you',
  portability: 'to get your data in a form other programs can read',
  erasure: 'to delete your data',
  rectification: 'to correct your data',
  restriction: 'to restrict how we use your data',
  objection: 'to stop using your data, because you object',
  'opt-out': 'to opt out of the sale and sharing of your data',
  'opt-out-of-sale': 'to opt out of the sale and sharing of your data',
  'opt-out-of-targeted-ads': 'to opt out of targeted advertising',
  'opt-out-of-profiling': 'to opt out of profiling',
  limit: 'to limit how we use your sensitive data',
  'withdraw-consent': 'to withdraw your consent',
  appeal: 'to review our decision',
  complaint: 'to look into your complaint',
};

const UNITS = {
  day: { one: 'day', other: 'days' },
  businessDay: { one: 'business day', other: 'business days' },
  month: { one: 'month', other: 'months' },
};

const records = (number: number): string => count(number, { one: 'record', other: 'records' });
const systems = (number: number): string => count(number, { one: 'system', other: 'systems' });
export const asked = (rights: readonly Right[]): string => list(rights.map((right) => ASKED[right]));
const expected = ({ label, expectedOn }: Named): string =>
  expectedOn === undefined ? label : `${label} (expected by ${date(expectedOn)})`;

export const en: Sentences = {
  clockRule: ({ amount, unit }) => `${count(amount, UNITS[unit])} from receipt`,
  received: ({ rights, receivedOn, dueOn }) =>
    `On ${date(receivedOn)} we received your request ${asked(rights)}. We will answer by ${date(dueOn)}.`,
  extended: ({ dueOn, law, reasons }) => `We need more time. New date: ${date(dueOn)} (${law}). ${reasons.map(asSentence).join(' ')}`,
  copyReady: (facts) =>
    `We put together ${records(facts.records)} about you from ${systems(facts.systems)}. You can download your copy until ${date(facts.until)}.`,
  nothingFound: (facts) =>
    `We searched ${systems(facts.systems)} and found no data about you.${facts.until === undefined ? '' : ` You can download this answer until ${date(facts.until)}.`}`,
  done: (rights) => `We have done what you asked: ${asked(rights)}.`,
  interim: (missing) =>
    `This is the first part of our answer. Still missing: ${list(missing.map(expected))}. You will get the rest as soon as we have it.`,
  skipped: (skipped) =>
    skipped.map(({ label, reason }) => asSentence(`We could not complete ${label}${reason === undefined ? '' : `: ${reason}`}`)).join(' '),
  deleted: (facts) => `We deleted ${records(facts.records)} in ${systems(facts.systems)}.`,
  anonymised: (number) => `We made ${records(number)} anonymous, so that nobody can tell any more whom they were about.`,
  retained: (facts) => `We keep ${records(facts.records)} until ${date(facts.until)}: ${asSentence(facts.why)}`,
  emptied: 'They no longer say who you are; they stay because records which the law keeps refer to them.',
  backups: (on) => `Backups are overwritten by ${date(on)}.`,
  recordKept: (years) => `We keep a record of this request for ${count(years, { one: 'year', other: 'years' })}.`,
  passedOn: ({ held, to, contact, on }) =>
    `For ${list(held)} we only work on behalf of ${to}. We passed your request on to them (${contact}) on ${date(on)}; they must answer you.`,
  silence: 'We could not confirm that it was you who asked: we wrote to you for a confirmation, and none came.',
  notGranted: ({ right, laws, instead }) =>
    `You asked us ${ASKED[right]}. The law that applies to you (${list(laws)}) does not give this right.${instead.length === 0 ? '' : ` You can still ask us ${either(instead.map((other) => ASKED[other]))}.`}`,
  denied: ({ scope, reasons }) =>
    `${scope === 'full' ? 'We did not do what you asked.' : 'We did not do a part of what you asked.'} ${reasons.map(asSentence).join(' ')}`,
  appeal: {
    received: ({ of, receivedOn, dueOn }) =>
      `On ${date(receivedOn)} we received your appeal against our answer to your request ${of}. Somebody who did not make that decision looks at it again, and we will tell you the result and the reasons by ${date(dueOn)}.`,
    granted: ({ of, rights, dueOn }) =>
      `We looked again at our answer to your request ${of} and change it. You asked us ${asked(rights)}: we will do that by ${date(dueOn)}, and you will get a receipt for it.`,
    stands: ({ of, rights, alone }) =>
      alone
        ? `We looked again at our answer to your request ${of} and do not change it. You asked us ${asked(rights)}: we will not do that.`
        : `You also asked us ${asked(rights)}: there we do not change our decision.`,
    reasons: (reason) => `Our reasons: ${asSentence(reason)}`,
    decider: 'This was decided by somebody who did not make the first decision.',
  },
  remedies: ({ authority, court, reply }) => {
    const ways = [
      ...(authority === undefined ? [] : [`complain to the authority (${authority})`]),
      ...(court ? ['go to court'] : []),
      `write to us at ${reply}`,
    ];
    return `If you disagree, you can ${either(ways)}.`;
  },
  nonRetaliation: 'We may not treat you worse because you asked.',
};
