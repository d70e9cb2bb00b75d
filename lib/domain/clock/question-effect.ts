/** What a question does to every clock of a request, told before it is asked: what the preview and the letter say. */
import type { Question } from '../law/law.ts';
import { lawOf } from '../law/laws.ts';
import type { Right } from '../rights.ts';
import { ASKED, type ClockEvent } from './clock-events.ts';
import { pauseFor } from './period.ts';
import { type ClockPlace, type RequestClock, requestClock, type RightDate } from './request-clock.ts';

/**
 * `none`: the date stays; `still`: it does not run anyway, because of an earlier question; `stands-still`: the days until the
 * answer do not count; `begins-anew`: the period begins with the answer; `reflection`: it begins after a time to think.
 */
export type TimeEffect = 'none' | 'still' | 'stands-still' | 'begins-anew' | 'reflection';

interface Outcome {
  effect: TimeEffect;
  /** Last day in time, where there is one: for `none` and `reflection`. */
  dueOn?: string;
  /** Calendar days left while it stands still. */
  daysLeft?: number;
}

/** The clocks on which a question has the same effect. */
export interface QuestionEffect extends Outcome {
  /** Ids. */
  laws: string[];
  rights: Right[];
}

/** What of a request the effect depends on. */
export interface QuestionedRequest {
  laws: readonly string[];
  receivedAt: string;
  receivedOn: string;
  clockEvents: readonly ClockEvent[];
  clock: RequestClock;
}

/** What is asked, and on which civil date. */
export interface Asking {
  about: Question;
  on: string;
}

const datesOf = ({ leading, others }: RequestClock): RightDate[] => [leading, ...others];

/** The dates with the question open. */
function datesWhileAsked(request: QuestionedRequest, place: ClockPlace, { about, on }: Asking): RightDate[] {
  const rights = [...new Set(datesOf(request.clock).map(({ right }) => right))];
  const clockEvents = [...request.clockEvents, { type: ASKED[about], on }];
  return datesOf(requestClock({ ...request, rights, clockEvents, answered: [] }, place));
}

function outcomeOf(before: RightDate, { deadline: { dueOn, paused } }: RightDate, pauses: 'restart' | 'other' | undefined): Outcome {
  if (paused === undefined) return { effect: dueOn === before.deadline.dueOn ? 'none' : 'reflection', dueOn };
  if (pauses === undefined) return { effect: 'still' };
  return { effect: pauses === 'restart' ? 'begins-anew' : 'stands-still', daysLeft: paused.daysLeft };
}

const sameOutcome = (a: Outcome, b: Outcome): boolean => a.effect === b.effect && a.dueOn === b.dueOn && a.daysLeft === b.daysLeft;

/** Puts clocks of one outcome together, the first of them first. */
function gather(effects: readonly QuestionEffect[]): QuestionEffect[] {
  const gathered: QuestionEffect[] = [];
  for (const effect of effects) {
    const same = gathered.find((one) => sameOutcome(one, effect));
    if (same === undefined) gathered.push({ ...effect });
    else {
      same.laws = [...new Set([...same.laws, ...effect.laws])];
      same.rights = [...new Set([...same.rights, ...effect.rights])];
    }
  }
  return gathered;
}

/** One entry per outcome, in the order of the dates before the question. */
export function effectsOfAsking(request: QuestionedRequest, place: ClockPlace, asking: Asking): QuestionEffect[] {
  const after = datesWhileAsked(request, place, asking);
  const { receivedOn } = request;
  const { optionalPauses } = place.policies;
  const effects = datesOf(request.clock).map((before): QuestionEffect => {
    const { law, right } = before;
    const pause = pauseFor({ law: lawOf({ law, receivedOn }), right, receivedOn, optionalPauses }, asking.about);
    // A date that the company promises where no law gives one may then be another law's.
    const then = after.find((one) => one.law === law && one.right === right) ?? after.find((one) => one.right === right)!;
    return { ...outcomeOf(before, then, pause && (pause.effect === 'restart' ? 'restart' : 'other')), laws: [law], rights: [right] };
  });
  return gather(effects);
}

/** True if the name of its law says which outcome is meant; where a law lets one right wait and another not, it does not. */
export function lawsTellApart(effects: readonly QuestionEffect[]): boolean {
  const laws = effects.flatMap((effect) => effect.laws);
  return new Set(laws).size === laws.length;
}
