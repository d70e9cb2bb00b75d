/** A request as its events tell it: `transition` folds them, `requestCan` says what may be done now and why not. */
import type { RequestId, ReceiptId, TaskId } from './ids.ts';
import type { Reference } from './reference.ts';
import type {
  Channel,
  EventOf,
  EventType,
  Ground,
  PackagePart,
  ReceiptKind,
  RequestEvent,
  SystemOutcome,
  TaskKind,
} from './request-events.ts';
import type { Action, Right } from './rights.ts';

export type RequestState =
  | 'received'
  | 'awaiting-verification'
  | 'in-progress'
  | 'in-review'
  | 'ready'
  | 'answered'
  | 'denied'
  | 'withdrawn';

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

/** Everything known about a request, without saying who the person is. */
export interface Request {
  id: RequestId;
  reference: Reference;
  state: RequestState;
  rights: Right[];
  law: string;
  residence?: string;
  channel: Channel;
  lang: string;
  receivedAt: string;
  dueOn: string;
  tooLateAt: string;
  extended: boolean;
  sealed: string;
  subject: string;
  verifiedAt?: string;
  verification?: EventOf<'verified'>['data']['method'];
  verificationRound: number;
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
  receipts: { receiptId: ReceiptId; kind: ReceiptKind; interim: boolean; at: string }[];
  grounds: Ground[];
  released: string[];
  parked: { step: string; error: string; at: string } | undefined;
  closedAt?: string;
  purgedAt?: string;
  irrecoverableFrom?: string;
  /** Position of the last event folded in. */
  seq: number;
}

type Fold<T extends EventType> = (request: Request, event: EventOf<T>) => Partial<Request>;

const unchanged = (): Partial<Request> => ({});

/** Replaces earlier outcomes of the same system and pass. */
function mergeOutcomes(before: SystemOutcome[], now: SystemOutcome[]): SystemOutcome[] {
  const replaced = new Set(now.map((outcome) => `${outcome.pass}/${outcome.system}`));
  return [...before.filter((outcome) => !replaced.has(`${outcome.pass}/${outcome.system}`)), ...now];
}

/** What each event changes. */
const FOLDS: { [T in EventType]: Fold<T> } = {
  received: unchanged,
  acknowledged: unchanged,
  // A mail that was under way while the address was confirmed, or the time ended, takes neither back.
  'verification-asked': ({ state }, { data }) => ({
    state: state === 'received' ? 'awaiting-verification' : state,
    verificationRound: data.round,
  }),
  verified: (_, { at, data }) => ({ state: 'in-progress', verifiedAt: at, verification: data.method }),
  'verification-expired': () => ({ state: 'in-progress' }),
  assessed: (_, { data }) => ({ state: 'in-progress', ...(data.decision === 'refuse' ? { grounds: data.grounds } : {}) }),
  planned: (_, { data }) => ({ waves: data.waves, passes: data.passes }),
  'wave-done': (request, { data }) => ({ outcomes: mergeOutcomes(request.outcomes, data.outcomes) }),
  'review-asked': () => ({ state: 'in-review' }),
  reviewed: (_, { data }) => ({ state: 'in-progress', released: data.released }),
  packaged: (_, { data }) => ({
    package: { parts: data.parts, files: data.files, manifestSha256: data.manifestSha256, empty: data.empty },
  }),
  'receipt-issued': (request, { at, data }) => ({ receipts: [...request.receipts, { ...data, at }] }),
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
  extended: (_, { data }) => ({ extended: true, dueOn: data.dueOn, tooLateAt: data.tooLateAt }),
  refused: (request, { data }) => ({ grounds: [...request.grounds, ...data.grounds] }),
  reminded: unchanged,
  'mail-bounced': unchanged,
  looked: unchanged,
  parked: (_, { at, data }) => ({ parked: { ...data, at } }),
  resumed: () => ({ parked: undefined }),
  withdrawn: unchanged,
  closed: (_, { at, data }) => ({ state: data.outcome, closedAt: at, tasks: [] }),
  purged: (_, { data }) => data,
};

function firstState(event: EventOf<'received'>): Request {
  const { data } = event;
  return {
    id: event.requestId,
    reference: data.reference,
    state: 'received',
    rights: data.rights,
    law: data.law,
    ...(data.residence === undefined ? {} : { residence: data.residence }),
    channel: data.channel,
    lang: data.lang,
    receivedAt: data.receivedAt,
    dueOn: data.dueOn,
    tooLateAt: data.tooLateAt,
    extended: false,
    sealed: data.sealed,
    subject: data.subject,
    verificationRound: 0,
    waves: [],
    passes: [],
    outcomes: [],
    tasks: [],
    choiceAsked: false,
    deliveries: [],
    receipts: [],
    grounds: [],
    released: [],
    parked: undefined,
    seq: event.seq,
  };
}

/** The request after one more event. The first event must be `received`. */
export function transition(request: Request | undefined, event: RequestEvent): Request {
  if (request === undefined) {
    if (event.type !== 'received') throw new TypeError(`A request begins with "received", not "${event.type}"`);
    return firstState(event);
  }
  const fold = FOLDS[event.type] as Fold<EventType>;
  const changed = { ...request, ...fold(request, event), seq: event.seq };
  // What is closed stays closed: a late click or a branch that was still running changes facts, not the state.
  return isClosed(request) ? { ...changed, state: request.state, closedAt: request.closedAt! } : changed;
}

/** Folds all events; undefined if there are none. */
export function requestOf(events: readonly RequestEvent[]): Request | undefined {
  return events.reduce<Request | undefined>(transition, undefined);
}

/** True once nothing more will be done but purging and record keeping. */
export function isClosed(request: Request): boolean {
  return request.closedAt !== undefined;
}

/** Systems that are still to answer in a pass. */
export function outstandingIn(request: Request, pass: Action): SystemOutcome[] {
  return request.outcomes.filter((outcome) => outcome.pass === pass && outcome.outcome === 'outstanding');
}

/** The last delivery of a pass. */
export function lastDelivery(request: Request, pass: Action): Delivery | undefined {
  return request.deliveries.findLast((delivery) => delivery.pass === pass);
}
