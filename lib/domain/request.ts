/** A request as its events tell it: `requestOf` folds them, `requestCan` says what may be done now and why not. */
import type { RequestId, ReceiptId, TaskId } from './ids.ts';
import type { Reference } from './reference.ts';
import {
  type Channel,
  type Contested,
  type EventOf,
  type EventType,
  type Ground,
  type LetterFacts,
  type MailFacts,
  type NamedRequest,
  outlivesRequest,
  type PackagePart,
  type RequestEvent,
  type SystemOutcome,
  type TaskKind,
} from './request-events.ts';
import { actionOf, type Action, passesOf, type Right } from './rights.ts';
import type { Question } from './law/law.ts';
import { REFUSED_BY_STAFF } from './refusal/without-exemption.ts';
import type { ClockEvent } from './clock/clock-events.ts';
import { clockEventsIn } from './clock-events-in.ts';
import type { WrittenMessage } from './message-text.ts';
import { type ClockPlace, type RequestClock, requestClock } from './clock/request-clock.ts';

export type RequestState =
  | 'received'
  | 'awaiting-verification'
  | 'in-progress'
  | 'in-review'
  | 'ready'
  | 'answered'
  | 'denied'
  | 'withdrawn'
  | 'dismissed';

export interface OpenTask {
  taskId: TaskId;
  kind: TaskKind;
  system?: string;
  pass?: Action;
  code?: string;
  openedAt: string;
}

export interface Delivery {
  pass: Action | 'none';
  round: number;
  readyAt: string;
  until?: string;
  /** Systems that were still to answer; the answer was interim if there were any. */
  outstanding: string[];
  /** What was handed out: a supplementary answer does not take back the first one. */
  parts?: PackagePart[];
}

/** Something the person is asked: written, mailed, answered, and read. */
export interface AskedQuestion {
  number: number;
  about: Question;
  /** Who of the staff wrote it. */
  by: string;
  sealed: string;
  /** The mail with it went out: from then on the clocks know of it. */
  askedAt?: string;
  answeredAt?: string;
  /** `person`, or who of the staff recorded it. */
  answeredBy?: string;
  answer?: string;
  /** Staff know what was answered: nothing is held for it any more. */
  settledAt?: string;
  /** Why staff found that the request can go on. */
  finding?: string;
}

type Refused = EventOf<'refused'>['data'];

/** Everything known about a request, without saying who the person is. */
export interface Request {
  id: RequestId;
  reference: Reference;
  state: RequestState;
  /** Empty until somebody has made sense of a letter. */
  rights: Right[];
  /** The law whose date came first at receipt; `clock.leading` is the one whose date comes first now. */
  law: string;
  laws: string[];
  residence?: string;
  observedCountry?: string;
  brand?: string;
  appealOf?: Contested;
  channel: Channel;
  letter?: LetterFacts;
  enteredBy?: string;
  /** What came by mail, in the order of arrival. */
  mails: (MailFacts & { at: string; erasedAt?: string })[];
  /** Until when the acknowledgement waits, because the address was written to today already. */
  deferredUntil?: string | undefined;
  lang: string;
  receivedAt: string;
  receivedOn: string;
  /** What the clocks know of; see `clock/`. */
  clockEvents: ClockEvent[];
  clock: RequestClock;
  /** `clock.dueOn`: while paused, the day it would be if nothing had been asked. */
  dueOn: string;
  tooLateAt: string;
  extended: boolean;
  questions: AskedQuestion[];
  messages: WrittenMessage[];
  /** What will not be done; the rest goes on. */
  refusals: Refused[];
  appeals: NamedRequest[];
  appealDecision?: EventOf<'appeal-decided'>['data'];
  passedOn: (EventOf<'passed-on'>['data'] & { at: string })[];
  sealed: string;
  /** Where the person can be written to, if not where they said. `sought`: it came before anybody confirmed anything, so systems look for it. */
  newAddress?: { sealed: string; sought: boolean };
  subject: string;
  verifiedAt?: string;
  verification?: EventOf<'verified'>['data']['method'];
  verificationRound: number;
  /** Nobody confirmed the address in time. */
  silent: boolean;
  waves: string[][];
  passes: Action[];
  /** Latest outcome per system and pass. */
  outcomes: SystemOutcome[];
  tasks: OpenTask[];
  choice?: EventOf<'choice-made'>['data'];
  /** The extension somebody chose: a later choice of another kind does not take it back. */
  extensionChosen?: EventOf<'choice-made'>['data'];
  choiceAsked: boolean;
  package?: { parts: PackagePart[]; files: number; manifestSha256: string; empty: boolean };
  deliveries: Delivery[];
  fetchedAt?: string;
  fetchEnded?: EventOf<'fetch-ended'>['data']['how'];
  /** In the order of issue. */
  receipts: (EventOf<'receipt-issued'>['data'] & { at: string })[];
  /** What staff corrected, each receipt at most once: a correction can be corrected in turn. */
  corrections: (EventOf<'correction-asked'>['data'] & { at: string })[];
  grounds: Ground[];
  released: string[];
  parked: { step: string; error: string; at: string } | undefined;
  closedAt?: string;
  purgedAt?: string;
  irrecoverableFrom?: string;
  /** Position of the last event folded in. */
  seq: number;
}

