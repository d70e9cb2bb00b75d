/** The dates that follow from the research: a reading of its own, from right to figure to day. */
import type { ClockEvent } from '../../../lib/domain/clock/clock-events.ts';
import { endOf, notSunday, plusDays, workingDay } from './plain-dates.ts';
import { isPeriod, type Regime, type SourceFigure, type SourcePeriod } from './source.ts';
import { noticeBy } from './expected-law.ts';
import { rightSince } from './source-words.ts';

interface Given {
  subject: string;
  receivedOn: string;
  events: readonly ClockEvent[];
  holidays: ReadonlySet<string>;
  optionalPauses: boolean;
}

type Days = Record<string, string>;

/** Names the research has for a right. */
const NAMES: Record<string, string[]> = {
  'opt-out': ['opt-out', 'opt-out-of-sale', 'opt-out-of-targeted-ads', 'opt-out-of-profiling'],
  restriction: ['restriction', 'suspend', 'anonymiseBlockDelete'],
  erasure: ['erasure', 'stopUseOrDelete'],
};

function isGranted({ rights }: Regime, { subject, receivedOn }: Given): boolean {
  return (NAMES[subject] ?? [subject]).some((name) => {
    const right = rights[name];
    return right?.granted === true && (rightSince(right) ?? '') <= receivedOn;
  });
}

/** The figure on a day: some change, and some begin later than their law. */
function onDay(figure: SourceFigure | undefined, receivedOn: string): SourcePeriod | undefined {
  if (!isPeriod(figure?.value) || (figure.inForceFrom ?? '') > receivedOn) return undefined;
  const { value, change } = figure;
  return change && receivedOn >= change.from ? { ...value, amount: change.amount } : value;
}

/** Clocks that are about one right only, by law. */
const OWN_CLOCK: Record<string, Record<string, string>> = {
  'kr-pipa': { access: 'access', restriction: 'suspend' },
  'za-popia': { rectification: 'rectification' },
};

function answerFigure({ id, clocks }: Regime, subject: string): SourceFigure | undefined {
  const own = OWN_CLOCK[id]?.[subject];
  if (own !== undefined) return clocks[own];
  const respond = clocks['respond'];
  // In California portability is the form of an answer to a request to know.
  const asked = id === 'us-ca-ccpa' && subject === 'portability' ? 'access' : subject;
  return respond?.appliesTo === undefined || respond.appliesTo.includes(asked) ? respond : clocks['other'];
}

interface Start {
  on: string;
  /** Days that do not count. */
  excluded: number;
}

const daysFrom = (from: string, to: string): number => (Date.parse(to) - Date.parse(from)) / 86_400_000;

/** What a question does to the period. */
function startOf(regime: Regime, { subject, receivedOn, events, optionalPauses }: Given): Start {
  const [asked, answered] = events.map(({ on }) => on ?? receivedOn);
  const about = /^(identity|clarification|fee)/.exec(events[0]?.type ?? '')?.[0];
  const pause = regime.pauses?.[about ?? ''];
  const effect = typeof pause?.value === 'string' ? pause.value : 'none';
  const unchanged = { on: receivedOn, excluded: 0 };
  if (asked === undefined || answered === undefined || (pause?.appliesTo && !pause.appliesTo.includes(subject))) return unchanged;
  if (effect === 'restart') return { on: answered, excluded: 0 };
  if (effect === 'suspend') return { on: receivedOn, excluded: daysFrom(asked, answered) };
  if (effect === 'suspend-access-only' && optionalPauses && subject === 'access')
    return { on: receivedOn, excluded: daysFrom(asked, answered) };
  if (effect === 'exclude-days') return { on: receivedOn, excluded: daysFrom(asked, answered) + 1 };
  if (effect.includes('ten-day reflection')) return { on: plusDays(asked, 10), excluded: 0 };
  return unchanged;
}

/** A date with what goes with it: "permitted" rolls are shown, prescribed ones made. */
function daysOf(name: string, unrolled: string, { rule, holidays }: { rule: string; holidays: ReadonlySet<string> }): Days {
  const plain = { [`${name} before roll`]: unrolled, [name]: unrolled };
  if (rule === 'EU-1182' || rule === 'UK-1182') return { ...plain, [name]: workingDay(unrolled, holidays) };
  if (rule === 'US-CA') return { ...plain, [`${name} at the latest`]: workingDay(unrolled, holidays) };
  if (rule === 'CA-FED') return { ...plain, [`${name} at the latest`]: notSunday(unrolled, holidays) };
  return plain;
}

type Count = (name: string, ...periods: (SourcePeriod | undefined)[]) => Days;

function countFrom(regime: Regime, { on, excluded }: Start, holidays: ReadonlySet<string>): Count {
  return (name, ...periods) => {
    const known = periods.filter((period) => period !== undefined);
    if (known.length < periods.length) return {};
    return daysOf(name, plusDays(endOf(on, known, holidays), excluded), { rule: regime.counting.rule, holidays });
  };
}

