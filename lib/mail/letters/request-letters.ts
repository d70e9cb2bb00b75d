/** The letters of a request, made from facts and the words of a language. */
import { around, link, list, paragraph } from '../letter.ts';
import type { Letters } from './catalog.ts';
import type { LetterWords } from './letter-words.ts';
import { remedyLines } from './remedies.ts';
import { withClosing, withReceipt, heading, told, type Voice } from './voice.ts';

/** Makes one kind of letter. */
type Maker<Kind extends keyof LetterWords> = (words: LetterWords[Kind], voice: Voice) => Letters[Kind];

const acknowledgement: Maker<'acknowledgement'> = (words, voice) => (facts) => {
  const known = told(voice, facts);
  return withReceipt(voice, facts, {
    subject: words.subject(known),
    blocks: [
      paragraph(words.arrived(known)),
      ...(facts.passedOn ?? []).map(paragraph),
      paragraph(facts.mustVerify ? words.check : words.nothingToDo),
      paragraph(words.notYou),
    ],
  });
};

const verification: Maker<'verification'> = (words, voice) => (facts) => {
  const { askedBy, reminder } = facts;
  const known = told(voice, facts);
  return withClosing(voice, facts, {
    subject: (reminder ? words.reminder : words.subject)(known),
    blocks: [
      paragraph(around(words.open, (open) => `${words.confirm(known)} ${open}`)),
      link(words.link, facts.verifyUrl),
      ...(askedBy === undefined ? [] : [paragraph(words.askedBy({ ...known, askedBy }))]),
      paragraph(words.code),
      { kind: 'code', code: facts.code },
      paragraph(words.until({ ...known, untilOn: voice.day(facts.untilOn) })),
      paragraph(words.notYou),
    ],
  });
};

const ready: Maker<'ready'> = (words, voice) => (facts) => {
  const { erasureFrom } = facts;
  const known = { ...told(voice, facts), untilOn: voice.day(facts.untilOn) };
  return withReceipt(voice, facts, {
    subject: (facts.interim ? words.inPart : words.subject)(known),
    blocks: [
      paragraph(facts.sentence),
      link(words.link, facts.downloadUrl),
      paragraph(words.until(known)),
      ...(erasureFrom === undefined ? [] : [paragraph(words.erasure({ ...known, erasureFrom: voice.day(erasureFrom) }))]),
    ],
  });
};

const deletion: Maker<'deletion'> = (words, voice) => (facts) =>
  withReceipt(voice, facts, {
    subject: (facts.interim ? words.inPart : words.subject)(told(voice, facts)),
    blocks: [paragraph(facts.sentence), link(words.link, facts.receiptUrl)],
  });

const answered: Maker<'answered'> = (words, voice) => (facts) =>
  withReceipt(voice, facts, {
    subject: words.subject(told(voice, facts)),
    blocks: [paragraph(facts.sentence), link(voice.receiptLink, facts.receiptUrl)],
  });

const newLink =
  ({ newLink: words, ready: { link: download } }: LetterWords, voice: Voice): Letters['newLink'] =>
  (facts) => {
    const known = { ...told(voice, facts), untilOn: voice.day(facts.untilOn) };
    return withClosing(voice, facts, {
      subject: words.subject(known),
      blocks: [link(download, facts.downloadUrl), paragraph(words.until(known))],
    });
  };

const extension: Maker<'extension'> = (words, voice) => (facts) => {
  const { law, reason } = facts;
  const known = { ...told(voice, facts), newDueOn: voice.day(facts.newDueOn), law, reason };
  return withReceipt(voice, facts, {
    subject: words.subject(known),
    blocks: [paragraph(words.why(known)), heading(words.disagree), list(facts.remedies)],
  });
};

const questionReminder: Maker<'questionReminder'> = (words, voice) => (facts) => {
  const known = { ...told(voice, facts), askedOn: voice.day(facts.askedOn) };
  const { text, paper } = words.unclear;
  const unclear = { text, paper: `${paper} ${voice.reach.paper}` };
  return {
    subject: words.subject(known),
    signature: facts.signature,
    blocks: [
      paragraph(words.asked(known)),
      link(words.link, facts.statusUrl),
      paragraph(around(unclear, (what) => `${voice.reference(facts.reference)} ${what} ${words.once}`)),
    ],
  };
};

/** All of them, made from words. */
export const requestLetters = (words: LetterWords, voice: Voice): Letters => ({
  day: voice.day,
  remedies: (remedies) => remedyLines(voice.lang, remedies),
  acknowledgement: acknowledgement(words.acknowledgement, voice),
  verification: verification(words.verification, voice),
  ready: ready(words.ready, voice),
  deletion: deletion(words.deletion, voice),
  answered: answered(words.answered, voice),
  newLink: newLink(words, voice),
  extension: extension(words.extension, voice),
  questionReminder: questionReminder(words.questionReminder, voice),
});