/** A request before its clock has been read. */
type Folded = Omit<Request, 'clock' | 'dueOn' | 'tooLateAt' | 'clockEvents'>;

type Fold<T extends EventType> = (request: Folded, event: EventOf<T>) => Partial<Folded>;

const unchanged = (): Partial<Folded> => ({});

/** Replaces earlier outcomes of the same system and pass. */
function mergeOutcomes(before: SystemOutcome[], now: SystemOutcome[]): SystemOutcome[] {
  const replaced = new Set(now.map((outcome) => `${outcome.pass}/${outcome.system}`));
  return [...before.filter((outcome) => !replaced.has(`${outcome.pass}/${outcome.system}`)), ...now];
}

/** What was granted is carried out by the appeal's own request; where the first answer stands, the reasons are grounds like any other. */
function appealDecided(request: Folded, { data }: EventOf<'appeal-decided'>): Partial<Folded> {
  const rights = [...new Set([...request.rights, ...data.rights])];
  const ground = { code: REFUSED_BY_STAFF, law: data.article, text: data.reason };
  const grounds = data.stands.length === 0 ? request.grounds : [...request.grounds, ground];
  return { appealDecision: data, rights, passes: passesOf(rights), grounds };
}

/** What became of a question. */
function inQuestion({ questions }: Folded, number: number, change: Partial<AskedQuestion>): Partial<Folded> {
  return { questions: questions.map((question) => (question.number === number ? { ...question, ...change } : question)) };
}