/** Clocks of the company's own duties, which no question to a person touches, and of rights that are answered by an act. */
function ownDates(regime: Regime, { subject, receivedOn, holidays }: Given, count: Count): Days | undefined {
  const straight = countFrom(regime, { on: receivedOn, excluded: 0 }, holidays);
  const { clocks, legalHold, records, noticeIndirect, controllerComplaint, notes } = regime;
  const clock = (key: string): SourcePeriod | undefined => onDay(clocks[key], receivedOn);
  const monthsInNotes = /records (\d+) months/.exec(notes ?? '')?.[1];
  const keep = records ? onDay(records.keep, receivedOn) : monthsInNotes && { amount: Number(monthsInNotes), unit: 'month' as const };
  const own: Record<string, () => Days | undefined> = {
    'opt-out': () => clocks['opt-out-of-sale'] && count('act', clock('opt-out-of-sale')),
    'opt-out-of-sale': () => clocks['opt-out-of-sale'] && count('act', clock('opt-out-of-sale')),
    limit: () => clocks['limit'] && count('act', clock('limit')),
    'withdraw-consent': () => clocks['withdraw-consent'] && count('stop', clock('withdraw-consent')),
    complaint: () => straight('acknowledge', onDay(controllerComplaint, receivedOn)),
    drop: () => (clocks['checkDrop'] ? { ...straight('access-drop', clock('checkDrop')), ...straight('delete', clock('respond')) } : {}),
    grievance: () => count('respond', clock('grievance')),
    reconsent: () => straight('reconsent', clock('reconsentWait')),
    'legal-hold': () => straight('hold', onDay(legalHold, receivedOn)),
    record: () => (keep ? straight('keep', keep) : {}),
    'indirect-notice': () => straight('notice-indirect', onDay(noticeIndirect, receivedOn)),
  };
  return own[subject]?.();
}

function appealDates(regime: Regime, receivedOn: string | undefined, holidays: ReadonlySet<string>): Days {
  const { appeal } = regime;
  if (receivedOn === undefined || !isPeriod(appeal?.value)) return {};
  const count = countFrom(regime, { on: receivedOn, excluded: 0 }, holidays);
  return { ...count('appeal', appeal.value), ...(appeal.extension ? count('appeal-extended', appeal.value, appeal.extension) : {}) };
}

function extensionDates(regime: Regime, { subject, receivedOn }: Given, { count, answer }: { count: Count; answer: SourcePeriod }): Days {
  const { extension } = regime;
  const value = extension?.value;
  if (extension === undefined || value === null || typeof value === 'string' || extension.notFor?.includes(subject)) return {};
  // A notice without a number to it: Switzerland.
  if (!isPeriod(value)) return count('extension-notice', noticeBy(regime, (value as { noticeBy: string }).noticeBy));
  const inTime = onDay(extension, receivedOn);
  return { ...count('extension-notice', noticeBy(regime, extension.noticeBy)), ...count('extended', answer, inTime) };
}

/** The dates of a subject under a regime, as the engine names them. */
export function expectedDates(regime: Regime, given: Given): Days {
  const { subject, receivedOn, events, holidays } = given;
  const count = countFrom(regime, startOf(regime, given), holidays);
  const own = ownDates(regime, given, count);
  if (own !== undefined) return own;
  if (subject === 'appeal') return appealDates(regime, receivedOn, holidays);
  if (!isGranted(regime, given)) return {};
  const answer = onDay(answerFigure(regime, subject), receivedOn);
  const { acknowledge } = regime.clocks;
  const fee = events.find(({ type }) => type === 'fee_notified');
  const reflects = fee?.on !== undefined && String(regime.pauses?.['fee']?.value).includes('ten-day reflection');
  const { by } = (regime.refusal?.value ?? {}) as { by?: string };
  const longer = onDay(regime.extension, receivedOn);
  const told = events.some(({ type }) => type === 'extension_notified') && /response period|applicable time/.test(by ?? '');
  const acknowledges = acknowledge?.appliesTo?.includes(subject === 'portability' ? 'access' : subject);
  return {
    ...(acknowledges ? count('acknowledge', onDay(acknowledge, receivedOn)) : {}),
    ...(answer === undefined ? {} : { ...count('respond', answer), ...extensionDates(regime, given, { count, answer }) }),
    ...(answer === undefined || by === undefined ? {} : count('refuse', answer, ...(told ? [longer] : []))),
    ...(answer !== undefined && reflects ? daysOf('reflection', plusDays(fee.on!, 10), { rule: regime.counting.rule, holidays }) : {}),
    ...appealDates(regime, events.find(({ type }) => type === 'appeal_received')?.on, holidays),
  };
}
