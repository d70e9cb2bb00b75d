/** A world for the staff pages: cases made of real events behind an in-memory port that keeps the port's promises. */
import { asJws } from '../../receipts/document/sample-payloads.ts';
import { type FakeAside, type FakeMail, fakeMailPort } from './fake-mails.ts';
import { fakePostPort } from './fake-post.ts';
import { receivedFor } from '../../sample-request.ts';
import { denialPayload } from '../customer/payloads.ts';
import { DEFAULT_POLICIES } from '../../../lib/domain/config/default-policies.ts';
import type { Configuration } from '../../../lib/domain/configuration.ts';
import { awaitsDecision } from '../../../lib/domain/appeal.ts';
import { newId, type RequestId, type TaskId } from '../../../lib/domain/ids.ts';
import { type Reference, referenceFrom } from '../../../lib/domain/reference.ts';
import { mayAsk, mayCorrect, requestCan } from '../../../lib/domain/request-can.ts';
import { isClosed, type Request, requestOf } from '../../../lib/domain/request.ts';
import type { EventData, EventType, RequestEvent } from '../../../lib/domain/request-events.ts';
import { decideRefusal } from '../../../lib/domain/refusal/decide.ts';
import { dateFault, receivedAtOf } from '../../../lib/steps/enter-request.ts';
import { promise } from '../../../lib/steps/intake.ts';
import { openPartsOf, refusalEvent } from '../../../lib/steps/refuse-request.ts';
import type { LetterToPost } from '../../../lib/web/console/post-port.ts';
import { staffTasks } from '../../../lib/web/console/next-action.ts';
import type { BoardRow, CaseFile, ConsolePort, Done, MailRecord, SystemProgress, WithheldColumn } from '../../../lib/web/console/port.ts';

export const NOW = Date.parse('2026-11-20T10:00:00Z');
export const BASE = 'http://127.0.0.1:4400';
const PAGE = 4;
const TASK_PAGE = 50;

/** What receipts of this world say. */
export const TOLD = 'We deleted 911 records in 3 systems.';

const text = (en: string): { en: string } => ({ en });

export const configuration: Configuration = {
  controller: {
    name: 'Lindenhof Books',
    address: 'Am Linden 1, Berlin',
    country: 'DE-BE',
    email: 'privacy@lindenhof.example',
    zone: 'Europe/Berlin',
  },
  laws: ['eu-gdpr', 'us-ca-ccpa'],
  languages: ['en', 'de'],
  mailFrom: 'privacy@lindenhof.example',
  recipients: [],
  systems: {
    shop: { label: text('Shop'), findAfter: [], eraseAfter: [], kind: 'postgres', datasets: [], settings: {} },
    crm: { label: text('Customer care'), findAfter: [], eraseAfter: [], kind: 'http', datasets: [], settings: {} },
  },
  identifiers: { customerNumber: text('Customer number') },
  policies: { ...DEFAULT_POLICIES, silenceDays: 3 },
  staff: { rolesClaim: 'roles' },
};

/** One event: its type, its data, and how many hours ago it happened. */
export type Happened = { [T in EventType]: { type: T; data: EventData[T]; hoursAgo?: number } }[EventType];

export interface Case {
  events: RequestEvent[];
  progress: SystemProgress[];
  mails: MailRecord[];
  person: NonNullable<CaseFile['person']>;
  questions?: NonNullable<CaseFile['questions']>;
  messages?: NonNullable<CaseFile['messages']>;
  withheld: WithheldColumn[];
  /** Mails that came, by name. */
  inbox?: Record<string, FakeMail>;
  /** Letters on paper, by mail. */
  letters?: Record<string, LetterToPost>;
}

