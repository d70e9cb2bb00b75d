/** The closed list of events a request is made of. Stored requests hold them: change by adding, never by renaming. */
import type { RequestId, ReceiptId, TaskId } from './ids.ts';
import type { Question } from './law/law.ts';
import type { Reference } from './reference.ts';
import type { Action, Right } from './rights.ts';

/** How a letter came, as far as it matters later; what it says is in the vault. */
export interface LetterFacts {
  /** Names the mail or scan in the vault. */
  mail: string;
  /** The domain it says it is from vouches for it (DMARC). */
  authenticated: boolean;
  /** Sent by a machine, or with no address to answer: nobody is written to unless a person decides so. */
  mute?: true;
}

/** A mail that belongs to a request. */
export interface MailFacts {
  /** Names it in the vault. */
  mail: string;
  kind: 'letter' | 'reply' | 'follow-up' | 'auto-reply' | 'unreadable';
  authenticated: boolean;
  /** It says that it is from the person's address. */
  fromPerson: boolean;
  /** Attachments kept apart, because they are kept for a shorter time. */
  papers: number;
}

/** Papers that were scanned as a request was entered. */
export type ScanFacts = Pick<MailFacts, 'mail' | 'papers'>;

export type Channel = 'web' | 'api' | 'email' | 'post' | 'phone' | 'agent';

/** What a system did in one pass, as the receipt and the status page tell it. */
export interface SystemOutcome {
  system: string;
  pass: Action;
  outcome: 'exported' | 'deleted' | 'retained' | 'not-found' | 'skipped' | 'outstanding';
  /** Rows found, and per dataset. */
  found: number;
  datasets: DatasetOutcome[];
  at: string;
  /** When the system was asked again after a deletion. */
  verifiedAt?: string;
  /** Why a person skipped it, in the words the requester may read. */
  reason?: string;
  /** Why it was refused. */
  grounds?: Ground[];
  /** For an outstanding system: when it is expected (ISO date). */
  expectedOn?: string;
}

export interface DatasetOutcome {
  dataset: string;
  found: number;
  exported?: number;
  erased?: number;
  kept?: { count: number; until: string };
}

/** Which kind of receipt; the family of RECEIPTS.md, of which the log issue brings the rest. */
export type ReceiptKind = 'request' | 'extension' | 'fulfilment' | 'deletion' | 'denial' | 'closure' | 'correction' | 'consent';

/** Why a request, or part of it, is refused: code, article, and the sentence the person reads. */
export interface Ground {
  code: string;
  /** The article, its source named. */
  law: string;
  text: string;
  /** The law under which it counts; absent where it is not one law's: nobody knows who asks, or no law gives the right. */
  under?: string;
  /** What it is about; absent = everything refused with it. */
  right?: Right;
  pass?: Action;
  system?: string;
}

/** A part of a finished package. */
export interface PackagePart {
  name: string;
  bytes: number;
  sha256: string;
}

/** A request that another one names: so that it can be read when the other record is gone. */
export interface NamedRequest {
  id: RequestId;
  reference: Reference;
}

/** What an appeal is about, as it stood when it came in. */
export interface Contested extends NamedRequest {
  /** Rights that were refused, as a whole or in part. */
  refused: Right[];
  /** Staff who decided that. */
  deciders: string[];
}

/** What came of an appeal. */
export interface AppealDecision {
  by: string;
  decision: 'granted' | 'upheld';
  /** Rights that will be carried out after all. */
  rights: Right[];
  /** Rights for which the first answer stands. */
  stands: Right[];
  /** In the words the person reads, for what is granted too ("a written explanation of the reasons", Va. Code 59.1-577(C)). */
  reason: string;
  /** On which article the appeal rests. */
  article: string;
}

