/** What the staff pages need from the rest of the product. */
import type { Configuration } from '../../domain/configuration.ts';
import type { ReceiptId, RequestId, TaskId } from '../../domain/ids.ts';
import type { RefusedItem } from '../../domain/refusal/decide.ts';
import type { OpenTask, Request } from '../../domain/request.ts';
import type { Right } from '../../domain/rights.ts';
import type { Question } from '../../domain/law/law.ts';
import type { QuestionText } from '../../domain/question-text.ts';
import type { MessageText } from '../../domain/message-text.ts';
import type { Entered, Entry } from '../../steps/enter-request.ts';
import type { SpokenMessage } from '../../steps/write-person.ts';
import type { SpokenQuestion } from '../../steps/question-words.ts';
import type { MailPort } from './mail-port.ts';
import type { PostPort } from './post-port.ts';
import type { LateChoice, NamedRequest, RequestEvent, TaskOutcome } from '../../domain/request-events.ts';

/** Roles of staff: `viewer` reads, `agent` does tasks, `reviewer` decides reviews and late choices, `admin` resumes parked requests. */
export type Role = 'viewer' | 'agent' | 'reviewer' | 'admin';

export interface Staff {
  /** Subject of the identity provider; the `by` of events. */
  sub: string;
  name: string;
  roles: Role[];
}

/** One line of the deadline board. */
export interface BoardRow {
  id: RequestId;
  reference: string;
  rights: string[];
  law: string;
  state: string;
  /** While paused, the day it would be if nothing had been asked. */
  dueOn: string;
  paused?: { daysLeft: number } | undefined;
  receivedAt: string;
  /** What it waits for, as a step name. */
  waitsFor?: string;
  tasks: number;
  parked: boolean;
  /** The request an appeal is about. */
  appealOf?: NamedRequest;
}

/** What one system did in one pass, also while it is still at it. */
export interface SystemProgress {
  system: string;
  pass: string;
  phase: 'find' | 'export' | 'erase' | 'verify' | 'done';
  attempts: number;
  found?: number;
  outcome?: string;
  lastError?: string;
  at: string;
}

/** A mail as it was sent: kind and fate, never its text. */
export interface MailRecord {
  mailId: string;
  kind: string;
  claimedAt: string;
  /** For a letter on paper the civil date on which it was posted. */
  sentAt?: string;
  paper?: true;
}

export interface CaseFile {
  request: Request;
  events: RequestEvent[];
  progress: SystemProgress[];
  mails: MailRecord[];
  /** The words of questions and answers, together with the person's details. */
  questions?: SpokenQuestion[];
  /** The words of what staff wrote, likewise. */
  messages?: SpokenMessage[];
  /** The person's details: shown to staff who work on the case, and that is recorded. */
  person?: {
    email?: string;
    address?: string[];
    phone?: string;
    name?: string;
    identifiers: Record<string, string>;
    note?: string;
    onBehalfOf?: { name: string; relation: string };
  };
}

/** Something a person withheld or may release in a review: rows of a column about others, by system and dataset. */
export interface WithheldColumn {
  system: string;
  dataset: string;
  column: string;
  rows: number;
  /** Some of the withheld values, for the reviewer only. */
  samples: string[];
}

/** What a receipt told the person. */
export interface ToldReceipt {
  id: ReceiptId;
  issuedAt: string;
  /** Language of the text. */
  lang: string;
  text: string;
  /** Signed bytes: a correction names their hash. */
  jws: string;
}

/** A refusal may name the article it rests on. */
export type Done = { ok: true } | { ok: false; reason: string; article?: string };

export interface ConsolePort extends MailPort, PostPort {
  configuration: Configuration;
  baseUrl: string;
  now(): number;
  /** Open requests by due date, a page at a time; only those of a state or law if given. A cursor that is none starts at the beginning. */
  board(input: { cursor?: string; state?: string; law?: string }): Promise<{ rows: BoardRow[]; next?: string }>;
  /** Open tasks of staff by due date, a page at a time, also of requests that have ended. */
  tasks(input: { cursor?: string }): Promise<{ waiting: { row: BoardRow; task: OpenTask }[]; next?: string }>;
  find(reference: string): Promise<RequestId | undefined>;
  /** With `reveal` the case file holds the person's details, and who looked is recorded before they are returned. */
  open(id: RequestId, staff: Staff, options?: { reveal: boolean }): Promise<CaseFile | undefined>;
  /** The samples are others' data: who looked is recorded. */
  withheld(id: RequestId, staff: Staff): Promise<WithheldColumn[]>;
  completeTask(input: { id: RequestId; taskId: TaskId; outcome: TaskOutcome; reason?: string; by: Staff }): Promise<Done>;
  /** `released` names columns as `system/dataset/column`. */
  decideReview(input: { id: RequestId; taskId: TaskId; released: string[]; by: Staff }): Promise<Done>;
  /** Of the refused rights those that are granted; none: the answer stands. */
  decideAppeal(input: { id: RequestId; taskId: TaskId; granted: Right[]; reason: string; by: Staff }): Promise<Done>;
  chooseLate(input: { id: RequestId; choice: LateChoice; ground?: string; reason?: string; by: Staff }): Promise<Done>;
  /** Refuses on grounds of the law; what is told goes out with the next execution. */
  refuse(input: { id: RequestId; items: RefusedItem[]; reason: string; by: Staff }): Promise<Done>;
  /** Confirms the person's identity by other means than the mailbox, with the reason recorded. */
  confirmIdentity(input: { id: RequestId; reason: string; by: Staff }): Promise<Done>;
  /** Writes a question to the person; it is mailed within the hour. */
  askPerson(input: { id: RequestId; about: Question; text: QuestionText; by: Staff }): Promise<Done>;
  /** Takes in what came by post or phone. */
  enterRequest(input: Omit<Entry, 'by'> & { by: Staff }): Promise<Entered>;
  /** Writes to the person; it is mailed within the hour. */
  writePerson(input: { id: RequestId; text: MessageText; by: Staff }): Promise<Done>;
  /** Records an answer that came another way, or that the person's own was read. `on`: the civil date on which it came. */
  answerQuestion(input: { id: RequestId; number: number; words?: string; reason?: string; on?: string; by: Staff }): Promise<Done>;
  resume(input: { id: RequestId; by: Staff }): Promise<Done>;
  withdraw(input: { id: RequestId; by: Staff }): Promise<Done>;
  /** A receipt of this request; undefined for any other. */
  receipt(id: RequestId, receiptId: ReceiptId): Promise<ToldReceipt | undefined>;
  /** Says what is right in place of what a receipt says; it is mailed within the hour. */
  correct(input: { id: RequestId; receiptId: ReceiptId; text: string; reason: string; by: Staff }): Promise<Done>;
}