export interface World {
  port: ConsolePort;
  cases: Map<RequestId, Case>;
  /** Every call that changes something or shows the person, as it arrived. */
  calls: { name: string; input: unknown }[];
  /** Adds a case. */
  add(of: { dueOn: string; received?: Partial<EventData['received']>; since?: Happened[]; parts?: Partial<Case> }): Request;
  /** The request now. */
  request(id: RequestId): Request;
  /** Appends what happened. */
  happen(id: RequestId, happened: Happened): void;
  now: number;
  /** Mails that were set aside, by id; absent without a mailbox. */
  asides?: Map<string, FakeAside>;
  /** What was entered under which key. */
  keys: Map<string, RequestId>;
}

const ago = (hours: number): string => new Date(NOW - hours * 3_600_000).toISOString();

function eventOf(id: RequestId, seq: number, { type, data, hoursAgo = 1 }: Happened): RequestEvent {
  return { requestId: id, seq, key: `${type}-${seq}`, type, at: ago(hoursAgo), data } as RequestEvent;
}

function receivedData(dueOn: string, reference: Reference, more: Partial<EventData['received']>): EventData['received'] {
  const { rights = ['access'], law = 'eu-gdpr', laws = [law] } = more;
  const receivedAt = more.receivedAt ?? receivedFor(dueOn, { rights, laws }, configuration);
  return {
    reference,
    rights: ['access'],
    law: 'eu-gdpr',
    laws,
    channel: 'web',
    lang: 'en',
    receivedAt,
    receivedOn: receivedAt.slice(0, 10),
    dueOn,
    tooLateAt: `${dueOn}T23:00:00Z`,
    sealed: 'SEALED-CIPHERTEXT',
    subject: 'hmac',
    ...more,
  };
}

function rowOf(request: Request): BoardRow {
  return {
    id: request.id,
    reference: request.reference,
    rights: request.rights,
    law: request.law,
    state: request.state,
    dueOn: request.dueOn,
    paused: request.clock.paused,
    receivedAt: request.receivedAt,
    ...(request.parked === undefined ? {} : { waitsFor: request.parked.step }),
    tasks: request.tasks.length,
    parked: request.parked !== undefined,
    ...(request.appealOf === undefined ? {} : { appealOf: request.appealOf }),
  };
}

function createBoard(world: World): ConsolePort['board'] {
  return ({ cursor, state }) => {
    const open = [...world.cases.keys()].map((id) => world.request(id)).filter((request) => !isClosed(request));
    const rows = open.filter((request) => state === undefined || request.state === state).map(rowOf);
    rows.sort((a, b) => a.dueOn.localeCompare(b.dueOn));
    const from = Number(cursor ?? 0) || 0;
    const page = { rows: rows.slice(from, from + PAGE) };
    return Promise.resolve(rows.length > from + PAGE ? { ...page, next: String(from + PAGE) } : page);
  };
}

function createTasks(world: World): ConsolePort['tasks'] {
  return ({ cursor }) => {
    const requests = [...world.cases.keys()].map((id) => world.request(id)).toSorted((a, b) => a.dueOn.localeCompare(b.dueOn));
    const all = requests.flatMap((request) => staffTasks(request.tasks).map((task) => ({ row: rowOf(request), task })));
    const from = Number(cursor ?? 0) || 0;
    const page = { waiting: all.slice(from, from + TASK_PAGE) };
    return Promise.resolve(all.length > from + TASK_PAGE ? { ...page, next: String(from + TASK_PAGE) } : page);
  };
}

/** An act of the port: recorded, refused when the state does not allow it, else appended as its event. */
function acting<I extends { id: RequestId }>(
  world: World,
  name: string,
  does: (input: I, request: Request) => Happened | string,
): (input: I) => Promise<Done> {
  return (input) => {
    world.calls.push({ name, input });
    const happened = world.cases.has(input.id) ? does(input, world.request(input.id)) : 'unknown';
    if (typeof happened === 'string') return Promise.resolve({ ok: false, reason: happened });
    world.happen(input.id, happened);
    return Promise.resolve({ ok: true });
  };
}