/** Data of each event by type. Nothing here says who the person is: that is `sealed`, under the case's key. */
export interface EventData {
  /** A request came in: everything needed to start it. */
  received: {
    reference: Reference;
    rights: Right[];
    /** The law whose date came first at receipt. */
    law: string;
    /** All laws that apply, in the order of the configuration. */
    laws: string[];
    residence?: string;
    /** Country from which it came by the network's knowledge, where that differs from what the person said. */
    observedCountry?: string;
    /** Brand of the company it is about, where there are several. */
    brand?: string;
    /** For an appeal: the request whose answer it is about. */
    appealOf?: Contested;
    channel: Channel;
    lang: string;
    receivedAt: string;
    /** The civil date of receipt where the company counts. */
    receivedOn: string;
    /** The date as it was promised at receipt; what counts now is recomputed from the events. */
    dueOn: string;
    tooLateAt: string;
    /** Person's details encrypted under the case key. */
    sealed: string;
    /** Keyed hash of the normalised address, to find duplicates. */
    subject: string;
    onBehalf?: boolean;
    /** For a request that came as a letter. Without rights, somebody has to read it first. */
    letter?: LetterFacts;
    /** Who of the staff entered what came by post or phone, and what they scanned. */
    enteredBy?: string;
    scan?: ScanFacts;
  };
  /** Somebody read a letter and found what it asks for. */
  sorted: { by: string; rights: Right[]; law: string; laws: string[]; residence?: string; onBehalf?: boolean };
  /** A mail came that belongs to this request; the first letter too. */
  'mail-received': MailFacts;
  /** What was attached to a mail has been erased. */
  'papers-erased': { mail: string };
  /** The address was written to today already: its next mail says everything together. */
  'acknowledgement-deferred': { until: string };
  /** A letter was printed and posted; civil date. */
  posted: { mailId: string; by: string; on: string };
  /** Staff found out where the person can be written to: an address in place of the one that was given. Under the case key. */
  'address-given': { by: string; sealed: string };
  /** A mail that did not arrive goes out again, to the address of now. */
  'mail-again': { mailId: string; by: string };
  /** The acknowledgement went out. */
  /** Without a receipt where nobody has read yet what is asked. */
  acknowledged: { receiptId?: ReceiptId; mailId: string };
  /** A mail with link and code went out; `round` counts resends. */
  'verification-asked': { round: number; mailId: string };
  /** `by` and `reason` when staff confirmed the person by other means. */
  verified: { method: 'link' | 'code' | 'staff' | 'not-needed'; by?: string; reason?: string };
  /** The verification stayed silent until its end. */
  'verification-expired': Record<string, never>;
  /** Law, duplicates and scope were looked at. */
  assessed: { decision: 'proceed' | 'refuse'; duplicates: RequestId[]; grounds: Ground[]; notes: string[] };
  /** Which systems, in which waves, in which passes. */
  planned: { waves: string[][]; passes: Action[] };
  /** One wave of one pass is done; parallel branches wrote their own items, this event names them. */
  'wave-done': { pass: Action; round: number; wave: number; outcomes: SystemOutcome[] };
  'review-asked': { taskId: TaskId; withheld: { system: string; dataset: string; column: string }[] };
  reviewed: { by: string; decision: 'approved' | 'not-needed'; released: string[] };
  packaged: { round: number; parts: PackagePart[]; files: number; manifestSha256: string; interim: boolean; empty: boolean };
  /** `supersedes`: for a correction, the receipt it takes the place of. */
  'receipt-issued': { receiptId: ReceiptId; kind: ReceiptKind; interim: boolean; supersedes?: ReceiptId };
  /** Staff corrected what a receipt says; it goes out as a receipt of its own, and the wrong one stays as it is. */
  'correction-asked': { receiptId: ReceiptId; by: string; /** In the words the person reads, both. */ text: string; reason: string };
  /** The answer of a pass went out. */
  delivered: { pass: Action | 'none'; round: number; mailId: string; readyAt: string; until?: string; outstanding: string[] };
  'package-fetched': { part: number };
  'fetch-ended': { how: 'fetched' | 'waived' | 'window-ended' };
  'task-opened': { taskId: TaskId; kind: TaskKind; system?: string; pass?: Action; code?: string };
  'task-done': { taskId: TaskId; by: string; outcome: TaskOutcome; reason?: string };
  /** Near the due date: a person must choose what happens with late systems. */
  'choice-asked': { systems: string[] };
  'choice-made': { by: string; choice: LateChoice; ground?: string; reason?: string };
  /** Staff wrote a question; it is mailed within the hour, and nothing goes out or is erased from here on. */
  'question-written': { about: Question; by: string; number: number; /** Words of the question, under the case key. */ sealed: string };
  /** The person was asked something; whether that stops a clock is the law's business. */
  asked: { about: Question; by: string; number: number; mailId: string; /** Words of the question, under the case key. */ sealed: string };
  /** `by`: `person`, or who of the staff recorded an answer that came another way. */
  answered: {
    number: number;
    by: string;
    /** Words of the answer, under the case key. */
    sealed?: string;
    /** Civil date on which it came, where that is not the day of the record. */
    on?: string;
    /** Nobody of the staff has read it: the clock runs again, and nothing goes out or is erased yet. */
    unread?: true;
  };
  /** Staff read an answer and found that the request can go on. */
  'answer-read': { number: number; by: string; /** Why, under the case key. */ sealed?: string };
  /** Staff wrote something to the person that asks nothing; it is mailed within the hour. */
  written: { number: number; by: string; /** Subject and words, under the case key. */ sealed: string };
  /** It went out. */
  wrote: { number: number; mailId: string };
  /** `laws`: those that know the ground, whose dates moved. */
  extended: { by: string; ground: string; reason: string; dueOn: string; tooLateAt: string; laws?: string[] };
  /**
   * What will not be done: `rights`, which are then told by a denial of their own; or a `pass` that a person refused instead of
   * doing it; or `systems` of a pass, which the receipt of that pass names. What staff refused in one decision is one event.
   */
  refused: {
    by: string;
    grounds: Ground[];
    scope: 'full' | 'partial';
    rights?: Right[];
    pass?: Action;
    systems?: { pass: Action; system: string }[];
    /** In words for the person, beside the grounds. */
    reason?: string;
    /** The day by which it had to be told had passed. */
    late?: { on: string; article: string };
    /** Number of the execution that was running and has to be stopped. */
    execution?: number;
  };
  /** The person appealed against the answer to this request; the appeal is a request of its own. */
  appealed: { appeal: RequestId; reference: Reference };
  /** An appeal was decided; what was granted is carried out by the appeal's own request. */
  'appeal-decided': AppealDecision;
  /** What we hold for somebody else: passed on to them, who must answer. */
  'passed-on': {
    to: string;
    /** Their mail address. */
    contact: string;
    /** Empty: the whole request, because its brand is theirs. */
    systems: string[];
    mailId: string;
  };
  /** `due` and `overdue` went to staff, `to` says under which of the policy's reminders; the others to the person. */
  reminded: { what: 'verification' | 'due' | 'overdue' | 'question'; step: string; to?: string };
  /** `type` and `subType`: why, in the words of who reports it. */
  'mail-bounced': { mailId: string; kind: 'bounce' | 'complaint'; type?: string; subType?: string };
  /** Somebody of the staff looked at the person's details, at others' data, or at the answer to print it. */
  looked: { by: string; at: 'person' | 'withheld' | 'package' };
  /** A fault nobody foresaw; a person resumes it after the cause is mended. */
  parked: { step: string; error: string };
  resumed: { by: string; step: string };
  withdrawn: { by: 'person' | 'staff' };
  /** `dismissed`: a letter that asks for nothing. */
  closed: { outcome: 'answered' | 'denied' | 'withdrawn' | 'dismissed' };
  purged: { purgedAt: string; irrecoverableFrom: string };
}