/** What each event changes. */
const FOLDS: { [T in EventType]: Fold<T> } = {
  received: unchanged,
  acknowledged: () => ({ deferredUntil: undefined }),
  // Who confirmed the letter before anybody read it is not asked again.
  sorted: ({ state, verifiedAt }, { data: { by: _by, onBehalf: _onBehalf, ...sorted } }) => ({
    ...sorted,
    state: verifiedAt === undefined ? state : 'in-progress',
  }),
  'mail-received': (request, { at, data }) => ({ mails: [...request.mails, { ...data, at }] }),
  'papers-erased': ({ mails }, { at, data }) => ({
    mails: mails.map((one) => (one.mail === data.mail ? { ...one, erasedAt: at } : one)),
  }),
  'acknowledgement-deferred': (_, { data }) => ({ deferredUntil: data.until }),
  posted: unchanged,
  'address-given': ({ verifiedAt }, { data }) => ({ newAddress: { sealed: data.sealed, sought: verifiedAt === undefined } }),
  'mail-again': unchanged,
  // A mail that was under way while the address was confirmed, or the time ended, takes neither back.
  'verification-asked': ({ state, verifiedAt, silent }, { data }) => ({
    state: verifiedAt === undefined && !silent ? 'awaiting-verification' : state,
    verificationRound: data.round,
  }),
  verified: (request, { at, data }) => ({
    state: isUnsorted(request) ? request.state : 'in-progress',
    verifiedAt: at,
    verification: data.method,
  }),
  'verification-expired': () => ({ state: 'in-progress', silent: true }),
  assessed: unchanged,
  planned: (_, { data }) => ({ waves: data.waves, passes: data.passes }),
  'wave-done': (request, { data }) => ({ outcomes: mergeOutcomes(request.outcomes, data.outcomes) }),
  'review-asked': () => ({ state: 'in-review' }),
  reviewed: (_, { data }) => ({ state: 'in-progress', released: data.released }),
  packaged: (_, { data }) => ({
    package: { parts: data.parts, files: data.files, manifestSha256: data.manifestSha256, empty: data.empty },
  }),
  'receipt-issued': (request, { at, data }) => ({ receipts: [...request.receipts, { ...data, at }] }),
  'correction-asked': (request, { at, data }) => ({ corrections: [...request.corrections, { ...data, at }] }),
  delivered: (request, { data }) => ({
    state: data.pass === 'export' ? 'ready' : 'in-progress',
    deliveries: [
      ...request.deliveries,
      {
        pass: data.pass,
        round: data.round,
        readyAt: data.readyAt,
        outstanding: data.outstanding,
        ...(data.until === undefined ? {} : { until: data.until }),
        ...(data.pass === 'export' && request.package ? { parts: request.package.parts } : {}),
      },
    ],
  }),
  'package-fetched': (request, { at }) => ({ fetchedAt: request.fetchedAt ?? at }),
  'fetch-ended': (_, { data }) => ({ state: 'in-progress', fetchEnded: data.how }),
  'task-opened': (request, { at, data }) => ({ tasks: [...request.tasks, { ...data, openedAt: at }] }),
  'task-done': (request, { data }) => ({ tasks: request.tasks.filter((task) => task.taskId !== data.taskId) }),
  'choice-asked': () => ({ choiceAsked: true }),
  'choice-made': (_, { data }) => ({ choice: data, ...(data.choice === 'extend' ? { extensionChosen: data } : {}) }),
  'question-written': (request, { data: { number, about, by, sealed } }) => ({
    questions: [...request.questions, { number, about, by, sealed }],
  }),
  asked: (request, { at, data: { number, about, by, sealed } }) => ({
    questions: [...request.questions.filter((one) => one.number !== number), { number, about, by, sealed, askedAt: at }],
  }),
  answered: (request, { at, data: { number, by, sealed, unread } }) =>
    inQuestion(request, number, {
      answeredAt: at,
      answeredBy: by,
      ...(sealed === undefined ? {} : { answer: sealed }),
      ...(unread ? {} : { settledAt: at }),
    }),
  'answer-read': (request, { at, data: { number, sealed } }) =>
    inQuestion(request, number, { settledAt: at, ...(sealed === undefined ? {} : { finding: sealed }) }),
  written: (request, { at, data }) => ({ messages: [...request.messages, { ...data, writtenAt: at }] }),
  wrote: ({ messages }, { at, data: { number } }) => ({
    messages: messages.map((message) => (message.number === number ? { ...message, wroteAt: at } : message)),
  }),
  extended: () => ({ extended: true }),
  refused: (request, { data }) => ({ grounds: [...request.grounds, ...data.grounds], refusals: [...request.refusals, data] }),
  appealed: (request, { data }) => ({ appeals: [...request.appeals, { id: data.appeal, reference: data.reference }] }),
  'appeal-decided': appealDecided,
  'passed-on': (request, { at, data }) => ({ passedOn: [...request.passedOn, { ...data, at }] }),
  reminded: unchanged,
  'mail-bounced': unchanged,
  looked: unchanged,
  parked: (_, { at, data }) => ({ parked: { ...data, at } }),
  resumed: () => ({ parked: undefined }),
  withdrawn: unchanged,
  closed: ({ tasks }, { at, data }) => ({ state: data.outcome, closedAt: at, tasks: tasks.filter(outlivesRequest) }),
  purged: (_, { data }) => data,
};

/** What was scanned as a request was entered is a letter like any other. */
function scanned({ scan, receivedAt: at }: EventOf<'received'>['data']): Request['mails'] {
  return scan === undefined ? [] : [{ ...scan, kind: 'letter', authenticated: false, fromPerson: true, at }];
}

