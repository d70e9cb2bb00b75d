/** keep-dates: no statutory date passes unseen: the reminder, the choice about late systems, the interim answer. */
import { Temporal } from 'temporal-polyfill';
import { workingDaysBefore } from '../domain/calendar/working-days.ts';
import type { Configuration } from '../domain/configuration.ts';
import type { Request } from '../domain/request.ts';
import type { CaseRecord } from '../stores/request-store.ts';
import { calendarOfRequest } from './casework.ts';
import { choiceScope, isLate } from './choose-late.ts';
import { completeTask } from './complete-task.ts';
import { silenceEndsAt } from './silence.ts';
import { mailVerification } from './verify-requester.ts';
import type { RepairWorld } from './repair-request.ts';
import { openWait, waitId } from './waiting.ts';
import { isoNow } from './world.ts';

/** The instants at which something has to be done about an open request, whatever else happens. */
export interface Milestones {
  /** Halfway to the end of the silence: one reminder to confirm the address. */
  remindAt: number;
  /** Somebody must choose what happens with late systems. */
  chooseAt: number;
  /** What is verified goes out, if nobody chose and policy allows. */
  interimAt: number;
  tooLateAt: number;
}

/** Start of a day in the company's zone. */
function startOf(date: string, { controller }: Configuration): number {
  return Temporal.PlainDate.from(date).toZonedDateTime(controller.zone).epochMilliseconds;
}

export function milestones(request: Request, configuration: Configuration): Milestones {
  const { policies } = configuration;
  const receivedAt = Date.parse(request.receivedAt);
  const chooseOn = workingDaysBefore(request.dueOn, policies.lateChoiceWorkingDays, calendarOfRequest({ configuration }, request));
  const interimOn = Temporal.PlainDate.from(request.dueOn).subtract({ days: 1 }).toString();
  return {
    remindAt: receivedAt + (silenceEndsAt(request, configuration) - receivedAt) / 2,
    chooseAt: startOf(chooseOn, configuration),
    interimAt: startOf(interimOn, configuration),
    tooLateAt: Date.parse(request.tooLateAt),
  };
}

async function remindToConfirm(world: RepairWorld, { request, events }: CaseRecord): Promise<void> {
  const reminded = events.some((event) => event.type === 'reminded' && event.data.what === 'verification');
  if (request.state !== 'awaiting-verification' || reminded) return;
  const mailed = events.some(({ key }) => key === 'verification-asked#reminder');
  if (!mailed) await mailVerification(world, request, { round: request.verificationRound + 1, reminder: true });
  await world.requests.append(request.id, {
    key: 'reminded#verification',
    type: 'reminded',
    at: isoNow(world),
    data: { what: 'verification', step: 'verify-requester' },
  });
}

const lateSystems = ({ request }: CaseRecord): string[] => request.tasks.filter(isLate).map(({ system }) => system ?? '');

async function askForChoice(world: RepairWorld, record: CaseRecord): Promise<void> {
  const { request } = record;
  const systems = lateSystems(record);
  const scope = choiceScope(request);
  const asked = record.tasks.some(({ taskId }) => taskId === waitId(request, 'late-choice', scope));
  if (systems.length === 0 || asked) return;
  await world.requests.append(request.id, {
    key: `choice-asked#${request.dueOn}`,
    type: 'choice-asked',
    at: isoNow(world),
    data: { systems },
  });
  await openWait(world, request, { requestId: request.id, kind: 'late-choice', scope });
}

/** What is verified goes out as interim; the late systems stay open and a supplementary answer follows. */
async function answerInPart(world: RepairWorld, { request }: CaseRecord): Promise<void> {
  const { interimWhenLate } = world.configuration.policies;
  for (const task of request.tasks) {
    const allowed = task.pass === 'export' ? interimWhenLate.export : task.pass === 'erase' && interimWhenLate.erase;
    const answeredBefore = request.deliveries.some(({ pass }) => pass === task.pass);
    if (!isLate(task) || !allowed || answeredBefore) continue;
    await completeTask(world, { requestId: request.id, taskId: task.taskId, outcome: 'outstanding', by: 'policy' });
  }
}

/** Does what is due about an open request. Repeatable. */
export async function keepDates(world: RepairWorld, record: CaseRecord): Promise<void> {
  const dates = milestones(record.request, world.configuration);
  if (world.now() >= dates.remindAt) await remindToConfirm(world, record);
  if (world.now() >= dates.chooseAt) await askForChoice(world, record);
  if (world.now() >= dates.interimAt) await answerInPart(world, record);
}
