/** English words of the questions that a person answers on the page of their request. */

export const answerEn = {
  /** Instead of the state, while something is asked. */
  state: { heading: 'Please answer our question', lead: 'We need to know something from you before we can go on.' },
  title: 'Our question',
  fee: (options: { amount: string; reason: string }) => `The fee is ${options.amount}. The reason: ${options.reason}`,
  feeFree: 'You need not pay it: you can withdraw this request below, and then you owe us nothing.',
  paused: 'Until you answer, the time for our answer does not run.',
  pausedFee: 'Until the fee is paid, the time for our answer does not run.',
  running: (date: string) => `The question does not change the date: we answer by ${date} at the latest.`,
  label: 'Your answer',
  hint: 'Please leave out anything private that we did not ask for. You can also reply to our email.',
  submit: 'Send my answer',
  missing: 'Write your answer',
  tooLong: 'Keep your answer under 4,000 characters',
  again: (date: string) => `Thank you. The time runs again: we answer by ${date} at the latest.`,
  thanks: (date: string) => `Thank you. We answer by ${date} at the latest.`,
  more: 'Thank you. One more question is open.',
  late: 'We have an answer to this question already, and a person reads it. If you want to add something, please reply to our email.',
  before: (number: number) => `Question ${number} and your answer`,
  other: 'This question is settled.',
};

export type AnswerMessages = typeof answerEn;
