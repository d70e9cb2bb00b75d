/** The letters of a request, in English. */
import type { LetterWords } from '../letter-words.ts';

export const en: LetterWords = {
  acknowledgement: {
    subject: ({ reference, dueOn }) => `We received your request ${reference}: an answer by ${dueOn}`,
    arrived: ({ receivedOn, wishes, company, dueOn }) =>
      `On ${receivedOn} we received a request for ${wishes}. ${company} will answer by ${dueOn} at the latest.`,
    check: {
      text: 'Next, we check that this mailbox is yours: you get a second mail with a link and a code. Please use one of the two.',
      paper:
        'Next, we check that it was you who wrote: you get a second letter with an address to open and a code. Please use one of the two.',
    },
    nothingToDo: 'You need not do anything now.',
    notYou: {
      text: 'If you did not ask for this, you can ignore this mail: without your confirmation nothing is handed out and nothing is deleted.',
      paper:
        'If you did not ask for this, you can ignore this letter: without your confirmation nothing is handed out and nothing is deleted.',
    },
  },

  verification: {
    subject: ({ reference }) => `Please confirm your request ${reference}`,
    reminder: ({ reference }) => `Reminder: please confirm your request ${reference}`,
    confirm: ({ company, wishes }) => `Please confirm that you asked ${company} for ${wishes}.`,
    open: { text: 'Open the link and press the button:', paper: 'Open this address and press the button:' },
    link: 'Confirm my request',
    askedBy: ({ askedBy }) => `${askedBy} sent this request for you. If you do not want that, do nothing.`,
    code: 'Or type this code on the page that shows where your request stands (see below):',
    until: ({ untilOn }) =>
      `You can confirm your request until ${untilOn}. After that we would have to close the request, because we may give out or delete data only when we know that it is you who asks.`,
    notYou: {
      text: 'If you did not ask for this, do nothing.',
      paper:
        'If you cannot open the address, write to us: we then look for another way to know that it is you. If you did not ask for this, do nothing.',
    },
  },

  ready: {
    subject: ({ untilOn, reference }) => `Your data is ready until ${untilOn}: request ${reference}`,
    inPart: ({ reference }) => `The first part of your data is ready: request ${reference}`,
    link: 'Download your data',
    until: ({ untilOn }) => ({
      text: `You can download it as often as you like until ${untilOn}. Then we delete it from our delivery store. Anyone who has this mail can open the link, so please do not forward it.`,
      paper: `A printed copy of your data is enclosed. If you would rather have the files, you can open the address above until ${untilOn}. Then we delete them from our delivery store. Anyone who has this letter can open the address.`,
    }),
    erasure: ({ erasureFrom }) => ({
      text: `You also asked us to delete your data. We begin when you have downloaded your copy, and on ${erasureFrom} if you have not. On the status page you can tell us not to wait.`,
      paper: `You also asked us to delete your data. We begin when your copy has been posted, and on ${erasureFrom} at the latest.`,
    }),
  },

  deletion: {
    subject: ({ reference }) => `Your data was deleted: receipt for ${reference}`,
    inPart: ({ reference }) => `Part of your data was deleted: request ${reference}`,
    link: 'Read the receipt, system by system',
  },

  answered: { subject: ({ reference }) => `Your request ${reference} has been answered` },

  newLink: {
    subject: ({ untilOn, reference }) => `You can download your data until ${untilOn}: request ${reference}`,
    until: ({ untilOn }) => ({
      text: `The link works until ${untilOn}. Please do not forward this mail.`,
      paper: `The address works until ${untilOn}. Anyone who has this letter can open it.`,
    }),
  },

  extension: {
    subject: ({ newDueOn, reference }) => `We need more time, until ${newDueOn}: request ${reference}`,
    why: ({ newDueOn, dueOn, law, reason }) =>
      `We will answer your request by ${newDueOn} instead of ${dueOn}. The law allows that: ${law}. The reason: ${reason}`,
    disagree: 'If you do not agree',
  },

  questionReminder: {
    subject: ({ reference }) => `We are waiting for your answer: request ${reference}`,
    asked: ({ askedOn, wishes }) =>
      `On ${askedOn} we asked you something about your request for ${wishes}. We have no answer yet. Until you answer, we can neither hand out nor delete anything.`,
    link: 'Read the question and answer it',
    unclear: {
      text: 'If you do not understand the question, reply to this mail: a person reads it.',
      paper: 'You can also answer by post, and ask us if you do not understand the question.',
    },
    once: 'We remind you only this once.',
  },
};