const openTask = (request: Request, taskId: TaskId): boolean => request.tasks.some((task) => task.taskId === taskId);

function createPort(world: World): ConsolePort {
  return {
    ...fakeMailPort(world, acting),
    ...fakePostPort(world, acting),
    configuration,
    baseUrl: BASE,
    now: () => world.now,
    board: createBoard(world),
    tasks: createTasks(world),
    find: (reference) => Promise.resolve([...world.cases.keys()].find((id) => world.request(id).reference === reference)),
    open(id, staff, options) {
      const file = world.cases.get(id);
      if (file === undefined) return Promise.resolve(undefined);
      if (options?.reveal === true) world.calls.push({ name: 'reveal', input: { id, by: staff.sub } });
      const { events, progress, mails, person, questions = [], messages = [] } = file;
      return Promise.resolve({
        request: world.request(id),
        events,
        progress,
        mails,
        ...(options?.reveal === true ? { person, questions, messages } : {}),
      });
    },
    withheld(id) {
      world.calls.push({ name: 'withheld', input: { id } });
      return Promise.resolve(world.cases.get(id)?.withheld ?? []);
    },
    completeTask: acting(world, 'completeTask', ({ taskId, outcome, reason, by }, request) =>
      openTask(request, taskId)
        ? { type: 'task-done', data: { taskId, by: by.sub, outcome, ...(reason === undefined ? {} : { reason }) } }
        : 'already-done',
    ),
    decideReview: acting(world, 'decideReview', ({ taskId, released, by }, request) =>
      openTask(request, taskId) ? { type: 'reviewed', data: { by: by.sub, decision: 'approved', released } } : 'already-done',
    ),
    decideAppeal: acting(world, 'decideAppeal', ({ granted, reason, by }, request) => {
      if (!awaitsDecision(request)) return 'already-done';
      const stands = request.appealOf!.refused.filter((right) => !granted.includes(right));
      const decision = granted.length > 0 ? ('granted' as const) : ('upheld' as const);
      return { type: 'appeal-decided', data: { by: by.sub, decision, rights: granted, stands, reason, article: 'Va. Code 59.1-577(C)' } };
    }),
    chooseLate: acting(world, 'chooseLate', ({ choice, ground, reason, by }) =>
      choice === 'extend'
        ? {
            type: 'extended',
            data: { by: by.sub, ground: ground ?? '', reason: reason ?? '', dueOn: '2027-02-02', tooLateAt: '2027-02-02T23:00:00Z' },
          }
        : { type: 'choice-made', data: { by: by.sub, choice } },
    ),
    refuse: acting(world, 'refuse', ({ id, items, reason, by }, request) => {
      const decision = { by: by.sub, items, reason, now: world.now };
      const decided = decideRefusal(request, { ...decision, open: openPartsOf(request, configuration, world.cases.get(id)!.progress) });
      return decided.ok ? { type: 'refused', data: refusalEvent(request, { ...decision, grounds: decided.grounds }) } : 'not-allowed';
    }),
    confirmIdentity: acting(world, 'confirmIdentity', () => ({ type: 'verified', data: { method: 'staff' } })),
    askPerson: acting(world, 'askPerson', ({ about, by }, request) =>
      mayAsk(request, about).ok
        ? { type: 'question-written', data: { number: request.questions.length + 1, about, by: by.sub, sealed: 'SEALED-QUESTION' } }
        : 'question-open',
    ),
    answerQuestion: acting(world, 'answerQuestion', ({ number, by, on }, request) => {
      const question = request.questions.find((one) => one.number === number);
      if (question?.answeredAt !== undefined) return { type: 'answer-read', data: { number, by: by.sub, sealed: 'SEALED-FINDING' } };
      if (on !== undefined && on > new Date(world.now).toISOString().slice(0, 10)) return 'in-future';
      return { type: 'answered', data: { number, by: by.sub, sealed: 'SEALED-ANSWER', ...(on === undefined ? {} : { on }) } };
    }),
    enterRequest(input) {
      world.calls.push({ name: 'enterRequest', input });
      const { by, key, on, papers, person, ...rest } = input;
      if (world.keys.has(key)) return Promise.resolve({ ok: true, request: world.request(world.keys.get(key)!) });
      const fault = dateFault(configuration, on, world.now);
      if (fault !== undefined) return Promise.resolve({ ok: false, reason: fault });
      const scan = papers.length === 0 ? {} : { scan: { mail: 'scan', papers: papers.length } };
      const receivedAt = receivedAtOf(configuration, on, world.now);
      const { dueOn } = promise(configuration, { ...rest, receivedAt }).clock;
      const received = { ...rest, ...scan, receivedAt, receivedOn: on, enteredBy: by.sub };
      const request = world.add({ dueOn, received, parts: { person } });
      world.keys.set(key, request.id);
      return Promise.resolve({ ok: true, request });
    },
    writePerson: acting(world, 'writePerson', ({ by }, request) => {
      const permission = requestCan(request, 'write');
      if (!permission.ok) return permission.reason;
      return { type: 'written', data: { number: request.messages.length + 1, by: by.sub, sealed: 'SEALED-MESSAGE' } };
    }),
    resume: acting(world, 'resume', ({ by }, request) =>
      requestCan(request, 'resume').ok ? { type: 'resumed', data: { by: by.sub, step: request.parked?.step ?? '' } } : 'not-parked',
    ),
    withdraw: acting(world, 'withdraw', () => ({ type: 'closed', data: { outcome: 'withdrawn' } })),
    receipt(id, receiptId) {
      const { receipts, lang } = world.request(id);
      const issued = receipts.find((receipt) => receipt.receiptId === receiptId);
      if (issued === undefined) return Promise.resolve(undefined);
      const payload = { ...denialPayload(), lang, text: TOLD };
      return Promise.resolve({ id: receiptId, issuedAt: issued.at, lang, text: TOLD, jws: asJws(payload) });
    },
    correct: acting(world, 'correct', ({ receiptId, text, reason, by }, request) => {
      const permission = mayCorrect(request, receiptId);
      return permission.ok ? { type: 'correction-asked', data: { receiptId, by: by.sub, text, reason } } : permission.reason;
    }),
  };
}

