/** Words for the codes of requests, in English: states, rights, steps, outcomes, faults. */
import type { FaultCode } from '../../../domain/errors.ts';
import type { Objection } from '../../../domain/request-can.ts';
import type { RequestState } from '../../../domain/request.ts';
import type {
  EventType,
  LateChoice,
  ReceiptKind,
  StaffTaskKind,
  SystemOutcome,
  TaskKind,
  TaskOutcome,
} from '../../../domain/request-events.ts';
import type { Action, Right } from '../../../domain/rights.ts';
import type { Urgency } from '../board-groups.ts';
import type { StaffAct } from '../may.ts';
import type { SignInFailure } from '../oidc.ts';
import type { Role, SystemProgress } from '../port.ts';

const states: Record<RequestState, string> = {
  received: 'Received',
  'awaiting-verification': 'Waiting for the person to confirm',
  'in-progress': 'In progress',
  'in-review': 'In review',
  ready: 'Ready to fetch',
  answered: 'Answered',
  denied: 'Denied',
  withdrawn: 'Withdrawn',
  dismissed: 'Not a request',
};

const rights: Record<Right, string> = {
  access: 'Copy of data',
  portability: 'Portable export',
  erasure: 'Deletion',
  rectification: 'Correction',
  restriction: 'Restriction',
  objection: 'Objection',
  'opt-out': 'Opt-out',
  'opt-out-of-sale': 'Opt-out of sale',
  'opt-out-of-targeted-ads': 'Opt-out of targeted ads',
  'opt-out-of-profiling': 'Opt-out of profiling',
  limit: 'Limit use',
  'withdraw-consent': 'Withdraw consent',
  appeal: 'Appeal',
  complaint: 'Complaint',
};

const urgencies: Record<Urgency, string> = {
  overdue: 'Overdue',
  today: 'Due today',
  soon: 'Due within 5 days',
  later: 'Due later',
  waiting: 'Waiting for the person',
};

const roles: Record<Role, string> = { viewer: 'viewer', agent: 'agent', reviewer: 'reviewer', admin: 'administrator' };

const steps: Record<string, string> = {
  'sort-letter': 'Letter to be read and sorted',
  acknowledge: 'Acknowledgement',
  'verify-requester': 'Identity check',
  'assess-request': 'Assessment',
  'plan-systems': 'Plan',
  find: 'Find',
  export: 'Export',
  erase: 'Erase',
  verify: 'Verify',
  'start-later': 'System that answers later',
  'hand-to-person': 'Task for staff',
  'act-by-hand': 'Work by hand',
  'record-wave': 'Record of the systems',
  'review-and-redact': 'Review',
  'package-response': 'Package',
  'issue-receipt': 'Receipt',
  deliver: 'Delivery',
  'await-answer': 'Answer of the person awaited',
  'await-fetch': 'Package to be fetched',
};

const taskKinds: Record<TaskKind, string> = {
  'system-failed': 'A system failed',
  review: 'Review data about others',
  act: 'Carry out by hand',
  'mail-failed': 'A mail did not arrive',
  'late-choice': 'Choose what happens with late systems',
  'read-answer': 'Read the person’s answer',
  parked: 'Mend a fault and resume',
  sort: 'Read a letter and sort it',
  'read-mail': 'Read a mail',
  post: 'Print and post a letter',
  verify: 'Waiting for the person to confirm',
  fetch: 'Waiting for the person to fetch the package',
  later: 'Waiting for a system that answers later',
  answer: 'Waiting for the person’s answer',
};

