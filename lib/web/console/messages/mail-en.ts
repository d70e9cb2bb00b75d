/** Words of the pages about mails and letters that came in, in English. */
import type { MailFacts } from '../../../domain/request-events.ts';
import type { AttachmentKind, InboundMail, Unreadable } from '../../../mail/inbound/read-mail.ts';
import type { Identifier } from '../../../mail/understanding/lexicon.ts';
import type { Understood } from '../../../mail/understanding/understand.ts';

const kinds: Record<MailFacts['kind'], string> = {
  letter: 'Letter',
  reply: 'Reply',
  'follow-up': 'Question about the request',
  'auto-reply': 'Automatic reply',
  unreadable: 'Mail that could not be read',
};

const unreadable: Record<Unreadable, string> = {
  'too-large': 'It is too large.',
  'too-many-parts': 'It is made of too many parts.',
  'too-long': 'Reading it took too long.',
  'too-much-memory': 'Reading it took too much memory.',
  'not-readable': 'It is not written as mails are.',
};

const nobody: Record<NonNullable<InboundMail['fromFault']>, string> = {
  none: 'The mail names no sender.',
  several: 'The mail names several senders.',
  odd: 'The sender is written in a way that can be read as several.',
};

const papers: Record<AttachmentKind, string> = {
  paper: 'Document or picture',
  calendar: 'Calendar entry',
  winmail: 'Outlook file (winmail.dat)',
  message: 'Mail',
  archive: 'Archive',
  executable: 'Program',
  other: 'Other file',
};

const found: Record<Understood['kind'], string> = {
  request: 'A request',
  'follow-up': 'A question about an earlier request',
  complaint: 'A complaint',
  other: 'Nothing they know',
};

const relations: Record<NonNullable<Understood['onBehalf']>['relation'], string> = {
  agent: 'It seems to be written by somebody who acts for the person.',
  guardian: 'It seems to be written for a child, or for somebody in care.',
  heir: 'It seems to be about somebody who has died.',
};

const automatic: Record<NonNullable<InboundMail['automatic']>, string> = {
  bounce: 'A report that a mail could not be delivered',
  'auto-reply': 'An automatic message',
  bulk: 'A mail to many',
  report: 'A report of a mail server',
};

const identifierKinds: Record<Identifier, string> = {
  name: 'Name',
  email: 'E-mail address',
  username: 'User name',
  'customer-number': 'Customer number',
  phone: 'Telephone number',
  address: 'Address',
};