const PERSON = {
  email: 'mara.winter@mail.example',
  name: 'Mara Winter',
  identifiers: { customerNumber: 'C-1042' },
  note: 'Only orders <b>since</b> 2024, please.',
};

/** An empty world. */
export function createWorld(): World {
  const cases = new Map<RequestId, Case>();
  const world: World = {
    cases,
    calls: [],
    keys: new Map(),
    now: NOW,
    asides: new Map([
      ['ses-1', { at: ago(30), because: 'automatic', raw: new TextEncoder().encode('Subject: chairs') }],
      ['ses-2', { at: ago(3), because: 'virus', raw: new Uint8Array(9 * 1024 * 1024) }],
      ['ses-3', { at: ago(400), raw: new Uint8Array(10) }],
    ]),
    port: undefined as unknown as ConsolePort,
    add({ dueOn, received = {}, since = [], parts = {} }) {
      const id = newId('req', NOW);
      const reference = referenceFrom(Uint8Array.from([cases.size + 1, 77, 5, 200, 3]));
      const happened: Happened[] = [{ type: 'received', data: receivedData(dueOn, reference, received), hoursAgo: 400 }, ...since];
      const events = happened.map((one, index) => eventOf(id, index + 1, one));
      cases.set(id, { events, progress: [], mails: [], person: PERSON, withheld: [], ...parts });
      return world.request(id);
    },
    request: (id) => requestOf(cases.get(id)?.events ?? [], configuration)!,
    happen(id, happened) {
      const { events } = cases.get(id)!;
      events.push(eventOf(id, events.length + 1, happened));
    },
  };
  world.port = createPort(world);
  return world;
}