const instructions: Record<StaffTaskKind, string> = {
  'system-failed':
    'The system did not do what it was asked, and trying again by itself did not help. Find out why, then say how to go on. Nothing is called complete until you do.',
  review: 'Look at the columns that were held back because they are about other people, and release those this person may see.',
  act: 'No connected system can do this by itself. Do it where the data is kept, then say here that it is done, or why it is refused.',
  'mail-failed':
    'A mail required by law could not be delivered. Send it to another address, have it posted, or reach the person another way and say how.',
  'read-answer':
    'The person answered a question. Nothing goes out or is deleted until you have read it and say that the request can go on.',
  'late-choice': 'Some systems will not answer before the due date. Choose what the person receives now.',
  sort: 'Read the letter and say which rights it asks for. The time runs since it arrived; until then the shortest time of all counts.',
  'read-mail': 'A mail has come that belongs to this request. Read it, and do what is needed.',
  post: 'The person cannot be reached by mail. Print the letter, post it, and say on which day.',
  parked: 'A fault nobody foresaw stopped the request. Find and mend the cause, then resume it.',
};

const outcomes: Record<TaskOutcome, { label: string; hint: string }> = {
  retry: { label: 'Try again', hint: 'Asks the system once more, from where it failed.' },
  skip: { label: 'Leave this system out', hint: 'The answer goes out without it. The person reads your reason.' },
  outstanding: { label: 'Answer later', hint: 'The rest may go out as an interim answer; this system stays open and the request with it.' },
  done: { label: 'Done', hint: 'It has been carried out.' },
  refused: { label: 'Refused', hint: 'It will not be carried out. The person reads your reason.' },
};

const mailOutcomes: Partial<Record<TaskOutcome, { label: string; hint: string }>> = {
  done: { label: 'The person was reached another way', hint: 'Say how, for the record: by post, by phone.' },
};

const lateChoices: Record<LateChoice, { label: string; hint: string }> = {
  interim: {
    label: 'Answer in part now',
    hint: 'What is ready goes out, marked interim and naming what is outstanding. The rest follows with a receipt of its own.',
  },
  extend: { label: 'Extend the time', hint: 'Only on a ground the law knows, and the person is told why before the first date passes.' },
  'refuse-part': { label: 'Refuse this part', hint: 'The request is answered without the late systems, with reasons and remedies.' },
};

const grounds: Record<string, string> = {
  complexity: 'The request is complex',
  number_of_requests: 'The person made several requests',
};

const events: Record<EventType, string> = {
  received: 'Request received',
  acknowledged: 'Acknowledgement sent',
  'acknowledgement-deferred': 'Acknowledgement follows with the next mail',
  sorted: 'Letter read and sorted',
  'mail-received': 'Mail received',
  'papers-erased': 'Attachments of a mail erased',
  posted: 'Letter posted',
  'address-given': 'Address of the person corrected',
  'mail-again': 'Mail to be sent again',
  'verification-asked': 'Asked the person to confirm their address',
  verified: 'Identity confirmed',
  'verification-expired': 'The person did not confirm in time',
  assessed: 'Assessed',
  planned: 'Systems planned',
  'wave-done': 'Systems answered',
  'review-asked': 'Review asked for',
  reviewed: 'Reviewed',
  packaged: 'Package built',
  'receipt-issued': 'Receipt issued',
  'correction-asked': 'Receipt to be corrected',
  delivered: 'Answer sent',
  'package-fetched': 'Package fetched by the person',
  'fetch-ended': 'Time to fetch ended',
  'task-opened': 'Task opened',
  'task-done': 'Task done',
  'choice-asked': 'Asked staff to choose for late systems',
  'choice-made': 'Choice made for late systems',
  'question-written': 'Question to the person written',
  asked: 'Asked the person a question',
  answered: 'Answer received',
  'answer-read': 'Answer read',
  written: 'Message to the person written',
  wrote: 'Wrote to the person',
  appealed: 'The person appealed',
  'appeal-decided': 'Appeal decided',
  'passed-on': 'Passed on to the controller',
  extended: 'Time extended',
  refused: 'Refused',
  reminded: 'Reminder sent',
  looked: 'Somebody looked at personal details',
  'mail-bounced': 'A mail came back',
  parked: 'Stopped by a fault',
  resumed: 'Resumed',
  withdrawn: 'Withdrawn',
  closed: 'Closed',
  purged: 'Personal data purged',
};