export const mailEn = {
  kinds,
  unread: 'not read yet',
  from: 'From',
  replyTo: 'Wants answers at',
  nobody,
  noSubject: '(no subject)',
  noText: '(no text)',
  arrived: 'Arrived',
  sortFirst: 'The letter has to be read and sorted first.',
  sortNext: 'Nobody has said yet what this letter asks for.',
  askedNothing: 'Nothing',
  shortest: 'Nobody has said yet what it asks for, so the shortest time of all counts.',
  written: 'Written by a machine',
  automatic,
  letter: 'The letter',
  mail: 'The mail',
  cut: 'The text was cut here. All of it is in the mail as it came.',
  sealed: 'The mail is encrypted or signed; what is encrypted could not be read.',
  raw: 'The mail as it came',
  rawHint: 'A file for a mail program. It can contain anything, viruses too.',
  unreadableTitle: 'This mail could not be read',
  unreadable,
  unreadableMore: 'Look at it as it came. Its time runs all the same.',
  strangerTitle: 'Nobody vouches for this address',
  stranger:
    'Anybody can write any sender into a mail, and the domain of this one does not confirm it. Believe neither name nor address; whoever asks must confirm the address before any data is sent or deleted.',
  vouched: 'The domain vouches for the address.',
  notVouched: 'The domain does not vouch for the address.',
  own: 'It comes from the address of the person who asks.',
  otherTitle: 'It does not come from the person’s address',
  other: 'Somebody else may have written it. Give away nothing about the request, not even that there is one.',
  muteTitle: 'Nobody has been told that it came',
  mute: 'A machine sent it, or it is not known where an answer may go. Once you say what it asks for, it is acknowledged like any other.',
  papersTitle: 'What is attached',
  paperName: 'File',
  paperKind: 'What it seems to be',
  paperSize: 'Size',
  papers,
  morePapers: (count: number) => `${count} more ${count === 1 ? 'file is' : 'files are'} only in the mail as it came.`,
  keptDays: (days: number, isScan: boolean) =>
    isScan
      ? `Files are erased when the request is closed, at the earliest ${days} ${days === 1 ? 'day' : 'days'} after they came.`
      : `Files are erased ${days} ${days === 1 ? 'day' : 'days'} after they came, and the mail as it came with them; never before somebody has read it.`,
  erased: (at: string) => `Erased on ${at}.`,
  danger: { executable: 'Do not open: it can run on your computer', archive: 'Open with care: nobody looked inside' },
  rules: 'What the rules made of it',
  found: 'They found',
  foundRights: (rights: string) => `A request: ${rights}`,
  finds: found,
  law: 'Law it names',
  noLaw: 'None',
  identifiers: 'What it tells of the person',
  identifierKinds,
  language: 'Language',
  unknownLanguage: 'They cannot tell',
  sure: 'How sure they are',
  sureness: { very: 'Very sure', rather: 'Fairly sure', not: 'Not sure enough to go on without you' },
  why: 'Why you are asked',
  whys: {
    unreadable: 'It could not be read.',
    nothing: 'The rules found nothing in it that they know.',
    unsure: 'The rules are not sure enough.',
    mute: 'A machine sent it, or it is not known where an answer may go.',
    'no-sender': 'It does not name one sender.',
  },
  relations,
  passage: { 'follow-up': 'asks about an earlier request', onBehalf: 'writes for somebody else' },
  noLetter: 'What came is not kept here any more.',
  asksTitle: 'What it asks for',
  rights: 'Rights',
  rightsMarked: 'What the rules found is ticked; the passages are marked in the letter.',
  rightsHint: 'The time of what you choose runs since it arrived.',
  rightsMissing: 'Choose at least one right, or say below that it asks for nothing',
  residence: 'Where does the person live? (optional)',
  residenceHint: 'Decides which laws hold. Only if the letter says so.',
  residenceNone: 'It does not say',
  countries: 'Countries',
  states: 'United States',
  cited: 'Law it names (optional)',
  citedHint: 'It then holds too, whatever the place.',
  citedNone: 'None, or one that does not concern us',
  behalfCheck: 'Somebody writes for the person. See whether they may before you confirm the identity.',
  onBehalf: 'For whom?',
  onBehalfChoice: 'It is written for somebody else',
  submit: 'This is what it asks for',
  nothingTitle: 'It asks for nothing',
  nothingLead: 'Then it is closed, and what came with it is erased. Nobody is told.',
  nothingReason: 'Why? For the record',
  nothingHint: 'For example: “Advertisement for office furniture.” No names.',
  nothingSubmit: 'It asks for nothing',
  panel: 'Mails',
  columns: { at: 'When', way: 'Way', what: 'Mail', state: 'State' },
  came: 'in',
  went: 'out',
  attached: (count: number) => `${count} ${count === 1 ? 'file' : 'files'} attached`,
  none: 'No mail has come or gone.',
  title: (kind: string, at: string) => `${kind}, ${at}`,
  readTitle: 'Is everything done?',
  readLead:
    'Under “What can be done” stands what you can do: write to the person, record an answer, withdraw the request, and so on. Then say that it is read.',
  read: 'Read, and everything needed is done',
  beginTitle: 'Does it ask for something new?',
  beginLead: 'Then it is a request of its own, whose time runs since this mail arrived. You say next what it asks for.',
  begin: 'Begin a request with it',
  partsTitle: 'Too large for one download',
  partsLead: (name: string, parts: number) =>
    `“${name}” comes in ${parts} parts. Put them together in one folder, then name the result as you like.`,
  part: (part: number, parts: number) => `Part ${part} of ${parts}`,
  join: 'Windows:',
  joinElsewhere: 'macOS and Linux:',
  aside: {
    nav: 'Set aside',
    title: 'Mails set aside',
    lead: 'Mails in which a machine found no request: advertisements, reports of mail servers, spam and viruses. They are gone 60 days after they came.',
    warning: 'They can contain anything. A mail opens as a file: look at it as plain text, not in a mail program.',
    columns: { at: 'Since', why: 'Why', size: 'Size', mail: 'Mail', act: 'Act' },
    reasons: {
      virus: 'A virus was found in it',
      spam: 'It was taken for spam',
      automatic: 'A machine wrote it, and it asks for nothing',
    },
    noReason: 'Not known',
    open: 'Open as a file',
    openOf: (at: string) => `Open the mail of ${at} as a file`,
    take: 'This is a request',
    takeOf: (at: string) => `(the mail of ${at})`,
    taken: 'Within the hour it is among the tasks, as a letter to be read and sorted. Its time runs since it came.',
    gone: 'This mail is not here any more: it was put back before, or its time was over.',
    none: 'Nothing is set aside.',
    more: 'More mails',
    first: 'First page',
  },
};

export type MailWords = typeof mailEn;
