/** What the customer pages and the API need from the rest of the product. */
import type { Configuration } from '../../domain/configuration.ts';
import type { Appealed } from '../../steps/appeal-request.ts';
import type { Promised } from '../../steps/intake.ts';
import type { PassedOnView } from '../../steps/read-passed-on.ts';
import type { PersonsQuestion } from '../../steps/question-words.ts';
import type { RequestId } from '../../domain/ids.ts';
import type { Reachable } from '../../domain/person.ts';
import type { Request } from '../../domain/request.ts';
import type { Channel, RequestEvent } from '../../domain/request-events.ts';
import type { Right } from '../../domain/rights.ts';
import type { PublishedKey } from '../../receipts/keys.ts';
import type { Sender } from './sender.ts';

/** A request as it comes from the form or the API, already checked field by field. */
export interface Submission {
  rights: Right[];
  person: Reachable;
  /** ISO 3166-1 or -2; absent = not sure. */
  residence?: string;
  /** Name of the brand it is about. */
  brand?: string;
  lang: string;
  channel: Channel;
  /** The same key with the same body is the same request. */
  idempotencyKey: string;
}

export type SubmitResult =
  | { ok: true; request: Request; statusToken: string }
  /** The key was used before for something else. */
  | { ok: false; reason: 'key-reused' }
  /** Too many requests from this sender or for this mailbox. */
  | { ok: false; reason: 'too-many' };

/**
 * `submitter` came by the link shown to whoever sent the form and learns nothing about what was found;
 * `person` came by a link mailed to the checked address.
 */
export type Access = 'submitter' | 'person';

/** Another request of the same person. */
export interface LinkedRequest {
  reference: string;
  /** Opens its page, and what it says; both absent once its record is erased. */
  personToken?: string;
  request?: Request;
}

export interface CaseView {
  request: Request;
  events: RequestEvent[];
  access: Access;
  /** For the person: appeals against this answer, and the request an appeal is about. */
  appeals?: LinkedRequest[];
  appealOf?: LinkedRequest;
  /** For the person: what they were asked, in words. */
  questions?: PersonsQuestion[];
  /** The address as typed, to be named on the page ("we wrote to ..."); only to its own submitter within the first hours. */
  email?: string;
}

/** `late`: it was answered before, or the request has ended. */
export type AnswerQuestionResult = { ok: true } | { ok: false; reason: 'words-missing' | 'too-long' | 'late' };

export type AppealResult = { ok: true; personToken: string } | { ok: false; reason: Exclude<Appealed, { ok: true }>['reason'] };

/** Every failure looks the same to the caller: `wrong` covers guessed, expired, used and unknown. */
export type ConfirmResult = { ok: true; personToken: string } | { ok: false; reason: 'wrong' | 'locked' };

export interface DownloadPart {
  number: number;
  name: string;
  bytes: number;
  sha256: string;
}

export type DownloadView =
  | { ok: true; request: Request; parts: DownloadPart[]; until: string; readyAt: string }
  | { ok: false; reason: 'unknown' | 'not-ready' | 'ended' };

export interface ReceiptView {
  jws: string;
  /** The payload, parsed. */
  payload: Record<string, unknown>;
  /** tlog-proof text; absent while no signed state of the log covers the receipt. */
  proof?: string;
  /** The newer receipt of the same thing, if there is one; `id` with or without its prefix. */
  supersededBy?: { id: string; issuedAt: string };
}

/** What the frame of every page needs. */
export interface PagePort {
  configuration: Configuration;
  /** Public origin without a trailing slash. */
  baseUrl: string;
  /** Milliseconds since the epoch. */
  now(): number;
}

export interface CustomerPort extends PagePort {
  /** The date that would be promised to a request sent now. */
  preview(input: { rights: Right[]; residence?: string; laws?: string[] }): Promised;
  submit(submission: Submission, sender: Sender): Promise<SubmitResult>;
  /** Reads a status or person token; undefined for anything else. */
  open(token: string): Promise<CaseView | undefined>;
  /** The API's reading by id: the token must be that request's. */
  openById(id: RequestId, token: string): Promise<CaseView | undefined>;
  confirmByLink(token: string): Promise<ConfirmResult>;
  /** The code belongs to the request of the status token. */
  confirmByCode(statusToken: string, code: string, sender: Sender): Promise<ConfirmResult>;
  /** Takes an appeal in, once; by the link of the person whose answer it is about. */
  appeal(personToken: string, words: string | undefined): Promise<AppealResult>;
  /** Answers a question, once; by the link of the person who was asked. */
  answer(personToken: string, answer: { number: number; words: string }): Promise<AnswerQuestionResult>;
  withdraw(token: string): Promise<{ ok: true } | { ok: false; reason: 'unknown' | 'wrong-state' }>;
  /** The person does not want to wait for the download before the deletion. */
  waiveFetch(personToken: string): Promise<{ ok: boolean }>;
  /** What a controller reads about a request passed on to them; `look` shows who asks, and is recorded. */
  passedOn(token: string, look: boolean): Promise<PassedOnView | undefined>;
  receipt(id: string): Promise<ReceiptView | undefined>;
  /** Id (with prefix) of the signed acknowledgement, known before it is signed; the API and the confirmation page link to it. */
  acknowledgementReceiptId(request: Request): string;
  /** Public signing keys with their history, as JWK. */
  keys(): Promise<PublishedKey[]>;
  /** Bytes of a file of a year's log, e.g. `checkpoint`; undefined if it is not there. */
  logFile(year: number, path: string): Promise<Uint8Array | undefined>;
  /** Places of the statements in a year's log, a page behind `after`, as LogFiles has them. */
  logStatements(year: number, after?: number): Promise<number[]>;
  /** All logs, oldest first. */
  logs(): Promise<{ origin: string; vkey: string; url: string; from: string }[]>;
}

/** What the download pages need: served by a function of their own, the only one that can reach finished packages. */
export interface DownloadPort extends PagePort {
  download(downloadToken: string): Promise<DownloadView>;
  /** A URL of 15 minutes for one part; renewed by asking again. */
  presignPart(downloadToken: string, part: number): Promise<{ ok: true; url: string } | { ok: false; reason: 'unknown' | 'ended' }>;
}

/** What makes mails go out: served by a function of its own. */
export interface LetterPort extends PagePort {
  /** Sends a new mail at most every minute and five times; answers the same whether it did. */
  resendVerification(statusToken: string): Promise<void>;
  /** Mails a new download link to the person's address. */
  reissueLink(personToken: string): Promise<{ ok: boolean }>;
}

/** What connected systems reach: served by a function of its own. */
export interface CallbackPort extends PagePort {
  /** Body posted back by a connected system that answers later. */
  callback(token: string, body: unknown): Promise<{ ok: boolean }>;
}
