/** remind-staff: whoever the policy names is told of a request that is still open, each time somebody further up. */
import { Temporal } from 'temporal-polyfill';
import type { Configuration } from '../domain/configuration.ts';
import { answeredRights, type Request } from '../domain/request.ts';
import type { EventData } from '../domain/request-events.ts';
import { type Letter } from '../mail/letter.ts';
import { civilDate } from '../mail/letters/letters.ts';
import { type StaffFacts, type StaffLetters, staffLettersIn } from '../mail/letters/staff/staff-letters.ts';
import type { CaseRecord } from '../stores/request-store.ts';
import type { Milestones } from './milestones.ts';
import { isoNow, type With } from './world.ts';

export type RemindWorld = With<'caseKeys' | 'postOffice'>;

interface Reminding {
  /** Names the reminder within the request: the same one is sent once. */
  key: string;
  to: readonly string[];
  data: EventData['reminded'];
  letter(letters: StaffLetters, facts: StaffFacts): Letter;
}

function factsOf({ configuration, baseUrl }: RemindWorld, request: Request): StaffFacts {
  const answered = answeredRights(request);
  const { clock, reference, rights, tasks, dueOn } = request;
  return {
    company: configuration.controller.name,
    reference,
    rights: rights.filter((right) => !answered.includes(right)),
    dueOn,
    basis: clock.leading.deadline.basis,
    waitsFor: [...new Set(tasks.map(({ kind }) => kind))],
    consoleUrl: `${baseUrl}/staff/requests/${request.id}`,
  };
}

/** One mail to each address, so that one that bounces keeps nobody else from being told; then the event. Repeatable. */
async function remind(world: RemindWorld, { request, events }: CaseRecord, { key, to, data, letter }: Reminding): Promise<void> {
  if (to.length === 0 || events.some((event) => event.key === `reminded#${key}`)) return;
  const caseKey = await world.caseKeys.open(request.id);
  const [lang = 'en'] = world.configuration.languages;
  for (const [place, address] of to.entries()) {
    await world.postOffice.send({
      requestId: request.id,
      fact: `reminder#${key}#${place}`,
      caseKey,
      compose: async () => ({ letter: letter(staffLettersIn(lang), factsOf(world, request)), lang, to: { email: address } }),
    });
  }
  await world.requests.append(request.id, { key: `reminded#${key}`, type: 'reminded', at: isoNow(world), data });
}

function daysLeft({ dueOn }: Request, { controller }: Configuration, now: number): number {
  const today = Temporal.PlainDate.from(civilDate(new Date(now).toISOString(), controller.zone));
  return today.until(Temporal.PlainDate.from(dueOn), { largestUnit: 'day' }).days;
}

/**
 * The reminders whose day has come, each once for a date: after an extension or a pause there is another date, and they come
 * again. A short period begins after some of them: those are left out.
 */
function dueReminders(world: RemindWorld, request: Request, dates: Milestones): Reminding[] {
  const { configuration, now } = world;
  const { reminders } = configuration.policies;
  if (now() >= dates.tooLateAt) return [];
  return reminders.flatMap(({ daysBefore, to }, place) => {
    const at = dates.staffAt[place]!;
    if (now() < at || at <= Date.parse(request.receivedAt)) return [];
    const left = daysLeft(request, configuration, now());
    return {
      key: `due#${daysBefore}#${request.dueOn}`,
      to,
      data: { what: 'due', step: `${daysBefore}-days`, to: `reminders.${place}` },
      letter: (letters, facts) => letters.due({ ...facts, daysLeft: left }),
    };
  });
}

/** Those who are told first of a date are told of the company's own target, if nobody is told of anything that day anyway. */
function targetReminder({ configuration, now }: RemindWorld, { dueOn, receivedAt }: Request, dates: Milestones): Reminding[] {
  if (now() < dates.targetAt || now() >= dates.tooLateAt || dates.targetAt <= Date.parse(receivedAt)) return [];
  const to = configuration.policies.reminders[0]?.to ?? [];
  const data = { what: 'due', step: 'target', to: 'reminders.0' } as const;
  return [{ key: `target#${dueOn}`, to, data, letter: (letters, facts) => letters.target(facts) }];
}

/** Everybody who was reminded is told once that the date has passed. */
function overdueReminder({ configuration, now }: RemindWorld, { dueOn }: Request, dates: Milestones): Reminding[] {
  if (now() < dates.tooLateAt) return [];
  const to = [...new Set(configuration.policies.reminders.flatMap((reminder) => reminder.to))];
  const data = { what: 'overdue', step: 'overdue', to: 'reminders' } as const;
  return [{ key: `overdue#${dueOn}`, to, data, letter: (letters, facts) => letters.overdue(facts) }];
}

/** Those who are told first of a date are told of a question that stays without an answer. */
function unansweredReminders({ configuration, now }: RemindWorld, { questions }: Request, dates: Milestones): Reminding[] {
  const to = configuration.policies.reminders[0]?.to ?? [];
  return dates.questions
    .filter(({ staffAt }) => now() >= staffAt)
    .map(({ number }) => {
      const { askedAt = '' } = questions.find((question) => question.number === number)!;
      const askedOn = civilDate(askedAt, configuration.controller.zone);
      return {
        key: `unanswered#${number}`,
        to,
        data: { what: 'question', step: `question-${number}`, to: 'reminders.0' },
        letter: (letters, facts) => letters.unanswered({ ...facts, askedOn }),
      };
    });
}

/** Sends staff what is due. Repeatable. */
export async function remindStaff(world: RemindWorld, record: CaseRecord, dates: Milestones): Promise<void> {
  const { request } = record;
  const due = [
    ...dueReminders(world, request, dates),
    ...targetReminder(world, request, dates),
    ...overdueReminder(world, request, dates),
    ...unansweredReminders(world, request, dates),
  ];
  for (const reminding of due) await remind(world, record, reminding);
}
