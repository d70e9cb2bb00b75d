/** Letters to staff in English. */
import type { StaffWords } from './staff-letters.ts';

export const staffEn: StaffWords = {
  right: {
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
  },
  waitsFor: {
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
  },
  inDays: (days) => ['today', 'tomorrow'][days] ?? `in ${days} days`,
  noTask: 'No task is open: the systems are at work.',
  because: 'It waits, because',
  link: 'Open the request',
  whoseNot: 'This mail does not say whose request it is. The console does, after you sign in.',

  due: {
    subject: ({ dueOn, reference }) => `Due on ${dueOn}: request ${reference}`,
    says: ({ reference, what, dueOn, basis, inDays }) =>
      `Request ${reference} (${what}) must be answered by ${dueOn} (${basis}). That is ${inDays}.`,
  },

  target: {
    subject: ({ reference }) => `Our own target is today: request ${reference}`,
    says: ({ reference, what, dueOn, basis }) =>
      `By our own target, request ${reference} (${what}) is answered today. It must be answered by ${dueOn} (${basis}).`,
  },

  overdue: {
    subject: ({ dueOn, reference }) => `Overdue since ${dueOn}: request ${reference}`,
    says: ({ reference, what, dueOn, basis }) => `Request ${reference} (${what}) had to be answered by ${dueOn} (${basis}). It was not.`,
  },

  unanswered: {
    subject: ({ reference }) => `No answer from the person: request ${reference}`,
    says: ({ askedOn, reference, what }) =>
      `On ${askedOn} the person was asked something about request ${reference} (${what}). They were reminded and have not answered. Decide whether the request can go on without, or has to be refused.`,
  },
};
