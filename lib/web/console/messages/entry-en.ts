/** Texts of entering a request that came by post or phone, in English. */
import type { EnteredChannel, Entered } from '../../../steps/enter-request.ts';

type Refusal = Extract<Entered, { ok: false }>['reason'];

const channels: Record<EnteredChannel, { label: string; hint: string }> = {
  post: { label: 'On paper', hint: 'By post, or handed over.' },
  phone: { label: 'Spoken', hint: 'By phone, or said to somebody of the company.' },
};

const refusals: Record<Refusal, string> = {
  'in-future': 'That day has not come yet. Enter the day on which it came',
  'before-the-law': 'On that day none of the laws was in force. Look at the year',
  'no-rights': 'Choose at least one thing that is asked for',
  unreachable: 'Give an e-mail address or a postal address; for somebody who called, a phone number is enough',
  'key-reused':
    'This has been entered already, with other papers or other details. Look for it among the requests before you enter it again',
};

export const entryEn = {
  link: 'Enter a request',
  title: 'Enter a request',
  lead: 'For what came by post or by phone, or was handed over. The time for the answer runs from the day on which it came, whenever it is entered. From then on it is a request like any other.',
  optional: (label: string) => `${label} (optional)`,
  how: 'How it came',
  channel: 'How did it come?',
  channels,
  on: 'When did it come?',
  onHint: 'The day on which it reached the company, not the day on which somebody read it.',
  onWrong: 'Enter a date such as 2026-03-12',
  what: 'What is asked for',
  rights: 'What does the person ask for?',
  rightsHint: 'Choose everything. If it is not clear, choose what they most likely mean, and ask them afterwards.',
  brand: 'Which name is it about?',
  brandUnknown: 'Not said, or all of them',
  note: 'In their words',
  noteHint: 'What the person wrote or said, as near as you can; with a scan, what matters most of it.',
  who: 'Who asks',
  name: 'Name',
  email: 'E-mail address',
  emailHint: 'If you know one that is theirs: everything then goes there, at once and free of charge.',
  emailWrong: 'Enter an address such as name@example.com; letters outside a to z cannot be mailed to',
  address: 'Postal address',
  addressHint: 'As on an envelope, without the name. Used where there is no e-mail address: letters are then printed and posted by hand.',
  addressLong: 'Keep the address to six lines of 80 characters each',
  phone: 'Phone number',
  phoneHint: 'To call back.',
  lang: 'Language in which we answer',
  residence: 'Where the person lives',
  residenceHint: 'Decides which laws protect them. Not where the letter was posted.',
  residenceUnknown: 'Not known',
  countries: 'Countries',
  states: 'States of the USA',
  behalf: 'For somebody else',
  behalfLead: 'Only where somebody asks for the person above: an agent, a parent, a guardian.',
  agentName: 'Name of who asks for them',
  agentRelation: 'Why they may ask',
  agentRelationHint: 'For example: mother, lawyer with a power of attorney, guardian appointed by the court.',
  agentHalf: 'Give both, the name and why they may ask, or neither',
  tooLong: (label: string, max: number) => `${label}: keep it under ${max} characters`,
  choose: (label: string) => `Choose one: ${label}`,
  checkLead: 'Nothing is recorded yet. The letters to the person go out once you confirm.',
  notGiven: 'Not given',
  due: (date: string) => `It will be due on ${date}`,
  dueWhy: (law: string, basis: string, received: string) =>
    `Counted from ${received} under ${basis.startsWith(law) ? basis : `${law} (${basis})`}.`,
  dueAlso: (laws: string) => `Also under ${laws}, whose dates come no earlier.`,
  overdue: 'That date has passed. Look at the day of receipt again; if it is right, enter it all the same, and answer at once.',
  silence: 'So near the date the person has only an hour to confirm who they are. Confirm the identity yourself where you can.',
  notGrantedTitle: 'None of the laws gives a part of this',
  notGrantedSend: 'Enter it all the same: the person has to be told. They will read:',
  passedOn: (to: string) => `It goes to ${to}`,
  passedOnWhy: 'This name belongs to them, and they must answer. The request is passed on, and the person is told.',
  onPaper: 'No e-mail address: every letter becomes a task to print and post.',
  byPhone: 'No address: every letter becomes a task, for you to read out.',
  scan: 'Scan of the letter',
  scanHint: (days: number) =>
    `PDF or pictures, together up to 4 MB. Kept under lock with the request; deleted when it is closed, at the earliest ${days} days after it came. If you change anything above, choose the files again here.`,
  scanLarge: 'The files together have more than 4 MB. Scan in grey, or at 150 dpi',
  scanKind: (name: string) => `“${name}” is neither a PDF nor a picture nor a text document`,
  scanMany: 'Choose at most 20 files',
  confirm: 'Enter the request',
  refusals,
  enteredBy: (by: string) => `entered by ${by}`,
};

export type EntryTexts = typeof entryEn;
