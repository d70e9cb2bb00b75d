/** A letter of every kind in a language, made from the same facts: what is inserted is recognised by its form. */
import type { Question } from '../../../lib/domain/law/law.ts';
import { RIGHTS } from '../../../lib/domain/rights.ts';
import type { Letter } from '../../../lib/mail/letter.ts';
import { appealLettersIn } from '../../../lib/mail/letters/appeal-letters.ts';
import { questionLetter } from '../../../lib/mail/letters/ask/question-letter.ts';
import type { LetterFacts, Remedies } from '../../../lib/mail/letters/catalog.ts';
import { denialLettersIn } from '../../../lib/mail/letters/denial-letters.ts';
import { lettersIn } from '../../../lib/mail/letters/letters.ts';
import { messageLetter } from '../../../lib/mail/letters/message-letter.ts';
import { neutralLetter } from '../../../lib/mail/letters/neutral/neutral-letter.ts';
import { passOnLettersIn } from '../../../lib/mail/letters/pass-on-letters.ts';
import { receiptLettersIn } from '../../../lib/mail/letters/receipt-letters.ts';
import { company } from '../../company.ts';
import { told } from '../../domain/request-sample.ts';

/** Letters by what they are. */
export type Letters = Record<string, Letter>;

/** The days in the facts: their months have other names in most languages, and before the 8th and the 11th some elide an article. */
export const DAYS = { received: '2026-02-08', due: '2026-08-11', later: '2026-12-03' };

export const URL = 'https://privacy.shop.example/XURL';
export const SAID = 'XSAID.';
export const FACTS: LetterFacts = {
  company: 'XCOMPANY',
  signature: [],
  reference: 'XREFERENCE',
  rights: ['access', 'erasure'],
  receivedOn: DAYS.received,
  dueOn: DAYS.due,
  statusUrl: `${URL}STATUS`,
};
const REMEDIES: Remedies = {
  complaint: { name: 'XAUTHORITY', form: `${URL}FORM`, also: [{ name: 'XOTHER', within: 'P6M' }] },
  court: true,
  reply: 'mailto:XREPLY@shop.example',
  appeal: { within: 'P45D', extension: 'P60D' },
  controller: { acknowledgedWithin: 'P30D' },
};
export const QUESTIONS: readonly Question[] = ['identity', 'clarification', 'fee'];

export function ordinaryLetters(lang: string): Letters {
  const letters = lettersIn(lang);
  const link = { ...FACTS, verifyUrl: URL, code: '042042', untilOn: DAYS.later };
  const ready = { ...FACTS, downloadUrl: URL, untilOn: DAYS.later, sentence: SAID };
  const receipt = { ...FACTS, sentence: SAID, receiptUrl: URL };
  const wishes = RIGHTS.map((right): [string, Letter] => [
    `wish ${right}`,
    letters.acknowledgement({ ...FACTS, rights: [right], mustVerify: false }),
  ]);
  return {
    ...Object.fromEntries(wishes),
    acknowledgement: letters.acknowledgement({ ...FACTS, mustVerify: true }),
    verification: letters.verification({ ...link, reminder: false }),
    reminder: letters.verification({ ...link, reminder: true, askedBy: 'XAGENT' }),
    ready: letters.ready({ ...ready, interim: false, erasureFrom: DAYS.received }),
    'ready in part': letters.ready({ ...ready, interim: true }),
    deletion: letters.deletion({ ...receipt, interim: false }),
    'deletion in part': letters.deletion({ ...receipt, interim: true }),
    answered: letters.answered(receipt),
    newLink: letters.newLink({ ...FACTS, downloadUrl: URL, untilOn: DAYS.later }),
    extension: letters.extension({ ...FACTS, reason: SAID, newDueOn: DAYS.later, law: 'XLAW', remedies: letters.remedies(REMEDIES) }),
    questionReminder: letters.questionReminder({ ...FACTS, askedOn: DAYS.later }),
    withdrawn: receiptLettersIn(lang).withdrawn(receipt),
    correction: receiptLettersIn(lang).correction({ ...receipt, wrongUrl: URL }),
  };
}

export function decisionLetters(lang: string): Letters {
  const [appeal, denial, passOn] = [appealLettersIn(lang), denialLettersIn(lang), passOnLettersIn(lang)];
  const receipt = { ...FACTS, of: 'XOF', sentence: SAID, receiptUrl: URL };
  const refused = { ...FACTS, sentences: [SAID], categories: ['XCATEGORY'], remedies: ['XREMEDY'], receiptUrl: URL };
  const links = { optOutUrl: URL, againUrl: URL, appealUrl: URL };
  const authorities = [{ name: 'XAUTHORITY', page: `${URL}PAGE` }, { name: 'XOTHER' }];
  return {
    'appeal came in': appeal.acknowledgement({ ...FACTS, of: 'XOF' }),
    'appeal granted': appeal.granted(receipt),
    'appeal stands': appeal.stands({ ...receipt, partly: false, authorities }),
    'appeal stands in part': appeal.stands({ ...receipt, partly: true, authorities }),
    denial: denial.denial({ ...refused, full: true }),
    'denial in part': denial.denial({ ...refused, ...links, full: false }),
    'what you can do': { subject: 'XSUBJECT', blocks: denial.whatYouCanDo(['XREMEDY']), signature: [] },
    'to the controller': passOn.toController({ ...FACTS, held: ['XHELD', 'XSHOP'], url: URL }),
    'to the person': passOn.toPerson({ ...FACTS, sentence: SAID }),
  };
}

/** The letter that answers at once what nobody has looked at: all of it, and each turn it takes. */
export function neutralLetters(lang: string): Letters {
  const { company, signature, statusUrl, receivedOn, dueOn } = FACTS;
  const unread = { reference: 'XREFERENCE', receivedOn, rights: [], dueOn, statusUrl };
  const asks = { ...unread, rights: FACTS.rights, confirmUrl: `${URL}CONFIRM` };
  const later = { ...unread, reference: 'XLATER', receivedOn: DAYS.due, dueOn: DAYS.later };
  const letter = (...letters: (typeof unread | typeof asks)[]): Letter => neutralLetter(lang, { company, signature, letters });
  return {
    'a letter nobody has read': letter(unread),
    'a letter to confirm': letter(asks),
    'letters nobody has read': letter(unread, later),
    'letters to confirm': letter(asks, later),
  };
}

/** What staff write, in the letters that bring it. */
export function staffLetters(lang: string): Letters {
  const request = { ...told([{ type: 'verified' }]), lang };
  const to = { configuration: company(), statusUrl: URL };
  const question = (about: Question): Letter =>
    questionLetter(request, {
      ...to,
      text: { words: SAID, reason: SAID, fee: { amount: '12', currency: 'EUR' } },
      asking: { about, on: '2026-03-05' },
    });
  return {
    ...Object.fromEntries(QUESTIONS.map((about) => [`question about ${about}`, question(about)])),
    message: messageLetter(request, { ...to, text: { subject: SAID, words: SAID } }),
  };
}
