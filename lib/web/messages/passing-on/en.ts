/** English words about what the company only holds for others: for the person who asks, and for those others. */

export const passingOnEn = {
  question: 'Which of our names is it about?',
  hint: 'For some of them we only work on behalf of another company: then we pass your request on, and that company answers.',
  unsure: 'I am not sure, or none of these',
  answerName: 'It is about',
  missing: 'Choose what it is about, or say that you are not sure',
  unknown: 'This name is not known here',
  checkTitle: (to: string) => `${to} will answer`,
  checkWhole: (facts: { held: string; to: string }) =>
    `${facts.held} is run by us on behalf of ${facts.to}. We pass your request on to them at once and tell you so; they must answer you, in their own time.`,
  checkPart: (facts: { held: string; to: string }) =>
    `For ${facts.held} we only work on behalf of ${facts.to}. We pass your request on to them as well; they must answer you for that part.`,
  privacy: (names: string) =>
    `What we hold only on behalf of others is theirs to answer: then your request, with your name and address, is passed on to them. They are: ${names}.`,
  page: {
    title: (reference: string) => `Request ${reference}, which is yours to answer`,
    lead: (facts: { company: string; held: string; received: string; passed: string }) =>
      `It reached ${facts.company} on ${facts.received} and is about ${facts.held}, which ${facts.company} runs on your behalf. It was passed on to you on ${facts.passed}.`,
    show: 'Show who asks',
    showHint: 'The next page holds personal data. That you looked is recorded.',
    asks: 'Asks for',
    email: 'Email address',
    confirmed: 'confirmed',
    unconfirmed: 'not confirmed',
    name: 'Name',
    behalf: 'Sent by, for that person',
    note: 'In their words',
    home: 'Home',
    language: 'Language',
    notGiven: 'Not given',
    then: 'What happens now',
    thenText:
      'The person was told that you will answer, and how to reach you. Your time to answer may be counted from the day it reached us. Who asks has not been checked beyond what is said above.',
    until: 'This page is there until the working data of the request are erased. Please take down what you need.',
  },
};

export type PassingOnMessages = typeof passingOnEn;
