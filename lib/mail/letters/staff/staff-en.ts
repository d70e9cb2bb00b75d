/** Letters to staff in English. */
import type { TaskKind } from '../../../domain/request-events.ts';
import type { Right } from '../../../domain/rights.ts';
import { spellingOf } from '../../../domain/spelling.ts';
import { type Block, link, list, paragraph } from '../../letter.ts';
import type { StaffFacts, StaffLetters } from './staff-letters.ts';

const { date: day, list: spelled } = spellingOf('en');

const RIGHT: Record<Right, string> = {
  access: 'access',
  portability: 'portability',
  erasure: 'deletion',
  rectification: 'correction',
  restriction: 'restriction',
  objection: 'objection',
  'opt-out': 'opt-out',
  'opt-out-of-sale': 'opt-out of sale and sharing',
  'opt-out-of-targeted-ads': 'opt-out of targeted advertising',
  'opt-out-of-profiling': 'opt-out of profiling',
  limit: 'limit on sensitive data',
  'withdraw-consent': 'withdrawal of consent',
  appeal: 'appeal',
  complaint: 'complaint',
};

const WAITS_FOR: Record<TaskKind, string> = {
  'system-failed': 'a system failed and somebody must decide what happens',
  later: 'a system that answers later has not called back',
  review: 'data about others must be reviewed',
  act: 'somebody must do what no machine can',
  'mail-failed': 'a mail did not arrive',
  'late-choice': 'somebody must choose: answer in part, extend, or refuse in part',
  parked: 'a step stopped at a fault',
  verify: 'the person has not confirmed the address',
  fetch: 'the person has not downloaded the copy, and a deletion waits for that',
  answer: 'the person has not answered a question',
  'read-answer': 'the person has answered, and somebody must read that',
  sort: 'somebody must read a letter and say what it asks for',
  'read-mail': 'a mail has come that somebody must read',
  post: 'a letter must be printed and posted',
};

const what = ({ rights }: StaffFacts): string => spelled(rights.map((right) => RIGHT[right]));

const inDays = (days: number): string => ['today', 'tomorrow'][days] ?? `in ${days} days`;

const why = ({ waitsFor, consoleUrl }: StaffFacts): Block[] => [
  ...(waitsFor.length === 0
    ? [paragraph('No task is open: the systems are at work.')]
    : [paragraph('It waits, because'), list(waitsFor.map((kind) => WAITS_FOR[kind]))]),
  link('Open the request', consoleUrl),
  paragraph('This mail does not say whose request it is. The console does, after you sign in.'),
];

export const staffEn: StaffLetters = {
  due: (facts) => ({
    subject: `Due on ${day(facts.dueOn)}: request ${facts.reference}`,
    signature: [facts.company],
    blocks: [
      paragraph(
        `Request ${facts.reference} (${what(facts)}) must be answered by ${day(facts.dueOn)} (${facts.basis}). That is ${inDays(facts.daysLeft)}.`,
      ),
      ...why(facts),
    ],
  }),

  target: (facts) => ({
    subject: `Our own target is today: request ${facts.reference}`,
    signature: [facts.company],
    blocks: [
      paragraph(
        `By our own target, request ${facts.reference} (${what(facts)}) is answered today. It must be answered by ${day(facts.dueOn)} (${facts.basis}).`,
      ),
      ...why(facts),
    ],
  }),

  overdue: (facts) => ({
    subject: `Overdue since ${day(facts.dueOn)}: request ${facts.reference}`,
    signature: [facts.company],
    blocks: [
      paragraph(`Request ${facts.reference} (${what(facts)}) had to be answered by ${day(facts.dueOn)} (${facts.basis}). It was not.`),
      ...why(facts),
    ],
  }),

  unanswered: (facts) => ({
    subject: `No answer from the person: request ${facts.reference}`,
    signature: [facts.company],
    blocks: [
      paragraph(
        `On ${day(facts.askedOn)} the person was asked something about request ${facts.reference} (${what(facts)}). They were reminded and have not answered. Decide whether the request can go on without, or has to be refused.`,
      ),
      ...why(facts),
    ],
  }),
};
