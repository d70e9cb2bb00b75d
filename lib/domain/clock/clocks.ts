/** All clocks of one right under one law, told by the receipt and by what happened since; nothing of it is ever stored. */
import type { Calendar } from '../calendar/calendar.ts';
import type { Clock, Duty, Law } from '../law/law.ts';
import { clockFor, grants } from '../law/laws.ts';
import { isRight, type Right } from '../rights.ts';
import { type ClockEvent, questionsIn } from './clock-events.ts';
import { civilDateIn, countDeadline, type CountInput, type Deadline } from './deadline.ts';

/** Things with a clock of their own that nobody asks for as a right. */
export const DUTY_SUBJECTS = ['drop', 'grievance', 'reconsent', 'legal-hold', 'record', 'indirect-notice'] as const;

/** What the clocks are about: a right, or one of the company's own duties. */
export type Subject = Right | (typeof DUTY_SUBJECTS)[number];

/** Every date there can be. `extension-notice`, `extended` and `appeal-extended` are possible dates until they are used. */
export type DateName =
  | 'acknowledge'
  | 'respond'
  | 'extension-notice'
  | 'extended'
  | 'refuse'
  | 'act'
  | 'stop'
  | 'appeal'
  | 'appeal-extended'
  | 'delete'
  | 'access-drop'
  | 'reflection'
  | 'hold'
  | 'keep'
  | 'reconsent'
  | 'notice-indirect';

/** The clocks of one right under one law. A date that is missing is one the law does not have, or has without a number. */
export interface Clocks {
  law: Law['id'];
  subject: Subject;
  dates: Partial<Record<DateName, Deadline>>;
  /** The extension was told in time: `extended` is the date of the answer. */
  extended: boolean;
  /** An extension that was told and extends nothing: why, and where the law says so. */
  refusedExtension?: { reason: 'unknown-to-law' | 'too-late'; cite: string };
}

export interface ClocksInput {
  law: Law;
  subject: Subject;
  /** ISO instant. */
  receivedAt: string;
  /** IANA zone of the controller. */
  zone: string;
  calendar: Calendar;
  /** Without problems (`eventProblems`). */
  events?: readonly ClockEvent[];
  /** Whether pauses that a law leaves to the company's policy are used; default: no, which is the earlier date. */
  optionalPauses?: boolean;
}

type Dates = Clocks['dates'];

function countInputOf({ law, subject, receivedAt, zone, calendar, events = [], optionalPauses = false }: ClocksInput): CountInput {
  const receivedOn = civilDateIn(zone, receivedAt);
  return { law, right: subject, receivedAt, receivedOn, zone, calendar, questions: questionsIn(events), optionalPauses };
}

function counted(input: CountInput, clock: Clock | undefined): Deadline | undefined {
  if (clock?.period === undefined) return undefined;
  // Only the answer to a request can wait for the person: an acknowledgement, an opt-out or a record is never put off.
  const questions = clock.duty === 'respond' ? input.questions : [];
  return countDeadline({ ...input, questions }, [clock.period], { cited: clock });
}

function clockOf({ law, right, receivedOn }: CountInput, duty: Duty): Clock | undefined {
  return clockFor(law, duty, { right, on: receivedOn });
}

/** Leaves out what there is not. */
function present(dates: Record<string, Deadline | undefined>): Dates {
  return Object.fromEntries(Object.entries(dates).filter(([, date]) => date !== undefined));
}

const SUBJECT_DATES: Record<(typeof DUTY_SUBJECTS)[number], Partial<Record<DateName, Duty>>> = {
  drop: { 'access-drop': 'access-drop', delete: 'delete' },
  grievance: { respond: 'answer-grievance' },
  reconsent: { reconsent: 'reconsent-wait' },
  'legal-hold': { hold: 'legal-hold' },
  record: { keep: 'record' },
  'indirect-notice': { 'notice-indirect': 'notice-indirect' },
};

function dutyDates(input: CountInput, subject: (typeof DUTY_SUBJECTS)[number]): Dates {
  const count = (duty: Duty): Deadline | undefined => {
    const clock = clockOf(input, duty);
    // A grievance is received like a request; the other duties count from something that happened.
    if (subject === 'grievance' || clock?.period === undefined) return counted(input, clock);
    return countDeadline(input, [clock.period], { cited: clock, start: { code: 'started', by: 'event', on: input.receivedOn } });
  };
  return present(Object.fromEntries(Object.entries(SUBJECT_DATES[subject]).map(([name, duty]) => [name, count(duty)])));
}

/** When an appeal that came in on a date must be decided, and by when if the law lets the decision be put off. */
function appealDates(input: CountInput, receivedOn: string | undefined): Dates {
  const { appeal } = input.law.remedies;
  if (appeal === undefined || receivedOn === undefined) return {};
  const start = { code: 'started', by: 'appeal', on: receivedOn } as const;
  return present({
    appeal: countDeadline(input, [appeal.period], { cited: appeal, start }),
    'appeal-extended': appeal.extension && countDeadline(input, [appeal.period, appeal.extension], { cited: appeal, start }),
  });
}

/** The decision on an appeal: few laws let it be put off, and then only by a notice before its own time is over. */
function appealClocks(all: ClocksInput, input: CountInput): Omit<Clocks, 'law' | 'subject'> {
  const dates = appealDates(input, input.receivedOn);
  const told = extensionNotice(all);
  const { 'appeal-extended': extended, ...unextended } = dates;
  if (told === undefined || dates.appeal === undefined) return { dates, extended: false };
  const { dueOn, basis: cite } = dates.appeal;
  if (extended === undefined) return { dates, extended: false, refusedExtension: { reason: 'unknown-to-law', cite } };
  const late = told.on !== undefined && told.on > dueOn;
  return late ? { dates: unextended, extended: false, refusedExtension: { reason: 'too-late', cite } } : { dates, extended: true };
}

