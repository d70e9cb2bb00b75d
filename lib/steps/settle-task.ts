/** settle-task: what a person's decision about a task changes in the case; told by the stored task, so it can be repeated. */
import { Temporal } from 'temporal-polyfill';
import { BugError } from '../domain/errors.ts';
import type { RequestId } from '../domain/ids.ts';
import { lawsOf } from '../domain/law/choose-laws.ts';
import { articleOf, lawOf } from '../domain/law/laws.ts';
import { rightsToAnswer } from '../domain/plan.ts';
import { REFUSED_BY_STAFF } from '../domain/refusal/without-exemption.ts';
import type { Request } from '../domain/request.ts';
import { actionOf } from '../domain/rights.ts';
import type { TaskItem } from '../stores/case-items.ts';
import { loadSystem, outcomeOf, saveSystem } from './system-work.ts';
import type { With } from './world.ts';

type SettleWorld = With<never>;

/** Days after which an outstanding system is expected to answer, told to the person. */
const EXPECTED_DAYS = 30;

/** Writes what the system's branch could not: its outcome, with the reason the person will read. */
async function settleSystem(world: SettleWorld, requestId: RequestId, task: TaskItem): Promise<void> {
  const { system, pass, round = 1, outcome, reason, doneAt } = task;
  if (system === undefined || pass === undefined || (outcome !== 'skip' && outcome !== 'outstanding')) return;
  const at = doneAt!;
  const scope = { requestId, system, pass, round };
  const item = (await loadSystem(world, scope)) ?? { system, pass, round, phase: 'find' as const, attempts: 0, at, found: 0, datasets: [] };
  const expectedOn = Temporal.Instant.from(at)
    .toZonedDateTimeISO(world.configuration.controller.zone)
    .toPlainDate()
    .add({ days: EXPECTED_DAYS })
    .toString();
  await saveSystem(world, scope, {
    ...item,
    phase: 'done',
    outcome: {
      ...outcomeOf(item, outcome === 'skip' ? 'skipped' : 'outstanding', at),
      ...(reason === undefined ? {} : { reason }),
      ...(outcome === 'outstanding' && { expectedOn }),
    },
  });
}

/** Where the laws give what is refused. */
function articlesFor(request: Request, pass: TaskItem['pass']): string {
  const rights = rightsToAnswer(request).filter((right) => actionOf(right) === pass);
  const articles = lawsOf(request).flatMap((law) => rights.flatMap((right) => articleOf(law, right) ?? []));
  return articles.length === 0 ? lawOf(request).citation : [...new Set(articles)].join('; ');
}

async function recordRefusal(world: SettleWorld, requestId: RequestId, { taskId, doneBy, doneAt, reason, pass }: TaskItem): Promise<void> {
  const request = await world.requests.load(requestId);
  if (request === undefined || reason === undefined) throw new BugError('A refusal without a request or a reason', { code: 'invariant' });
  const ground = { code: REFUSED_BY_STAFF, law: articlesFor(request, pass), text: reason };
  await world.requests.append(requestId, {
    key: `refused#${taskId}`,
    type: 'refused',
    at: doneAt!,
    data: { by: doneBy!, grounds: [ground], scope: 'partial', ...(pass === undefined ? {} : { pass }) },
  });
}

/** Writes what follows from a task's recorded outcome, before the execution is told. Repeatable. */
export async function settleTask(world: SettleWorld, requestId: RequestId, task: TaskItem): Promise<void> {
  await settleSystem(world, requestId, task);
  if (task.outcome === 'refused') await recordRefusal(world, requestId, task);
}
