/** The staff pages on the real product: each member is one step or one reading. */
import * as z from 'zod';
import type { ReceiptId, RequestId } from '../../domain/ids.ts';
import { readReference } from '../../domain/reference.ts';
import { isClosed, isUnsorted } from '../../domain/request.ts';
import { payloadOf } from '../../receipts/payload-of.ts';
import { chooseLate, type ChoiceWorld } from '../../steps/choose-late.ts';
import { answerQuestion } from '../../steps/answer-question.ts';
import { askPerson } from '../../steps/ask-person.ts';
import { enterRequest, type EnterWorld } from '../../steps/enter-request.ts';
import { completeTask } from '../../steps/complete-task.ts';
import { confirmIdentity } from '../../steps/confirm-address.ts';
import { askCorrection } from '../../steps/correct-receipt.ts';
import { openPerson } from '../../steps/casework.ts';
import { decideAppeal } from '../../steps/decide-appeal.ts';
import { decideReview } from '../../steps/decide-review.ts';
import { spokenQuestions } from '../../steps/question-words.ts';
import { refuseRequest } from '../../steps/refuse-request.ts';
import { resumeRequest } from '../../steps/resume-request.ts';
import { readWithheld } from '../../steps/read-withheld.ts';
import { withdrawRequest } from '../../steps/withdraw-request.ts';
import { spokenMessages, writePerson } from '../../steps/write-person.ts';
import type { With } from '../../steps/world.ts';
import { keys } from '../../stores/keys.ts';
import type { CaseRecord } from '../../stores/request-store.ts';
import { staffTasks } from './next-action.ts';
import { type MailWorld, openMailPort } from './open-mail-port.ts';
import type { BoardRow, CaseFile, ConsolePort, Done, Staff, ToldReceipt } from './port.ts';
import { openPostPort } from './open-post-port.ts';
import { recordLook } from './record-look.ts';

export type ConsoleWorld = ChoiceWorld & With<'caseKeys' | 'vault' | 'receipts'> & EnterWorld & MailWorld;

const PAGE = 50;

/** What the request waits for, by its state and open tasks. */
function waitsFor({ request, systems }: CaseRecord): string | undefined {
  if (isUnsorted(request)) return 'sort-letter';
  const kind = request.tasks[0]?.kind;
  if (kind === 'review') return 'review-and-redact';
  if (kind === 'verify') return 'verify-requester';
  if (kind === 'fetch') return 'await-fetch';
  if (kind === 'answer') return 'await-answer';
  if (kind === 'act') return 'act-by-hand';
  if (kind !== undefined) return 'hand-to-person';
  return systems.find(({ outcome }) => outcome === undefined)?.phase;
}

function rowOf(record: CaseRecord): BoardRow {
  const { id, reference, rights, law, state, dueOn, receivedAt, tasks, parked, clock, appealOf } = record.request;
  const waiting = waitsFor(record);
  const open = staffTasks(tasks);
  return {
    id,
    reference,
    rights,
    law,
    state,
    dueOn,
    ...(clock.paused === undefined ? {} : { paused: { daysLeft: clock.paused.daysLeft } }),
    receivedAt,
    ...(waiting === undefined ? {} : { waitsFor: waiting }),
    tasks: open.length,
    parked: parked !== undefined,
    ...(appealOf === undefined ? {} : { appealOf: { id: appealOf.id, reference: appealOf.reference } }),
  };
}

/** A page of open requests; what the index shows is re-read. */
async function board(world: ConsoleWorld, { cursor, state, law }: Parameters<ConsolePort['board']>[0]): ReturnType<ConsolePort['board']> {
  const page = await world.requests.openRequests({ limit: PAGE, ...(cursor === undefined ? {} : { cursor }) });
  const records = await Promise.all(page.items.map((id) => world.requests.loadCase(id)));
  const rows = records
    .filter((record) => record !== undefined && !isClosed(record.request))
    .map((record) => rowOf(record!))
    .filter((row) => (state === undefined || row.state === state) && (law === undefined || row.law === law));
  return { rows, ...(page.next === undefined ? {} : { next: page.next }) };
}

/** A page of what waits for staff; what the index shows is re-read. */
async function tasks(world: ConsoleWorld, { cursor }: Parameters<ConsolePort['tasks']>[0]): ReturnType<ConsolePort['tasks']> {
  const page = await world.requests.openTasks({ limit: PAGE, ...(cursor === undefined ? {} : { cursor }) });
  const ids = [...new Set(page.items.map(({ requestId }) => requestId))];
  const records = new Map(await Promise.all(ids.map(async (id) => [id, await world.requests.loadCase(id)] as const)));
  const waiting = page.items.flatMap(({ requestId, taskId }) => {
    const record = records.get(requestId);
    const task = record?.request.tasks.find((one) => one.taskId === taskId);
    return record && task ? [{ row: rowOf(record), task }] : [];
  });
  return { waiting, ...(page.next === undefined ? {} : { next: page.next }) };
}

