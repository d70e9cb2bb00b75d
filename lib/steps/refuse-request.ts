/** refuse-request: staff refuse a right, or one system's part, on grounds of the law; the rest of the request goes on. */
import { createHash } from 'node:crypto';
import type { Configuration } from '../domain/configuration.ts';
import type { RequestId } from '../domain/ids.ts';
import { rightsToAnswer } from '../domain/plan.ts';
import { decideRefusal, type RefusalProblem, type RefusedItem } from '../domain/refusal/decide.ts';
import { openParts, type OpenParts, type Progress, refusalOf } from '../domain/refusal/open-parts.ts';
import { isLate, refusalDate, type RefusalDate } from '../domain/refusal/refusal-date.ts';
import { isClosed, type Request } from '../domain/request.ts';
import { requestCan } from '../domain/request-can.ts';
import { type EventData, type Ground, outlivesRequest } from '../domain/request-events.ts';
import { actionOf, passesOf, type Right } from '../domain/rights.ts';
import type { TaskItem } from '../stores/case-items.ts';
import type { CaseRecord } from '../stores/request-store.ts';
import { isLate as isLateTask } from './waiting.ts';
import { lookSoon } from './waiting.ts';
import { isoNow, type With } from './world.ts';

export type RefuseWorld = With<'machine'>;

/** What somebody wants to refuse, and what the person reads beside the grounds. */
export interface Refusal {
  requestId: RequestId;
  by: string;
  items: readonly RefusedItem[];
  reason: string;
}

export type Refused =
  | { ok: true }
  | { ok: false; reason: 'unknown' | 'wrong-state' | 'nothing-to-refuse' | 'decide-the-appeal' }
  | { ok: false; reason: 'not-allowed'; problems: RefusalProblem[] };

/** Where systems are, as a case or the staff pages know it. */
export function openPartsOf(request: Request, { systems }: Pick<Configuration, 'systems'>, progress: readonly Progress[]): OpenParts {
  const configured = Object.keys(systems).filter((system) => systems[system]!.role !== 'processor');
  return openParts(request, { configured, progress });
}

/** The same decision has the same key: pressed twice, or tried again after a crash, it is one. */
function keyOf({ items, reason }: Refusal): string {
  return `refused#${createHash('sha256').update(JSON.stringify({ items, reason })).digest('hex').slice(0, 16)}`;
}

const about = (items: readonly RefusedItem[]) => ({
  rights: items.flatMap((item) => ('right' in item ? [item.right] : [])),
  systems: items.flatMap((item) => ('right' in item ? [] : [{ pass: item.pass, system: item.system }])),
});

/** Rights of which at least a part is refused: their dates count. */
function touched(request: Request, { rights, systems }: ReturnType<typeof about>): Right[] {
  const passes = new Set<string>(systems.map(({ pass }) => pass));
  return [...rights, ...rightsToAnswer(request).filter((right) => passes.has(actionOf(right)))];
}

/** By when these refusals must be told. */
export function dateOf(request: Request, items: readonly RefusedItem[]): RefusalDate | undefined {
  return refusalDate(request.clock, touched(request, about(items)));
}

/** What is recorded of a decision that was checked. */
export function refusalEvent(
  request: Request,
  { by, items, reason, grounds, now }: Omit<Refusal, 'requestId'> & { grounds: Ground[]; now: number },
): EventData['refused'] {
  const parts = about(items);
  const date = dateOf(request, items);
  return {
    by,
    grounds,
    scope: rightsToAnswer(request).every((right) => parts.rights.includes(right)) ? 'full' : 'partial',
    ...(parts.rights.length === 0 ? {} : { rights: parts.rights }),
    ...(parts.systems.length === 0 ? {} : { systems: parts.systems }),
    ...(reason.trim() === '' ? {} : { reason: reason.trim() }),
    ...(date !== undefined && isLate(date, now) ? { late: { on: date.on, article: date.article } } : {}),
  };
}

/** What nobody has to do any more: tasks of passes that are not wanted, and of systems that were left out. */
function mootTasks({ request, tasks }: CaseRecord): TaskItem[] {
  const wanted: readonly string[] = passesOf(rightsToAnswer(request));
  const open = tasks.filter((task) => task.doneAt === undefined && !outlivesRequest(task));
  const moot = open.filter(({ pass, system, kind }) => {
    if (kind === 'review' || kind === 'fetch') return !wanted.includes('export');
    if (pass === undefined) return false;
    return !wanted.includes(pass) || (system !== undefined && refusalOf(request, { pass, system }) !== undefined);
  });
  const nobodyIsLate = open.filter(isLateTask).every((task) => moot.includes(task));
  return [...moot, ...open.filter(({ kind }) => kind === 'late-choice' && moot.length > 0 && nobodyIsLate)];
}

/** Stops the execution, so that the next one goes on where the events now stand, and takes moot tasks off the lists. Repeatable. */
async function carryOut(world: RefuseWorld, requestId: RequestId): Promise<void> {
  const record = await world.requests.loadCase(requestId);
  if (record === undefined || isClosed(record.request)) return;
  await world.machine.stop(requestId, record.executions);
  const at = isoNow(world);
  for (const { taskId } of mootTasks(record)) await world.requests.closeTask(requestId, taskId, at);
  await world.requests.scheduleSweep(requestId, at);
}

/** Refuses once. "A controller that does not take action shall inform the data subject" (Art. 12(4) GDPR): the next execution does. */
export async function refuseRequest(world: RefuseWorld, refusal: Refusal): Promise<Refused> {
  const { requestId, by, items, reason } = refusal;
  const record = await world.requests.loadCase(requestId);
  if (record === undefined) return { ok: false, reason: 'unknown' };
  const { request, events, systems, executions } = record;
  const key = keyOf(refusal);
  if (!events.some((event) => event.key === key)) {
    const allowed = requestCan(request, 'refuse');
    if (!allowed.ok) return { ok: false, reason: allowed.reason as 'wrong-state' };
    const progress = systems.map((item) => ({ ...item, outcome: item.outcome?.outcome }));
    const open = openPartsOf(request, world.configuration, progress);
    const decided = decideRefusal(request, { open, items, reason });
    if (!decided.ok) return { ok: false, reason: 'not-allowed', problems: decided.problems };
    await lookSoon(world, requestId);
    const data = { ...refusalEvent(request, { by, items, reason, grounds: decided.grounds, now: world.now() }), execution: executions };
    await world.requests.append(requestId, { key, type: 'refused', at: isoNow(world), data });
  }
  await carryOut(world, requestId);
  return { ok: true };
}

/** Finishes what a crash left of a decision: the execution that was running then is still to be stopped. Repeatable. */
export async function finishRefusal(world: RefuseWorld, { request, executions }: CaseRecord): Promise<void> {
  if (request.refusals.some(({ execution }) => execution === executions)) await carryOut(world, request.id);
}