/** The rights whose answer is an act with a clock of its own in this law. */
function ownDates(input: CountInput): Dates | undefined {
  const [act, stop] = [clockOf(input, 'act'), clockOf(input, 'stop')];
  if (act?.appliesTo !== undefined) return present({ act: counted(input, act) });
  if (stop?.appliesTo !== undefined) return present({ stop: counted(input, stop) });
  return undefined;
}

function extensionDates(input: CountInput, respond: Clock): Dates {
  const { extension } = input.law;
  if (extension === undefined || respond.period === undefined || extension.notFor.some((right) => right === input.right)) return {};
  return present({
    'extension-notice': countDeadline(input, [extension.noticeBy], { cited: extension }),
    extended: extension.period && countDeadline(input, [respond.period, extension.period], { cited: extension }),
  });
}

function refusalDate(input: CountInput, respond: Clock, extended: Deadline | undefined): Deadline | undefined {
  const { refusal, extension } = input.law;
  if (refusal?.by === undefined || respond.period === undefined) return undefined;
  const periods = refusal.by === 'response-period' && extended && extension?.period ? [respond.period, extension.period] : [respond.period];
  return countDeadline(input, periods, { cited: refusal });
}

function reflectionDate(input: CountInput): Deadline | undefined {
  const asked = input.questions.find(({ about }) => about === 'fee');
  const pause = input.law.pauses.fee;
  if (asked === undefined || pause?.effect !== 'reflection' || pause.reflection === undefined) return undefined;
  const start = { code: 'started', by: 'fee-notice', on: asked.askedOn } as const;
  return countDeadline(input, [pause.reflection], { cited: pause, start });
}

/** The notice of an extension on a ground that this law knows. */
function extensionNotice({ law, events = [] }: ClocksInput): ClockEvent | undefined {
  return events.find(({ type, laws }) => type === 'extension_notified' && (laws?.includes(law.id) ?? true));
}

/** Whether a notice of extension counts; "within one month of receipt" (Art. 12(3) GDPR): what missed it extends nothing. */
function extensionTold(all: ClocksInput, possible: Dates): Pick<Clocks, 'extended' | 'refusedExtension'> {
  const { law } = all;
  const told = extensionNotice(all);
  if (told === undefined) return { extended: false };
  const notice = possible['extension-notice'];
  if (notice === undefined) return { extended: false, refusedExtension: { reason: 'unknown-to-law', cite: law.citation } };
  const late = told.on !== undefined && told.on > notice.dueOn && notice.paused === undefined;
  return late ? { extended: false, refusedExtension: { reason: 'too-late', cite: notice.basis } } : { extended: true };
}

function answerDates(all: ClocksInput, input: CountInput): Pick<Clocks, 'dates' | 'extended' | 'refusedExtension'> {
  const respond = clockOf(input, 'respond');
  if (respond === undefined) return { dates: {}, extended: false };
  const possible = extensionDates(input, respond);
  const told = extensionTold(all, possible);
  const { extended, ...notice } = possible;
  const dates = {
    respond: counted(input, respond),
    ...notice,
    extended: told.refusedExtension === undefined ? extended : undefined,
    refuse: refusalDate(input, respond, told.extended ? extended : undefined),
    reflection: reflectionDate(input),
  };
  return { dates: present(dates), ...told };
}

/** The dates of a right: none where the law does not give it. */
function rightDates(all: ClocksInput, input: CountInput, right: Right): Omit<Clocks, 'law' | 'subject'> {
  const own = ownDates(input);
  if (own !== undefined) return { dates: own, extended: false };
  if (right === 'complaint')
    return { dates: present({ acknowledge: counted(input, clockOf(input, 'acknowledge-complaint')) }), extended: false };
  if (right === 'appeal') return appealClocks(all, input);
  // Of an act that is only enacted the periods are known and the rights are not: whatever it gives, it gives in that time.
  if (!grants(input.law, right, input.receivedOn) && input.law.enactedOnly === undefined) return { dates: {}, extended: false };
  const { dates, ...told } = answerDates(all, input);
  const appealed = all.events?.find(({ type }) => type === 'appeal_received');
  return {
    dates: { ...present({ acknowledge: counted(input, clockOf(input, 'acknowledge')) }), ...dates, ...appealDates(input, appealed?.on) },
    ...told,
  };
}

/**
 * The clocks of a right (or of one of the company's own duties) under one law, by the rule that holds on the day of receipt.
 * Pure: the same receipt and events give the same dates. Throws RangeError for a zone or an instant that does not exist.
 */
export function clocksOf(input: ClocksInput): Clocks {
  const { law, subject } = input;
  const countInput = countInputOf(input);
  const found = isRight(subject) ? rightDates(input, countInput, subject) : { dates: dutyDates(countInput, subject), extended: false };
  return { law: law.id, subject, ...found };
}

/** The date by which the person must have an answer; undefined where the law names none. */
export function answerDate({ subject, dates, extended }: Pick<Clocks, 'subject' | 'dates' | 'extended'>): Deadline | undefined {
  if (subject === 'appeal') return extended ? dates['appeal-extended'] : dates.appeal;
  if (extended && dates.extended !== undefined) return dates.extended;
  return dates.respond ?? dates.act ?? dates.stop ?? dates.appeal;
}
