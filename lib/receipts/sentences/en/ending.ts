/** Sentences of receipts that end a case, or set another receipt right, in English. */
import { spellingOf } from '../../../domain/spelling.ts';
import type { EndingSentences } from '../ending.ts';
import { asSentence } from '../spelling.ts';

const { date } = spellingOf('en');

export const endingEn: EndingSentences = {
  withdrawn: ({ of, on, byPerson }) =>
    `On ${date(on)} the request ${of} was withdrawn${byPerson ? ' by whoever sent it' : ': our staff recorded it for whoever sent it'}. We do nothing more about it; what was done before stays done.`,
  dataGo: (by) =>
    `As soon as you have been told, and at the latest on ${date(by)}, we delete the data that we hold because of the request, and the key without which they cannot be read. A further receipt, on the page of the request, will say so.`,
  purged: ({ of, on }) =>
    `On ${date(on)} we deleted the data that we had gathered to answer your request ${of}, and the key without which they cannot be read.`,
  irrecoverable: (from) => `From ${date(from)} on, nobody can bring them back: no backup holds that key any more.`,
  replaces: ({ number, issuedOn }) => `This takes the place of our receipt ${number} of ${date(issuedOn)}.`,
  wrong: (reason) => `What was wrong: ${asSentence(reason)}`,
  right: (sentence) => `What holds: ${asSentence(sentence)}`,
};
