/** Letters in English. */
import type { Right } from '../../../domain/rights.ts';
import { spellingOf } from '../../../domain/spelling.ts';
import { around, type Block, type EitherWay, eitherWay, link, list, paragraph } from '../../letter.ts';
import type { LetterFacts, Letters } from '../catalog.ts';
import { remedyLinesEn } from './remedies.ts';

const { date: day, list: listed } = spellingOf('en');

/** After "for": "we received a request for ...". */
const WISH: Record<Right, string> = {
  access: 'a copy of your data',
  portability: 'your data in a form you can take elsewhere',
  erasure: 'the deletion of your data',
  rectification: 'the correction of your data',
  restriction: 'the restriction of the use of your data',
  objection: 'an end to a use of your data',
  'opt-out': 'an opt-out',
  'opt-out-of-sale': 'an end to the sale and sharing of your data',
  'opt-out-of-targeted-ads': 'an opt-out of targeted advertising',
  'opt-out-of-profiling': 'an opt-out of profiling',
  limit: 'a limit on the use of your sensitive data',
  'withdraw-consent': 'the withdrawal of your consent',
  appeal: 'another look at our decision',
  complaint: 'an answer to your complaint',
};

export const wishes = (rights: readonly Right[]): string => listed(rights.map((right) => WISH[right]));

/** What follows a reference: where an answer goes. */
export const REACH: EitherWay = {
  text: 'If you reply to this mail, a person reads it.',
  paper: 'Our address is at the top of this letter.',
};

/** How every letter about a request ends. */
export const closing = ({ reference, statusUrl }: LetterFacts): Block[] => [
  link('See where your request stands', statusUrl),
  {
    kind: 'paragraph',
    ...around(REACH, (reach) => `Your reference is ${reference}. Please give it when you write to us about this request. ${reach}`),
  },
];

/** Goes with every letter that has a receipt attached. */
export const keepReceipt = eitherWay(
  'The file receipt.jws attached to this mail is a signed receipt. Keep it: with it you can show anyone, at any time and without our help, what we told you here.',
  'Enclosed is a printed receipt. Keep it: the signed receipt itself can be opened and checked on the page that its code leads to.',
);