async function caseFile(
  world: ConsoleWorld,
  { id, staff, reveal }: { id: RequestId; staff: Staff; reveal: boolean },
): Promise<CaseFile | undefined> {
  if ((await world.requests.load(id)) === undefined) return undefined;
  if (reveal) await recordLook(world, id, { by: staff, at: 'person' });
  const record = (await world.requests.loadCase(id))!;
  const { request, events, systems, mails } = record;
  const progress = systems.map(({ system, pass, phase, attempts, found, outcome, lastError, at }) => ({
    system,
    pass,
    phase,
    attempts,
    found,
    at,
    ...(outcome === undefined ? {} : { outcome: outcome.outcome }),
    ...(lastError === undefined ? {} : { lastError }),
  }));
  const file = { request, events, progress, mails };
  if (!reveal || request.purgedAt !== undefined) return file;
  const caseKey = await world.caseKeys.open(id);
  return {
    ...file,
    person: openPerson(request, caseKey),
    questions: spokenQuestions(request, caseKey),
    messages: spokenMessages(request, caseKey),
  };
}

async function confirm(world: ConsoleWorld, { id, reason, by }: { id: RequestId; reason: string; by: Staff }): Promise<Done> {
  const request = await world.requests.load(id);
  if (request === undefined) return { ok: false, reason: 'unknown' };
  if (request.verifiedAt !== undefined || isClosed(request)) return { ok: false, reason: 'wrong-state' };
  await confirmIdentity(world, request, { method: 'staff', by: by.sub, reason });
  return { ok: true };
}

/** Leniently: receipts of earlier releases are read too. */
const told = z.object({ lang: z.string(), text: z.string() });

async function toldReceipt({ receipts }: ConsoleWorld, id: RequestId, receiptId: ReceiptId): Promise<ToldReceipt | undefined> {
  const receipt = (await receipts.ofCase(id)).find((one) => one.id === receiptId);
  if (receipt === undefined) return undefined;
  const { jws, issuedAt } = receipt;
  return { id: receiptId, jws, issuedAt, ...told.parse(payloadOf(jws)) };
}

/** The port of the console function. */
export function openConsolePort(world: ConsoleWorld): ConsolePort {
  return {
    ...openMailPort(world),
    ...openPostPort(world),
    configuration: world.configuration,
    baseUrl: world.baseUrl,
    now: world.now,
    board: (input) => board(world, input),
    tasks: (input) => tasks(world, input),
    async find(typed) {
      const reference = readReference(typed);
      const claim = reference && (await world.requests.table.get(keys.reference(reference)));
      return claim?.['requestId'] as RequestId | undefined;
    },
    open: (id, staff, { reveal } = { reveal: false }) => caseFile(world, { id, staff, reveal }),
    async withheld(id, staff) {
      await recordLook(world, id, { by: staff, at: 'withheld' });
      return await readWithheld(world, id);
    },
    completeTask: ({ id, by, ...rest }) => completeTask(world, { requestId: id, by: by.sub, ...rest }),
    decideReview: ({ id, by, ...rest }) => decideReview(world, { requestId: id, by: by.sub, ...rest }),
    decideAppeal: ({ id, by, ...rest }) => decideAppeal(world, { requestId: id, by: by.sub, ...rest }),
    chooseLate: ({ id, by, ...rest }) => chooseLate(world, { requestId: id, by: by.sub, ...rest }),
    refuse: ({ id, by, ...rest }) => refuseRequest(world, { requestId: id, by: by.sub, ...rest }),
    confirmIdentity: (input) => confirm(world, input),
    askPerson: ({ id, by, ...rest }) => askPerson(world, { requestId: id, by: by.sub, ...rest }),
    enterRequest: ({ by, ...rest }) => enterRequest(world, { by: by.sub, ...rest }),
    writePerson: ({ id, by, ...rest }) => writePerson(world, { requestId: id, by: by.sub, ...rest }),
    answerQuestion: ({ id, by, ...rest }) => answerQuestion(world, { requestId: id, by: by.sub, ...rest }),
    resume: ({ id, by }) => resumeRequest(world, { requestId: id, by: by.sub }),
    withdraw: ({ id }) => withdrawRequest(world, id, 'staff'),
    receipt: (id, receiptId) => toldReceipt(world, id, receiptId),
    correct: ({ id, by, ...rest }) => askCorrection(world, { requestId: id, by: by.sub, ...rest }),
  };
}