/** Names under which the machine reports a fault that carries no code. */
type ErrorName = 'TransientError' | 'PermanentError' | 'BugError' | 'States.Timeout' | 'Lambda.Unknown' | 'Sandbox.Timedout';

const faults: Record<FaultCode | ErrorName, string> = {
  'system-unreachable': 'The system could not be reached',
  'system-throttled': 'The system asked us to slow down',
  'system-timeout': 'The system did not answer in time',
  'system-conflict': 'The system was busy with the same data',
  'system-rejected': 'The system refused what it was asked',
  'system-nonsense': 'The system’s answer made no sense',
  'system-credentials': 'The system did not accept our credentials',
  'store-unavailable': 'Our own store was not available',
  'case-key-missing': 'The key of this case is gone',
  'receipt-not-verifiable': 'A receipt did not pass its own check',
  configuration: 'The configuration is wrong',
  invariant: 'Something happened that should not be possible',
  TransientError: 'It failed again and again',
  PermanentError: 'It failed for good',
  BugError: 'Something happened that should not be possible',
  'States.Timeout': 'It took too long',
  'Lambda.Unknown': 'It broke off without a word',
  'Sandbox.Timedout': 'Our own function took too long',
};

const passes: Record<Action | 'none', string> = {
  export: 'Copy',
  erase: 'Deletion',
  'at-once': 'By hand, at once',
  act: 'By hand',
  none: 'Refusal',
};

const phases: Record<SystemProgress['phase'], string> = { find: 'Find', export: 'Export', erase: 'Erase', verify: 'Verify', done: 'Done' };

const systemOutcomes: Record<SystemOutcome['outcome'], string> = {
  exported: 'exported',
  deleted: 'deleted',
  retained: 'kept by law',
  'not-found': 'nothing found',
  skipped: 'left out',
  outstanding: 'outstanding',
};

const receipts: Record<ReceiptKind, string> = {
  request: 'acknowledgement',
  extension: 'extension',
  fulfilment: 'fulfilment',
  deletion: 'deletion',
  denial: 'denial',
  closure: 'closure',
  correction: 'correction',
  consent: 'consent',
};

/** By what a mail is about; a number after it counts repetitions. */
const mails: Record<string, string> = {
  acknowledgement: 'Acknowledgement',
  verification: 'Confirm your address',
  reminder: 'Reminder',
  'new-link': 'New download link',
  question: 'Question to the person',
  message: 'Message to the person',
  extension: 'Extension',
  fulfilment: 'Answer with receipt',
  deletion: 'Deletion with receipt',
  denial: 'Denial with receipt',
  closure: 'Closing with receipt',
  correction: 'Corrected receipt',
  'passed-on': 'To the controller for whom we hold data',
};

const objections: Record<Objection, string> = {
  'wrong-state': 'Not possible while the request is in its present state.',
  'already-extended': 'The time has been extended once; the law allows no second time.',
  'no-late-system': 'No system is holding the answer up.',
  'not-parked': 'The request is running; there is nothing to resume.',
  purged: 'The personal data has been purged.',
  'nothing-to-fetch': 'There is no package.',
  'law-knows-no-extension': 'The law of this request knows no extension.',
  'no-fixed-extension':
    'The law leaves it to you to say how long it takes; there is no date to count. Write to the person before the date.',
  'clock-paused': 'The clock stands still until the person answers; there is nothing to extend.',
  'question-open': 'The person was asked something, and that is not settled yet.',
  'no-question': 'The person is not being asked anything.',
  'law-knows-no-fee': 'Under one of the laws of this request the answer is free.',
  'identity-not-needed': 'For what was asked nobody has to prove who they are.',
  'decided-before': 'You decided against the person in the request this appeal is about. Somebody else looks at it again.',
  'decide-the-appeal': 'This is an appeal: decide it with its task, by somebody who did not decide the first time.',
  'nothing-to-refuse': 'Everything has been answered or refused already.',
  'no-receipt': 'There is no such receipt in this request.',
  'corrected-before': 'This receipt has been corrected already. If the correction is wrong too, correct that one.',
};

