/** repair-request: finishes what a crash left half done; every repair is a step that may also run twice. */
import { isClosed } from '../domain/request.ts';
import { CLAIM_LEASE_MS } from '../mail/post-office.ts';
import type { CaseRecord } from '../stores/request-store.ts';
import { recordAndTell, waitId, finishWait } from './waiting.ts';
import { stopWaiting } from './withdraw-request.ts';
import type { With } from './world.ts';

export type RepairWorld = With<'machine' | 'caseKeys' | 'postOffice' | 'secret'>;

/** An open request without a running execution is started, or started anew; a closed one needs none. */
async function repairExecution(world: RepairWorld, { request, executions, tasks }: CaseRecord): Promise<void> {
  const state = await world.machine.state(request.id, executions);
  if (isClosed(request)) {
    if (state === 'running' && (request.state === 'withdrawn' || tasks.some((task) => task.doneAt === undefined))) await stopWaiting(world, request.id);
    return;
  }
  if (state === 'none') await world.machine.start(request.id, executions);
  if (state === 'ended') await world.machine.start(request.id, await world.requests.countExecution(request.id));
}

/** Results that were recorded but not taken are sent again; a confirmed address whose wait is still open is told. */
async function repairResults(world: RepairWorld, { request, tasks }: CaseRecord): Promise<void> {
  for (const task of tasks.filter(({ doneAt, takenAt }) => doneAt !== undefined && takenAt === undefined)) {
    await recordAndTell(world, request.id, task);
  }
  const waits: [boolean, ReturnType<typeof waitId>][] = [
    [request.verifiedAt !== undefined, waitId(request, 'verify', 'verify')],
    [request.fetchEnded !== undefined, waitId(request, 'fetch', 'fetch')],
  ];
  for (const [over, taskId] of waits) {
    const open = tasks.some((task) => task.taskId === taskId && task.doneAt === undefined);
    if (over && open) await finishWait(world, { requestId: request.id, taskId, outcome: 'done', by: 'sweep' });
  }
}

/** Statutory mail is at least once: a claim without a mark is sent again after its lease, byte for byte. */
async function repairMails(world: RepairWorld, { request, mails }: CaseRecord): Promise<void> {
  const lost = mails.filter(({ sentAt, claimedAt }) => sentAt === undefined && world.now() - Date.parse(claimedAt) >= CLAIM_LEASE_MS);
  if (lost.length === 0) return;
  const caseKey = await world.caseKeys.open(request.id);
  for (const mail of lost) await world.postOffice.resend(request.id, mail, caseKey);
}

/** Repairs one request. */
export async function repairRequest(world: RepairWorld, record: CaseRecord): Promise<void> {
  await world.requests.project(record.request);
  await repairResults(world, record);
  if (record.request.purgedAt === undefined) await repairMails(world, record);
  await repairExecution(world, record);
}
