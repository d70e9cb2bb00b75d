/** repair-request: finishes what a crash left half done; every repair is a step that may also run twice. */
import type { TaskId } from '../domain/ids.ts';
import { nextStage } from '../domain/plan.ts';
import { isClosed, isUnsorted } from '../domain/request.ts';
import { outlivesRequest, type RequestEvent } from '../domain/request-events.ts';
import { CLAIM_LEASE_MS } from '../mail/post-office.ts';
import type { CaseRecord } from '../stores/request-store.ts';
import { finishAnswers } from './answer-question.ts';
import { closeWithdrawn } from './close-withdrawn.ts';
import { correctReceipts } from './correct-receipt.ts';
import { decisionWait } from './decide-appeal.ts';
import { endFetch } from './await-fetch.ts';
import { finishChoice } from './choose-late.ts';
import { mailAgain } from './failed-mail.ts';
import { closeRequest } from './deliver.ts';
import { extendRequest, type ExtendWorld } from './extend-request.ts';
import { fetchedAll } from './fetch-package.ts';
import { finishRefusal } from './refuse-request.ts';
import { mailMessages } from './mail-messages.ts';
import { mailQuestions } from './mail-questions.ts';
import { finishPostings } from './record-posted.ts';
import { recordAndTell, waitId, finishWait } from './waiting.ts';
import { startAnew } from './start-anew.ts';
import { SORT, tendLetter } from './tend-letter.ts';
import { unsentMails } from './unsent-mails.ts';
import { stopWaiting, withdrawRequest } from './withdraw-request.ts';
import { endVerification } from './verify-requester.ts';
import type { With } from './world.ts';

export type RepairWorld = With<'machine' | 'vault'> & ExtendWorld;

/** Nothing runs for a request that was withdrawn. */
async function stopWithdrawn(world: RepairWorld, { request, executions, tasks }: CaseRecord): Promise<void> {
  if (request.state !== 'withdrawn') return;
  const waits =
    tasks.some((task) => task.doneAt === undefined && !outlivesRequest(task)) ||
    (await world.machine.state(request.id, executions)) === 'running';
  if (waits) await stopWaiting(world, request.id);
}

/** An open request without a running execution is started, or started anew; a closed one needs none. */
async function repairExecution(world: RepairWorld, record: CaseRecord): Promise<void> {
  const { request } = record;
  if (isClosed(request)) return await stopWithdrawn(world, record);
  const begun = record.events.find((event) => event.type === 'withdrawn');
  if (begun !== undefined) {
    await withdrawRequest(world, request.id, begun.data.by);
    return;
  }
  if (isUnsorted(request)) return await tendLetter(world, record);
  // An execution that ended after the last answer and before the end of the request would find nothing to do.
  if (nextStage(world.configuration, request).next === 'end') return await closeRequest(world, request.id);
  await startAnew(world, record);
}

/** Results that were recorded but not taken are sent again; a confirmed address whose wait is still open is told. */
async function repairResults(world: RepairWorld, record: CaseRecord): Promise<void> {
  const { request, tasks } = record;
  for (const task of tasks.filter(({ doneAt, takenAt }) => doneAt !== undefined && takenAt === undefined)) {
    await recordAndTell(world, request.id, task);
  }
  const waits: [boolean, ReturnType<typeof waitId>][] = [
    [request.appealDecision !== undefined, decisionWait(request)],
    [request.fetchEnded !== undefined, waitId(request, 'fetch', 'fetch')],
    [!isUnsorted(request), waitId(request, SORT.kind, SORT.scope)],
  ];
  for (const event of record.events) if (event.type === 'reviewed') waits.push([true, taskOfReview(event)]);
  const isOpen = (id: TaskId): boolean => tasks.some(({ taskId, doneAt }) => taskId === id && doneAt === undefined);
  for (const [over, taskId] of waits)
    if (over && isOpen(taskId)) await finishWait(world, { requestId: request.id, taskId, outcome: 'done', by: 'sweep' });
  if (request.verifiedAt !== undefined && isOpen(waitId(request, 'verify', 'verify'))) await endVerification(world, request, 'sweep');
  if (request.fetchEnded === undefined && fetchedAll(record)) await endFetch(world, request.id, 'fetched');
}

/** The event's key names the task: `reviewed#<task>`. */
const taskOfReview = ({ key }: RequestEvent): TaskId => key.slice('reviewed#'.length) as TaskId;

/** Statutory mail is at least once: a claim without a mark is sent again after its lease, byte for byte. */
async function repairMails(world: RepairWorld, record: CaseRecord): Promise<void> {
  const { request } = record;
  const lost = unsentMails(record).filter(({ claimedAt }) => world.now() - Date.parse(claimedAt) >= CLAIM_LEASE_MS);
  // A purge that was cut off may have destroyed the key already; then the bytes are gone too.
  if (lost.length === 0 || !(await world.caseKeys.exists(request.id))) return;
  const caseKey = await world.caseKeys.open(request.id);
  for (const mail of lost) await world.postOffice.resend(request.id, mail, caseKey);
}

/** Finishes what staff began: the choice about late systems, the extension. */
async function repairActs(world: RepairWorld, record: CaseRecord): Promise<void> {
  if (isClosed(record.request)) return;
  await finishRefusal(world, record);
  await finishChoice(world, record);
  await extendRequest(world, record);
}

/** Runs every repair, also after one that failed: a mail that nobody takes must not keep a request from being started. */
async function all(repairs: (() => Promise<void>)[]): Promise<void> {
  const failures: unknown[] = [];
  for (const repair of repairs) await repair().catch((failure: unknown) => failures.push(failure));
  if (failures.length > 0) throw failures[0];
}

/** Repairs one request. */
export async function repairRequest(world: RepairWorld, record: CaseRecord): Promise<void> {
  await all([
    () => world.requests.project(record.request),
    () => repairResults(world, record),
    () => repairActs(world, record),
    () => mailQuestions(world, record),
    () => mailMessages(world, record),
    () => finishAnswers(world, record),
    async () => (record.request.purgedAt === undefined ? await repairMails(world, record) : undefined),
    () => mailAgain(world, record),
    () => finishPostings(world, record),
    () => closeWithdrawn(world, record),
    () => correctReceipts(world, record),
    () => repairExecution(world, record),
  ]);
}