/** Further reasons an act may fail, besides the objections. */
const failures: Record<string, string> = {
  unknown: 'It no longer exists.',
  'already-done': 'Somebody has done it already.',
  'ground-unknown': 'The law of this request does not know that ground.',
  'too-late': 'It is too late for that under the law of this request.',
  'reason-needed': 'A reason is needed, because the person reads it.',
  'no-rights': 'It says nothing about what is asked for.',
  'not-for-this-task': 'This task cannot end that way.',
  'already-answered': 'This question has been answered already.',
  contradictory: 'The answer cannot have come on that day: it would be before the question.',
  'in-future': 'That day has not come yet.',
  'address-wrong': 'Mail cannot be sent to that address. Look at it again.',
  'before-written': 'The letter was written later than that day.',
  purged: 'The personal data has been purged.',
  'right-not-refused': 'An appeal can grant only what was refused.',
  stale: 'The request has changed since you opened the page. Look at it again, then decide.',
};

const staffActs: Record<StaffAct, string> = {
  read: 'see requests',
  'show-person': 'see personal details',
  'complete-task': 'do tasks',
  'sort-letter': 'sort letters',
  'decide-review': 'decide reviews',
  'decide-appeal': 'decide appeals',
  'choose-late': 'choose for late systems',
  refuse: 'refuse requests',
  'confirm-identity': 'confirm an identity',
  'ask-person': 'ask the person',
  'write-person': 'write to the person',
  'enter-request': 'enter requests',
  'record-answer': 'record an answer',
  resume: 'resume a stopped request',
  withdraw: 'withdraw a request',
  correct: 'correct a receipt',
};

const results = {
  'task-retry': 'The system is being asked again.',
  'task-skip': 'The system is left out, with the reason you gave.',
  'task-outstanding': 'The system stays open; the rest goes on.',
  'task-done': 'Recorded as done.',
  posted: 'Recorded as posted.',
  'to-post': 'The letter is a task: print and post it.',
  'mail-again': 'The mail goes to the other address within the hour.',
  'task-refused': 'Recorded as refused, with the reason you gave.',
  reviewed: 'The review is decided. The package is being built.',
  'appeal-granted': 'The appeal is granted. The person is being told, and what was granted is carried out.',
  'appeal-upheld': 'The answer stands. The person is being told why.',
  interim: 'An interim answer will go out.',
  extend: 'The time is extended. The person is being told.',
  'refuse-part': 'Refused in part. The person is being told why.',
  refused: 'Refused. The person is being told, with everything they can do against it.',
  identity: 'The identity is confirmed. The request goes on.',
  asked: 'The question is written and goes out within the hour. Nothing goes out or is deleted until it is settled.',
  answered: 'Recorded. The request goes on unless something else is open.',
  resumed: 'The request goes on.',
  withdrawn: 'The request is withdrawn.',
  sorted: 'The letter is sorted. From here on it is a request like any other, and its time runs since it arrived.',
  dismissed: 'It is closed: it asks for nothing.',
  wrote: 'The message is written and goes out within the hour.',
  entered:
    'The request is entered. The person is being told that it is here, and by when it is answered: by mail, or else by letters that are tasks here in a moment.',
  corrected: 'The correction is recorded and goes out within the hour, as a receipt of its own.',
};

const signInFailures: Record<SignInFailure, string> = {
  denied: 'The identity provider did not sign you in.',
  mismatch: 'This sign-in took too long, was used before, or began in another browser.',
  unavailable: 'The identity provider cannot be reached at the moment.',
  untrusted: 'The answer of the identity provider could not be trusted.',
};

/** One entry per text; functions where something is filled in. */
export const enCodes = {
  states,
  rights,
  urgencies,
  roles,
  steps,
  taskKinds,
  instructions,
  outcomes,
  mailOutcomes,
  lateChoices,
  grounds,
  events,
  faults,
  passes,
  phases,
  systemOutcomes,
  receipts,
  mails,
  objections,
  failures,
  staffActs,
  results,
  signInFailures,
};

export type Codes = typeof enCodes;