export const en: Letters = {
  day,

  closing,

  remedies: remedyLinesEn,

  acknowledgement: (facts) => ({
    subject: `We received your request ${facts.reference}: an answer by ${day(facts.dueOn)}`,
    signature: facts.signature,
    blocks: [
      paragraph(
        `On ${day(facts.receivedOn)} we received a request for ${wishes(facts.rights)}. ${facts.company} will answer by ${day(facts.dueOn)} at the latest.`,
      ),
      ...(facts.passedOn ?? []).map(paragraph),
      ...(facts.mustVerify
        ? [
            eitherWay(
              'Next, we check that this mailbox is yours: you get a second mail with a link and a code. Please use one of the two.',
              'Next, we check that it was you who wrote: you get a second letter with an address to open and a code. Please use one of the two.',
            ),
          ]
        : [paragraph('You need not do anything now.')]),
      eitherWay(
        'If you did not ask for this, you can ignore this mail: without your confirmation nothing is handed out and nothing is deleted.',
        'If you did not ask for this, you can ignore this letter: without your confirmation nothing is handed out and nothing is deleted.',
      ),
      ...closing(facts),
      keepReceipt,
    ],
  }),

  verification: (facts) => ({
    subject: `${facts.reminder ? 'Reminder: please' : 'Please'} confirm your request ${facts.reference}`,
    signature: facts.signature,
    blocks: [
      {
        kind: 'paragraph',
        ...around(
          { text: 'Open the link', paper: 'Open this address' },
          (open) => `Please confirm that you asked ${facts.company} for ${wishes(facts.rights)}. ${open} and press the button:`,
        ),
      },
      link('Confirm my request', facts.verifyUrl),
      ...(facts.askedBy === undefined
        ? []
        : [paragraph(`${facts.askedBy} sent this request for you. If you do not want that, do nothing.`)]),
      paragraph('Or type this code on the page that shows where your request stands (see below):'),
      { kind: 'code', code: facts.code },
      paragraph(
        `You can confirm your request until ${day(facts.untilOn)}. After that we would have to close the request, because we may give out or delete data only when we know that it is you who asks.`,
      ),
      eitherWay(
        'If you did not ask for this, do nothing.',
        'If you cannot open the address, write to us: we then look for another way to know that it is you. If you did not ask for this, do nothing.',
      ),
      ...closing(facts),
    ],
  }),

  ready: (facts) => ({
    subject: facts.interim
      ? `The first part of your data is ready: request ${facts.reference}`
      : `Your data is ready until ${day(facts.untilOn)}: request ${facts.reference}`,
    signature: facts.signature,
    blocks: [
      paragraph(facts.sentence),
      link('Download your data', facts.downloadUrl),
      eitherWay(
        `You can download it as often as you like until ${day(facts.untilOn)}. Then we delete it from our delivery store. Anyone who has this mail can open the link, so please do not forward it.`,
        `A printed copy of your data is enclosed. If you would rather have the files, you can open the address above until ${day(facts.untilOn)}. Then we delete them from our delivery store. Anyone who has this letter can open the address.`,
      ),
      ...(facts.erasureFrom === undefined
        ? []
        : [
            eitherWay(
              `You also asked us to delete your data. We begin when you have downloaded your copy, and on ${day(facts.erasureFrom)} if you have not. On the status page you can tell us not to wait.`,
              `You also asked us to delete your data. We begin when your copy has been posted, and on ${day(facts.erasureFrom)} at the latest.`,
            ),
          ]),
      ...closing(facts),
      keepReceipt,
    ],
  }),

  deletion: (facts) => ({
    subject: facts.interim
      ? `Part of your data was deleted: request ${facts.reference}`
      : `Your data was deleted: receipt for ${facts.reference}`,
    signature: facts.signature,
    blocks: [paragraph(facts.sentence), link('Read the receipt, system by system', facts.receiptUrl), ...closing(facts), keepReceipt],
  }),

  answered: (facts) => ({
    subject: `Your request ${facts.reference} has been answered`,
    signature: facts.signature,
    blocks: [paragraph(facts.sentence), link('Read the receipt', facts.receiptUrl), ...closing(facts), keepReceipt],
  }),

  newLink: (facts) => ({
    subject: `You can download your data until ${day(facts.untilOn)}: request ${facts.reference}`,
    signature: facts.signature,
    blocks: [
      link('Download your data', facts.downloadUrl),
      eitherWay(
        `The link works until ${day(facts.untilOn)}. Please do not forward this mail.`,
        `The address works until ${day(facts.untilOn)}. Anyone who has this letter can open it.`,
      ),
      ...closing(facts),
    ],
  }),

  extension: (facts) => ({
    subject: `We need more time, until ${day(facts.newDueOn)}: request ${facts.reference}`,
    signature: facts.signature,
    blocks: [
      paragraph(
        `We will answer your request by ${day(facts.newDueOn)} instead of ${day(facts.dueOn)}. The law allows that: ${facts.law}. The reason: ${facts.reason}`,
      ),
      { kind: 'heading', text: 'If you do not agree' },
      list(facts.remedies),
      ...closing(facts),
      keepReceipt,
    ],
  }),

  questionReminder: (facts) => ({
    subject: `We are waiting for your answer: request ${facts.reference}`,
    signature: facts.signature,
    blocks: [
      paragraph(
        `On ${day(facts.askedOn)} we asked you something about your request for ${wishes(facts.rights)}. We have no answer yet. Until you answer, we can neither hand out nor delete anything.`,
      ),
      link('Read the question and answer it', facts.statusUrl),
      eitherWay(
        `Your reference is ${facts.reference}. If you do not understand the question, reply to this mail: a person reads it. We remind you only this once.`,
        `Your reference is ${facts.reference}. You can also answer by post, and ask us if you do not understand the question. ${REACH.paper} We remind you only this once.`,
      ),
    ],
  }),
};