function firstState(event: EventOf<'received'>): Folded {
  const { dueOn: _dueOn, tooLateAt: _tooLateAt, onBehalf: _onBehalf, scan: _scan, ...data } = event.data;
  return {
    ...data,
    id: event.requestId,
    state: 'received',
    extended: false,
    verificationRound: 0,
    silent: false,
    waves: [],
    passes: [],
    outcomes: [],
    tasks: [],
    questions: [],
    messages: [],
    refusals: [],
    appeals: [],
    passedOn: [],
    choiceAsked: false,
    deliveries: [],
    receipts: [],
    corrections: [],
    mails: scanned(event.data),
    grounds: [],
    released: [],
    parked: undefined,
    seq: event.seq,
  };
}

function transition(request: Folded | undefined, event: RequestEvent): Folded {
  if (request === undefined) {
    if (event.type !== 'received') throw new TypeError(`A request begins with "received", not "${event.type}"`);
    return firstState(event);
  }
  const fold = FOLDS[event.type] as Fold<EventType>;
  const changed = { ...request, ...fold(request, event), seq: event.seq };
  // What is closed stays closed: a late click or a branch that was still running changes facts, not the state.
  return request.closedAt === undefined ? changed : { ...changed, state: request.state, closedAt: request.closedAt };
}

/** Rights that were refused as such, while the rest of the request goes on. */
export function refusedRights({ refusals }: Pick<Request, 'refusals'>): Right[] {
  return refusals.flatMap(({ rights = [] }) => rights);
}

/** Rights answered for good: refused ones, and those of passes whose last delivery left nothing outstanding. */
export function answeredRights(request: Pick<Folded, 'rights' | 'refusals' | 'deliveries'>): Right[] {
  const done = (right: Right): boolean => lastDelivery(request, actionOf(right))?.outstanding.length === 0;
  return [...refusedRights(request), ...request.rights.filter(done)];
}

const APPEAL: readonly Right[] = ['appeal'];

/** True for a letter that nobody has made sense of yet. */
export function isUnsorted({ rights }: Pick<Request, 'rights'>): boolean {
  return rights.length === 0;
}

/** Folds all events and reads the clock; undefined if there are none. The first event must be `received`. */
export function requestOf(events: readonly RequestEvent[], place: ClockPlace): Request | undefined {
  const folded = events.reduce<Folded | undefined>(transition, undefined);
  if (folded === undefined) return undefined;
  const clockEvents = clockEventsIn(events, place);
  // "Within 60 days of receipt of an appeal ... any action taken or not taken" (Va. Code 59.1-577(C)): one date for all it grants.
  const clocked =
    folded.appealOf === undefined ? { rights: folded.rights, answered: answeredRights(folded) } : { rights: APPEAL, answered: [] };
  const clock = requestClock({ ...folded, ...clocked, clockEvents }, place);
  return { ...folded, clockEvents, clock, dueOn: clock.dueOn, tooLateAt: clock.tooLateAt };
}

/** True once nothing more will be done but purging and record keeping. */
export function isClosed(request: Pick<Request, 'closedAt'>): boolean {
  return request.closedAt !== undefined;
}

/** What the person is being asked, or has answered without anybody having read it: nothing goes out or is erased meanwhile. */
export function openQuestions({ questions }: Pick<Request, 'questions'>): AskedQuestion[] {
  return questions.filter(({ settledAt }) => settledAt === undefined);
}

/**
 * True if the person is told in our words what came of work by hand: whoever complained hears the outcome ("inform the complainant
 * of the outcome", DPA 2018 s.164A), and a bare "done" is none.
 */
export function tellsOutcome(request: Pick<Request, 'rights'>, { kind, pass }: Pick<OpenTask, 'kind' | 'pass'>): boolean {
  return kind === 'act' && pass === actionOf('complaint') && request.rights.includes('complaint');
}

/** The receipt that takes the place of one, if it was corrected. */
export function supersededBy({ receipts }: Pick<Request, 'receipts'>, receiptId: ReceiptId): ReceiptId | undefined {
  return receipts.find(({ supersedes }) => supersedes === receiptId)?.receiptId;
}

/** Systems that are still to answer in a pass. */
export function outstandingIn(request: Request, pass: Action): SystemOutcome[] {
  return request.outcomes.filter((outcome) => outcome.pass === pass && outcome.outcome === 'outstanding');
}

/** The last delivery of a pass. */
export function lastDelivery(request: Pick<Request, 'deliveries'>, pass: Action): Delivery | undefined {
  return request.deliveries.findLast((delivery) => delivery.pass === pass);
}
