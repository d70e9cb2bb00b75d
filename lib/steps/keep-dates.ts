/** keep-dates: no statutory date passes unseen: reminders, the choice about late systems, the interim answer. */
import { isUnsorted } from '../domain/request.ts';
import type { CaseRecord } from '../stores/request-store.ts';
import { acknowledgeLetter } from './acknowledge-letter.ts';
import { choiceScope } from './choose-late.ts';
import { completeTask } from './complete-task.ts';
import { type Milestones, milestones } from './milestones.ts';
import { remindOfQuestion } from './remind-of-question.ts';
import { remindStaff } from './remind-staff.ts';
import type { RepairWorld } from './repair-request.ts';
import { owesAnswer } from './tend-letter.ts';
import { mailVerification } from './verify-requester.ts';
import { isLate, openWait, waitId } from './waiting.ts';
import { isoNow } from './world.ts';

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

async function remindPerson(world: RepairWorld, record: CaseRecord, { remindAt, questions }: Milestones): Promise<void> {
  if (world.now() >= remindAt) await remindToConfirm(world, record);
  for (const { number, personAt } of questions) if (world.now() >= personAt) await remindOfQuestion(world, record, number);
}

/** Does what is due about an open request. Repeatable. */
export async function keepDates(world: RepairWorld, record: CaseRecord): Promise<void> {
  const dates = milestones(record.request, world.configuration);
  const { request } = record;
  if (request.deferredUntil !== undefined && !isUnsorted(request) && owesAnswer(record, world.now()))
    await acknowledgeLetter(world, request);
  await remindPerson(world, record, dates);
  if (world.now() >= dates.chooseAt) await askForChoice(world, record);
  if (world.now() >= dates.interimAt) await answerInPart(world, record);
  await remindStaff(world, record, dates);
}