export type EventType = keyof EventData;

export type LateChoice = 'interim' | 'extend' | 'refuse-part';

/**
 * Work for a person: a failed system, a review, a right no machine can do, a mail that did not arrive, a choice, an answer to read, a
 * fault; a letter to make sense of, a mail to read, a letter to print and post.
 */
export const STAFF_TASKS = [
  'system-failed',
  'review',
  'act',
  'mail-failed',
  'late-choice',
  'read-answer',
  'parked',
  'sort',
  'read-mail',
  'post',
] as const;
export type StaffTaskKind = (typeof STAFF_TASKS)[number];

/** Work that is left when a request has ended: what it said must still reach the person, and what the person says somebody. */
const OUTLIVING: readonly TaskKind[] = ['mail-failed', 'post', 'read-mail'];

/** True for a task that its request's end does not settle. */
export function outlivesRequest({ kind }: { kind: TaskKind }): boolean {
  return OUTLIVING.includes(kind);
}

/** What an execution may wait for: staff, the person's confirmation, answer or download, or a system that answers later. */
export type TaskKind = StaffTaskKind | 'verify' | 'fetch' | 'later' | 'answer';

/** How a task ended. `outstanding` frees the request to answer without the system for now. */
export type TaskOutcome = 'retry' | 'skip' | 'done' | 'outstanding' | 'refused';

export type EventOf<T extends EventType> = {
  requestId: RequestId;
  /** Position, from 1, without gaps. */
  seq: number;
  /** Deterministic: a step that runs twice appends once. */
  key: string;
  type: T;
  /** ISO instant. */
  at: string;
  data: EventData[T];
};

export type RequestEvent = { [T in EventType]: EventOf<T> }[EventType];

/** An event before it has a position. */
export type NewEvent = { [T in EventType]: Pick<EventOf<T>, 'key' | 'type' | 'at' | 'data'> }[EventType];
